// Handwriting told from print by its ink; what clerks' owners confirm, stamps and red print.
import { describe, expect, test } from 'vitest';
import { factsOf } from './testing/facts-of.ts';
import { centred, head, type MadeLine, page, signed, state } from './testing/layout-maker.ts';

const motto = state.map((text) => centred(text, 12));

/** A line whose value (everything behind the first colon) has some coloured ink. */
const penned = (label: string, value: string, ink: number): MadeLine => ({
  text: `${label}: ${value}`,
  inks: Object.fromEntries(value.split(' ').map((word) => [word, ink])),
});
const form = (ink: number) =>
  page([
    ...motto,
    centred('TỜ KHAI ĐĂNG KÝ KHAI SINH', 15),
    penned('Họ, chữ đệm, tên người yêu cầu', 'Lê Minh Anh', ink),
    penned('Nơi cư trú', 'Số 5, đường Lê Lợi, phường Bến Nghé', ink),
    penned('Số định danh cá nhân', '079195001234', ink),
    penned('Họ, chữ đệm, tên', 'TRẦN GIA HÂN', ink),
    penned('Ngày, tháng, năm sinh', '02/03/2024', ink),
  ]);

describe('a form filled in', () => {
  test('in black print is sure', () => {
    const { sure } = factsOf([form(0)]);
    expect(Math.min(sure.so_dinh_danh ?? 0, sure.ho_ten ?? 0)).toBeGreaterThan(0.9);
  });

  test.each([0.04, 0.8])('with ink of %s is never sure by itself', (ink) => {
    const { sure, problems } = factsOf([form(ink)]);
    expect(Math.max(...Object.values(sure))).toBeLessThan(0.9);
    expect(sure.nguoi_yeu_cau).toBeGreaterThan(0.8);
    expect(problems).not.toContainEqual(expect.objectContaining({ field: 'nguoi_yeu_cau' }));
  });

  test('is sure where it names the owner the clerk named', () => {
    const owner = { kind: 'citizen', scheme: 'SDD', number: '079195001234', name: 'Lê Minh Anh' } as const;
    const { sure } = factsOf([form(0.04)], { owners: [owner] });
    expect(Math.min(sure.so_dinh_danh ?? 0, sure.nguoi_yeu_cau ?? 0)).toBeGreaterThan(0.9);
  });

  test('is left out where it nearly names that owner: it was misread', () => {
    const owner = { kind: 'citizen', scheme: 'SDD', number: '079195007234', name: 'Lê Minh Ánh' } as const;
    const { facts, problems } = factsOf([form(0.04)], { owners: [owner] });
    expect([facts.so_dinh_danh, facts.nguoi_yeu_cau]).toEqual([undefined, undefined]);
    for (const field of ['so_dinh_danh', 'nguoi_yeu_cau'])
      expect(problems).toContainEqual({ code: 'understand.handwriting', field, page: 1 });
  });
});

const letter = (number: MadeLine, title: MadeLine) =>
  page([
    ...head(['SỞ TÀI CHÍNH', 'TỈNH NINH BÌNH'], [...state, '', 'Ninh Bình, ngày 10 tháng 9 năm 2025']),
    number,
    title,
    centred('Về việc bổ sung hồ sơ'),
    'Sở Tài chính thông báo để các đơn vị biết, thực hiện.',
    ...signed(['GIÁM ĐỐC'], 'Nguyễn Văn Trưởng'),
  ]);
const numbered = (inks: Record<string, number>): MadeLine => ({
  text: 'Số: 743/TB-STC',
  x: 67,
  align: 'centre',
  y: 34,
  inks,
});

test('a coloured title is print, a number penned behind a black label is not', () => {
  const title = { ...centred('THÔNG BÁO', 15), y: 50, inks: { THÔNG: 0.9, BÁO: 0.9 } };
  const penned = factsOf([letter(numbered({ '743/TB-STC': 0.6 }), title)]);
  expect(penned.kind).toBe('THONG_BAO');
  expect(penned.sureOfKind).toBe(true);
  expect(penned.facts.so_ky_hieu).toBeUndefined();
  expect(penned.problems).toContainEqual({ code: 'understand.handwriting', field: 'so_ky_hieu', page: 1 });
  const printed = factsOf([letter(numbered({}), title)]);
  expect(printed.sure.so_ky_hieu).toBeGreaterThan(0.9);
});

test('a stamp over a printed number leaves it in doubt, not out', () => {
  const title = { ...centred('THÔNG BÁO', 15), y: 50 };
  const { facts, sure } = factsOf([letter(numbered({ 'Số:': 0.3, '743/TB-STC': 0.2 }), title)]);
  expect(facts.so_ky_hieu).toBe('743/TB-STC');
  expect(sure.so_ky_hieu).toBeLessThan(0.9);
});

test('a listed given name is sure; a name glued by the reader is parted', () => {
  const title = { ...centred('THÔNG BÁO', 15), y: 50 };
  expect(factsOf([letter(numbered({}), title)]).sure.nguoi_ky).toBeGreaterThan(0.9);
  const glued = page([
    ...motto,
    centred('GIẤY KHAI SINH', 16),
    'Họ, chữ đệm, tên: NôngThị Mai Trang',
    'Ngày, tháng, năm sinh: 02/03/2024',
  ]);
  expect(factsOf([glued]).facts.ho_ten).toBe('Nông Thị Mai Trang');
});

test('scraps of a stamp between rank and name hide neither rank nor unit', () => {
  const { facts } = factsOf([
    page([
      ...motto,
      centred('GIẤY CHỨNG NHẬN', 16),
      centred('QUYỀN SỬ DỤNG ĐẤT', 14),
      'Ông: Trần Văn Khoa; Sinh năm: 1970; CMND số: 273123456',
      { text: 'Nam Định, ngày 20 tháng 11 năm 2018', x: 148, align: 'centre' },
      ...['SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG', 'TỈNH NAM ĐỊNH', 'KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'].map(
        (text): MadeLine => ({ text, x: 148, align: 'centre' }),
      ),
      '',
      { text: 'TÀI NG', x: 142, align: 'centre', size: 6, inks: { TÀI: 0.95, NG: 0.97 } },
      '',
      { text: 'Mai Xuân Dũng', x: 148, align: 'centre' },
    ]),
  ]);
  expect(facts).toMatchObject({
    co_quan_ban_hanh: 'SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG TỈNH NAM ĐỊNH',
    nguoi_ky: 'Mai Xuân Dũng',
  });
});
