// The door of the pipeline: a file becomes a source of page pictures, or is refused with a reason.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../../core/errors.ts';
import type { Sha256 } from '../../core/model.ts';
import { identify, type MediaType } from './identify.ts';
import { type PictureReader, readPdf } from './pdf-source.ts';
import { readPictures } from './picture-source.ts';
import { defaultLimits, type IntakeLimits, type PagePicture, type Source } from './source.ts';

export interface OpenOptions {
  readonly limits?: Partial<IntakeLimits>;
}

async function sizeOf(path: string, file: string, limits: IntakeLimits): Promise<number> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new AppError('not-found', 'intake.not-found', { params: { file }, cause });
  });
  if (!found.isFile()) throw new AppError('input', 'intake.not-a-file', { params: { file } });
  if (found.size === 0) throw new AppError('input', 'intake.empty', { params: { file } });
  if (found.size > limits.maxBytes) {
    const limit = Math.floor(limits.maxBytes / 1024 ** 2);
    throw new AppError('input', 'intake.too-large', { params: { file, limit } });
  }
  return found.size;
}

async function mediaTypeOf(path: string, file: string): Promise<MediaType> {
  const identity = await identify(path);
  if (identity.mediaType !== null) return identity.mediaType;
  if (identity.looksLike === null) throw new AppError('input', 'intake.unknown', { params: { file } });
  throw new AppError('input', 'intake.unsupported', { params: { file, kind: identity.looksLike } });
}

/** SHA-256 of a file without holding it. */
async function hashOf(path: string): Promise<Sha256> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 }))
    hash.update(chunk as Buffer);
  return hash.digest('hex');
}

interface Opened {
  readonly sha256: Sha256;
  readonly reader: PictureReader;
}

/** A TIFF stays on disk and is read a page at a time; the others are read once, hashed and used from memory. */
async function openAs(mediaType: MediaType, path: string, limits: IntakeLimits): Promise<Opened> {
  const file = basename(path);
  if (mediaType === 'image/tiff') {
    const sha256 = await hashOf(path);
    return { sha256, reader: await readPictures({ input: path, format: 'tiff', file, limits }) };
  }
  const bytes = await readFile(path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (mediaType === 'application/pdf') return { sha256, reader: await readPdf(bytes, file, limits) };
  const format = mediaType === 'image/jpeg' ? 'jpeg' : 'png';
  return { sha256, reader: await readPictures({ input: bytes, format, file, limits }) };
}

/**
 * Opens a scan: JPEG, PNG, TIFF (many pages), PDF, told by their bytes.
 * Pictures are made one at a time; call `close` when done.
 * @throws AppError of kind `input` where the file is refused (`intake.*`), `not-found` where there is none. A page
 *   that is damaged is refused when it is asked for.
 */
export async function openSource(path: string, options: OpenOptions = {}): Promise<Source> {
  const limits: IntakeLimits = { ...defaultLimits, ...options.limits };
  const file = basename(path);
  const size = await sizeOf(path, file, limits);
  const mediaType = await mediaTypeOf(path, file);
  const { sha256, reader } = await openAs(mediaType, path, limits);
  const { pageCount, signed } = reader;
  if (pageCount < 1 || pageCount > limits.maxPages) {
    reader.close();
    if (pageCount < 1) throw new AppError('input', 'intake.no-pages', { params: { file } });
    const params = { file, pages: pageCount, limit: limits.maxPages };
    throw new AppError('input', 'intake.too-many-pages', { params });
  }
  const page = async (number: number): Promise<PagePicture> => {
    if (!Number.isInteger(number) || number < 1 || number > pageCount)
      throw new AppError('not-found', 'intake.no-such-page', { params: { file, page: number } });
    return reader.page(number);
  };
  async function* pages(): AsyncGenerator<PagePicture> {
    for (let number = 1; number <= pageCount; number += 1) yield await page(number);
  }
  return { sha256, size, mediaType, pageCount, signed, page, pages, close: async () => reader.close() };
}
