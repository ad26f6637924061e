// Makes the legal copy: PDF/A-2u, the page pictures as they are and invisible text over them. Same input, same bytes.
import { createHash } from 'node:crypto';
import { type PDFContext, PDFDocument, PDFName, type PDFRef } from 'pdf-lib';
import { AppError } from '../../core/errors.ts';
import type { PageText, Sha256 } from '../../core/model.ts';
import { markAsArchive } from './archive-metadata.ts';
import { invisibleText, type PageSize } from './invisible-text.ts';
import { jpegHeader } from './jpeg-header.ts';
import { assignTextFont } from './text-font.ts';

export interface LegalPage {
  /** 8-bit grey or RGB JPEG, embedded byte for byte. */
  readonly jpeg: Uint8Array;
  /** Pixels of the JPEG. */
  readonly width: number;
  readonly height: number;
  /** Dots per inch: the page's size on paper is pixels ÷ dpi. */
  readonly dpi: number;
  /** Lines in reading order, boxes as fractions of this picture. */
  readonly text: PageText;
}

export interface LegalCopyInput {
  readonly pages: readonly LegalPage[];
  /** File and dossier; no facts of the paper. */
  readonly title: string;
  /** Of the scan as it came in; the document's ID derives from it. */
  readonly originalSha256: Sha256;
  /** BCP 47; default `vi`. */
  readonly lang?: string;
  /** Creation date to state; left out by default, since the composer has no clock. */
  readonly created?: Date;
}

/** Millimetre-true to a hundredth of a point. */
const points = (pixels: number, dpi: number): number => Number(((pixels / dpi) * 72).toFixed(2));

function picture(context: PDFContext, page: LegalPage, number: number): PDFRef {
  const header = jpegHeader(page.jpeg, number);
  if (header.width !== page.width || header.height !== page.height)
    throw new AppError('input', 'compose.picture', { params: { page: number } });
  const stream = context.stream(page.jpeg, {
    Type: 'XObject',
    Subtype: 'Image',
    Width: header.width,
    Height: header.height,
    ColorSpace: header.components === 1 ? 'DeviceGray' : 'DeviceRGB',
    BitsPerComponent: 8,
    Filter: 'DCTDecode',
  });
  return context.register(stream);
}

/** Everything the file is made of, in one hash. */
function fingerprint(input: LegalCopyInput): Sha256 {
  const hash = createHash('sha256').update(`${input.originalSha256}\n${input.title}\n${input.lang ?? ''}\n`);
  for (const page of input.pages) {
    hash.update(`${page.dpi} ${JSON.stringify(page.text)}\n`).update(page.jpeg);
  }
  return hash.digest('hex');
}

/**
 * Composes the legal copy of one paper.
 * @returns a PDF/A-2u with classic cross-reference table, ready to be signed by incremental update.
 * @throws AppError `compose.no-pages`, `compose.picture` (a JPEG that is not 8-bit grey or RGB, or not of the size said).
 */
export async function composeLegalCopy(input: LegalCopyInput): Promise<Uint8Array> {
  if (input.pages.length === 0) throw new AppError('input', 'compose.no-pages');
  const document = await PDFDocument.create({ updateMetadata: false });
  const { context } = document;
  const used = new Set<number>();
  const font = context.nextRef();
  input.pages.forEach((page, index) => {
    const size: PageSize = { width: points(page.width, page.dpi), height: points(page.height, page.dpi) };
    const text = invisibleText(page.text, size, used);
    const resources = context.obj({ XObject: { P: picture(context, page, index + 1) } });
    if (text !== '') resources.set(PDFName.of('Font'), context.obj({ F: font }));
    const content = `q ${size.width} 0 0 ${size.height} 0 0 cm /P Do Q\n${text}`;
    const { node } = document.addPage([size.width, size.height]);
    node.set(PDFName.of('Resources'), resources);
    node.set(PDFName.of('Contents'), context.register(context.flateStream(content)));
  });
  if (used.size > 0) assignTextFont(context, font, used);
  markAsArchive(document, {
    title: input.title,
    lang: input.lang ?? 'vi',
    fingerprint: fingerprint(input),
    created: input.created,
  });
  // Classic table, no object streams: what signs the file later appends to the plainest structure there is.
  return document.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false });
}
