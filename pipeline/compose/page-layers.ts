// A page's picture as PDF objects: one image, or an image with the page's inks stencilled over it.
import { type PDFContext, PDFRawStream, type PDFRef } from 'pdf-lib';
import { AppError } from '../../core/errors.ts';
import type { LegalPicture } from '../layers/legal-picture.ts';
import { jpegHeader } from './jpeg-header.ts';
import type { PdfWriter } from './pdf-writer.ts';

export interface DrawnPicture {
  /** Entries of the page's /XObject. */
  readonly objects: Record<string, PDFRef>;
  /** Operators that draw them on the unit square. */
  readonly operators: string;
}

/** Share by which the shape of the picture under the inks may differ from the page's: its pixels are whole. */
const SHAPE = 0.005;
const DECODE = { Filter: 'CCITTFaxDecode', BitsPerComponent: 1 };

/** @throws AppError `compose.picture` where a layer is not what it says. */
export function pictureObjects(
  { context, writer }: { context: PDFContext; writer: PdfWriter },
  picture: LegalPicture,
  page: number,
): DrawnPicture {
  const { jpeg, inks = [] } = picture;
  const put = (bytes: Uint8Array, entries: Record<string, string | number | boolean | object>): PDFRef => {
    const dict = context.obj({
      ...{ Type: 'XObject', Subtype: 'Image', Length: bytes.length },
      ...(entries as Record<string, string>),
    });
    return writer.put(PDFRawStream.of(dict, bytes));
  };
  const [only] = inks;
  // White paper under one black ink is a picture of one bit: readers and scanners alike take it for a fax.
  if (!jpeg && only && inks.length === 1 && only.colour.every((part) => part === 0))
    return {
      objects: { P: put(only.g4, { ...ofInk(picture), ColorSpace: 'DeviceGray' }) },
      operators: '/P Do',
    };
  if (!jpeg && inks.length === 0) throw new AppError('input', 'compose.picture', { params: { page } });
  const objects: Record<string, PDFRef> = {};
  const operators: string[] = [];
  if (jpeg) {
    objects.P = put(jpeg, ofJpeg(jpeg, picture, page));
    operators.push('/P Do');
  }
  for (const [index, ink] of inks.entries()) {
    objects[`I${index}`] = put(ink.g4, { ...ofInk(picture), ImageMask: true });
    operators.push(`${ink.colour.map((part) => Number((part / 255).toFixed(3))).join(' ')} rg /I${index} Do`);
  }
  return { objects, operators: operators.join(' ') };
}

function ofJpeg(jpeg: Uint8Array, { width, height, inks = [] }: LegalPicture, page: number) {
  const header = jpegHeader(jpeg, page);
  const whole = header.width === width && header.height === height;
  const shape = (header.width * height) / (header.height * width);
  if (!whole && (inks.length === 0 || Math.abs(shape - 1) > SHAPE))
    throw new AppError('input', 'compose.picture', { params: { page } });
  return {
    Width: header.width,
    Height: header.height,
    ColorSpace: header.components === 1 ? 'DeviceGray' : 'DeviceRGB',
    BitsPerComponent: 8,
    Filter: 'DCTDecode',
  };
}

const ofInk = ({ width, height }: LegalPicture) => ({
  ...DECODE,
  Width: width,
  Height: height,
  DecodeParms: { K: -1, Columns: width, Rows: height },
});
