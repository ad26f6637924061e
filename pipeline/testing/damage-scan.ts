// Faults that a scan gets at the counter, made on a good one: what the quality check must see.
import type { RgbImage } from '../clean/raster.ts';
import { blurRgb, cropRgb, smallRgb } from '../clean/raster.ts';

/** A scan as it lies in memory. */
export interface Scan {
  readonly image: RgbImage;
  readonly dpi: number;
}

type Colour = readonly [red: number, green: number, blue: number];

/** Every value of every channel through a function. */
export const toned = ({ image, dpi }: Scan, tone: (value: number) => number): Scan => ({
  image: { ...image, data: image.data.map((value) => Math.max(0, Math.min(255, tone(value)))) },
  dpi,
});

export const blurred = async ({ image, dpi }: Scan, sigma: number): Promise<Scan> => ({
  image: await blurRgb(image, sigma),
  dpi,
});

export async function coarser({ image, dpi }: Scan, to: number): Promise<Scan> {
  const longSide = Math.round((Math.max(image.width, image.height) * to) / dpi);
  return { image: await smallRgb(image, longSide), dpi: to };
}

/** Parts of width and height cut off on each side. */
export async function cut(
  { image, dpi }: Scan,
  { left = 0, top = 0, right = 0, bottom = 0 }: Partial<Record<'left' | 'top' | 'right' | 'bottom', number>>,
): Promise<Scan> {
  const { width, height } = image;
  const area = {
    left: Math.round(left * width),
    top: Math.round(top * height),
    width: Math.round(width * (1 - left - right)),
    height: Math.round(height * (1 - top - bottom)),
  };
  return { image: await cropRgb(image, area), dpi };
}

/** `colour` says what a point (inches from top left) is covered with; null leaves it, a number darkens it. */
export function covered(
  { image, dpi }: Scan,
  colour: (x: number, y: number) => Colour | number | null,
): Scan {
  const data = Uint8Array.from(image.data);
  for (let y = 0; y < image.height; y++) {
    for (let x = 0; x < image.width; x++) {
      const over = colour(x / dpi, y / dpi);
      if (over === null) continue;
      const at = (y * image.width + x) * 3;
      for (let c = 0; c < 3; c++) data[at + c] = typeof over === 'number' ? data[at + c]! * over : over[c]!;
    }
  }
  return { image: { ...image, data }, dpi };
}

/** A thumb that comes in from the left, its tip an inch inside. */
export const thumb = (scan: Scan): Scan =>
  covered(scan, (x, y) => {
    const inside = Math.abs(y - 4) < 0.35 && x < 0.7;
    const tip = Math.hypot(x - 0.7, y - 4) < 0.35;
    return inside || tip ? [201 + 8 * (x % 1), 143, 111] : null;
  });

/** The corner top left folded away: the dark bed of the scanner shows. */
export const dogEar = (scan: Scan): Scan =>
  covered(scan, (x, y) => (x / 1.2 + y / 1.5 < 1 ? [50, 50, 52] : null));

/** A speck of dust on the feeder's glass. */
export function streaked(scan: Scan): Scan {
  const column = Math.round(scan.image.width * 0.37) / scan.dpi;
  return covered(scan, (x) => (x >= column && x < column + 2.5 / scan.dpi ? 0.75 : null));
}

/** The head of the sheet, and over the rest of it the whole sheet once more: one run through the feeder. */
export function doubled({ image, dpi }: Scan, seen = 0.4): Scan {
  const { width, height } = image;
  const first = Math.round(height * seen) * width * 3;
  const data = new Uint8Array(first + image.data.length);
  data.set(image.data.subarray(0, first));
  data.set(image.data, first);
  return { image: { width, height: height + Math.round(height * seen), data }, dpi };
}

/** Columns slide up and down as on a sheet that buckled under the lid: lines slope left, then right. */
export function buckled({ image, dpi }: Scan, degrees: number): Scan {
  const { width, height } = image;
  const data = new Uint8Array(image.data.length).fill(255);
  const slope = Math.tan((degrees * Math.PI) / 180);
  for (let y = 0; y < height; y++) {
    // The upper half slopes one way, the lower the other.
    const turn = (2 * y) / height - 1;
    for (let x = 0; x < width; x++) {
      const from = Math.round(y + turn * slope * (x - width / 2));
      if (from < 0 || from >= height) continue;
      const at = (y * width + x) * 3;
      const there = (from * width + x) * 3;
      for (let c = 0; c < 3; c++) data[at + c] = image.data[there + c]!;
    }
  }
  return { image: { width, height, data }, dpi };
}

/** Row (share of the height, between the two given) with most ink: cutting there goes through a line. */
export function inkedRow({ image }: Scan, from: number, to: number): number {
  const { width, height, data } = image;
  let best = { ink: -1, row: 0 };
  for (let y = Math.floor(from * height); y < to * height; y++) {
    let ink = 0;
    for (let x = Math.floor(width * 0.1); x < width * 0.9; x++)
      if (data[(y * width + x) * 3 + 1]! < 120) ink++;
    if (ink > best.ink && ink < width * 0.35) best = { ink, row: y };
  }
  return best.row / height;
}
