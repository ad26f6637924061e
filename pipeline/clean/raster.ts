// The only place that calls sharp for cleaning: decoding, turning, resizing, encoding of pictures as raw rasters.
import { AppError } from '../../core/errors.ts';
import type { GreyImage } from '../../core/ports.ts';
import sharp, { type Sharp } from '../safe-sharp.ts';

/** 8-bit RGB raster, row by row, no padding. */
export interface RgbImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const rgb = (image: RgbImage) =>
  sharp(image.data, {
    raw: { width: image.width, height: image.height, channels: 3 },
    limitInputPixels: false,
  });
const grey = (image: GreyImage) =>
  sharp(image.data, {
    raw: { width: image.width, height: image.height, channels: 1 },
    limitInputPixels: false,
  });
/** One channel to the end: left to itself sharp makes three of it, of which two are thrown away again. */
const asGrey = (picture: Sharp) => picture.extractChannel(0).toColourspace('b-w').raw();

/** Decodes a JPEG, PNG or TIFF page to sRGB, transparency on white. EXIF orientation is the caller's to apply. */
export async function decodeRgb(bytes: Uint8Array, limitInputPixels = 300_000_000): Promise<RgbImage> {
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels, failOn: 'error' })
      .flatten({ background: 'white' })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    const colour = info.channels === 3 ? data : tripled(data, info.channels);
    return { width: info.width, height: info.height, data: colour };
  } catch (cause) {
    throw new AppError('input', 'clean.undecodable', { cause });
  }
}

function tripled(data: Uint8Array, channels: number): Uint8Array {
  const count = data.length / channels;
  const out = new Uint8Array(count * 3);
  for (let i = 0; i < count; i++) out.fill(data[i * channels]!, i * 3, i * 3 + 3);
  return out;
}

/** Rotation by `degrees` clockwise and scaling in one resampling; the canvas grows to hold the whole picture. */
function turning(degrees: number, factor: number): [[number, number], [number, number]] {
  const angle = (degrees * Math.PI) / 180;
  // Exact zeros and ones for quarter turns, so that they stay lossless.
  const cos = Math.abs(degrees % 90) < 1e-9 ? Math.round(Math.cos(angle)) : Math.cos(angle);
  const sin = Math.abs(degrees % 90) < 1e-9 ? Math.round(Math.sin(angle)) : Math.sin(angle);
  return [
    [cos * factor, -sin * factor],
    [sin * factor, cos * factor],
  ];
}

/** Turns clockwise by any angle in degrees on a white ground. */
export async function turnRgb(image: RgbImage, degrees: number): Promise<RgbImage> {
  if (degrees === 0) return image;
  const picture = rgb(image);
  const turned =
    degrees % 90 === 0
      ? picture.rotate(degrees)
      : picture.affine(turning(degrees, 1), { background: '#ffffff', interpolator: 'bicubic' });
  const { data, info } = await turned.raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

/** The same for a grey picture, scaled by `factor` in the same resampling. */
export async function turnGrey(image: GreyImage, degrees: number, factor: number): Promise<GreyImage> {
  if (degrees === 0) return scaleGrey(image, factor);
  const picture = grey(image);
  const turned =
    degrees % 90 === 0
      ? picture.rotate(degrees)
      : picture.affine(turning(degrees, factor), { background: '#ffffff', interpolator: 'bicubic' });
  const { data, info } = await asGrey(turned).toBuffer({ resolveWithObject: true });
  const out = { width: info.width, height: info.height, data };
  return degrees % 90 === 0 ? scaleGrey(out, factor) : out;
}

/** Mirrored left to right. */
export async function mirrorRgb(image: RgbImage): Promise<RgbImage> {
  return { ...image, data: await rgb(image).flop().raw().toBuffer() };
}

export async function cropRgb(image: RgbImage, area: Area): Promise<RgbImage> {
  if (area.width === image.width && area.height === image.height) return image;
  const { data, info } = await rgb(image).extract(area).raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

/** Gaussian mean of each pixel's surroundings; `sigma` in pixels. */
export async function blurRgb(image: RgbImage, sigma: number): Promise<RgbImage> {
  return { ...image, data: await rgb(image).blur(sigma).raw().toBuffer() };
}

/** Luma of the picture as it is. */
export async function toGrey(image: RgbImage): Promise<GreyImage> {
  const data = await rgb(image).greyscale().raw().toBuffer();
  return { width: image.width, height: image.height, data };
}

export function cropGrey(image: GreyImage, area: Area): GreyImage {
  if (area.width === image.width && area.height === image.height) return image;
  const data = new Uint8Array(area.width * area.height);
  for (let y = 0; y < area.height; y++) {
    const from = (area.top + y) * image.width + area.left;
    data.set(image.data.subarray(from, from + area.width), y * area.width);
  }
  return { width: area.width, height: area.height, data };
}

/** Resizes by the factor: cubic when growing, area-weighted when shrinking. */
export async function scaleGrey(image: GreyImage, factor: number): Promise<GreyImage> {
  if (factor === 1) return image;
  const resized = grey(image).resize({
    width: Math.max(1, Math.round(image.width * factor)),
    height: Math.max(1, Math.round(image.height * factor)),
    fit: 'fill',
    kernel: factor > 1 ? 'cubic' : 'linear',
  });
  const { data, info } = await asGrey(resized).toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

/** Shrinks so that the long side has `longSide` pixels; never enlarges. */
export async function smallRgb(image: RgbImage, longSide: number): Promise<RgbImage> {
  const factor = Math.min(1, longSide / Math.max(image.width, image.height));
  if (factor === 1) return image;
  const { data, info } = await rgb(image)
    .resize({
      width: Math.max(1, Math.round(image.width * factor)),
      height: Math.max(1, Math.round(image.height * factor)),
      fit: 'fill',
      kernel: 'linear',
    })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

// mozjpeg's table tuned by PSNR-HVS-M: finer steps in slow gradients (paper) than its default for the same bytes.
const evenTable = 4;

/** JPEG of the legal picture, chroma halved both ways, sized by trellis quantisation (mozjpeg). */
export async function encodeJpeg(
  image: RgbImage,
  options: { quality: number; dpi: number },
): Promise<Uint8Array> {
  return rgb(image)
    .withMetadata({ density: options.dpi })
    .jpeg({
      quality: options.quality,
      mozjpeg: true,
      chromaSubsampling: '4:2:0',
      quantisationTable: evenTable,
    })
    .toBuffer();
}
