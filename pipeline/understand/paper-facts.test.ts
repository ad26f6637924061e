// What follows from a paper's facts: how long it counts, whose it is, how it is listed.
import { describe, expect, test } from 'vitest';
import type { Fact } from '../../core/model.ts';
import { type Kind, loadLists } from '../../lists/index.ts';
import { ownersOf } from './owners-of.ts';
import { titleOf } from './title-of.ts';
import { validityOf } from './validity-of.ts';

const lists = loadLists();
const kind = (code: string): Kind => {
  const found = lists.kind(code);
  if (!found) throw new Error(`no kind ${code}`);
  return found;
};
const facts = (values: Readonly<Record<string, string>>): Fact[] =>
  Object.entries(values).map(([key, value]) => ({
    key,
    value,
    confidence: 1,
    origin: 'clerk',
    evidence: [],
  }));

describe('validity', () => {
  test.each([
    ['GIAY_KHAI_SINH', { ngay_ban_hanh: '2020-09-15' }, { from: '2020-09-15', perpetual: true }],
    [
      'GIAY_XAC_NHAN_TINH_TRANG_HON_NHAN',
      { ngay_ban_hanh: '2025-08-31' },
      { from: '2025-08-31', to: '2026-02-28', perpetual: false },
    ],
    [
      'GIAY_PHEP_HANH_NGHE',
      { ngay_ban_hanh: '2024-10-09' },
      { from: '2024-10-09', to: '2029-10-09', perpetual: false },
    ],
    ['GIAY_PHEP_LAI_XE', { ngay_het_han: '2029-08-05' }, { to: '2029-08-05', perpetual: false }],
    ['GIAY_PHEP_LAI_XE', {}, { perpetual: true }],
    ['HO_CHIEU', {}, { perpetual: false }],
    ['GIAY_KHAM_SUC_KHOE', {}, { perpetual: false }],
  ])('%s with %j', (code, values, validity) => {
    expect(validityOf(kind(code), facts(values as Record<string, string>))).toEqual(validity);
  });
});

describe('owners', () => {
  test('a couple, the lead first', () => {
    const couple = {
      ho_ten_vo: 'A',
      so_dinh_danh_vo: '079195001234',
      ho_ten_chong: 'B',
      so_dinh_danh_chong: '012345678',
    };
    expect(ownersOf(kind('GIAY_CHUNG_NHAN_KET_HON'), facts(couple))).toEqual([
      { role: 'vo', lead: true, kind: 'citizen', scheme: 'SDD', number: '079195001234', name: 'A' },
      { role: 'chong', lead: false, kind: 'citizen', scheme: 'CMND', number: '012345678', name: 'B' },
    ]);
  });

  test('an organisation; an old paper without a number', () => {
    const company = { ma_so_doanh_nghiep: '0100109106', ten_doanh_nghiep: 'C' };
    expect(ownersOf(kind('GIAY_CHUNG_NHAN_DANG_KY_DOANH_NGHIEP'), facts(company))).toMatchObject([
      { kind: 'organisation', scheme: 'MST', number: '0100109106' },
    ]);
    expect(ownersOf(kind('GIAY_KHAI_SINH'), facts({ ho_ten: 'D', ngay_sinh: '1960-01-02' }))).toEqual([
      {
        role: 'chu_giay_to',
        lead: true,
        kind: 'citizen',
        scheme: 'SDD',
        number: '',
        name: 'D',
        birth: '1960-01-02',
      },
    ]);
  });

  test('none for a letter, none where nothing was found', () => {
    expect(ownersOf(kind('QUYET_DINH'), facts({ so_ky_hieu: '1/QĐ' }))).toEqual([]);
    expect(ownersOf(kind('GIAY_KHAI_SINH'), [])).toEqual([]);
  });
});

test('titles', () => {
  expect(titleOf(kind('QUYET_DINH'), facts({ trich_yeu: 'về việc giao đất' }))).toBe(
    'Quyết định: về việc giao đất',
  );
  expect(titleOf(kind('GIAY_KHAI_SINH'), [])).toBe('Giấy khai sinh');
});
