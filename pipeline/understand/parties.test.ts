// Papers of several people: columns, blocks, repeated owners.
import { describe, expect, test } from 'vitest';
import { loadLists } from '../../lists/index.ts';
import { ownersOf } from './owners-of.ts';
import { factsOf } from './testing/facts-of.ts';
import { centred, page, signed, state } from './testing/layout-maker.ts';
import { understand } from './understand.ts';

const motto = state.map((text) => centred(text, 12));
const row = (label: string, left: string, right: string) => ({
  text: label,
  x: 30,
  beside: [
    { text: left, x: 88 },
    { text: right, x: 142 },
  ],
});

const couple = {
  ho_ten_vo: 'Nguyễn Thu Hà',
  ho_ten_chong: 'Trần Minh Đức',
  so_dinh_danh_vo: '079195001234',
  so_dinh_danh_chong: '079093004321',
};

describe('a couple', () => {
  test('in columns, the row label broken over two lines', () => {
    const { facts } = factsOf([
      page([
        ...motto,
        centred('TỜ KHAI ĐĂNG KÝ KẾT HÔN', 15),
        row('Thông tin', 'Bên nữ', 'Bên nam'),
        row('Họ, chữ đệm, tên', 'Nguyễn Thu Hà', 'Trần Minh Đức'),
        row('Ngày, tháng, năm sinh', '01/02/1995', '03/04/1993'),
        row('Số định danh cá nhân/', '079195001234', '079093004321'),
        { text: 'Giấy tờ tùy thân', x: 30 },
        'Chúng tôi cam đoan những lời khai trên đây là đúng sự thật.',
        { text: 'Làm tại: phường Bến Nghé, ngày 05 tháng 06 năm 2025', x: 80 },
        { text: 'Bên nữ', x: 50, beside: [{ text: 'Bên nam', x: 140 }] },
      ]),
    ]);
    expect(facts).toMatchObject({ ...couple, ngay_lam_don: '2025-06-05' });
  });

  test('in columns the other way round', () => {
    const { facts } = factsOf([
      page([
        ...motto,
        centred('GIẤY CHỨNG NHẬN KẾT HÔN', 15),
        row('', 'Chồng', 'Vợ'),
        row('Họ và tên', 'Trần Minh Đức', 'Nguyễn Thu Hà'),
        row('Sinh ngày', '03/04/1993', '01/02/1995'),
        row('Số CMND', '079093004321', '079195001234'),
        ...signed(['CHỦ TỊCH'], 'Lê Thị Hoa'),
      ]),
    ]);
    expect(facts).toMatchObject(couple);
  });

  test('one below the other, the husband first', () => {
    const { facts } = factsOf([
      page([
        ...motto,
        centred('TRÍCH LỤC KẾT HÔN (BẢN SAO)', 15),
        'Họ, chữ đệm, tên chồng: Trần Minh Đức',
        'Ngày, tháng, năm sinh: 03/04/1993',
        'Giấy tờ tùy thân: CCCD số 079093004321',
        'Họ, chữ đệm, tên vợ: Nguyễn Thu Hà',
        'Ngày, tháng, năm sinh: 01/02/1995',
        'Giấy tờ tùy thân: CCCD số 079195001234',
        ...signed(['TRƯỞNG PHÒNG'], 'Lê Thị Hoa'),
      ]),
    ]);
    expect(facts).toMatchObject(couple);
  });
});

test('parties under heads that are the labels of their names', () => {
  const { kind, facts } = factsOf([
    page([
      ...motto,
      centred('GIẤY ỦY QUYỀN', 16),
      'I. BÊN ỦY QUYỀN',
      'Họ và tên: Nguyễn Thị Bích Ngọc',
      'CCCD số: 048180001234 cấp ngày 01/05/2021',
      'II. BÊN ĐƯỢC ỦY QUYỀN',
      'Họ và tên: Lê Hoàng Long',
      'CCCD số: 048085004321',
      'III. NỘI DUNG ỦY QUYỀN',
      'Bên ủy quyền đồng ý để bên được ủy quyền nộp hồ sơ và nhận kết quả.',
      'Thời hạn ủy quyền: đến hết ngày 31/12/2025',
    ]),
  ]);
  expect(kind).toBe('VAN_BAN_UY_QUYEN');
  expect(facts).toMatchObject({
    nguoi_uy_quyen: 'Nguyễn Thị Bích Ngọc',
    so_dinh_danh: '048180001234',
    nguoi_duoc_uy_quyen: 'Lê Hoàng Long',
    so_dinh_danh_nguoi_duoc_uy_quyen: '048085004321',
    ngay_het_han: '2025-12-31',
  });
});

test('land held by three: every owner with the own number', () => {
  const lists = loadLists();
  const result = understand(
    [
      page([
        ...motto,
        centred('GIẤY CHỨNG NHẬN', 16),
        centred('QUYỀN SỬ DỤNG ĐẤT', 14),
        'I. Người sử dụng đất',
        'Ông: Trần Văn Khoa; Sinh năm: 1970; CMND số: 273123456',
        'Và vợ là bà: Lê Thị Mai; Sinh năm: 1975; CMND số: 273654321',
        'Ông: Trần Văn Lộc; Sinh năm: 1995; Số định danh cá nhân: 077095001234',
        'Địa chỉ thường trú: 12 Lê Lai, phường 1, thành phố Vũng Tàu',
        { text: 'BX 123456', x: 170 },
        'Số vào sổ cấp GCN: CS01234',
        { text: 'Vũng Tàu, ngày 20 tháng 11 năm 2018', x: 148, align: 'centre' },
        ...signed(
          ['SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG', 'TỈNH BÀ RỊA - VŨNG TÀU', 'TUQ. GIÁM ĐỐC', 'CHI CỤC TRƯỞNG'],
          'Nguyễn Thanh Tùng',
        ),
      ]),
    ],
    lists,
  );
  const kind = lists.kind(result.kind.code);
  expect(kind?.code).toBe('GIAY_CHUNG_NHAN_QUYEN_SU_DUNG_DAT');
  expect(kind && ownersOf(kind, result.facts)).toEqual([
    {
      role: 'chu_giay_to',
      lead: true,
      kind: 'citizen',
      scheme: 'CMND',
      number: '273123456',
      name: 'Trần Văn Khoa',
    },
    {
      role: 'chu_giay_to',
      lead: false,
      kind: 'citizen',
      scheme: 'CMND',
      number: '273654321',
      name: 'Lê Thị Mai',
    },
    {
      role: 'chu_giay_to',
      lead: false,
      kind: 'citizen',
      scheme: 'SDD',
      number: '077095001234',
      name: 'Trần Văn Lộc',
    },
  ]);
  expect(Object.fromEntries(result.facts.map((fact) => [fact.key, fact.value]))).toMatchObject({
    so_phat_hanh: 'BX 123456',
    so_ky_hieu: 'CS01234',
    co_quan_ban_hanh: 'SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG TỈNH BÀ RỊA - VŨNG TÀU',
  });
});
