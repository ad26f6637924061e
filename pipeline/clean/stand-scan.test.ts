// A stored scan, its turn known, gives the legal picture again to the last sample, and where it lay on the scan.
import { describe, expect, test } from 'vitest';
import { samplePage } from '../testing/pages.ts';
import { cleanPage, openPage } from './clean-page.ts';
import { cropRgb } from './raster.ts';
import { standScan } from './stand-scan.ts';

describe.each([
  ['khai-sinh/02.jpg', 1, 90, -1.3],
  ['giay-to-gia-dinh/batch.pdf', 6, 180, -0.7],
  ['doanh-nghiep/02.pdf', 1, 0, 0.5],
] as const)('%s page %i', (name, number, rotation, slope) => {
  test('is cleaned again as it was', async () => {
    const source = await samplePage(name, number);
    const cleaned = await cleanPage(await openPage(source), { rotation, slope });
    const stood = await standScan(source, { rotation, skew: cleaned.skew }, false);
    expect([stood.legal.width, stood.legal.height]).toEqual([cleaned.legal.width, cleaned.legal.height]);
    expect(Buffer.compare(stood.legal.data, cleaned.legal.data)).toBe(0);
    expect([stood.kept.width, stood.kept.height]).toEqual([stood.legal.width, stood.legal.height]);
    // The same place of the whole scan shows the same: sampled half a pixel apart at most.
    const place = await cropRgb(stood.scan, stood.kept);
    let sum = 0;
    for (let i = 0; i < place.data.length; i += 101) sum += Math.abs(place.data[i]! - stood.legal.data[i]!);
    expect(sum / (place.data.length / 101)).toBeLessThan(9);
  });
});

test('a page that was born digital is neither turned nor cut', async () => {
  const source = await samplePage('khai-sinh/04.pdf', 1);
  const stood = await standScan(source, { rotation: 0, skew: 0 }, true);
  expect(stood.kept).toEqual({ left: 0, top: 0, width: stood.scan.width, height: stood.scan.height });
  expect(Buffer.compare(stood.legal.data, stood.scan.data)).toBe(0);
});
