// JPEG, PNG and TIFF files as sources of page pictures.
import { AppError } from '../../core/errors.ts';
import type { Problem, RightAngle } from '../../core/model.ts';
import { wrapPictures } from '../compose/cut-pages.ts';
import type { PictureReader } from './open-source.ts';
import { type Header, readHeader, toPng, tryDecode } from './raster.ts';
import { resolve } from './resolution.ts';
import type { FileFacts, IntakeLimits, PagePicture } from './source.ts';
import { pixelAspect } from './tiff-pixels.ts';

/** Dots across and down an inch may differ by this share before a page is stretched: fine fax has 204 and 196. */
const SQUARE = 0.02;

interface PictureFile {
  readonly format: 'jpeg' | 'png' | 'tiff';
  /** The whole file. */
  readonly bytes: Buffer;
  /** Name, for errors. */
  readonly file: string;
  readonly limits: IntakeLimits;
}

const FORMATS = { 'image/jpeg': 'jpeg', 'image/png': 'png', 'image/tiff': 'tiff' } as const;

/** EXIF orientation 1..8 as: mirror left to right, then turn clockwise. */
const ORIENTATIONS: Readonly<Record<number, readonly [mirrored: boolean, rotation: RightAngle]>> = {
  1: [false, 0],
  2: [true, 0],
  3: [false, 180],
  4: [true, 180],
  5: [true, 270],
  6: [false, 90],
  7: [true, 90],
  8: [false, 270],
};

/** Header of one page, checked against the limits before anything is decoded. */
async function checkedHeader({ bytes, file, limits }: PictureFile, number: number): Promise<Header> {
  let header: Header;
  try {
    header = await readHeader(bytes, number - 1);
  } catch (cause) {
    throw new AppError('input', 'intake.broken', { params: { file }, cause });
  }
  const { width, height } = header;
  if (width * height > limits.maxPixels)
    throw new AppError('input', 'intake.picture-too-large', {
      params: { file, page: number, width, height },
    });
  return header;
}

/** A page of a TIFF as PNG; pixels that are not square are made so. */
async function tiffPage(
  file: Buffer,
  number: number,
  given: { header: Header; maxPixels: number },
): Promise<PagePicture> {
  const { header, maxPixels } = given;
  const aspect = pixelAspect(file, number - 1);
  const square = Math.abs(aspect - 1) < SQUARE;
  const height = square ? header.height : Math.round(header.height * aspect);
  const order = { page: number - 1, maxPixels };
  const bytes = await toPng(file, square ? order : { ...order, height });
  const problems: Problem[] = square
    ? []
    : [{ code: 'intake.made-square', params: { page: number }, page: number }];
  const common = describe(number, { ...header, height });
  return { ...common, bytes, format: 'png', verbatim: false, problems: [...common.problems, ...problems] };
}

/** What a header says of the page. */
function describe(number: number, { width, height, density, orientation }: Header) {
  const [mirrored, rotation] = ORIENTATIONS[orientation] ?? ORIENTATIONS[1]!;
  const resolution = resolve({ width, height, dpi: density, from: 'header', page: number });
  return { number, width, height, mirrored, rotation, ...resolution };
}

async function pageOf(picture: PictureFile, number: number): Promise<PagePicture> {
  const { file, limits, bytes, format } = picture;
  const header = await checkedHeader(picture, number);
  try {
    if (format === 'tiff') return await tiffPage(bytes, number, { header, maxPixels: limits.maxPixels });
    await tryDecode(bytes, limits.maxPixels);
    return { ...describe(number, header), bytes, format, verbatim: true };
  } catch (cause) {
    // A damaged page of many is that page's problem.
    if (header.pages > 1 && format === 'tiff')
      throw new AppError('input', 'intake.broken-page', { params: { file, page: number }, cause });
    throw new AppError('input', 'intake.truncated', { params: { file }, cause });
  }
}

/** The file in memory, once. */
async function gathered(parts: AsyncIterable<Uint8Array>, size: number): Promise<Buffer> {
  const bytes = Buffer.alloc(size);
  let length = 0;
  for await (const part of parts) {
    bytes.set(part.subarray(0, size - length), length);
    length += part.length;
  }
  return bytes;
}

/** Opens a picture file: reads its first header. JPEG and PNG are one page, a TIFF as many as it has directories. */
export async function readPictures(
  parts: AsyncIterable<Uint8Array>,
  { file, size, mediaType }: FileFacts,
  limits: IntakeLimits,
): Promise<PictureReader> {
  const format = FORMATS[mediaType as keyof typeof FORMATS];
  const picture: PictureFile = { format, bytes: await gathered(parts, size), file, limits };
  const { pages } = await checkedHeader(picture, 1);
  async function* picturesOf(numbers: readonly number[]): AsyncGenerator<PagePicture> {
    for (const number of numbers) yield await pageOf(picture, number);
  }
  return {
    pageCount: format === 'tiff' ? pages : 1,
    signed: false,
    problems: [],
    page: (number) => pageOf(picture, number),
    cut: (numbers) => wrapPictures(picturesOf(numbers)),
    close: () => {},
  };
}
