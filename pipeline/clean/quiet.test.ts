// Grain goes from the paper and costs no bytes; what deviates like a mark stays as it is.
import { describe, expect, test } from 'vitest';
import { drawn, meanOf, printLines } from '../testing/pages.ts';
import { quietPaper } from './quiet.ts';
import { encodeJpeg, type RgbImage } from './raster.ts';

const page = (noise: number) =>
  drawn({
    width: 700,
    height: 500,
    paper: '#f4f2ea',
    noise,
    shapes: `${printLines({ x: 90, y: 60, width: 520, height: 250 })}<path d="M100 420H600" stroke="#c4c4c4" stroke-width="3"/>`,
  });

/** Deviation of the green channel on bare paper. */
function grain(image: RgbImage): number {
  const mean = meanOf(image, [100, 450, 400, 30], 1);
  let sum = 0;
  for (let y = 450; y < 480; y++)
    for (let x = 100; x < 500; x++) sum += (image.data[(y * image.width + x) * 3 + 1]! - mean) ** 2;
  return Math.sqrt(sum / (400 * 30));
}

describe.each([4, 10])('noise of %i grey levels', (noise) => {
  test('paper is quieter, its tone the same', async () => {
    const noisy = await page(noise);
    const quiet = await quietPaper(noisy);
    expect(grain(noisy)).toBeGreaterThan(noise * 0.8);
    expect(grain(quiet)).toBeLessThan(grain(noisy) * 0.55);
    expect(Math.abs(meanOf(quiet, [100, 450, 400, 30]) - meanOf(noisy, [100, 450, 400, 30]))).toBeLessThan(
      0.5,
    );
  });

  test('a pencil line keeps its contrast', async () => {
    const noisy = await page(noise);
    const contrast = (image: RgbImage) =>
      meanOf(image, [110, 440, 480, 3]) - meanOf(image, [110, 419, 480, 3]);
    expect(contrast(await quietPaper(noisy)) / contrast(noisy)).toBeGreaterThan(0.8);
  });
});

test('a noisy page costs fewer bytes', async () => {
  const noisy = await page(10);
  const size = async (image: RgbImage) => (await encodeJpeg(image, { quality: 40, dpi: 200 })).length;
  expect(await size(await quietPaper(noisy))).toBeLessThan(0.96 * (await size(noisy)));
});

test('a page without grain stays nearly what it is', async () => {
  const still = await page(0);
  const { data } = await quietPaper(still);
  expect(data.every((value, i) => Math.abs(value - still.data[i]!) <= 3)).toBe(true);
});
