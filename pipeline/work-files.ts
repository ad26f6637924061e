// Files of work in progress: each whole or not there, and sealed where there is a cipher.
import { createReadStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import type { BlobCipher } from '../core/ports.ts';
import { lookAt } from '../core/sealed-stream.ts';

export interface WorkFiles {
  /** Visible under its name when it is whole and on the disk; what breaks off leaves nothing. */
  write(path: string, body: AsyncIterable<Uint8Array>): Promise<void>;
  /** @throws while it is read: errors of the file system, AppError integrity where it is not what was written. */
  read(path: string): AsyncIterable<Uint8Array>;
}

/** `contextOf` names a file in a way that does not change when the data folder moves. */
export function workFiles(cipher: BlobCipher | null, contextOf: (path: string) => string): WorkFiles {
  return {
    async write(path, body) {
      // The name tells `sweepWork` whose it was.
      const temporary = `${path}.${process.pid}`;
      try {
        const file = await open(temporary, 'w', 0o600);
        try {
          await file.writeFile(cipher ? cipher.seal(body, contextOf(path)) : body);
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(temporary, path);
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
    },
    read: (path) => (cipher ? cipher.open(stream(path), contextOf(path)) : plain(path)),
  };
}

/** What was sealed before, when there was a key, must not be taken for a page. */
async function* plain(path: string): AsyncGenerator<Uint8Array> {
  const { head, whole, close } = await lookAt(stream(path));
  try {
    if (head) throw new Error('the file is sealed');
    yield* whole;
  } finally {
    await close();
  }
}

const CHUNK = 1 << 20;

/** Opened when first read, so that nothing stays open where nobody reads. */
async function* stream(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Uint8Array>;
}

export async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}
