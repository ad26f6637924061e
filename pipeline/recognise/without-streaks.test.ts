// Thin lines go, letters stay, also where a line crosses them.
import { expect, test } from 'vitest';
import type { GreyImage } from '../../core/ports.ts';
import { greyPage } from './testing/drawn-text.ts';
import { withoutStreaks } from './without-streaks.ts';

const text = { text: 'Địa điểm kinh doanh: Số 29, Hưng Yên', x: 60, y: 200 };
const line = (from: [number, number], to: [number, number], width = 4): string =>
  `<line x1="${from[0]}" y1="${from[1]}" x2="${to[0]}" y2="${to[1]}" stroke="#222" stroke-width="${width}"/>`;
const dark = ({ data }: GreyImage): number => data.reduce((sum, value) => sum + (value < 150 ? 1 : 0), 0);
const plain = dark(await greyPage({ texts: [text] }));

test.each([
  ['upright through a word', line([300, 10], [300, 390])],
  ['leaning', line([320, 10], [295, 390])],
  ['under the words', line([60, 215], [900, 215])],
  ['level but for a degree, through the words', line([20, 195], [1100, 205], 3)],
])('%s', async (_what, over) => {
  const page = await greyPage({ texts: [text], over });
  const before = dark(page) - plain;
  const after = dark(withoutStreaks(page)) - plain;
  expect(before).toBeGreaterThan(700);
  // What is left of it lies in letters; they lose next to nothing.
  expect(Math.abs(after)).toBeLessThan(0.25 * before);
});

test.each([
  ['letters alone', ''],
  ['a short stroke', line([300, 50], [300, 180])],
  ['a bar', line([300, 10], [300, 390], 20)],
])('%s: the same picture', async (_what, over) => {
  const page = await greyPage({ texts: [text], over });
  expect(withoutStreaks(page)).toBe(page);
});
