// Makes the legal copy: PDF/A-2u, the page pictures as they are and invisible text over them. Same input, same bytes.
import { createHash, type Hash } from 'node:crypto';
import { PDFDocument, PDFName } from 'pdf-lib';
import { AppError } from '../../core/errors.ts';
import type { PageText, Sha256 } from '../../core/model.ts';
import type { LegalPicture } from '../layers/legal-picture.ts';
import { markAsArchive } from './archive-metadata.ts';
import { invisibleText, type PageSize } from './invisible-text.ts';
import { pictureObjects } from './page-layers.ts';
import { pdfWriter } from './pdf-writer.ts';
import { assignTextFont } from './text-font.ts';

export interface LegalPage extends LegalPicture {
  /** Lines in reading order, boxes as fractions of this picture. */
  readonly text: PageText;
}

export interface LegalCopyInput {
  /** Taken one after the other; none is held once it is written. */
  readonly pages: Iterable<LegalPage> | AsyncIterable<LegalPage>;
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

/**
 * Composes the legal copy of one paper.
 * @returns a PDF/A-2u with classic cross-reference table, ready to be signed by incremental update.
 * @throws AppError `compose.no-pages`, `compose.picture` (a JPEG that is not 8-bit grey or RGB, or not of the size said).
 */
export async function composeLegalCopy(input: LegalCopyInput): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const { context } = document;
  const writer = pdfWriter(context);
  const used = new Set<number>();
  const font = context.nextRef();
  // Everything the file is made of goes into its ID.
  const hash = createHash('sha256').update(`${input.originalSha256}\n${input.title}\n${input.lang ?? ''}\n`);
  let number = 0;
  for await (const page of input.pages) {
    number += 1;
    addToHash(hash, page);
    const size: PageSize = { width: points(page.width, page.dpi), height: points(page.height, page.dpi) };
    const text = invisibleText(page.text, size, used);
    const { objects, operators } = pictureObjects({ context, writer }, page, number);
    const resources = context.obj({ XObject: objects });
    if (text !== '') resources.set(PDFName.of('Font'), context.obj({ F: font }));
    const content = `q ${size.width} 0 0 ${size.height} 0 0 cm ${operators} Q\n${text}`;
    const { node } = document.addPage([size.width, size.height]);
    node.set(PDFName.of('Resources'), resources);
    node.set(PDFName.of('Contents'), writer.put(context.flateStream(content)));
  }
  if (number === 0) throw new AppError('input', 'compose.no-pages');
  if (used.size > 0) assignTextFont(context, font, used);
  markAsArchive(document, {
    title: input.title,
    lang: input.lang ?? 'vi',
    fingerprint: hash.digest('hex'),
    created: input.created,
  });
  // Classic table, no object streams: what signs the file later appends to the plainest structure there is.
  return writer.end();
}

function addToHash(hash: Hash, { dpi, text, jpeg, inks = [] }: LegalPage): void {
  hash.update(`${dpi} ${JSON.stringify(text)}\n`).update(jpeg ?? '');
  for (const { g4, colour } of inks) hash.update(`${colour}\n`).update(g4);
}
