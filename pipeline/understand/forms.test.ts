// Certificates, forms and cards: labels in other orders, values right of or below them, several to a line.
import { expect, test } from 'vitest';
import { factsOf } from './testing/facts-of.ts';
import { centred, head, page, signed, state } from './testing/layout-maker.ts';

const motto = state.map((text) => centred(text, 12));

test('a birth certificate: the parents are other people', () => {
  const { kind, facts, sure } = factsOf([
    page([
      ...motto,
      '',
      centred('GIẤY KHAI SINH', 18),
      'Số: 15/2020',
      'Họ, chữ đệm, tên: NGUYỄN MINH ANH',
      'Giới tính: Nữ',
      'Ngày, tháng, năm sinh: 02/09/2020',
      'Ghi bằng chữ: Ngày hai, tháng chín, năm hai nghìn không trăm hai mươi',
      'Nơi sinh: Bệnh viện Phụ sản Hà Nội',
      'Số định danh cá nhân: 001320012345',
      'Họ, chữ đệm, tên người mẹ: Trần Thị Hà',
      'Giấy tờ tùy thân: Thẻ Căn cước công dân số 036192001234',
      'Họ, chữ đệm, tên người cha: Nguyễn Văn Minh',
      'Giấy tờ tùy thân: Căn cước công dân số 036090004321',
      'Nơi đăng ký khai sinh: Ủy ban nhân dân phường Trung Hòa, quận Cầu Giấy, thành phố Hà',
      'Nội',
      'Ngày, tháng, năm đăng ký: 15/09/2020',
      ...signed(['NGƯỜI KÝ GIẤY KHAI SINH', 'PHÓ CHỦ TỊCH'], 'Vũ Thị Thanh Hương'),
    ]),
  ]);
  expect(kind).toBe('GIAY_KHAI_SINH');
  expect(facts).toEqual({
    so_ky_hieu: '15/2020',
    ngay_ban_hanh: '2020-09-15',
    co_quan_ban_hanh: 'Ủy ban nhân dân phường Trung Hòa, quận Cầu Giấy, thành phố Hà Nội',
    ho_ten: 'NGUYỄN MINH ANH',
    ngay_sinh: '2020-09-02',
    so_dinh_danh: '001320012345',
    nguoi_ky: 'Vũ Thị Thanh Hương',
  });
  expect(Math.min(...Object.values(sure))).toBeGreaterThan(0.9);
});

