// The door of the pipeline: a file becomes a source of page pictures, or is refused with a reason.
// Opened here in the calling process: for tests and tools; the product opens files in a process of their own
// (source-pool.ts), which runs `openBytes` of this file.
import { AppError } from '../../core/errors.ts';
import type { Problem } from '../../core/model.ts';
import { bytesAt, fileFacts, sameBytes } from './file-facts.ts';
import { readPdf } from './pdf-source.ts';
import { readPictures } from './picture-source.ts';
import { defaultLimits, type FileFacts, type IntakeLimits, type PagePicture, type Source } from './source.ts';

export interface OpenOptions {
  readonly limits?: Partial<IntakeLimits>;
}

/** An opened file, however it is coded. */
export interface PictureReader {
  readonly pageCount: number;
  readonly signed: boolean;
  readonly problems: readonly Problem[];
  page(number: number): Promise<PagePicture>;
  cut(pages: readonly number[]): Promise<Uint8Array>;
  close(): void;
}

export interface BytesToOpen {
  readonly facts: FileFacts;
  readonly limits: IntakeLimits;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** Opens bytes, held once. Errors as `openSource`. */
export async function openBytes({ facts, limits, bytes }: BytesToOpen): Promise<PictureReader> {
  const { file, mediaType } = facts;
  const reader =
    mediaType === 'application/pdf'
      ? await readPdf(bytes, facts, limits)
      : await readPictures(bytes, facts, limits);
  const { pageCount } = reader;
  if (pageCount < 1 || pageCount > limits.maxPages) {
    reader.close();
    if (pageCount < 1) throw new AppError('input', 'intake.no-pages', { params: { file } });
    const params = { file, pages: pageCount, limit: limits.maxPages };
    throw new AppError('input', 'intake.too-many-pages', { params });
  }
  const known = (number: number): void => {
    if (!Number.isInteger(number) || number < 1 || number > pageCount)
      throw new AppError('not-found', 'intake.no-such-page', { params: { file, page: number } });
  };
  return {
    ...reader,
    page: async (number) => {
      known(number);
      return reader.page(number);
    },
    cut: async (pages) => {
      pages.forEach(known);
      return reader.cut(pages);
    },
  };
}

/**
 * Opens a scan: JPEG, PNG, TIFF (many pages), PDF, told by their bytes.
 * Pictures are made one at a time; call `close` when done.
 * @throws AppError of kind `input` where the file is refused (`intake.*`), `not-found` where there is none. A page
 *   that is damaged is refused when it is asked for.
 */
export async function openSource(path: string, options: OpenOptions = {}): Promise<Source> {
  const limits: IntakeLimits = { ...defaultLimits, ...options.limits };
  const facts = await fileFacts(path, limits);
  const reader = await openBytes({ facts, limits, bytes: sameBytes(bytesAt(path), facts) });
  return sourceOf(facts, { ...reader, close: async () => reader.close(), readFrom: () => undefined });
}

/** What every source has beside how its pages are got at. */
export function sourceOf(
  { sha256, size, mediaType }: FileFacts,
  opened: Omit<PictureReader, 'close'> & Pick<Source, 'close' | 'readFrom'>,
): Source {
  async function* pages(): AsyncGenerator<PagePicture> {
    for (let number = 1; number <= opened.pageCount; number += 1) yield await opened.page(number);
  }
  return { ...opened, sha256, size, mediaType, pages };
}
