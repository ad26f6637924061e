// A pale stamp over print is taken off; print alone, dark or faded, stays.
import { expect, test } from 'vitest';
import { darkPrint, paleness } from './dark-print.ts';
import { type DrawnText, greyPage } from './testing/drawn-text.ts';

const text: DrawnText = { text: 'sách hiện hành và các nguồn', x: 60, y: 120 };
const stamp: DrawnText = { text: 'Số: 3638', x: 260, y: 128, colour: '#a0a0a0' };
const page = (texts: readonly DrawnText[]) => greyPage({ height: 180, texts });

test('over print it makes a line paler, and goes', async () => {
  const print = await page([text]);
  const both = await page([text, stamp]);
  expect(paleness(both)).toBeGreaterThan(1.25 * paleness(print));
  const left = darkPrint(both).data.reduce((sum, value) => sum + (value < 200 ? 1 : 0), 0);
  const alone = print.data.reduce((sum, value) => sum + (value < 200 ? 1 : 0), 0);
  expect(left / alone).toBeGreaterThan(0.7);
  expect(left / alone).toBeLessThan(1);
});

test('faded print stays', async () => {
  const faded = await page([{ ...text, colour: '#888' }]);
  const ink = (data: Uint8Array) => data.reduce((sum, value) => sum + (value < 190 ? 1 : 0), 0);
  expect(ink(darkPrint(faded).data)).toBeGreaterThan(0.85 * ink(faded.data));
});

test('a white picture is not pale', async () => {
  expect(paleness(await page([]))).toBe(0);
});
