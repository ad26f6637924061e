// Scan against legal picture: two pictures that lie on each other, a map of where they differ, and how much.

import type { Area } from '../clean/raster.ts';
import { type RgbImage, smallRgb } from '../clean/raster.ts';
import type { StoodScan } from '../clean/stand-scan.ts';
import sharp from '../safe-sharp.ts';
import type { SmallPicture } from './page-pictures.ts';

export interface Comparison {
  /** The whole scan, turned and straightened. */
  readonly scan: SmallPicture;
  /** What is filed. */
  readonly legal: SmallPicture;
  /** Clear where both show the same, coloured by how far they are apart; of `legal`'s size. */
  readonly heat: SmallPicture;
  /** Where `legal` lies on `scan`, as fractions of it. */
  readonly place: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  };
  readonly difference: Difference;
}

/** Of 8-bit samples, the farthest apart of a pixel's three, at the resolution compared. */
export interface Difference {
  readonly dpi: number;
  readonly mean: number;
  /** Share of pixels further apart than `steps[0]`, `steps[1]`, `steps[2]`. */
  readonly shares: readonly [number, number, number];
  readonly most: number;
}

/** From here on a pixel is coloured: faint (compression), visible (a grey veil), strong (a mark came or went). */
export const steps = [12, 32, 80] as const;
/** Colour and cover of each step; blue, orange, red are told apart by colour-blind eyes too. */
export const heatColours = [
  [86, 180, 233, 150],
  [230, 159, 0, 210],
  [204, 0, 60, 255],
] as const;
const quality = 50;

/**
 * `legal` must be of the size `stood` says. `dpi`: of the pages, `at`: of the comparison (100 is what a screen shows).
 */
export async function compare(
  stood: StoodScan,
  legal: RgbImage,
  { dpi, at }: { dpi: number; at: number },
): Promise<Comparison> {
  const factor = Math.min(1, at / dpi);
  const [before, after] = await Promise.all([scaled(stood.legal, factor), scaled(legal, factor)]);
  const { heat, difference } = differ(before, after, Math.round(dpi * factor));
  const { scan, kept } = stood;
  return {
    scan: await jpegOf(await scaled(scan, factor)),
    legal: await jpegOf(after),
    heat: await pngOf(heat),
    place: placeOf(kept, scan),
    difference,
  };
}

/** Mean of the samples apart, at the resolution given: near nothing where the geometry is right. */
export async function apart(one: RgbImage, other: RgbImage, longSide: number): Promise<number> {
  const [a, b] = await Promise.all([smallRgb(one, longSide), smallRgb(other, longSide)]);
  if (a.width !== b.width || a.height !== b.height) return 255;
  let sum = 0;
  for (let i = 0; i < a.data.length; i++) sum += Math.abs(a.data[i]! - b.data[i]!);
  return sum / a.data.length;
}

const scaled = (image: RgbImage, factor: number): Promise<RgbImage> =>
  smallRgb(image, Math.max(1, Math.round(Math.max(image.width, image.height) * factor)));

function differ(before: RgbImage, after: RgbImage, dpi: number) {
  const pixels = before.width * before.height;
  const heat = new Uint8Array(pixels * 4);
  const counts: [number, number, number] = [0, 0, 0];
  let sum = 0;
  let most = 0;
  for (let i = 0; i < pixels; i++) {
    const off = farthest(before.data, after.data, i * 3);
    sum += off;
    if (off > most) most = off;
    const step = steps.findLastIndex((least) => off > least);
    for (let s = 0; s <= step; s++) counts[s]!++;
    const colour = heatColours[step];
    if (colour) heat.set(colour, i * 4);
  }
  const shares = [counts[0] / pixels, counts[1] / pixels, counts[2] / pixels] as const;
  const { width, height } = before;
  return { heat: { width, height, data: heat }, difference: { dpi, mean: sum / pixels, shares, most } };
}

const farthest = (a: Uint8Array, b: Uint8Array, at: number): number =>
  Math.max(Math.abs(a[at]! - b[at]!), Math.abs(a[at + 1]! - b[at + 1]!), Math.abs(a[at + 2]! - b[at + 2]!));

const placeOf = (kept: Area, scan: RgbImage): Comparison['place'] => ({
  left: kept.left / scan.width,
  top: kept.top / scan.height,
  width: kept.width / scan.width,
  height: kept.height / scan.height,
});

async function jpegOf({ width, height, data }: RgbImage): Promise<SmallPicture> {
  const bytes = await sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality, mozjpeg: true })
    .toBuffer();
  return { bytes, mediaType: 'image/jpeg', width, height };
}

/** Four colours, so a palette: small, and every step keeps its own. */
async function pngOf({ width, height, data }: RgbImage): Promise<SmallPicture> {
  const bytes = await sharp(data, { raw: { width, height, channels: 4 } })
    .png({ palette: true, colours: 8, dither: 0, compressionLevel: 9 })
    .toBuffer();
  return { bytes, mediaType: 'image/png', width, height };
}
