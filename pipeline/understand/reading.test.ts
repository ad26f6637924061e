// The small readers: distances, digits, dates, names, and what mends them.
import { describe, expect, test } from 'vitest';
import { loadLists } from '../../lists/index.ts';
import { chanceRead } from './confidence.ts';
import { editDistance, likeness, withinEdits } from './fuzzy.ts';
import { mendPerson, mendProse, mendUnit } from './mend-name.ts';
import { readDates, readDateValue } from './read-date.ts';
import { readDigits } from './read-digits.ts';
import { personLikeness } from './read-name.ts';

const lists = loadLists();
const words = (text: string): string[] => text.split(' ');

test.each([
  ['khaisinh', 'khaisinh', 0],
  ['khaisinh', 'khaisnh', 1],
  ['khaisinh', 'khaitu', 4],
  ['', 'abc', 3],
])('%s to %s takes %i edits', (a, b, edits) => {
  expect(editDistance(a, b)).toBe(edits);
  expect(editDistance(b, a)).toBe(edits);
  expect(withinEdits(a, b, edits)).toBe(true);
  if (edits > 0) expect(withinEdits(a, b, edits - 1)).toBe(false);
});

test('likeness is between nothing and everything', () => {
  expect(likeness('abcdefgh', 'abcdefgh')).toBe(1);
  expect(likeness('abcdefgh', 'abcdefgx')).toBeCloseTo(0.875);
  expect(likeness('', '')).toBe(0);
});

test.each([
  ['001O90012345', '001090012345', 1],
  ['0010900l2345', '001090012345', 1],
  ['001 090 012 345', '001090012345', 0],
])('digits of %s', (text, digits, guessed) => {
  expect(readDigits(text)).toEqual({ digits, guessed });
});
test.each(['SỐ', 'OIl', 'abc123', ''])('no digits: %j', (text) => {
  expect(readDigits(text)).toBeNull();
});

describe('dates', () => {
  test.each([
    ['ngày 05 tháng 11 năm 2025', '2025-11-05', 1],
    ['ngày 05 thảng 11 năn 2025', '2025-11-05', 0.85],
    ['ngày 0S tháng 11 năm 2025', '2025-11-05', 0.6],
    ['O5/11/2025', '2025-11-05', 0.6],
  ])('%s', (text, iso, quality) => {
    expect(readDates(text)[0]).toMatchObject({ iso, quality });
  });
  test.each(['ngày ... tháng ... năm 2012', '32/13/2020', 'năm'])('none in %s', (text) => {
    expect(readDates(text)).toEqual([]);
  });
  test('a lone year', () => {
    expect(readDateValue('1935')?.iso).toBe('1935');
    expect(readDateValue('Số 12')).toBeNull();
  });
});

test.each([
  ['Nguyễn Văn An', 0.95, 1],
  ['TRẦN THỊ HƯƠNG GIANG', 0.95, 1],
  ['nộp hồ sơ', 0, 0.4],
  ['Số 12', 0, 0.3],
])('%s looks like a name: %f–%f', (text, least, most) => {
  const value = personLikeness(words(text));
  expect(value).toBeGreaterThanOrEqual(least);
  expect(value).toBeLessThanOrEqual(most);
});

describe('mending', () => {
  test.each([
    ['ÚY BẠN NHÂN DÂN TÍNH NGHỆ AN', 'ỦY BAN NHÂN DÂN TỈNH NGHỆ AN'],
    ['UỶ BAN NHÂN DÂN TỈNH HÀ TĨNH', 'UỶ BAN NHÂN DÂN TỈNH HÀ TĨNH'],
    ['SỞ TÀI NGUYÊN VÀ MÔI TRƯÒNG', 'SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG'],
    ['BỘ TÀI CHÍNH', 'BỘ TÀI CHÍNH'],
    ['ỦY BAN KHÂNDÂN XÃ Ý YÊN', 'ỦY BAN NHÂN DÂN XÃ Ý YÊN'],
    ['ỦY BAN, NHÂN DÂN THÀNH PHÕỐ HÀ NỘI', 'ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI'],
    ['UBND THÀNH PHÔ HẢI PHÒNG', 'UBND THÀNH PHỐ HẢI PHÒNG'],
    ['Số 5, đường Tinh Hoa, phường Láng', 'Số 5, đường Tinh Hoa, phường Láng'],
  ])('unit %s', (read, right) => {
    expect(mendUnit(words(read), lists).words.join(' ')).toBe(right);
  });

  test.each([
    ['Đỉnh Văn Nam', 'Đinh Văn Nam'],
    ['NGUYÊN THỊ LAN', 'NGUYỄN THỊ LAN'],
    ['Lương Qnang Hải', 'Lương Quang Hải'],
    ['Kim Min Soo', 'Kim Min Soo'],
  ])('person %s', (read, right) => {
    expect(mendPerson(words(read)).words.join(' ')).toBe(right);
  });

  test('a word that is no name is doubtful, mended or not', () => {
    expect([...(mendPerson(words('Lương Qnang Hải')).doubtful ?? [])]).toEqual([1]);
    expect([...(mendPerson(words('Lương Quang Hải')).doubtful ?? [])]).toEqual([]);
  });

  test('prose: marks of set phrases only', () => {
    expect(mendProse(words('về việc sửa đối, bổ sung thủ tuc hành chính')).words.join(' ')).toBe(
      'về việc sửa đổi, bổ sung thủ tục hành chính',
    );
    expect(mendProse(words('giao đất làm nhà ở')).changed).toBe(false);
  });
});

test('the chance of a word grows with its confidence', () => {
  const chances = [0, 0.2, 0.5, 0.8, 0.9, 0.96, 1].map(chanceRead);
  expect(chances).toEqual([...chances].sort((a, b) => a - b));
  expect(chances[0]).toBeLessThan(0.2);
  expect(chances.at(-1)).toBeGreaterThan(0.99);
});
