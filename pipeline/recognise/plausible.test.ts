// Forms that print has, and those that only a reader makes.
import { expect, test } from 'vitest';
import { coreOf, isPlausible } from './plausible.ts';

const print =
  'Quyết định, UBND TTr 118/2025/NĐ-CP 12/TTr-UBND Số: 06/12/1990 01/2006 57/2020 137,9 m2 1.250.000 (Bản chính) “Kim Đắk Lắk Krông Date identification: VIII. XL - / ./. ... -------- A1 030096631067 TM.';
test.each(print.split(' '))('%s', (word) => {
  expect(isPlausible(word)).toBe(true);
});

const misread =
  '6iang 96/12/1990 13/10/1368 GpxD Tên|hộ điậh 2ù chỉ} Hữh m° m^. #NHÂN PHÕỐ phúU01 31/13/2020 U3ND';
test.each(misread.split(' '))('not %s', (word) => {
  expect(isPlausible(word)).toBe(false);
});

test('a line of a card for machines is print', () => {
  expect(isPlausible('NGUYEN<<VAN<AN<<<<<<<<<<<<<<<<')).toBe(true);
});

test('the core of a word leaves out the punctuation round it, not inside', () => {
  expect(coreOf('(12/QĐ-UBND),')).toBe('12/QĐ-UBND');
});
