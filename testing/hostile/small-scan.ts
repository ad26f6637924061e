// A small piece of a sample's scan: sound, quickly read, the same on every machine.
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { packageRoot } from '../../lists/index.ts';

const SCAN = join(packageRoot(), 'samples', 'doanh-nghiep', 'scans', '03.tif');

/** A few printed lines, grey, about 700 × 300 pixels; states no resolution of its own. */
export async function smallScan(): Promise<Sharp> {
  const { data, info } = await sharp(SCAN)
    .extract({ left: 100, top: 100, width: 1000, height: 400 })
    .resize({ width: 700 })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  return sharp(data, { raw: { width, height, channels } });
}
