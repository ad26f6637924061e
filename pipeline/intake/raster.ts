// Every call of sharp in intake: headers, trial decoding, lossless copies, thumbnails. Sizes are checked first.
import sharp, { type Metadata, type SharpInput } from '../safe-sharp.ts';

/** Rows of 8-bit samples, `channels` each. */
export interface Samples {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3 | 4;
  readonly data: Uint8Array;
}

export interface Header {
  readonly width: number;
  readonly height: number;
  readonly pages: number;
  /** Dots per inch, undefined where none is stated. */
  readonly density: number | undefined;
  /** EXIF 1..8. */
  readonly orientation: number;
}

type Input = SharpInput;
/** `truncated` lets harmless warnings of scanners' encoders pass and stops where picture data are missing. */
const strict = (maxPixels: number, page = 0): object => ({
  page,
  failOn: 'truncated',
  limitInputPixels: maxPixels,
  sequentialRead: true,
});

/** Reads a picture's header only; `page` counts from 0. */
export async function readHeader(input: Input, page = 0): Promise<Header> {
  const meta: Metadata = await sharp(input, { page, failOn: 'none', limitInputPixels: false }).metadata();
  return {
    width: meta.width,
    height: meta.pageHeight ?? meta.height,
    pages: meta.pages ?? 1,
    density: meta.density,
    orientation: meta.orientation ?? 1,
  };
}

/** Decodes the whole picture at a small size: throws where it is damaged or cut off. */
export async function tryDecode(input: Input, maxPixels: number): Promise<void> {
  // Never larger than it is: a picture one pixel wide and 30,000 high would grow to gigabytes.
  const small = { width: 64, height: 64, fit: 'inside', withoutEnlargement: true } as const;
  await sharp(input, strict(maxPixels)).resize(small).raw().toBuffer();
}

export interface PngOrder {
  /** Counts from 0. */
  readonly page: number;
  readonly maxPixels: number;
  /** Another height, where the pixels are not square. */
  readonly height?: number;
}

/** One page of a TIFF as PNG, every sample kept (rows repeated where another height is asked for). */
export async function toPng(input: Input, { page, maxPixels, height }: PngOrder): Promise<Uint8Array> {
  // libtiff tells missing picture data as an error, and only then: `truncated` would pass a black page.
  const image = sharp(input, { ...strict(maxPixels, page), failOn: 'error' });
  if (height !== undefined) image.resize({ height, fit: 'fill', kernel: 'nearest' });
  return image.png({ compressionLevel: 3 }).toBuffer();
}

/** Raw samples as PNG; colour without any colour in it becomes grey. */
export async function samplesToPng(samples: Samples): Promise<Uint8Array> {
  const { width, height, channels, data } = samples;
  const grey = channels === 1 || isGrey(samples);
  const image = sharp(data, { raw: { width, height, channels }, limitInputPixels: false });
  return (grey ? image.toColourspace('b-w') : image).png({ compressionLevel: 3 }).toBuffer();
}

function isGrey({ data, channels }: Samples): boolean {
  for (let i = 0; i + 2 < data.length; i += channels) {
    if (data[i] !== data[i + 1] || data[i] !== data[i + 2]) return false;
  }
  return true;
}

/** The picture shrunk to exactly this size, its EXIF orientation left alone, as RGB. */
export async function thumbnail(
  input: Input,
  size: { width: number; height: number; maxPixels: number },
): Promise<Samples> {
  const { width, height } = size;
  const data = await sharp(input, strict(size.maxPixels))
    .resize(width, height, { fit: 'fill' })
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer();
  return { width, height, channels: 3, data };
}

/** Raw samples shrunk to exactly this size, as RGB. */
export async function shrink(samples: Samples, width: number, height: number): Promise<Samples> {
  const { channels, data } = samples;
  const raw = { width: samples.width, height: samples.height, channels };
  const image = sharp(data, { raw }).resize(width, height, { fit: 'fill' }).toColourspace('srgb');
  return { width, height, channels: 3, data: await image.removeAlpha().raw().toBuffer() };
}
