// The legal picture as JPEG: bytes where they show. Fine scans carry their text in many pixels and stand coarse steps;
// coarse scans have few pixels a letter and keep finer ones, grain and all.
import { quietPaper } from './quiet.ts';
import { encodeJpeg, type RgbImage } from './raster.ts';

// Between these resolutions the quality goes from the one to the other in a straight line.
const coarseDpi = 200;
const fineDpi = 300;
// Added at 200 dpi and below, where a letter has fewer pixels. Grain is most of such a page's bytes: coding it as the
// scan has it (20 more) costs twice the bytes for a similarity of 0.94 instead of 0.90 to the scan at 100 dpi.
const coarseBonus = 7;

/** How much coarser than 300 dpi, 0..1. */
const coarseness = (dpi: number): number => Math.min(1, Math.max(0, (fineDpi - dpi) / (fineDpi - coarseDpi)));

/** Quality for a scan of this resolution; `quality`: 1–100 (mozjpeg scale) at 300 dpi. */
export const legalQuality = (quality: number, dpi: number): number =>
  Math.min(100, Math.round(quality + coarseBonus * coarseness(dpi)));

/** Encodes a legal picture. `quality` as above. */
export async function legalJpeg(
  image: RgbImage,
  { quality, dpi }: { quality: number; dpi: number },
): Promise<Uint8Array> {
  const used = legalQuality(quality, dpi);
  return encodeJpeg(coarseness(dpi) < 0.5 ? await quietPaper(image) : image, { quality: used, dpi });
}
