// The raised figure is told by where it stands, whatever it was read as.
import { expect, test } from 'vitest';
import { cutLine } from './cut-line.ts';
import { withPowers } from './square-metres.ts';
import { type DrawnText, greyPage, lineOf } from './testing/drawn-text.ts';

/** What becomes of `read`, one word over the whole picture of the drawn text, behind a figure. */
async function unitOf(text: string, read: string, before = '137,9'): Promise<string> {
  const drawn: DrawnText = { text, x: 60, y: 120 };
  const { picture, margin } = cutLine(await greyPage({ texts: [drawn] }), lineOf(drawn));
  const word = { text: read, x: margin, width: picture.width - 2 * margin, confidence: 0.9 };
  const figure = { text: before, x: 0, width: 0, confidence: 0.9 };
  return withPowers([figure, word], picture)[1]!.text;
}

test.each([
  ['m²', 'm?', 'm²'],
  ['m².', 'm2.', 'm².'],
  ['m²;', 'm°;', 'm²;'],
  ['m³', 'm3', 'm³'],
  ['95m²', '95m?', '95m²'],
])('%s read as %s is %s', async (print, read, right) => {
  expect(await unitOf(print, read)).toBe(right);
});

test.each([
  ['m2', 'm2', '137,9'],
  ['m²', 'm²', '137,9'],
  ['m?', 'm?', '137,9'],
  ['m²', 'm2', 'Lô'],
  ['km', 'km', '12'],
])('%s read as %s behind %s stays', async (print, read, before) => {
  expect(await unitOf(print, read, before)).toBe(read);
});
