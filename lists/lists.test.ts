// Tests of the lists: the shipped data hold together, an operator's kinds are added or refused by name.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { AppError } from '../core/errors.ts';
import { hasMessage } from '../core/messages/index.ts';
import { loadLists } from './load-lists.ts';
import { packageRoot } from './package-root.ts';

const lists = loadLists();

const field = {
  key: 'ho_ten',
  type: 'name',
  labels: ['Họ và tên'],
  required: true,
  sensitive: false,
  convention: 'x',
};
const extra = {
  code: 'GIAY_THU',
  name: 'Giấy thử',
  kind: 'ket_qua',
  resultCode: null,
  componentCode: null,
  shortCode: 'GTHU',
  titles: ['GIẤY THỬ NGHIỆM'],
  negativeTitles: [],
  ownerRoles: [{ role: 'chu', idField: 'so', nameField: 'ho_ten', ownerKind: 'citizen', lead: true }],
  validity: null,
  digitise: 'yes',
  sensitive: false,
  fields: [field, { ...field, key: 'so', type: 'id', labels: ['Số'] }],
};

const refusal = (extraKinds: unknown): AppError => {
  try {
    loadLists({ extraKinds });
  } catch (thrown) {
    return thrown as AppError;
  }
  throw new Error('was not refused');
};

test('the shipped lists hold together', () => {
  expect(lists.kinds.length).toBeGreaterThanOrEqual(70);
  expect(lists.kind('GIAY_KHAI_SINH')?.titles).toEqual(['GIẤY KHAI SINH']);
  expect(lists.kind('CONG_VAN')?.titles).toEqual([]);
  expect(lists.agency('H36')?.name).toBe('Lâm Đồng');
  expect(existsSync(join(packageRoot(), 'lists'))).toBe(true);
});

test.each([
  ['1.000894', '2024-06-01', 1],
  ['1.000894', '2026-06-01', 2],
  ['1.001193', '2026-06-01', 1],
  ['1.001193.000.00.00.H36', '2026-06-01', 1],
])('procedure %s on %s is version %i', (code, day, version) => {
  expect(lists.procedureInForce(code, day)?.version).toBe(version);
});

describe('printed agency names', () => {
  test.each([
    ['UBND tỉnh Lâm Đồng', '2026-01-01', 'H36'],
    ['ỦY BAN NHÂN DÂN TỈNH THANH HOÁ', '2010-01-01', 'H56'],
    ['TP. HCM', '2026-01-01', 'H29'],
    ['Ủy ban nhân dân Thành phố Hồ Chí Minh', '2026-01-01', 'H29'],
    ['Sở Tư pháp Thành phố Hà Nội', '2026-01-01', 'H26.16'],
    ['Tỉnh Hậu Giang', '2020-01-01', 'H30'],
    ['Bộ Nông nghiệp và Phát triển nông thôn', '2020-01-01', 'G10'],
    ['UBND PHƯỜNG XUÂN HƯƠNG – ĐÀ LẠT', '2026-01-01', 'H36.901'],
    ['Thừa Thiên - Huế', '2000-01-01', 'H57'],
  ])('%s on %s', (name, day, code) => {
    expect(lists.agencyByPrintedName(name, day)?.code).toBe(code);
  });

  test.each([
    ['Bình Trị Thiên', '1980-01-01'],
    ['Bộ Nông nghiệp và Phát triển nông thôn', '2026-01-01'],
    ['Phòng Nội vụ', '2020-01-01'],
  ])('%s on %s means none', (name, day) => {
    expect(lists.agencyByPrintedName(name, day)).toBeUndefined();
  });
});

describe("an operator's kinds", () => {
  test('are added, one or several', () => {
    expect(loadLists({ extraKinds: extra }).kind('GIAY_THU')?.shortCode).toBe('GTHU');
    const changed = { ...extra, code: 'GIAY_KHAI_SINH', shortCode: 'KS' };
    expect(loadLists({ extraKinds: [changed] }).kind('GIAY_KHAI_SINH')?.name).toBe('Giấy thử');
    expect(lists.kind('GIAY_THU')).toBeUndefined();
  });

  test.each([
    ['title', { ...extra, titles: ['GIẤY KHAI SINH'] }, 'lists.title-twice', { other: 'GIAY_KHAI_SINH' }],
    ['short code', { ...extra, shortCode: 'KS' }, 'lists.short-code-twice', { other: 'GIAY_KHAI_SINH' }],
    ['lead', { ...extra, ownerRoles: [{ ...extra.ownerRoles[0], lead: false }] }, 'lists.lead-role', {}],
    ['field', { ...extra, validity: { toField: 'ngay' } }, 'lists.unknown-field', { field: 'ngay' }],
    ['shape', { ...extra, digitise: 'maybe' }, 'lists.shape', { entry: 'GIAY_THU', where: 'digitise' }],
    ['lower case title', { ...extra, titles: ['Giấy thử'] }, 'lists.shape', { where: 'titles.0' }],
    ['twice', [extra, { ...extra, shortCode: 'GTH2', titles: [] }], 'lists.code-twice', { kind: 'GIAY_THU' }],
    ['no object', 'x', 'lists.shape', { list: '--kinds' }],
  ])('refused: %s', (_, kinds, code, params) => {
    const error = refusal(kinds);
    expect(error).toMatchObject({ kind: 'input', code, params });
    expect(hasMessage(code)).toBe(true);
  });
});
