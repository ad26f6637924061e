// Letters by Decree 30/2020 in layouts of committees, ministries and councils.
import { expect, test } from 'vitest';
import { factsOf } from './testing/facts-of.ts';
import { centred, head, page, signed, state } from './testing/layout-maker.ts';

const rank = (text: string) => ({ text, x: 148, align: 'centre' as const });

test('a decision: subject over two lines, annex behind the signature', () => {
  const first = page([
    ...head(
      ['ỦY BAN NHÂN DÂN', 'TỈNH THANH HÓA', '', 'Số: 2345/QĐ-UBND'],
      [...state, '', 'Thanh Hóa, ngày 12 tháng 6 năm 2024'],
    ),
    '',
    centred('QUYẾT ĐỊNH', 14),
    centred('Về việc phê duyệt Đề án vị trí việc làm trong các đơn vị sự nghiệp'),
    centred('công lập thuộc Sở Y tế giai đoạn 2024 - 2028'),
    '',
    centred('CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH THANH HÓA'),
    'Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;',
    centred('QUYẾT ĐỊNH:'),
    'Điều 1. Phê duyệt Đề án vị trí việc làm trong các đơn vị sự nghiệp.',
    { text: 'Nơi nhận:', size: 12, beside: [rank('KT. CHỦ TỊCH')] },
    { text: '- Như Điều 3;', size: 11, beside: [rank('PHÓ CHỦ TỊCH')] },
    { text: '- Lưu: VT, NV.', size: 11 },
    '',
    '',
    rank('Nguyễn Văn Thi'),
  ]);
  const annex = page(
    [
      centred('PHỤ LỤC'),
      centred('DANH MỤC VỊ TRÍ VIỆC LÀM'),
      '1. Giám đốc',
      rank('TRƯỞNG PHÒNG'),
      '',
      rank('Lê Văn Bình'),
    ],
    { number: 2 },
  );
  const { kind, sureOfKind, facts } = factsOf([first, annex]);
  expect([kind, sureOfKind]).toEqual(['QUYET_DINH', true]);
  expect(facts).toEqual({
    so_ky_hieu: '2345/QĐ-UBND',
    ngay_ban_hanh: '2024-06-12',
    co_quan_ban_hanh: 'ỦY BAN NHÂN DÂN TỈNH THANH HÓA',
    trich_yeu:
      'Về việc phê duyệt Đề án vị trí việc làm trong các đơn vị sự nghiệp công lập thuộc Sở Y tế giai đoạn 2024 - 2028',
    nguoi_ky: 'Nguyễn Văn Thi',
    chuc_vu: 'PHÓ CHỦ TỊCH',
  });
});

test('an official letter has no title: V/v under the number', () => {
  const { kind, facts } = factsOf([
    page([
      ...head(
        [
          'BỘ TÀI CHÍNH',
          'TỔNG CỤC THUẾ',
          'Số: 1234/TCT-CS',
          'V/v chính sách thuế giá trị gia',
          'tăng đối với hàng nhập khẩu',
        ],
        [...state, '', 'Hà Nội, ngày 05 tháng 3 năm 2024'],
      ),
      '',
      centred('Kính gửi: Cục Thuế thành phố Đà Nẵng.'),
      'Trả lời công văn số 567/CT-TTHT ngày 02/01/2024 của Cục Thuế thành phố',
      'Đà Nẵng về chính sách thuế, Tổng cục Thuế có ý kiến như sau.',
      ...signed(
        ['TL. TỔNG CỤC TRƯỞNG', 'KT. VỤ TRƯỞNG VỤ CHÍNH SÁCH', 'PHÓ VỤ TRƯỞNG'],
        'Phạm Thị Minh Hiền',
      ),
    ]),
  ]);
  expect(kind).toBe('CONG_VAN');
  expect(facts).toEqual({
    so_ky_hieu: '1234/TCT-CS',
    ngay_ban_hanh: '2024-03-05',
    co_quan_ban_hanh: 'TỔNG CỤC THUẾ',
    co_quan_chu_quan: 'BỘ TÀI CHÍNH',
    trich_yeu: 'chính sách thuế giá trị gia tăng đối với hàng nhập khẩu',
    nguoi_ky: 'Phạm Thị Minh Hiền',
    chuc_vu: 'PHÓ VỤ TRƯỞNG',
  });
});

test('a resolution of a council', () => {
  const { kind, facts } = factsOf([
    page([
      ...head(
        ['HỘI ĐỒNG NHÂN DÂN', 'TỈNH LÂM ĐỒNG', 'Số: 15/2023/NQ-HĐND'],
        [...state, 'Lâm Đồng, ngày 08 tháng 12 năm 2023'],
      ),
      '',
      centred('NGHỊ QUYẾT', 14),
      centred('Quy định mức thu phí thăm quan danh lam thắng cảnh'),
      '',
      centred('HỘI ĐỒNG NHÂN DÂN TỈNH LÂM ĐỒNG'),
      centred('KHÓA X KỲ HỌP THỨ 12'),
      'Căn cứ Luật Phí và lệ phí ngày 25 tháng 11 năm 2015;',
      ...signed(['CHỦ TỊCH'], 'Trần Đức Minh'),
    ]),
  ]);
  expect(kind).toBe('NGHI_QUYET');
  expect(facts).toMatchObject({
    co_quan_ban_hanh: 'HỘI ĐỒNG NHÂN DÂN TỈNH LÂM ĐỒNG',
    so_ky_hieu: '15/2023/NQ-HĐND',
    trich_yeu: 'Quy định mức thu phí thăm quan danh lam thắng cảnh',
  });
});

