// Opens a PDF for appending: what the rest of signing knows of a page. @libpdf/core is used in this folder only.
import { createHash } from 'node:crypto';
import { PDF, PdfArray, type PdfDict, PdfNumber, type PdfObject, PdfRef, PdfString } from '@libpdf/core';
import { AppError } from '../../core/errors.ts';

export type Resolve = (ref: PdfRef) => PdfObject | null;

/** A rectangle of the upright page, points from its top left corner. */
export interface UprightRectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface FirstPage {
  readonly dict: PdfDict;
  readonly ref: PdfRef;
  /** Visible size in points, as the reader sees it (turned by /Rotate). */
  readonly width: number;
  readonly height: number;
  readonly rotation: 0 | 90 | 180 | 270;
  /** Rectangle in the page's own user space: `[left, bottom, right, top]`. */
  toUserSpace(rectangle: UprightRectangle): readonly [number, number, number, number];
}

export interface OpenPdf {
  readonly pdf: PDF;
  readonly resolve: Resolve;
  readonly page: FirstPage;
}

/**
 * Throws `signing.pdf-unreadable`, `signing.pdf-encrypted` and `signing.pdf-not-appendable` (a damaged or linearised
 * file, which the library would silently rewrite).
 */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const pdf = await load(bytes);
  if (pdf.isEncrypted) throw new AppError('input', 'signing.pdf-encrypted');
  const blocker = pdf.canSaveIncrementally();
  if (blocker) throw new AppError('input', 'signing.pdf-not-appendable', { params: { why: blocker } });
  const trailer = pdf.context.info.trailer;
  if ((trailer.getArray('ID')?.length ?? 0) < 2) {
    // The library would invent a random one; the same paper must give the same bytes.
    const id = PdfString.fromBytes(createHash('sha256').update(bytes).digest().subarray(0, 16));
    trailer.set('ID', PdfArray.of(id, id));
  }
  const resolve: Resolve = (ref) => pdf.getObject(ref);
  return { pdf, resolve, page: firstPage(pdf, resolve) };
}

async function load(bytes: Uint8Array): Promise<PDF> {
  try {
    return await PDF.load(bytes);
  } catch (cause) {
    throw new AppError('input', 'signing.pdf-unreadable', { cause });
  }
}

function firstPage(pdf: PDF, resolve: Resolve): FirstPage {
  const page = pdf.getPageCount() > 0 ? pdf.getPage(0) : null;
  if (!page) throw new AppError('input', 'signing.pdf-no-page');
  const media = boxOf(page.dict, 'MediaBox', resolve) ?? [0, 0, 612, 792];
  const crop = boxOf(page.dict, 'CropBox', resolve) ?? media;
  const left = Math.max(media[0], crop[0]);
  const bottom = Math.max(media[1], crop[1]);
  const right = Math.min(media[2], crop[2]);
  const top = Math.min(media[3], crop[3]);
  const rotation = rotationOf(inherited(page.dict, 'Rotate', resolve));
  const sideways = rotation === 90 || rotation === 270;
  return {
    dict: page.dict,
    ref: page.ref,
    rotation,
    width: sideways ? top - bottom : right - left,
    height: sideways ? right - left : top - bottom,
    toUserSpace: ({ x, y, width, height }) => {
      // /Rotate turns clockwise: the reader's top left is another corner of user space.
      if (rotation === 90) return [left + y, bottom + x, left + y + height, bottom + x + width];
      if (rotation === 180) return [right - x - width, bottom + y, right - x, bottom + y + height];
      if (rotation === 270) return [right - y - height, top - x - width, right - y, top - x];
      return [left + x, top - y - height, left + x + width, top - y];
    },
  };
}

function boxOf(
  page: PdfDict,
  key: string,
  resolve: Resolve,
): readonly [number, number, number, number] | null {
  const array = inherited(page, key, resolve);
  if (!(array instanceof PdfArray)) return null;
  const numbers = [0, 1, 2, 3].map((index) => array.at(index, resolve));
  const [a, b, c, d] = numbers.map((number) => (number instanceof PdfNumber ? number.value : Number.NaN));
  if (a === undefined || b === undefined || c === undefined || d === undefined) return null;
  if ([a, b, c, d].some(Number.isNaN)) return null;
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
}

/** A page attribute, taken from the page tree above where the page has none; bounded, since trees may be loops. */
function inherited(page: PdfDict, key: string, resolve: Resolve): PdfObject | undefined {
  let node: PdfDict | undefined = page;
  for (let depth = 0; node && depth < 64; depth++) {
    const value = node.get(key, resolve);
    if (value !== undefined && !(value instanceof PdfRef)) return value;
    node = node.getDict('Parent', resolve);
  }
  return undefined;
}

function rotationOf(value: PdfObject | undefined): 0 | 90 | 180 | 270 {
  const degrees = value instanceof PdfNumber ? ((value.value % 360) + 360) % 360 : 0;
  return degrees === 90 || degrees === 180 || degrees === 270 ? degrees : 0;
}
