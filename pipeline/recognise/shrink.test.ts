// Shrinking takes the mean of the area each pixel covers.
import { describe, expect, test } from 'vitest';
import { shrinkGrey } from './shrink.ts';

const page = (width: number, height: number, value: (x: number, y: number) => number) => ({
  width,
  height,
  data: Uint8Array.from({ length: width * height }, (_, i) => value(i % width, Math.floor(i / width))),
});

test.each([
  ['pairs', page(4, 1, (x) => x * 10), [2, 1], [5, 25]],
  ['squares', page(4, 4, (x, y) => (x < 2 && y < 2 ? 200 : 0)), [2, 2], [200, 0, 0, 0]],
  ['parts of pixels', page(3, 1, (x) => [30, 60, 90][x]!), [2, 1], [40, 80]],
  ['the same size', page(3, 2, (x, y) => x + 10 * y), [3, 2], [0, 1, 2, 10, 11, 12]],
  ['one pixel', page(5, 5, (x) => x), [1, 1], [2]],
  ['larger', page(2, 1, (x) => x * 100), [4, 1], [0, 0, 100, 100]],
] as const)('%s', (_what, image, [width, height], expected) => {
  const out = shrinkGrey(image, width, height);
  expect(out).toHaveLength(width * height);
  expected.forEach((value, i) => void expect(out[i]).toBeCloseTo(value, 3));
});

describe.each([
  [640, 480],
  [999, 701],
  [31, 1000],
])('a page of 1000 × 702 to %i × %i', (width, height) => {
  test('keeps its mean', () => {
    const image = page(1000, 702, (x, y) => (x * 7 + y * 13) % 256);
    const mean = (values: ArrayLike<number>) =>
      Array.prototype.reduce.call(values, (a, b) => Number(a) + Number(b), 0) as number;
    expect(mean(shrinkGrey(image, width, height)) / (width * height)).toBeCloseTo(
      mean(image.data) / image.data.length,
      1,
    );
  });
});
