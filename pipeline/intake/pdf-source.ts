// A PDF as a source of page pictures.
import { AppError } from '../../core/errors.ts';
import type { Problem } from '../../core/model.ts';
import { cutPdfPages, wrapPictures } from '../compose/cut-pages.ts';
import { inspectPdf } from '../pdf/inspect.ts';
import { nestedSignatures } from '../pdf/nested-signatures.ts';
import type { PictureReader } from './open-source.ts';
import { pdfPagePicture } from './pdf-page-picture.ts';
import { type HeldPdf, holdPdf, type OpenFailure, type PdfDocument } from './pdfium/document.ts';
import { forgetModuleAfter } from './pdfium/module.ts';
import type { FileFacts, IntakeLimits, PagePicture } from './source.ts';

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

const refusal = (file: string, failure: OpenFailure): AppError =>
  new AppError('input', FAILURES[failure], { params: { file } });

interface OpenedPdf {
  readonly document: PdfDocument;
  readonly held: HeldPdf;
  readonly signed: boolean;
  readonly problems: readonly Problem[];
}

async function open(
  parts: AsyncIterable<Uint8Array>,
  { file, size }: FileFacts,
  limits: IntakeLimits,
): Promise<OpenedPdf> {
  const held = await holdPdf(parts, size);
  if (held === 'memory') throw refusal(file, held);
  let active: Awaited<ReturnType<typeof inspectPdf>>['active'];
  try {
    if (isCutOff(held.bytes())) throw new AppError('input', 'intake.truncated', { params: { file } });
    ({ active } = await inspectPdf({ bytes: held.bytes, limits, file }));
  } catch (error) {
    held.free();
    throw error;
  }
  const document = held.open();
  if (typeof document === 'string' || document.encrypted) {
    if (typeof document !== 'string') document.close();
    held.free();
    throw refusal(file, typeof document === 'string' ? document : 'password');
  }
  const signed = document.signatureCount() > 0 || (await nestedSignatures(held.bytes())) > 0;
  return { document, held, signed, problems: active.map((what) => ({ code: `intake.active-${what}` })) };
}

/**
 * Opens a PDF, held once in PDFium's memory. Files that are encrypted, even with an empty password, are refused, and
 * those that would grow beyond the limits.
 */
export async function readPdf(
  parts: AsyncIterable<Uint8Array>,
  facts: FileFacts,
  limits: IntakeLimits,
): Promise<PictureReader> {
  const { file } = facts;
  return guarded(file, async () => {
    const { document: first, held, signed, problems } = await open(parts, facts, limits);
    const lent = lending(held, first, file);
    const page = (number: number): Promise<PagePicture> =>
      guarded(file, async () => {
        const picture = await lent.with((document) =>
          document.withPage(number, (page) =>
            pdfPagePicture(page, { number, limits, file, annotations: !signed }),
          ),
        );
        if (!picture) throw new AppError('input', 'intake.broken-page', { params: { file, page: number } });
        return picture;
      });
    return {
      pageCount: first.pageCount,
      signed,
      problems,
      page,
      cut: (numbers) => guarded(file, () => cut(held, numbers, page)),
      close: () => lent.close(),
    };
  });
}

/** Pages after which the document is opened anew. */
const MOST_PAGES = 50;

/**
 * PDFium keeps every object it has parsed, the pictures' streams too, until its document is closed: after 2,000 pages
 * it would hold the file twice. So the document is opened anew now and then, while nobody uses it.
 */
function lending(held: HeldPdf, first: PdfDocument, file: string) {
  let document = first;
  let users = 0;
  let lent = 0;
  let closed = false;
  return {
    async with<T>(use: (document: PdfDocument) => Promise<T>): Promise<T> {
      if (users === 0 && lent >= MOST_PAGES) {
        document.close();
        const next = held.open();
        if (typeof next === 'string') throw refusal(file, next);
        document = next;
        lent = 0;
      }
      users += 1;
      lent += 1;
      try {
        return await use(document);
      } finally {
        users -= 1;
      }
    },
    close(): void {
      if (closed) return;
      closed = true;
      document.close();
      held.free();
    },
  };
}

/** The pages as they stand; where the file is too odd for that, their pictures. */
async function cut(
  held: HeldPdf,
  numbers: readonly number[],
  page: (number: number) => Promise<PagePicture>,
): Promise<Uint8Array> {
  try {
    return await cutPdfPages(held.bytes().slice(), numbers);
  } catch {
    return wrapPictures(
      (async function* () {
        for (const number of numbers) yield await page(number);
      })(),
    );
  }
}
