// Two blocks side by side: each read to its end, values that wrap stay in their block, a number serves one person.
import { expect, test } from 'vitest';
import { layOut, textOf } from './page-layout.ts';
import { factsOf } from './testing/facts-of.ts';
import { centred, type MadeLine, page, signed, state } from './testing/layout-maker.ts';

const motto = state.map((text) => centred(text, 12));

/** Lines of two blocks from one height on, each at its own pitch. */
const facing = (left: readonly string[], right: readonly string[], pitch = [6, 6.2]): MadeLine[] => {
  const block = (lines: readonly string[], x: number, step: number): MadeLine[] =>
    lines.map((text, i) => ({ text, x, y: 70 + i * step, size: 11 }));
  return [...block(left, 28, pitch[0] ?? 6), ...block(right, 112, pitch[1] ?? 6)];
};

const wife = [
  'Họ, chữ đệm, tên vợ: Nguyễn Thị Thu Hà',
  'Ngày, tháng, năm sinh: 01/02/1995',
  'Nơi cư trú: Số 5, đường Lê Lợi, phường Bến',
  'Nghé, quận 1',
  'Giấy tờ tùy thân: CCCD số',
  '079195001234',
];
const husband = [
  'Họ, chữ đệm, tên chồng: Trần Minh Đức',
  'Thịnh',
  'Ngày, tháng, năm sinh: 03/04/1993',
  'Nơi cư trú: Số 5, đường Lê Lợi, phường Bến',
  'Nghé, quận 1',
  'Giấy tờ tùy thân: CCCD số',
  '079093004321',
];
const couple = {
  ho_ten_vo: 'Nguyễn Thị Thu Hà',
  ho_ten_chong: 'Trần Minh Đức Thịnh',
  so_dinh_danh_vo: '079195001234',
  so_dinh_danh_chong: '079093004321',
};
const marriage = (blocks: readonly MadeLine[]) =>
  page([
    ...motto,
    centred('GIẤY CHỨNG NHẬN KẾT HÔN', 16),
    centred('Số: 12/2020'),
    ...blocks,
    { text: 'Nơi đăng ký kết hôn: Ủy ban nhân dân phường Bến Nghé, quận 1, thành phố Hồ Chí Minh', y: 120 },
    'Ngày, tháng, năm đăng ký: 16/10/2020',
    ...signed(['CHỦ TỊCH'], 'Lê Thị Hoa'),
  ]);

test('the left block comes before the right one, each whole', () => {
  const { segments } = layOut(page(facing(wife, husband)));
  expect(segments.map((segment) => textOf(segment.tokens))).toEqual([...wife, ...husband]);
});

test('a couple in facing blocks: names and numbers that wrap keep their owner', () => {
  expect(factsOf([marriage(facing(wife, husband))]).facts).toMatchObject(couple);
});

test('the blocks the other way round', () => {
  expect(factsOf([marriage(facing(husband, wife, [6.2, 6]))]).facts).toMatchObject(couple);
});

test('a person whose number is not printed gets no other person’s', () => {
  const { facts } = factsOf([marriage(facing(wife.slice(0, 4), husband))]);
  expect(facts).toMatchObject({ ho_ten_vo: couple.ho_ten_vo, so_dinh_danh_chong: '079093004321' });
  expect(facts.so_dinh_danh_vo).toBeUndefined();
});

test('lines of one block only, or with values right of their labels, stay rows', () => {
  const rows: MadeLine[] = [
    { text: 'Họ và tên: Lê Văn An', x: 28, beside: [{ text: 'Giới tính: Nam', x: 112 }] },
    { text: 'Ngày sinh: 01/02/1995', x: 28, beside: [{ text: 'Dân tộc: Kinh', x: 112 }] },
  ];
  const { segments } = layOut(page(rows));
  expect(segments.map((segment) => segment.row)).toEqual([0, 0, 1, 1]);
});

test('a table whose row labels break over two or three lines, a head misread', () => {
  const cell = (text: string, x: number, y: number): MadeLine => ({ text, x, y, size: 10 });
  const { facts } = factsOf([
    page([
      ...motto,
      centred('GIẤY CHỨNG NHẬN KẾT HÔN', 16),
      cell('VG', 80, 60),
      cell('CHỒNG', 145, 60),
      cell('Họ, chữ', 30, 66),
      cell('đệm,', 30, 70),
      cell('tên', 30, 74),
      cell('Phạm Thùy Hương', 60, 70.4),
      cell('Hoàng Việt Cường', 125, 70.2),
      cell('Giấy tờ tùy', 30, 80),
      cell('thân', 30, 84),
      cell('CCCD số 040193684001', 60, 82),
      cell('CCCD số 040096427012', 125, 82.2),
      { text: 'Nơi đăng ký kết hôn: Ủy ban nhân dân thị trấn Anh Sơn, huyện Anh Sơn', y: 92 },
      'Ngày, tháng, năm đăng ký: 28/11/2021',
      ...signed(['PHÓ CHỦ TỊCH'], 'Lương Như Giang'),
    ]),
  ]);
  expect(facts).toMatchObject({
    ho_ten_vo: 'Phạm Thùy Hương',
    ho_ten_chong: 'Hoàng Việt Cường',
    so_dinh_danh_vo: '040193684001',
    so_dinh_danh_chong: '040096427012',
  });
});
