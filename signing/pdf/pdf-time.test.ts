// Times in PDF: as we write them, and as others do.
import { expect, test } from 'vitest';
import { isoTime, pdfTime } from './pdf-time.ts';

test('ours is read back', () => {
  expect(pdfTime(new Date('2026-11-21T02:30:05.700Z'))).toBe("D:20261121093005+07'00'");
  expect(isoTime(pdfTime(new Date('2026-11-21T02:30:05Z')))).toBe('2026-11-21T02:30:05.000Z');
});

test.each([
  ['D:20261121093000Z', '2026-11-21T09:30:00.000Z'],
  ["D:20261121093000Z00'00'", '2026-11-21T09:30:00.000Z'],
  ["D:20261121093000-0330'", '2026-11-21T13:00:00.000Z'],
  ["D:20261121093000-03'30", '2026-11-21T13:00:00.000Z'],
  ['D:2026', '2026-01-01T00:00:00.000Z'],
  ['2026-11-21', null],
  ['', null],
])('%s', (text, iso) => {
  expect(isoTime(text)).toBe(iso);
});
