// What cleaning changed is seen: nothing where nothing changed, a mark that came or went in its place and strength.
import { expect, test } from 'vitest';
import type { RgbImage } from '../clean/raster.ts';
import sharp from '../safe-sharp.ts';
import { apart, compare, heatColours, steps } from './compare.ts';

const size = { width: 400, height: 600 };
const grey = (value: number): RgbImage => ({
  ...size,
  data: new Uint8Array(size.width * size.height * 3).fill(value),
});

/** A square of this value at (x, y). */
function marked(value: number, { x, y, side }: { x: number; y: number; side: number }): RgbImage {
  const page = grey(240);
  for (let row = y; row < y + side; row++)
    page.data.fill(value, (row * size.width + x) * 3, (row * size.width + x + side) * 3);
  return page;
}

const stoodOf = (legal: RgbImage, kept = { left: 0, top: 0, ...size }) => ({ scan: legal, kept, legal });
const at100 = { dpi: 100, at: 100 };

test('the same picture twice: no difference, a map without colour', async () => {
  const { difference, heat } = await compare(stoodOf(grey(240)), grey(240), at100);
  expect(difference).toMatchObject({ mean: 0, shares: [0, 0, 0], most: 0, dpi: 100 });
  const { channels } = await sharp(heat.bytes).stats();
  expect(channels[3]?.max).toBe(0);
});

test.each([
  [240 - steps[0] - 1, 0],
  [240 - steps[1] - 1, 1],
  [20, 2],
] as const)('a square of %d on 240 is step %d, in its place', async (value, step) => {
  const { difference, heat } = await compare(
    stoodOf(grey(240)),
    marked(value, { x: 100, y: 200, side: 40 }),
    at100,
  );
  const share = 1600 / (size.width * size.height);
  expect(difference.most).toBe(240 - value);
  for (const index of [0, 1, 2]) expect(difference.shares[index]).toBeCloseTo(index <= step ? share : 0, 6);
  const { data } = await sharp(heat.bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const pixel = (x: number, y: number) => [
    ...data.subarray((y * size.width + x) * 4, (y * size.width + x) * 4 + 4),
  ];
  for (const [index, sample] of pixel(120, 220).entries())
    expect(Math.abs(sample - heatColours[step][index]!)).toBeLessThanOrEqual(6);
  expect(pixel(90, 220)[3]).toBe(0);
  expect(pixel(120, 260)[3]).toBe(0);
});

test('a page of 300 dpi is compared at 100, and where it lay is told in fractions', async () => {
  const kept = { left: 40, top: 60, width: 320, height: 480 };
  const part = { width: 320, height: 480, data: new Uint8Array(320 * 480 * 3).fill(200) };
  const { scan, legal, heat, place } = await compare({ scan: grey(200), kept, legal: part }, part, {
    dpi: 300,
    at: 100,
  });
  expect([scan.width, scan.height]).toEqual([133, 200]);
  expect([legal.width, legal.height]).toEqual([107, 160]);
  expect([heat.width, heat.height]).toEqual([107, 160]);
  expect(place).toEqual({ left: 0.1, top: 0.1, width: 0.8, height: 0.8 });
});

test('another geometry is far apart, another size as far as can be', async () => {
  expect(await apart(grey(240), grey(240), 300)).toBe(0);
  expect(
    await apart(marked(0, { x: 0, y: 0, side: 300 }), marked(0, { x: 100, y: 300, side: 300 }), 300),
  ).toBeGreaterThan(50);
  expect(await apart(grey(240), { width: 10, height: 10, data: new Uint8Array(300) }, 300)).toBe(255);
});
