// Pages for the tests of the pipeline: the committed samples as intake gives them, and pictures drawn in code.
import { join } from 'node:path';
import { packageRoot } from '../../lists/package-root.ts';
import type { PageSource } from '../clean/clean-page.ts';
import type { RgbImage } from '../clean/raster.ts';
import { openSource } from '../intake/open-source.ts';
import sharp from '../safe-sharp.ts';
import { drawSvg } from './draw-svg.ts';

/** Absolute path of a committed scan, e.g. `khai-sinh/01.jpg`. */
export const sampleFile = (name: string): string => {
  const [dossier = '', file = ''] = name.split('/');
  return join(packageRoot(), 'samples', dossier, 'scans', file);
};

/** A page (counted from 1) of a committed scan, as the pool gets it. */
export async function samplePage(name: string, number = 1): Promise<PageSource> {
  return pageOf(sampleFile(name), number);
}

/** A page of any file, as the pool gets it. */
export async function pageOf(file: string, number = 1): Promise<PageSource> {
  const source = await openSource(file);
  try {
    const { bytes, dpi, mirrored, rotation } = await source.page(number);
    return { bytes, dpi, mirrored, shownTurned: rotation };
  } finally {
    await source.close();
  }
}

/** The same page turned clockwise on a white ground and scaled; its resolution follows the scale. */
export async function turnedPage(
  page: PageSource,
  turn: { degrees: number; scale?: number },
): Promise<PageSource> {
  const scale = turn.scale ?? 1;
  const { width } = await sharp(page.bytes).metadata();
  const small = await sharp(page.bytes)
    .resize({ width: Math.round(width * scale) })
    .removeAlpha()
    .png({ compressionLevel: 1 })
    .toBuffer();
  const bytes = await sharp(small)
    .rotate(turn.degrees, { background: '#fff' })
    .png({ compressionLevel: 1 })
    .toBuffer();
  return { ...page, bytes, dpi: page.dpi * scale };
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** SVG elements, in pixels. */
  readonly shapes: string;
  readonly paper?: string;
  /** Deviation of sensor noise, in grey levels; the same noise every time. */
  readonly noise?: number;
}

/** A drawn page as a raster. */
export async function drawn({
  width,
  height,
  shapes,
  paper = '#fff',
  noise = 0,
}: Drawing): Promise<RgbImage> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${paper}"/>${shapes}</svg>`;
  const data = await drawSvg(svg, (image) => image.raw());
  let seed = 7;
  const next = () => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed / 2147483648;
  };
  if (noise > 0) {
    for (let i = 0; i < data.length; i++) {
      const normal = next() + next() + next() + next() - 2;
      data[i] = Math.max(0, Math.min(255, Math.round(data[i]! + normal * noise * Math.sqrt(3))));
    }
  }
  return { width, height, data };
}

/** As a page of a scan. */
export async function asPage(image: RgbImage, dpi: number): Promise<PageSource> {
  const { width, height, data } = image;
  const bytes = await sharp(data, { raw: { width, height, channels: 3 } })
    .png({ compressionLevel: 1 })
    .toBuffer();
  return { bytes, dpi, mirrored: false, shownTurned: 0 };
}

/** Bars like lines of print, level, between these rows of pixels. */
export const printLines = (
  area: { x: number; y: number; width: number; height: number },
  step = 26,
): string =>
  Array.from({ length: Math.floor(area.height / step) }, (_, row) =>
    Array.from({ length: Math.floor(area.width / 60) }, (_, word) => {
      const long = 22 + ((row * 7 + word * 13) % 30);
      return `<rect x="${area.x + word * 60}" y="${area.y + row * step}" width="${long}" height="9" fill="#111"/>`;
    }).join(''),
  ).join('');

/** Mean over the pixels of an area, of the channel (0 red, 1 green, 2 blue) or of all. */
export function meanOf(
  image: RgbImage,
  area: readonly [x: number, y: number, width: number, height: number],
  channel?: number,
): number {
  const [left, top, width, height] = area;
  let sum = 0;
  let count = 0;
  for (let y = top; y < top + height; y++) {
    for (let x = left; x < left + width; x++) {
      for (const c of channel === undefined ? [0, 1, 2] : [channel]) {
        sum += image.data[(y * image.width + x) * 3 + c]!;
        count++;
      }
    }
  }
  return sum / count;
}
