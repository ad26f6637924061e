// The picture of a page that is kept: black and white as one mask, colour in layers, or a JPEG where layers do not pay.
import { legalJpeg, legalQuality } from '../clean/legal-jpeg.ts';
import { type RgbImage, toGrey } from '../clean/raster.ts';
import { bitonalPicture, layeredPicture, type PageToKeep } from './legal-layers.ts';
import type { LegalPicture } from './legal-picture.ts';

/** Masks of coarser scans would show steps where the page has soft strokes. */
const leastDpi = 190;
/** Masks this large hold grain or a screened picture rather than text: a JPEG may be smaller. */
const largeMasks = 60_000;

export interface KeepOptions {
  /** 1–100 (mozjpeg scale) at 300 dpi. */
  readonly quality: number;
  /** The scan was black and white and nothing between. */
  readonly bitonal: boolean;
}

/** Same page, same bytes. */
export async function legalPicture(
  page: PageToKeep,
  { quality, bitonal }: KeepOptions,
): Promise<LegalPicture> {
  const { legal, dpi } = page;
  const layers =
    (bitonal ? await bitonalPicture(page, await toGrey(legal)) : null) ??
    (dpi >= leastDpi ? await layeredPicture(page, legalQuality(quality, dpi)) : null);
  if (layers && maskBytes(layers) < largeMasks) return layers;
  const jpeg = await legalJpeg(legal, { quality, dpi });
  if (layers && maskBytes(layers) + (layers.jpeg?.length ?? 0) < jpeg.length) return layers;
  return { jpeg, width: legal.width, height: legal.height, dpi };
}

const maskBytes = ({ inks = [] }: LegalPicture): number => inks.reduce((sum, { g4 }) => sum + g4.length, 0);

/** Whether a scan is black and white and nothing between. */
export function isBitonal({ data }: RgbImage): boolean {
  for (let i = 0; i < data.length; i++) if (data[i] !== 0 && data[i] !== 255) return false;
  for (let i = 0; i < data.length; i += 3)
    if (data[i] !== data[i + 1] || data[i] !== data[i + 2]) return false;
  return true;
}
