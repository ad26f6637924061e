// Kinds found by words of their names.
import { expect, test } from 'vitest';
import { loadLists } from '../../lists/index.ts';
import { kindsLike } from './choose-kind.ts';

const { kinds } = loadLists();
const found = (words: string) => kindsLike(kinds, words).map(({ code }) => code);

test('every word counts, marks do not, the whole name comes first', () => {
  expect(found('giấy khai sinh')[0]).toBe('GIAY_KHAI_SINH');
  expect(found('GIAY KHAI SINH')[0]).toBe('GIAY_KHAI_SINH');
  expect(found('trich luc khai sinh')[0]).toBe('TRICH_LUC_KHAI_SINH');
  expect(found('GIAY_CHUNG_SINH')[0]).toBe('GIAY_CHUNG_SINH');
  expect(found('ket hon')).toContain('GIAY_CHUNG_NHAN_KET_HON');
});

test('nothing asked and nothing known gives nothing, and never more than can be chosen by one digit', () => {
  expect([found(''), found('xe tăng bay')]).toEqual([[], []]);
  expect(found('giấy').length).toBe(9);
});
