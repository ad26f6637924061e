// The legal picture as JPEG: bytes where they show. Fine scans carry their text in many pixels and stand coarse steps;
// coarse scans have few pixels a letter and keep finer ones, grain and all.
import { quietPaper } from './quiet.ts';
import { encodeJpeg, type RgbImage } from './raster.ts';

// Between these resolutions the quality goes from the one to the other in a straight line.
const coarseDpi = 200;
const fineDpi = 300;
// Added at 200 dpi and below. Measured at 100 dpi against the scan (structural similarity, bytes a page): a 200 dpi
// page needs this much more for 0.93; a 300 dpi page is at 0.97 without it.
const coarseBonus = 20;

/** Encodes a legal picture. `quality`: 1–100 (mozjpeg scale) at 300 dpi. */
export async function legalJpeg(
  image: RgbImage,
  { quality, dpi }: { quality: number; dpi: number },
): Promise<Uint8Array> {
  const coarseness = Math.min(1, Math.max(0, (fineDpi - dpi) / (fineDpi - coarseDpi)));
  const used = Math.min(100, Math.round(quality + coarseBonus * coarseness));
  return encodeJpeg(coarseness < 0.5 ? await quietPaper(image) : image, { quality: used, dpi });
}