test('a card with values under bilingual labels, its back on another page', () => {
  const small = (text: string, x = 80) => ({ text, x, size: 7 });
  const { kind, facts } = factsOf([
    page([
      { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', x: 80, size: 8 },
      { text: 'CĂN CƯỚC', x: 95, size: 12 },
      { text: 'IDENTITY CARD', x: 97, size: 8 },
      small('Số định danh cá nhân / Personal identification number:'),
      { text: '001090012345', x: 80, size: 11 },
      small('Họ, chữ đệm và tên khai sinh / Full name:'),
      { text: 'LÊ QUANG HUY', x: 80, size: 9 },
      small('Ngày, tháng, năm sinh / Date of birth: 05/06/1990'),
      { ...small('Giới tính / Sex: Nam'), beside: [small('Quốc tịch / Nationality: Việt Nam', 110)] },
    ]),
    page(
      [
        small('Nơi cư trú / Place of residence:'),
        small('Tổ 5, phường Nghĩa Đô, quận Cầu Giấy,'),
        small('thành phố Hà Nội'),
        small('Ngày, tháng, năm cấp / Date of issue: 01/08/2024'),
        small('Ngày, tháng, năm hết hạn / Date of expiry: 05/06/2030'),
      ],
      { number: 2 },
    ),
  ]);
  expect(kind).toBe('CAN_CUOC_CONG_DAN');
  expect(facts).toEqual({
    so_dinh_danh: '001090012345',
    ho_ten: 'LÊ QUANG HUY',
    ngay_sinh: '1990-06-05',
    gioi_tinh: 'Nam',
    noi_thuong_tru: 'Tổ 5, phường Nghĩa Đô, quận Cầu Giấy, thành phố Hà Nội',
    ngay_cap: '2024-08-01',
    ngay_het_han: '2030-06-05',
  });
});

test('a form with one box a digit and several labels to a line', () => {
  const { kind, facts } = factsOf([
    page([
      ...motto,
      '',
      centred('TỜ KHAI THAY ĐỔI THÔNG TIN CƯ TRÚ', 15),
      centred('Kính gửi(1): Công an phường Dịch Vọng'),
      '1. Họ, chữ đệm và tên: Vũ Hoàng Nam',
      { text: '2. Ngày, tháng, năm sinh: 07/08/1991', beside: [{ text: '3. Giới tính: Nam', x: 130 }] },
      '4. Số định danh cá nhân: 0 0 1 0 9 1 0 1 2 3 4 5',
      '7. Họ, chữ đệm và tên chủ hộ: Vũ Văn Hòa   8. Mối quan hệ với chủ hộ: Con',
      '9. Số định danh cá nhân của chủ hộ: 0 0 1 0 6 1 0 0 0 1 1 1',
      '10. Nội dung đề nghị(2): Đăng ký thường trú tại số 5 ngõ 10',
    ]),
  ]);
  expect(kind).toBe('TO_KHAI_THAY_DOI_THONG_TIN_CU_TRU');
  expect(facts).toMatchObject({
    nguoi_yeu_cau: 'Vũ Hoàng Nam',
    so_dinh_danh: '001091012345',
    ngay_sinh: '1991-08-07',
    noi_dung_de_nghi: 'Đăng ký thường trú tại số 5 ngõ 10',
  });
});

test('labels without colons in a table of two columns', () => {
  const row = (label: string, value: string) => ({ text: label, x: 30, beside: [{ text: value, x: 100 }] });
  const { kind, facts } = factsOf([
    page([
      ...head(
        ['SỞ TƯ PHÁP', 'THÀNH PHỐ ĐÀ NẴNG', 'Số: 4567/STP-LLTP'],
        [...state, 'Đà Nẵng, ngày 09 tháng 11 năm 2023'],
      ),
      '',
      centred('PHIẾU LÝ LỊCH TƯ PHÁP SỐ 1', 15),
      row('Họ và tên', 'TRƯƠNG QUỐC KHÁNH'),
      row('Ngày sinh', '20/10/1987'),
      row('CCCD số', '048087001234'),
      row('Tình trạng án tích', 'Không có án tích'),
      ...signed(['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'], 'Bùi Thị Hoài Thu'),
    ]),
  ]);
  expect(kind).toBe('PHIEU_LY_LICH_TU_PHAP');
  expect(facts).toMatchObject({
    ho_ten: 'TRƯƠNG QUỐC KHÁNH',
    ngay_sinh: '1987-10-20',
    so_dinh_danh: '048087001234',
    tinh_trang_an_tich: 'Không có án tích',
    co_quan_ban_hanh: 'SỞ TƯ PHÁP THÀNH PHỐ ĐÀ NẴNG',
  });
});

test('of several dates in a title block the last counts', () => {
  const { facts } = factsOf([
    page([
      ...head(['SỞ TÀI CHÍNH TỈNH BẮC NINH', 'PHÒNG ĐĂNG KÝ KINH DOANH', 'VÀ TÀI CHÍNH DOANH NGHIỆP'], state),
      '',
      centred('GIẤY CHỨNG NHẬN ĐĂNG KÝ DOANH NGHIỆP', 15),
      centred('CÔNG TY CỔ PHẦN'),
      centred('Mã số doanh nghiệp: 0100109106'),
      centred('Đăng ký lần đầu: ngày 05 tháng 04 năm 2010'),
      centred('Đăng ký thay đổi lần thứ: 7, ngày 11 tháng 09 năm 2025'),
      'Tên công ty viết bằng tiếng Việt: CÔNG TY CỔ PHẦN THÉP VIỆT BẮC',
      'Tên công ty viết tắt: VBS',
      '* Họ, chữ đệm và tên: ĐÀM QUANG THẮNG   Giới tính: Nam',
      'Số giấy tờ pháp lý của cá nhân: 027072001234',
      ...signed(['KT. TRƯỞNG PHÒNG', 'PHÓ TRƯỞNG PHÒNG'], 'Ngô Bá Lộc'),
    ]),
  ]);
  expect(facts).toMatchObject({
    ma_so_doanh_nghiep: '0100109106',
    ngay_ban_hanh: '2025-09-11',
    ten_doanh_nghiep: 'CÔNG TY CỔ PHẦN THÉP VIỆT BẮC',
    nguoi_dai_dien: 'ĐÀM QUANG THẮNG',
    co_quan_ban_hanh: 'PHÒNG ĐĂNG KÝ KINH DOANH VÀ TÀI CHÍNH DOANH NGHIỆP',
  });
});

test('a certified copy is known by its certification, not by the title copied', () => {
  const { kind, facts } = factsOf([
    page([
      ...motto,
      centred('GIẤY KHAI SINH', 18),
      'Họ, chữ đệm, tên: NGUYỄN MINH ANH',
      'Ngày, tháng, năm sinh: 01/01/1990',
      { text: 'CHỨNG THỰC BẢN SAO ĐÚNG VỚI BẢN CHÍNH', x: 40, size: 11 },
      { text: 'Số chứng thực: 1234   Quyển số: 01-SCT/BS', x: 40, size: 11 },
      { text: 'Ngày 12 tháng 5 năm 2025', x: 60, size: 11 },
      { text: 'UBND PHƯỜNG TÂN ĐỊNH', x: 55, size: 11 },
      { text: 'PHÓ CHỦ TỊCH', x: 62, size: 11 },
      '',
      '',
      { text: 'Lê Thị Kim Chi', x: 62, size: 11 },
    ]),
  ]);
  expect(kind).toBe('BAN_SAO_CHUNG_THUC');
  expect(facts).toEqual({
    so_ky_hieu: '1234',
    quyen_so: '01-SCT/BS',
    ngay_ban_hanh: '2025-05-12',
    co_quan_ban_hanh: 'UBND PHƯỜNG TÂN ĐỊNH',
    nguoi_ky: 'Lê Thị Kim Chi',
  });
});

test('a title no list knows stays with the rest, unsure', () => {
  const { kind, sureOfKind, codes } = factsOf([
    page([
      centred('BẢN KIỂM ĐIỂM CÁ NHÂN', 16),
      'Họ và tên: Nguyễn Văn Bình',
      'Tôi xin tự kiểm điểm như sau.',
    ]),
  ]);
  expect([kind, sureOfKind]).toEqual(['GIAY_TO_KHAC', false]);
  expect(codes).toContain('understand.kind-unsure');
});

test('a title that only contains a known one is another kind', () => {
  const { kind } = factsOf([
    page([
      ...motto,
      centred('TỜ KHAI ĐĂNG KÝ LẠI KHAI SINH', 16),
      'Họ, chữ đệm, tên người yêu cầu: Lê Văn An',
    ]),
  ]);
  expect(kind).toBe('GIAY_TO_KHAC');
});

test('a blank paper has no kind and no facts', () => {
  expect(factsOf([page([])])).toMatchObject({ kind: 'GIAY_TO_KHAC', facts: {}, sureOfKind: false });
});
