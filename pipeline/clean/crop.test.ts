// What is cut off a page: dark borders, and the corners that turning added where nothing lies in them.
import { describe, expect, test } from 'vitest';
import type { GreyImage } from '../../core/ports.ts';
import { drawn, printLines } from '../testing/pages.ts';
import { areaOf, darkBorders, emptyCorners } from './crop.ts';

const size = { width: 500, height: 700 };
const print = printLines({ x: 60, y: 60, width: 380, height: 580 });
const none = { left: 0, top: 0, right: 0, bottom: 0 };

describe('dark borders', () => {
  test.each([
    ['no border', '', none],
    ['left', '<rect width="25" height="700" fill="#0c0c0c"/>', { ...none, left: 0.05 }],
    ['top', '<rect width="500" height="70" fill="#222"/>', { ...none, top: 0.1 }],
    ['right', '<rect x="450" width="50" height="700" fill="#000"/>', { ...none, right: 0.1 }],
    ['bottom', '<rect y="665" width="500" height="35" fill="#1a1010"/>', { ...none, bottom: 0.05 }],
    [
      'bottom, ragged: noise of the lid',
      '<rect y="665" width="500" height="35" fill="#000"/><rect y="670" x="20" width="90" height="9" fill="#fff"/>',
      { ...none, bottom: 0.05 },
    ],
    [
      'a frame printed round the text',
      '<rect x="30" y="30" width="440" height="640" fill="none" stroke="#000" stroke-width="5"/>',
      none,
    ],
    ['a heavy rule at the top', '<rect x="60" y="0" width="200" height="30" fill="#000"/>', none],
    ['a dark photograph at the edge', '<rect x="0" y="20" width="140" height="200" fill="#101010"/>', none],
    ['a coloured edge', '<rect width="40" height="700" fill="#b01020"/>', none],
    ['a page dark all over', '<rect width="500" height="700" fill="#101010"/>', none],
  ])('%s', async (_what, shapes, expected) => {
    const found = darkBorders(await drawn({ ...size, shapes: print + shapes }));
    for (const side of ['left', 'top', 'right', 'bottom'] as const)
      expect(Math.abs(found[side] - expected[side])).toBeLessThan(0.005);
  });
});

describe('empty corners', () => {
  const canvas = (dots: readonly (readonly [x: number, y: number, value: number])[]): GreyImage => {
    const data = new Uint8Array(60 * 40).fill(255);
    for (const [x, y, value] of dots) data[y * 60 + x] = value;
    return { width: 60, height: 40, data };
  };
  const wanted = { width: 50, height: 34 };
  const full = { left: 5 / 60, right: 5 / 60, top: 3 / 40, bottom: 3 / 40 };
  test.each([
    ['nothing there: back to the sheet’s size', [], full],
    ['a mark at the very edge stops its side', [[0, 20, 100]], { ...full, left: 0 }],
    ['a mark further in stops it there', [[57, 20, 100]], { ...full, right: 2 / 60 }],
    ['one in a corner stops both sides', [[1, 38, 200]], { ...full, left: 1 / 60, bottom: 1 / 40 }],
    [
      'the grain of the paper stops nothing',
      [
        [0, 20, 230],
        [30, 0, 225],
      ],
      full,
    ],
    ['marks further in than wanted take nothing more', [[30, 20, 0]], full],
  ] as const)('%s', (_what, dots, expected) => {
    const trim = emptyCorners(canvas(dots), wanted);
    for (const side of ['left', 'top', 'right', 'bottom'] as const)
      expect(trim[side]).toBeCloseTo(expected[side], 6);
  });

  test('a canvas smaller than wanted is left whole', () => {
    expect(emptyCorners(canvas([]), { width: 80, height: 50 })).toEqual(none);
  });
});

test.each([
  [none, { left: 0, top: 0, width: 200, height: 100 }],
  [
    { left: 0.1, top: 0.2, right: 0.05, bottom: 0.1 },
    { left: 20, top: 20, width: 170, height: 70 },
  ],
])('area kept of 200 × 100 with %o', (trim, area) => {
  expect(areaOf(trim, { width: 200, height: 100 })).toEqual(area);
});
