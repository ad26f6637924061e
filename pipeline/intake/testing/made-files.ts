// Makes the source files of intake's tests in code: scans as pictures, TIFFs, and PDFs that place a picture in many ways.
import { crc32 } from 'node:zlib';
import { PDFDocument, PDFName, type PDFRef } from 'pdf-lib';
import sharp from '../../safe-sharp.ts';
import { drawSvg } from '../../testing/draw-svg.ts';

/** A page-like picture without any symmetry, so that every wrong turn or mirroring shows. */
export async function madeScan(
  options: { width?: number; height?: number; seed?: number } = {},
): Promise<Buffer> {
  const { width = 496, height = 702, seed = 1 } = options;
  const bars = Array.from({ length: 18 }, (_, i) => {
    const length = 0.25 + 0.6 * Math.abs(Math.sin(seed + i * 2.3));
    return `<rect x="${width * 0.08}" y="${height * (0.2 + i * 0.04)}" width="${width * length * 0.9}" height="${height * 0.018}"/>`;
  });
  const corner = `<rect x="0" y="0" width="${width * 0.3}" height="${height * 0.12}" fill="#b22"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#f4f2e8"/>${corner}${bars.join('')}</svg>`;
  return drawSvg(svg, (image) => image.png());
}

/** A TIFF of as many pages as pictures (all of one size), CCITT G4 or LZW. */
export async function madeTiff(
  pages: Buffer[],
  compression: 'ccittfax4' | 'lzw',
  dpi: readonly [across: number, down: number] = [200, 200],
): Promise<Buffer> {
  const joined = pages.length > 1 ? sharp(pages, { join: { animated: true } }) : sharp(pages[0]);
  const resolution = { xres: dpi[0] / 25.4, yres: dpi[1] / 25.4 };
  if (compression === 'lzw')
    return joined
      .removeAlpha()
      .tiff({ compression, predictor: 'none', ...resolution })
      .toBuffer();
  const black = joined.removeAlpha().toColourspace('b-w').threshold(128);
  return black.tiff({ compression, bitdepth: 1, ...resolution }).toBuffer();
}

/** A PNG whose header claims this size and holds next to nothing. */
export function claimedPng(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const magic = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([
    magic,
    chunk('IHDR', header),
    chunk('IDAT', Buffer.from('789c0300000000', 'hex')),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

export interface PdfPicture {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** Entries of the picture's dictionary; colour, coding, masks. */
  readonly dictionary: Record<string, unknown>;
}

export async function jpegPicture(scan: Buffer, options: { quality?: number } = {}): Promise<PdfPicture> {
  const { data, info } = await sharp(scan)
    .jpeg({ quality: options.quality ?? 80 })
    .toBuffer({ resolveWithObject: true });
  const dictionary = { ColorSpace: 'DeviceRGB', BitsPerComponent: 8, Filter: 'DCTDecode' };
  return { bytes: data, width: info.width, height: info.height, dictionary };
}

export interface PdfPageSpec {
  readonly picture?: PdfPicture;
  /** `/P Do` draws the picture, `/W Do` a form that draws it, `/F` is Helvetica, `/G gs` makes all that follows faint. */
  readonly content: string;
  /** Points; default A4. */
  readonly size?: readonly [number, number];
  /** More entries of the page's dictionary. */
  readonly page?: Record<string, unknown>;
}

/** What the specs' literals become; `never` because pdf-lib's own type for literals is not exported. */
const literal = (value: unknown): never => value as never;

function addPage(document: PDFDocument, spec: PdfPageSpec, font: PDFRef): void {
  const { context } = document;
  const { picture } = spec;
  const xobjects = context.obj({});
  if (picture) {
    const { width, height, dictionary } = picture;
    const entries = { Type: 'XObject', Subtype: 'Image', Width: width, Height: height, ...dictionary };
    const image = context.register(context.stream(picture.bytes, literal(entries)));
    xobjects.set(PDFName.of('P'), image);
    const wrapper = {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, 1, 1],
      Resources: { XObject: { P: image } },
    };
    xobjects.set(PDFName.of('W'), context.register(context.stream('/P Do', literal(wrapper))));
  }
  const { node } = document.addPage([...(spec.size ?? [595, 842])] as [number, number]);
  node.set(
    PDFName.of('Resources'),
    context.obj({ XObject: xobjects, Font: { F: font }, ExtGState: { G: { ca: 0.3 } } }),
  );
  node.set(PDFName.of('Contents'), context.register(context.stream(spec.content)));
  for (const [key, value] of Object.entries(spec.page ?? {}))
    node.set(PDFName.of(key), context.obj(literal(value)));
}

/** A PDF of these pages; `finish` may add to it. */
export async function madePdf(
  specs: readonly PdfPageSpec[],
  finish: (document: PDFDocument) => void | Promise<void> = () => {},
): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const helvetica = { Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica' };
  const font = document.context.register(document.context.obj(helvetica));
  for (const spec of specs) addPage(document, spec, font);
  await finish(document);
  return document.save({ addDefaultPage: false, useObjectStreams: false });
}
