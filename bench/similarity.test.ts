// The similarity used in the bench: 1 for the same picture, less for a lost mark, and it finds skew and offset again.
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { seeded } from '../samples/draw/random.ts';
import { refine, sampled } from './registration.ts';
import { bestFit, crop, type Grey, ssim } from './similarity.ts';

const PAGE = { width: 400, height: 560 };

/** Bars of random length, like lines of print. */
function page(): Grey {
  const random = seeded('page');
  const data = new Uint8Array(PAGE.width * PAGE.height).fill(240);
  for (let top = 40; top < 500; top += 16) {
    for (let left = 40; left < 340; left += 26) {
      const width = 6 + Math.floor(random.next() * 16);
      for (let row = top; row < top + 7; row += 1)
        data.fill(40, row * PAGE.width + left, row * PAGE.width + left + width);
    }
  }
  return { ...PAGE, data };
}

async function turn({ width, height, data }: Grey, degrees: number): Promise<Grey> {
  const picture = sharp(data, { raw: { width, height, channels: 1 } }).rotate(degrees, {
    background: '#f0f0f0',
  });
  const turned = await picture.toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
  return { width: turned.info.width, height: turned.info.height, data: turned.data };
}

describe('similarity', () => {
  test('is 1 for the same picture and falls when a line is lost', () => {
    const whole = page();
    const lost = { ...whole, data: whole.data.slice() };
    lost.data.fill(240, 100 * PAGE.width, 140 * PAGE.width);
    expect(ssim(whole, whole)).toBeCloseTo(1, 10);
    expect(ssim(whole, lost)).toBeLessThan(0.97);
  });

  test('finds skew and crop of a scan again', async () => {
    const scan = await turn(page(), -1.4);
    const whole = await turn(scan, 1.4);
    const legal = crop(whole, { left: 17, top: 22, width: 380, height: 540 });
    const fit = await bestFit((skew) => turn(scan, skew), legal);
    expect(fit.skew).toBeCloseTo(1.4, 1);
    expect([fit.left, fit.top]).toEqual([17, 22]);
    expect(ssim(crop(await turn(scan, fit.skew), fit), legal)).toBeGreaterThan(0.97);
  });
});

test('a scan is laid on its copy to a fraction of a pixel, whatever the sizes', async () => {
  const scan = await turn(page(), -1.37);
  const whole = sampled(scan, { width: 383, height: 541 }, { degrees: 1.37, x: 211.3, y: 290.6 });
  const found = refine(scan, whole, { degrees: 1.3, x: 213, y: 289 });
  expect(found.degrees).toBeCloseTo(1.37, 2);
  expect(Math.hypot(found.x - 211.3, found.y - 290.6)).toBeLessThan(0.05);
  expect(ssim(sampled(scan, whole, found), whole)).toBeGreaterThan(0.999);
});
