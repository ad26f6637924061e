// One kind of paper in the layouts papers come in: tables, values below, translations, leaders, heads in one column.
import { expect, test } from 'vitest';
import { loadLists } from '../../lists/index.ts';
import { factsOf } from './testing/facts-of.ts';
import { centred, head, type MadeLine, page, signed, state } from './testing/layout-maker.ts';
import { foodSafety } from './testing/operators-kind.ts';

const lists = loadLists({ extraKinds: foodSafety });
const facts = {
  so_ky_hieu: '77/GCN-SYT',
  ngay_ban_hanh: '2025-01-06',
  co_quan_ban_hanh: 'SỞ Y TẾ',
  co_quan_chu_quan: 'UBND TỈNH KHÁNH HÒA',
  ten_co_so: 'Cơ sở chế biến nước mắm Cô Ba',
  ma_so_thue: '0100109106',
  chu_co_so: 'Trần Thị Kim Hoa',
  dia_chi: 'Số 10, đường Trần Phú, xã Hồng Hà, tỉnh Khánh Hòa',
  loai_hinh: 'Chế biến thủy sản khô',
  hang: 'II',
  ngay_het_han: '2028-01-05',
  nguoi_ky: 'Lê Văn Hòa',
};
const rows: readonly (readonly [label: string, gloss: string, value: string])[] = [
  ['Tên cơ sở', 'Name of establishment', facts.ten_co_so],
  ['Mã số thuế', 'Tax code', facts.ma_so_thue],
  ['Họ và tên chủ cơ sở', 'Owner', `Bà ${facts.chu_co_so}`],
  ['Địa chỉ cơ sở', 'Address', facts.dia_chi],
  ['Loại hình sản xuất, kinh doanh', 'Line of business', facts.loai_hinh],
  ['Xếp loại', 'Class', 'II'],
  ['Có hiệu lực đến ngày', 'Date of expiry', '05/01/2028'],
];
const title = [
  { text: '' },
  centred('GIẤY CHỨNG NHẬN', 15),
  centred('CƠ SỞ ĐỦ ĐIỀU KIỆN AN TOÀN THỰC PHẨM', 15),
  { text: '' },
];
const heading = [
  ...head(
    ['UBND TỈNH KHÁNH HÒA', 'SỞ Y TẾ', 'Số: 77/GCN-SYT'],
    [...state, 'Khánh Hòa, ngày 06 tháng 01 năm 2025'],
  ),
  ...title,
];
const signature = signed(['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'], facts.nguoi_ky);

/** Cells of a table: lines 5 mm apart within a cell, rows further; `lines` says how a cell breaks. */
function table(top: number, colon: string): MadeLine[] {
  let y = top;
  return rows.flatMap(([label, , value], i) => {
    const split = label.startsWith('Loại hình')
      ? ['Loại hình sản xuất, kinh', `doanh${colon}`]
      : [`${label}${colon}`];
    const values = label.startsWith('Địa chỉ')
      ? [value.slice(0, 26).trim(), value.slice(26).trim()]
      : [value];
    const lines = Math.max(split.length, values.length);
    const at = (line: number, of: number): number => y + 5.2 * (line + (lines - of) / 2);
    const cells = [
      { text: String(i + 1), x: 30, y: at(0, 1) },
      ...split.map((text, line) => ({ text, x: 38, y: at(line, split.length) })),
      ...values.map((text, line) => ({ text, x: 104, y: at(line, values.length) })),
    ];
    y += 5.2 * lines + 3;
    return cells;
  });
}

const layouts: Readonly<Record<string, readonly (string | MadeLine)[]>> = {
  'labels with colons': [...heading, ...rows.map(([label, , value]) => `${label}: ${value}`), ...signature],
  'numbered labels': [
    ...heading,
    ...rows.map(([label, , value], i) => `${i + 1}. ${label}: ${value}.`),
    ...signature,
  ],
  'bilingual labels': [
    ...heading,
    ...rows.map(([label, gloss, value]) => `${label} / ${gloss}: ${value}`),
    ...signature,
  ],
  'dotted leaders': [
    ...heading,
    ...rows.map(([label, , value]) => `${label}: ......${value}..........`),
    ...signature,
  ],
  'labels in capitals': [
    ...heading,
    ...rows.map(([label, , value]) => `${label.toUpperCase()}: ${value}`),
    ...signature,
  ],
  'values below labels': [
    ...heading,
    ...rows.flatMap(([label, , value]) => [`${label}:`, { text: value, x: 38 }]),
    ...signature,
  ],
  'a table whose cells break': [...heading, ...table(72, ''), { text: '', y: 160 }, ...signature],
  'a table whose cells break, with colons': [
    ...heading,
    ...table(72, ':'),
    { text: '', y: 160 },
    ...signature,
  ],
  'a head in one column': [
    ...state.map((text) => centred(text, 12)),
    { text: '' },
    centred('UBND TỈNH KHÁNH HÒA', 12),
    centred('SỞ Y TẾ', 12),
    centred('Số: 77/GCN-SYT', 12),
    ...title,
    ...rows.map(([label, , value]) => `${label}: ${value}`),
    { text: 'Khánh Hòa, ngày 06 tháng 01 năm 2025', x: 148, align: 'centre' },
    ...signature,
  ],
};

test.each(Object.entries(layouts))('%s', (_, lines) => {
  const read = factsOf([page([...lines])], {}, lists);
  expect([read.kind, read.sureOfKind]).toEqual([foodSafety.code, true]);
  expect(read.facts).toEqual(facts);
  expect(read.codes).not.toContain('understand.handwriting');
});

test('a paper typed without marks is given as typed', () => {
  const bare = (text: string): string =>
    text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
  const typed = (layouts['labels with colons'] ?? []).map((line) =>
    typeof line === 'string'
      ? bare(line)
      : {
          ...line,
          text: bare(line.text),
          beside: line.beside?.map((other) => ({ ...other, text: bare(other.text) })) ?? [],
        },
  );
  const read = factsOf([page(typed)], {}, lists);
  expect(read.kind).toBe(foodSafety.code);
  expect(read.facts).toMatchObject({
    co_quan_chu_quan: 'UBND TINH KHANH HOA',
    chu_co_so: 'Tran Thi Kim Hoa',
    nguoi_ky: 'Le Van Hoa',
  });
});
