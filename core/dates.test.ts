// Tests of dates.ts.
import { expect, test } from 'vitest';
import { addMonths, findDates, isIsoDate, isoDate, parseDate, printedDate } from './dates.ts';

test.each([
  ['05/11/2025', '2025-11-05'],
  ['5-11-2025', '2025-11-05'],
  ['05.11.2025', '2025-11-05'],
  ['Hà Nội, ngày 05 tháng 11 năm 2025', '2025-11-05'],
  ['ngày 5 tháng 1 năm 1987 (bằng chữ: ngày năm tháng một)', '1987-01-05'],
  ['15 tháng 02 năm 2024', '2024-02-15'],
  ['29/02/2024', '2024-02-29'],
  ['năm 1958', '1958'],
  ['1958', '1958'],
  ['19051990', '1990-05-19'],
])('%s is %s', (text, iso) => {
  expect(parseDate(text)).toBe(iso);
});

test.each(['31/02/2024', '29/02/2023', '12/13/2020', 'ngày mai', '12345', '05/11/25', '5/11-2025'])(
  '%s is none',
  (text) => {
    expect(parseDate(text)).toBeNull();
  },
);

test('several dates keep their places', () => {
  const text = 'từ ngày 01/02/2020 đến ngày 03 tháng 04 năm 2021';
  const found = findDates(text);
  expect(found.map((date) => date.iso)).toEqual(['2020-02-01', '2021-04-03']);
  expect(text.slice(found[0]?.start, found[0]?.end)).toBe('01/02/2020');
});

test('months are added within the calendar', () => {
  expect(addMonths('2025-08-31', 6)).toBe('2026-02-28');
  expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
  expect(addMonths('2025-11-05', 60)).toBe('2030-11-05');
  expect(addMonths('1958', 6)).toBeNull();
});

test('form checks', () => {
  expect(isIsoDate('2025-02-30')).toBe(false);
  expect(isIsoDate('1958')).toBe(true);
  expect(isoDate(2025, 2, 30)).toBeNull();
  expect(printedDate('2025-11-05')).toBe('05/11/2025');
});
