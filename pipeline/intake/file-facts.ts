// What may be known of a file without decoding it: size, kind by its first bytes, hash. All the main process looks at.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../../core/errors.ts';
import type { Sha256 } from '../../core/model.ts';
import { identify, type MediaType } from './identify.ts';
import type { Bytes, FileFacts, IntakeLimits } from './source.ts';

/** Each goes to the process that opens files and is waited for: few of them. */
const CHUNK = 4 * 1024 * 1024;

async function sizeOf(path: string, file: string, maxBytes: number): Promise<number> {
  const found = await stat(path).catch((cause: unknown) => {
    throw missing(cause, file);
  });
  if (!found.isFile()) throw new AppError('input', 'intake.not-a-file', { params: { file } });
  if (found.size === 0) throw new AppError('input', 'intake.empty', { params: { file } });
  if (found.size > maxBytes) {
    const limit = Math.floor(maxBytes / 1024 ** 2);
    throw new AppError('input', 'intake.too-large', { params: { file, limit } });
  }
  return found.size;
}

/** What else the system says of a file is told as it is (see judge-error.ts). */
function missing(cause: unknown, file: string): unknown {
  const { code } = cause as NodeJS.ErrnoException;
  const params = { file };
  // Bytes of a name that are no UTF-8 reach us as U+FFFD: under that name there is no file.
  if (code === 'ENOENT' && file.includes('\ufffd'))
    return new AppError('input', 'intake.name-not-text', { params, cause });
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new AppError('not-found', 'intake.not-found', { params, cause });
  return cause;
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
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/**
 * Looks at a file, decoding nothing.
 * @throws AppError `intake.not-found`, `.name-not-text`, `.not-a-file`, `.empty`, `.too-large`, `.unknown`,
 *   `.unsupported`; what the system says of a file that may not be read.
 */
export async function fileFacts(path: string, limits: Pick<IntakeLimits, 'maxBytes'>): Promise<FileFacts> {
  const file = basename(path);
  const size = await sizeOf(path, file, limits.maxBytes);
  return { file, size, mediaType: await mediaTypeOf(path, file), sha256: await hashOf(path) };
}

/**
 * The bytes of a file as they were looked at.
 * @throws AppError input `fault.file-changed` where they are others by now: a scanner still writes it.
 */
export async function* sameBytes(bytes: Bytes, facts: FileFacts): AsyncGenerator<Uint8Array> {
  const { file, size, sha256 } = facts;
  const changed = (): AppError => new AppError('input', 'fault.file-changed', { params: { file } });
  const hash = createHash('sha256');
  let length = 0;
  for await (const chunk of bytes()) {
    length += chunk.byteLength;
    if (length > size) throw changed();
    hash.update(chunk);
    yield chunk;
  }
  if (length !== size || hash.digest('hex') !== sha256) throw changed();
}

/** The bytes of a file on the disk, opened when first read. */
export const bytesAt =
  (path: string): Bytes =>
  () =>
    createReadStream(path, { highWaterMark: CHUNK });
