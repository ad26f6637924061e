// A legal picture as one raster, its inks painted on: for looking at it and for cutting pieces out of it.
import { decodeRgb, type RgbImage } from '../clean/raster.ts';
import { decodeG4 } from './g4.ts';
import type { LegalPicture } from './legal-picture.ts';
import { resizeRgb } from './resize.ts';

/** In the page's full resolution. */
export async function flatPicture({ jpeg, inks = [], width, height }: LegalPicture): Promise<RgbImage> {
  const under = jpeg && (await resizeRgb(await decodeRgb(jpeg), { width, height }));
  if (under && inks.length === 0) return under;
  const data = under ? new Uint8Array(under.data) : new Uint8Array(width * height * 3).fill(255);
  for (const { g4, colour } of inks) {
    const { data: paper } = await decodeG4(g4, width, height);
    for (let at = paper.indexOf(0); at >= 0; at = paper.indexOf(0, at + 1)) data.set(colour, at * 3);
  }
  return { width, height, data };
}
