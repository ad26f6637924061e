// A PDF as a source of page pictures.
import { AppError } from '../../core/errors.ts';
import { nestedSignatures } from '../pdf/nested-signatures.ts';
import { pdfPagePicture } from './pdf-page-picture.ts';
import { type OpenFailure, openPdf, type PdfDocument } from './pdfium/document.ts';
import { forgetModuleAfter } from './pdfium/module.ts';
import type { IntakeLimits, PagePicture } from './source.ts';

/** What differs from one kind of source file to the next; `openSource` adds the rest. */
export interface PictureReader {
  readonly pageCount: number;
  readonly signed: boolean;
  page(number: number): Promise<PagePicture>;
  close(): void;
}

const FAILURES: Record<OpenFailure, string> = {
  password: 'intake.encrypted',
  broken: 'intake.broken',
  memory: 'intake.too-large-for-memory',
};
/** Readers look for the end mark in the last kilobyte (ISO 32000-1, annex H); padding after it is common. */
const TAIL = 4096;

function isCutOff(bytes: Uint8Array): boolean {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === 0 || bytes[end - 1] === 0x1a)) end -= 1;
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset + Math.max(0, end - TAIL), Math.min(TAIL, end));
  return tail.indexOf('%%EOF') < 0;
}

/** Turns what PDFium throws into a refusal that names the file. */
async function guarded<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    forgetModuleAfter(error);
    if (error instanceof AppError) throw error;
    const memory = error instanceof RangeError;
    const code = memory ? 'intake.too-large-for-memory' : 'intake.broken';
    throw new AppError('input', code, { params: { file }, cause: error });
  }
}

async function open(bytes: Uint8Array, file: string): Promise<PdfDocument> {
  if (isCutOff(bytes)) throw new AppError('input', 'intake.truncated', { params: { file } });
  const document = await openPdf(bytes);
  if (typeof document === 'string') throw new AppError('input', FAILURES[document], { params: { file } });
  if (!document.encrypted) return document;
  document.close();
  throw new AppError('input', 'intake.encrypted', { params: { file } });
}

/** Opens a PDF held in memory. Files that are encrypted, even with an empty password, are refused. */
export async function readPdf(bytes: Uint8Array, file: string, limits: IntakeLimits): Promise<PictureReader> {
  return guarded(file, async () => {
    const document = await open(bytes, file);
    const signed = document.signatureCount() > 0 || (await nestedSignatures(bytes)) > 0;
    return {
      pageCount: document.pageCount,
      signed,
      page: (number) =>
        guarded(file, async () => {
          const picture = await document.withPage(number, (page) =>
            pdfPagePicture(page, { number, limits, file, annotations: !signed }),
          );
          if (!picture) throw new AppError('input', 'intake.broken-page', { params: { file, page: number } });
          return picture;
        }),
      close: () => document.close(),
    };
  });
}