test('a received stamp beside the head is no part of it', () => {
  const { facts } = factsOf([
    page([
      { text: 'Số: 3709', x: 86, y: 12, size: 10 },
      { text: 'Ngày: 31/12/2025', x: 86, y: 16, size: 10 },
      ...head(
        ['UBND TỈNH NGHỆ AN', 'SỞ TÀI NGUYÊN VÀ MÔI', 'TRƯỜNG', 'Số: 926/BC-STNMT'],
        [...state, '', 'Nghệ An, ngày 02 tháng 12 năm 2024'],
      ),
      '',
      centred('BÁO CÁO', 14),
      centred('Tình hình thực hiện nhiệm vụ năm 2024'),
      'I. Kết quả thực hiện nhiệm vụ',
      ...signed(['GIÁM ĐỐC'], 'Hoàng Quốc Việt'),
    ]),
  ]);
  expect(facts).toMatchObject({
    so_ky_hieu: '926/BC-STNMT',
    ngay_ban_hanh: '2024-12-02',
    co_quan_ban_hanh: 'SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG',
    co_quan_chu_quan: 'UBND TỈNH NGHỆ AN',
  });
});

test('one printed line that runs through both columns of the head is parted', () => {
  const { facts } = factsOf([
    page([
      { text: 'ỦY BAN NHÂN DÂN TỈNH NAM CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', x: 30, size: 11 },
      { text: 'ĐỊNH', x: 55, size: 11, beside: [{ text: 'Độc lập - Tự do - Hạnh phúc', x: 120, size: 11 }] },
      { text: 'SỞ XÂY DỰNG', x: 48, size: 11 },
      {
        text: 'Số: 12/TB-SXD',
        x: 46,
        size: 11,
        beside: [{ text: 'Nam Định, ngày 24 tháng 02 năm 2020', x: 112, size: 11 }],
      },
      '',
      centred('THÔNG BÁO', 14),
      centred('Về việc tiếp công dân định kỳ'),
      'Thực hiện Luật Tiếp công dân, Sở Xây dựng thông báo lịch tiếp công dân.',
      ...signed(['GIÁM ĐỐC'], 'Vũ Văn Hùng'),
    ]),
  ]);
  expect(facts).toMatchObject({
    co_quan_chu_quan: 'ỦY BAN NHÂN DÂN TỈNH NAM ĐỊNH',
    co_quan_ban_hanh: 'SỞ XÂY DỰNG',
    ngay_ban_hanh: '2020-02-24',
  });
});

test('a number and a day left open are left out', () => {
  const { facts, codes } = factsOf([
    page([
      ...head(
        ['UBND HUYỆN CỦ CHI', 'PHÒNG NỘI VỤ', 'Số: ....../QĐ-PNV'],
        [...state, 'Củ Chi, ngày ..... tháng ..... năm 2012'],
      ),
      '',
      centred('QUYẾT ĐỊNH', 14),
      centred('V/v nâng bậc lương thường xuyên cho viên chức'),
      'Căn cứ Nghị định số 204/2004/NĐ-CP ngày 14 tháng 12 năm 2004;',
      ...signed(['TRƯỞNG PHÒNG'], 'Võ Văn Tư'),
    ]),
  ]);
  expect(facts).not.toHaveProperty('so_ky_hieu');
  expect(facts).not.toHaveProperty('ngay_ban_hanh');
  expect(facts.trich_yeu).toBe('nâng bậc lương thường xuyên cho viên chức');
  expect(codes).toContain('understand.field-missing');
});

test('a board above its committee: an officer signs, recipients stand beside him', () => {
  const sheet = page([
    ...head(
      [
        'THANH TRA CHÍNH PHỦ',
        'BAN TIẾP CÔNG DÂN TRUNG ƯƠNG',
        'Số: 512/BTCDTW-TCCB',
        'V/v cung cấp hồ sơ tiếp dân',
      ],
      [...state, 'Hà Nội, ngày 03 tháng 04 năm 2021'],
    ),
    '',
    centred('Kính gửi: Các bộ, ngành'),
    'Ban Tiếp công dân đề nghị các bộ, ngành cung cấp hồ sơ trước ngày 30/4/2021.',
    { text: 'Nơi nhận:', beside: [{ text: 'KT. TRƯỞNG BAN', x: 148, align: 'centre' }] },
    { text: '- Như trên;', beside: [{ text: 'PHÓ TRƯỞNG BAN', x: 148, align: 'centre' }] },
    '- Chủ tịch, các PCT;',
    '- Lưu: VT, TCCB.',
    '',
    '',
    { text: 'Đại tá PGS.TS. Hoàng Thị Tâm', x: 148, align: 'centre' },
  ]);
  expect(factsOf([sheet]).facts).toMatchObject({
    co_quan_chu_quan: 'THANH TRA CHÍNH PHỦ',
    co_quan_ban_hanh: 'BAN TIẾP CÔNG DÂN TRUNG ƯƠNG',
    nguoi_ky: 'Hoàng Thị Tâm',
    chuc_vu: 'PHÓ TRƯỞNG BAN',
  });
});

test('a council is no contract', () => {
  const sheet = page([
    ...head(
      ['HỘI ĐỒNG NHÂN DÂN', 'HUYỆN HƯỚNG HÓA', 'Số: 37/HĐND-VP'],
      [...state, 'Hướng Hóa, ngày 03 tháng 04 năm 2021'],
    ),
    '',
    centred('Kính gửi: Các phòng, ban'),
    'Thường trực Hội đồng nhân dân huyện mời dự họp.',
    ...signed(['TM. HỘI ĐỒNG NHÂN DÂN', 'CHỦ TỊCH'], 'Lê Văn Hòa'),
  ]);
  expect(factsOf([sheet]).kind).toBe('CONG_VAN');
});
