// Rows of dashes are counted; leaders, drawn lines, letters and rows of bars are none.
import { expect, test } from 'vitest';
import { dashRules } from './dash-rules.ts';
import { greyPage, lineOf } from './testing/drawn-text.ts';

const head = { text: 'UBND XÃ YÊN NINH', x: 60, y: 80 };
const dashes = (
  count: number,
  { x = 120, y = 130, pitch = 24, long = 12, thick = 4, drop = 0 } = {},
): string =>
  Array.from(
    { length: count },
    (_, i) =>
      `<rect x="${x + i * pitch}" y="${y + (i % 3) * drop}" width="${long}" height="${thick}" fill="#222"/>`,
  ).join('');
const counted = async (over: string) => {
  const page = await greyPage({ texts: [head, { text: 'Số: 12', x: 100, y: 220 }], over });
  return dashRules(page, [lineOf(head)]).map(({ count }) => count);
};

test.each([
  ['eight', dashes(8), [8]],
  ['eleven, faint and set unevenly', dashes(11, { thick: 3, drop: 1 }), [11]],
  ['two beside each other', dashes(8) + dashes(11, { x: 600, y: 134 }), [8, 11]],
  ['long ones close together', dashes(6, { pitch: 30, long: 22 }), [6]],
])('%s', async (_what, over, counts) => {
  expect(await counted(over)).toEqual(counts);
});

test.each([
  ['three', dashes(3)],
  ['a drawn line', '<rect x="120" y="130" width="260" height="4" fill="#222"/>'],
  ['a dotted leader', dashes(40, { pitch: 11, long: 4 })],
  ['bars', dashes(9, { thick: 40, y: 110 })],
  ['uneven strokes', dashes(2) + dashes(2, { x: 190 }) + dashes(2, { x: 300 })],
])('not %s', async (_what, over) => {
  expect(await counted(over)).toEqual([]);
});

test('a page without lines of text has none', async () => {
  expect(dashRules(await greyPage({ texts: [], over: dashes(8) }), [])).toEqual([]);
});
