// Small pictures for people: a page to look at, and what stands at a place on it. Out of the legal picture, in memory.
import type { Box } from '../../core/model.ts';
import type { RgbImage } from '../clean/raster.ts';
import sharp, { type Sharp } from '../safe-sharp.ts';

export interface SmallPicture {
  readonly bytes: Uint8Array;
  readonly mediaType: 'image/jpeg' | 'image/png';
  readonly width: number;
  readonly height: number;
}

export interface PictureSizes {
  /** Longest side of the page's picture, pixels; never enlarged. */
  readonly page: number;
  /** 1–100, mozjpeg scale. */
  readonly quality: number;
  /** Most pixels of a cut-out. */
  readonly cropWidth: number;
  readonly cropHeight: number;
}

export interface PagePictures {
  readonly page: SmallPicture;
  /** One a box, in order. */
  readonly crops: readonly SmallPicture[];
}

/** Paper shown round a cut-out, in its heights: the line is seen in its surroundings, not the whole page. */
const MARGIN = { across: 0.6, down: 0.35 };

/** `page`: upright; boxes are fractions of it. */
export async function pagePictures(
  { width, height, data }: RgbImage,
  boxes: readonly Box[],
  sizes: PictureSizes,
): Promise<PagePictures> {
  const raw = { width, height, channels: 3 } as const;
  const shrunk = (part: Sharp, size: { width: number; height: number }) =>
    part.resize({ ...size, fit: 'inside', withoutEnlargement: true });
  const open = () => sharp(data, { raw, limitInputPixels: false });
  const page = await small(shrunk(open(), { width: sizes.page, height: sizes.page }), sizes.quality);
  const crops: SmallPicture[] = [];
  for (const box of boxes) {
    const size = { width: sizes.cropWidth, height: sizes.cropHeight };
    crops.push(await small(shrunk(open().extract(partOf(box, raw)), size), sizes.quality + 10));
  }
  return { page, crops };
}

async function small(picture: Sharp, quality: number): Promise<SmallPicture> {
  const { data, info } = await picture.jpeg({ quality, mozjpeg: true }).toBuffer({ resolveWithObject: true });
  return { bytes: data, mediaType: 'image/jpeg', width: info.width, height: info.height };
}

interface Pixels {
  readonly width: number;
  readonly height: number;
}

/** The box with a margin, inside the picture, at least a pixel. */
function partOf([x, y, width, height]: Box, page: Pixels) {
  const tall = height * page.height;
  const between = (value: number, most: number) => Math.max(0, Math.min(most, Math.round(value)));
  const left = between(x * page.width - MARGIN.across * tall, page.width - 1);
  const top = between(y * page.height - MARGIN.down * tall, page.height - 1);
  const right = between((x + width) * page.width + MARGIN.across * tall, page.width);
  const bottom = between((y + height) * page.height + MARGIN.down * tall, page.height);
  return { left, top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
}
