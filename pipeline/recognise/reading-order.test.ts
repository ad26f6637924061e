// Lines in the order a person reads them: two heads of a letter, tables, signature blocks, plain text.
import { describe, expect, test } from 'vitest';
import { place, readingOrder, rowsOf } from './reading-order.ts';

/** A line named by its text: left, right, middle of the line, height 20. */
const at = (name: string, left: number, right: number, middle: number, height = 20) =>
  place({
    name,
    line: {
      score: 1,
      corners: [
        { x: left, y: middle - height / 2 },
        { x: right, y: middle - height / 2 },
        { x: right, y: middle + height / 2 },
        { x: left, y: middle + height / 2 },
      ] as const,
    },
  });
const names = (pieces: ReturnType<typeof at>[]) => readingOrder(pieces).map((p) => p.item.name);

const head = [
  at('ỦY BAN NHÂN DÂN', 80, 350, 100),
  at('CỘNG HÒA XÃ HỘI', 420, 900, 102),
  at('THÀNH PHỐ NAM ĐỊNH', 70, 360, 128),
  at('Độc lập - Tự do', 480, 840, 130),
  at('Số: 318/GPXD', 120, 300, 160),
  at('Nam Định, ngày 19', 470, 860, 162),
];
const headRead = [
  'ỦY BAN NHÂN DÂN',
  'THÀNH PHỐ NAM ĐỊNH',
  'Số: 318/GPXD',
  'CỘNG HÒA XÃ HỘI',
  'Độc lập - Tự do',
  'Nam Định, ngày 19',
];
const title = at('GIẤY PHÉP XÂY DỰNG', 300, 680, 230, 26);
const body = [
  at('Cấp cho: ông', 80, 900, 280),
  at('Được phép xây dựng', 80, 880, 310),
  at('theo thiết kế', 80, 300, 340),
];
const bodyRead = ['Cấp cho: ông', 'Được phép xây dựng', 'theo thiết kế'];
const signed = [
  at('Nơi nhận:', 80, 200, 500),
  at('TM. ỦY BAN NHÂN DÂN', 560, 860, 502),
  at('- Như trên;', 80, 220, 526),
  at('CHỦ TỊCH', 640, 780, 528),
  at('- Lưu: VT.', 80, 210, 552),
  at('Trần Văn A', 630, 790, 640),
];
const signedRead = [
  'Nơi nhận:',
  '- Như trên;',
  '- Lưu: VT.',
  'TM. ỦY BAN NHÂN DÂN',
  'CHỦ TỊCH',
  'Trần Văn A',
];

const tableRows = [1, 2, 3].flatMap((row) =>
  ['a', 'b', 'c'].map((column, i) => at(`${column}${row}`, 100 + i * 250, 280 + i * 250, 200 + row * 40)),
);

describe('reading order', () => {
  test.each([
    ['one column', body, bodyRead],
    ['the two heads of a letter', head, headRead],
    [
      'a letter: heads, title, text, signature blocks',
      [...head, title, ...body, ...signed],
      [...headRead, 'GIẤY PHÉP XÂY DỰNG', ...bodyRead, ...signedRead],
    ],
    [
      'a table of three columns: row by row',
      tableRows,
      ['a1', 'b1', 'c1', 'a2', 'b2', 'c2', 'a3', 'b3', 'c3'],
    ],
    [
      'two pieces of one printed line',
      [at('tên:', 220, 300, 101), at('Họ và', 80, 200, 100)],
      ['Họ và', 'tên:'],
    ],
    [
      'a gap in a single line of a paragraph',
      [at('một', 80, 900, 100), at('hai', 80, 400, 130), at('ba', 460, 900, 130), at('bốn', 80, 900, 160)],
      ['một', 'hai', 'ba', 'bốn'],
    ],
    ['nothing', [], []],
  ])('%s', (_what, pieces, expected) => {
    expect(names(pieces)).toEqual(expected);
    // The detector's own order says nothing.
    expect(names([...pieces].reverse())).toEqual(expected);
  });

  test('every piece comes once', () => {
    const all = [...head, title, ...body, ...tableRows, ...signed];
    expect(names(all).sort()).toEqual(all.map((p) => p.item.name).sort());
  });
});

describe('rows', () => {
  test.each([
    ['level', [at('a', 0, 50, 100), at('b', 80, 120, 100)], 1],
    ['a little askew', [at('a', 0, 50, 100), at('b', 80, 120, 107)], 1],
    ['half a line lower', [at('a', 0, 50, 100), at('b', 80, 120, 111)], 2],
    ['one upon the other', [at('a', 0, 90, 100), at('b', 30, 120, 104)], 2],
    ['a large letter beside a small one', [at('A', 0, 50, 100, 60), at('b', 80, 120, 108)], 1],
  ])('%s', (_what, pieces, count) => {
    expect(rowsOf(pieces)).toHaveLength(count);
  });
});
