// Kinds given only by the operator's file work like shipped ones: nothing in the code names a kind.
import { expect, test } from 'vitest';
import { loadLists, makeLists } from '../../lists/index.ts';
import { factsOf } from './testing/facts-of.ts';
import { centred, head, page, signed, state } from './testing/layout-maker.ts';

const shipped = loadLists();

const permit = {
  code: 'GIAY_PHEP_QUANG_CAO',
  name: 'Giấy phép quảng cáo ngoài trời',
  kind: 'ket_qua',
  resultCode: null,
  componentCode: null,
  shortCode: 'GPQC',
  titles: ['GIẤY PHÉP QUẢNG CÁO NGOÀI TRỜI'],
  negativeTitles: [],
  ownerRoles: [
    {
      role: 'doanh_nghiep',
      idField: 'ma_so_thue',
      nameField: 'ten_doanh_nghiep',
      ownerKind: 'organisation',
      lead: true,
    },
  ],
  validity: { toField: 'ngay_het_han' },
  digitise: 'yes',
  sensitive: false,
  fields: [
    {
      key: 'so_ky_hieu',
      type: 'number',
      labels: ['Số'],
      required: true,
      sensitive: false,
      convention: 'as printed',
    },
    {
      key: 'ngay_ban_hanh',
      type: 'date',
      labels: ['ngày'],
      required: true,
      sensitive: false,
      convention: 'as printed',
    },
    {
      key: 'ten_doanh_nghiep',
      type: 'name',
      labels: ['Đơn vị được cấp phép'],
      required: true,
      sensitive: false,
      convention: 'as printed',
    },
    {
      key: 'ma_so_thue',
      type: 'id',
      labels: ['Mã số thuế'],
      required: true,
      sensitive: false,
      convention: '10 digits',
    },
    {
      key: 'vi_tri',
      type: 'place',
      labels: ['Vị trí bảng quảng cáo'],
      required: true,
      sensitive: false,
      convention: 'as printed',
    },
    {
      key: 'ngay_het_han',
      type: 'date',
      labels: ['Thời hạn đến'],
      required: true,
      sensitive: false,
      convention: 'as printed',
    },
    {
      key: 'nguoi_ky',
      type: 'name',
      labels: [],
      required: true,
      sensitive: false,
      convention: 'below the signature',
    },
  ],
};

const sheet = page([
  ...head(
    ['UBND TỈNH KHÁNH HÒA', 'SỞ VĂN HÓA VÀ THỂ THAO', 'Số: 77/GP-SVHTT'],
    [...state, 'Khánh Hòa, ngày 06 tháng 01 năm 2025'],
  ),
  '',
  centred('GIẤY PHÉP', 15),
  centred('QUẢNG CÁO NGOÀI TRỜI', 15),
  '1. Đơn vị được cấp phép: CÔNG TY TNHH TRUYỀN THÔNG BIỂN ĐÔNG',
  '2. Mã số thuế: 0100109106',
  '3. Vị trí bảng quảng cáo: Số 10, đường Trần Phú, phường Nha Trang, tỉnh Khánh Hòa',
  '4. Thời hạn đến: 31/12/2026',
  ...signed(['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'], 'Lê Văn Hòa'),
]);

test('a kind no list ships is known and read', () => {
  const { kind, sureOfKind, facts } = factsOf([sheet], {}, loadLists({ extraKinds: permit }));
  expect([kind, sureOfKind]).toEqual(['GIAY_PHEP_QUANG_CAO', true]);
  expect(facts).toEqual({
    so_ky_hieu: '77/GP-SVHTT',
    ngay_ban_hanh: '2025-01-06',
    ten_doanh_nghiep: 'CÔNG TY TNHH TRUYỀN THÔNG BIỂN ĐÔNG',
    ma_so_thue: '0100109106',
    vi_tri: 'Số 10, đường Trần Phú, phường Nha Trang, tỉnh Khánh Hòa',
    ngay_het_han: '2026-12-31',
    nguoi_ky: 'Lê Văn Hòa',
  });
});

test('without it the paper is of no known kind', () => {
  expect(factsOf([sheet]).kind).toBe('GIAY_TO_KHAC');
});

test('a shipped kind taken away and given back as an extra reads the same', () => {
  const birth = page([
    ...state.map((text) => centred(text, 12)),
    centred('TRÍCH LỤC KHAI SINH', 16),
    centred('(BẢN SAO)'),
    'Họ, chữ đệm, tên: PHẠM GIA HUY',
    'Ngày, tháng, năm sinh: 11/12/2015',
    'Số định danh cá nhân: 031215001234',
    ...signed(['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'], 'Lê Văn Hòa'),
  ]);
  const rest = shipped.kinds.filter((kind) => kind.code !== 'TRICH_LUC_KHAI_SINH');
  const without = makeLists(rest, [], shipped.agencies);
  expect(factsOf([birth], {}, without).kind).not.toBe('TRICH_LUC_KHAI_SINH');
  const taken = shipped.kind('TRICH_LUC_KHAI_SINH');
  const given = makeLists([...rest, ...(taken ? [taken] : [])], [], shipped.agencies);
  expect(factsOf([birth], {}, given)).toEqual(factsOf([birth]));
});
