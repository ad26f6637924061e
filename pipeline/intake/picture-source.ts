// JPEG, PNG and TIFF files as sources of page pictures.
import { AppError } from '../../core/errors.ts';
import type { Problem, RightAngle } from '../../core/model.ts';
import type { PictureReader } from './pdf-source.ts';
import { type Header, readHeader, toPng, tryDecode } from './raster.ts';
import { resolve } from './resolution.ts';
import type { IntakeLimits, PagePicture } from './source.ts';
import { pixelAspect } from './tiff-pixels.ts';

/** Dots across and down an inch may differ by this share before a page is stretched: fine fax has 204 and 196. */
const SQUARE = 0.02;

export type PictureFile = PictureInput & {
  /** Name, for errors. */
  readonly file: string;
  readonly limits: IntakeLimits;
};

/** Bytes of a JPEG or PNG; the path of a TIFF, which may be large and is read a page at a time. */
type PictureInput =
  | { readonly format: 'jpeg' | 'png'; readonly input: Uint8Array }
  | { readonly format: 'tiff'; readonly input: string };

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

const sharpInput = (input: Uint8Array | string): Buffer | string =>
  typeof input === 'string' ? input : Buffer.from(input.buffer, input.byteOffset, input.byteLength);

/** Header of one page, checked against the limits before anything is decoded. */
async function checkedHeader({ input, file, limits }: PictureFile, number: number): Promise<Header> {
  let header: Header;
  try {
    header = await readHeader(sharpInput(input), number - 1);
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
  path: string,
  number: number,
  given: { header: Header; maxPixels: number },
): Promise<PagePicture> {
  const { header, maxPixels } = given;
  const aspect = await pixelAspect(path, number - 1);
  const square = Math.abs(aspect - 1) < SQUARE;
  const height = square ? header.height : Math.round(header.height * aspect);
  const order = { page: number - 1, maxPixels };
  const bytes = await toPng(path, square ? order : { ...order, height });
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
  const { file, limits } = picture;
  const header = await checkedHeader(picture, number);
  try {
    if (picture.format === 'tiff')
      return await tiffPage(picture.input, number, { header, maxPixels: limits.maxPixels });
    const { input, format } = picture;
    await tryDecode(sharpInput(input), limits.maxPixels);
    return { ...describe(number, header), bytes: input, format, verbatim: true };
  } catch (cause) {
    throw new AppError('input', 'intake.truncated', { params: { file }, cause });
  }
}

/** Opens a picture file: reads its first header. JPEG and PNG are one page, a TIFF as many as it has directories. */
export async function readPictures(picture: PictureFile): Promise<PictureReader> {
  const { pages } = await checkedHeader(picture, 1);
  return {
    pageCount: picture.format === 'tiff' ? pages : 1,
    signed: false,
    page: (number) => pageOf(picture, number),
    close: () => {},
  };
}
