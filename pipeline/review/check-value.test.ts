// What a clerk types, by the type of the field.
import { describe, expect, test } from 'vitest';
import { loadLists } from '../../lists/index.ts';
import { fact } from '../testing/made-work.ts';
import { checkValue } from './check-value.ts';

const lists = loadLists();
const birth = lists.kind('GIAY_KHAI_SINH')!;
const firm = lists.kind('GIAY_CHUNG_NHAN_DANG_KY_DOANH_NGHIEP')!;
const ask = (key: string, typed: string, kind = birth, facts = [fact('ngay_sinh', '1990-03-01')]) =>
  checkValue({ key, typed, kind, facts });
const value = (key: string, typed: string, kind = birth) => {
  const checked = ask(key, typed, kind);
  return checked.ok ? checked.value : checked.problem.code;
};

describe('values', () => {
  test.each([
    ['ngay_sinh', '5/3/1990', '1990-03-05'],
    ['ngay_sinh', '05-03-1990', '1990-03-05'],
    ['ngay_sinh', '1990-03-05', '1990-03-05'],
    ['ngay_sinh', 'ngày 05 tháng 3 năm 1990', '1990-03-05'],
    ['ngay_sinh', '1990', '1990'],
    ['ngay_sinh', '31/02/1990', 'review.value-date'],
    ['ngay_sinh', 'hôm qua', 'review.value-date'],
    ['so_dinh_danh', '036 190 000001', '036190000001'],
    ['so_dinh_danh', '123456789', '123456789'],
    ['so_dinh_danh', '12345', 'review.value-id'],
    ['ho_ten', '  Nguyễn   Thu Hà ', 'Nguyễn Thu Hà'],
    ['ho_ten', '12345', 'review.value-name'],
    ['so_ky_hieu', 'Số: 12/2019', '12/2019'],
    ['so_ky_hieu', '12/2019', '12/2019'],
    ['so_ky_hieu', '   ', 'review.value-empty'],
    ['so_ky_hieu', '\u001b[A', 'review.value-empty'],
    ['khong_co', 'x', 'review.no-such-field'],
  ])('%s: %j gives %s', (key, typed, expected) => expect(value(key, typed)).toBe(expected));

  test('a choice is found without its marks, and nothing else is taken', () => {
    const kind = lists.kinds.find(({ fields }) => fields.some(({ values }) => values))!;
    const { key, values } = kind.fields.find((field) => field.values)!;
    const [first = ''] = values!;
    const plain = first.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
    expect(value(key, plain.toUpperCase(), kind)).toBe(first);
    expect(value(key, 'gì khác hẳn', kind)).toBe('review.value-enum');
  });

  test("an organisation's number is a tax code, a person's never", () => {
    const { idField } = firm.ownerRoles.find(({ ownerKind }) => ownerKind === 'organisation')!;
    expect(value(idField, '0100109106', firm)).toBe('0100109106');
    expect(value(idField, '036190000001', firm)).toBe('review.value-id');
  });

  test('further owners have the fields of the first', () => {
    expect(value('so_dinh_danh#2', '036190000001')).toBe('036190000001');
  });
});

describe('warnings never refuse', () => {
  test('a birth year that the number does not have', () => {
    const [agrees, differs] = [ask('so_dinh_danh', '036190000001'), ask('so_dinh_danh', '036191000001')];
    expect(agrees).toMatchObject({ ok: true, warnings: [] });
    expect(differs).toMatchObject({ ok: true, warnings: [{ code: 'identity.birth-differs' }] });
    const typed = checkValue({
      ...{ key: 'ngay_sinh', typed: '01/03/1991', kind: birth },
      facts: [fact('so_dinh_danh', '036190000001')],
    });
    expect(typed).toMatchObject({
      ok: true,
      value: '1991-03-01',
      warnings: [{ code: 'identity.birth-differs' }],
    });
  });

  test('a tax code whose check digit does not fit', () => {
    const { idField } = firm.ownerRoles.find(({ ownerKind }) => ownerKind === 'organisation')!;
    expect(ask(idField, '0100109107', firm)).toMatchObject({
      ok: true,
      warnings: [{ code: 'review.tax-code-doubtful' }],
    });
  });
});
