// The one format of encrypted bytes: AES-256-GCM in chunks, so that no whole file is ever in memory. Pure.
//
// Header: 8 bytes magic with the version, length of the key id (1 byte), key id (ASCII), 16 bytes of salt. Then chunks of
// 64 KiB, each followed by its tag of 16 bytes; the last one is shorter, or whole, or empty. Key of the stream:
// HKDF-SHA-256 of the named key with the salt, over the header and the context; so a stream under another name or with
// another header does not open. Nonce: 11 bytes number of the chunk, 1 byte "is the last" (the STREAM construction of
// Hoang, Reyhanitabar, Rogaway and Vizár, 2015): chunks left out, swapped or cut off are found.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { AppError } from './errors.ts';
import { exactChunks, headOf } from './stream-parts.ts';

/** Begins like no picture, PDF or text: 0x89 never begins UTF-8. The last byte is the version. */
const MAGIC = Buffer.from([0x89, 0x53, 0x4f, 0x48, 0x4f, 0x41, 0x1a, 1]);
const SALT = 16;
const TAG = 16;
const CHUNK = 64 * 1024;
const ALGORITHM = 'aes-256-gcm';
/** Chunks handed on in one part: each part costs a turn of the event loop and a call to the disk. */
const TOGETHER = 16;

export interface SealingKey {
  /** At most 255 ASCII characters. */
  readonly id: string;
  /** 32 bytes. */
  readonly key: Uint8Array;
}

export interface SealedHead {
  readonly keyId: string;
  /** Bytes of the header. */
  readonly length: number;
}

/** `context` says what the bytes are (an object's key, a file's name) and must be the same to open them. */
export async function* sealStream(
  plain: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { id, key }: SealingKey,
  context: string,
): AsyncGenerator<Uint8Array> {
  const named = Buffer.concat([MAGIC, Uint8Array.of(id.length), Buffer.from(id, 'latin1')]);
  const salt = randomBytes(SALT);
  const streamKey = deriveKey(key, { salt, named, context });
  yield Buffer.concat([named, salt]);
  let number = 0;
  let parts: Buffer[] = [];
  for await (const { bytes, last } of exactChunks(plain, CHUNK)) {
    const cipher = createCipheriv(ALGORITHM, streamKey, nonceOf(number, last));
    parts.push(cipher.update(bytes), cipher.final(), cipher.getAuthTag());
    number += 1;
    if (!last && number % TOGETHER !== 0) continue;
    yield Buffer.concat(parts);
    parts = [];
  }
}

/** A stream whose first bytes were looked at. Whoever does not read `body` to its end must `close`. */
export interface LookedAt {
  /** Null: not sealed. */
  readonly head: SealedHead | null;
  /** The whole stream again, header included. */
  readonly whole: AsyncIterable<Uint8Array>;
  close(): Promise<void>;
}

/** @throws AppError integrity `at-rest.damaged` where a header was cut off or is of a newer program. */
export async function lookAt(stream: AsyncIterable<Uint8Array>): Promise<LookedAt> {
  const { head, whole, close } = await headOf(stream, MAGIC.length + 1 + 255 + SALT);
  try {
    return { head: parseHead(head), whole, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * The bytes that were sealed. `keyFor` gives the 32 bytes of the key the header names.
 * @throws AppError integrity `at-rest.damaged`, while it is read, for whatever `sealStream` did not write.
 */
export async function* openStream(
  sealed: AsyncIterable<Uint8Array>,
  keyFor: (keyId: string) => Uint8Array | Promise<Uint8Array>,
  context: string,
): AsyncGenerator<Uint8Array> {
  const looked = await headOf(sealed, MAGIC.length + 1 + 255 + SALT);
  try {
    const head = parseHead(looked.head);
    if (!head) throw damaged();
    const named = looked.head.subarray(0, head.length - SALT);
    const salt = looked.head.subarray(head.length - SALT, head.length);
    const streamKey = deriveKey(await keyFor(head.keyId), { salt, named, context });
    let number = 0;
    let parts: Buffer[] = [];
    for await (const { bytes, last } of exactChunks(looked.whole, CHUNK + TAG, head.length)) {
      parts.push(openChunk(bytes, streamKey, nonceOf(number, last)));
      number += 1;
      if (!last && number % TOGETHER !== 0) continue;
      yield Buffer.concat(parts);
      parts = [];
    }
  } finally {
    await looked.close();
  }
}

/** Bytes that were sealed, by the size of what is stored; NaN where no stream has that size. */
export function plainSize(storedSize: number, head: SealedHead): number {
  const body = storedSize - head.length;
  const chunks = Math.ceil(body / (CHUNK + TAG));
  const plain = body - chunks * TAG;
  const lastChunk = body - (chunks - 1) * (CHUNK + TAG);
  return chunks >= 1 && lastChunk >= TAG && (lastChunk > TAG || chunks === 1) ? plain : Number.NaN;
}

/** Bytes that a stream of so many has when sealed. */
export const sealedSize = (plain: number, keyId: string): number =>
  MAGIC.length + 1 + keyId.length + SALT + plain + Math.max(1, Math.ceil(plain / CHUNK)) * TAG;

function parseHead(head: Buffer): SealedHead | null {
  const magic = head.subarray(0, MAGIC.length);
  // A newer version is not plain either; nor is what was cut off within the magic.
  if (magic.length === 0 || !MAGIC.subarray(0, 7).subarray(0, magic.length).equals(magic.subarray(0, 7)))
    return null;
  const length = MAGIC.length + 1 + (head[MAGIC.length] ?? 0) + SALT;
  if (!magic.equals(MAGIC) || head.length < length) throw damaged();
  return { keyId: head.toString('latin1', MAGIC.length + 1, length - SALT), length };
}

function deriveKey(
  key: Uint8Array,
  { salt, named, context }: { salt: Uint8Array; named: Uint8Array; context: string },
): Buffer {
  const info = Buffer.concat([named, Buffer.from(context, 'utf8')]);
  return Buffer.from(hkdfSync('sha256', key, salt, info, 32));
}

function nonceOf(number: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(number, 5, 6);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

function openChunk(chunk: Buffer, key: Buffer, nonce: Buffer): Buffer {
  if (chunk.length < TAG) throw damaged();
  const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG });
  decipher.setAuthTag(chunk.subarray(chunk.length - TAG));
  const plain = decipher.update(chunk.subarray(0, chunk.length - TAG));
  try {
    decipher.final();
  } catch (cause) {
    throw damaged(cause);
  }
  return plain;
}

const damaged = (cause?: unknown): AppError => new AppError('integrity', 'at-rest.damaged', { cause });
