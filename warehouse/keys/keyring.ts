// Key-encryption keys at hand: they wrap the data keys of papers, and seal work in progress.
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { AppError } from '../../core/errors.ts';
import type { DataKeyRow, Keyring, KeyWrap } from '../../core/ports-keys.ts';
import { openStream, sealStream } from '../../core/sealed-stream.ts';

export const KEK_BYTES = 32;
const NONCE = 12;
const TAG = 16;

/** 16 hex digits that name a KEK and tell nothing of it. */
export const kekIdOf = (kek: Uint8Array): string =>
  createHmac('sha256', kek).update('sohoa kek id').digest('hex').slice(0, 16);

/** `keks`: 32 bytes each, the one for new data first. */
export function openKeyring(keks: readonly Uint8Array[]): Keyring {
  const byId = new Map(keks.map((kek) => [kekIdOf(kek), kek]));
  const kekOf = (id: string): Uint8Array => {
    const kek = byId.get(id);
    if (!kek) throw new AppError('usage', 'at-rest.kek-missing', { params: { kek: id } });
    return kek;
  };
  const unwrap = (row: DataKeyRow): Uint8Array => {
    const wrap = row.wraps.find(({ kekId }) => byId.has(kekId)) ?? row.wraps[0];
    if (!wrap) throw new AppError('integrity', 'at-rest.key-damaged');
    return unwrapKey(row, wrap, kekOf(wrap.kekId));
  };
  return {
    ids: [...byId.keys()],
    newDataKey({ kekId, id, paperId, at }) {
      const wrap = wrapKey({ id, paperId }, randomBytes(KEK_BYTES), { kekId, kek: kekOf(kekId) });
      return { id, paperId, createdAt: at, wraps: [wrap] };
    },
    unwrap,
    rewrap: (row, kekId) => wrapKey(row, unwrap(row), { kekId, kek: kekOf(kekId) }),
    cipher(kekId) {
      const workKey = (id: string): Uint8Array => derived(kekOf(id), 'sohoa work');
      const key = { id: kekId, key: workKey(kekId) };
      return {
        seal: (plain, context) => sealStream(plain, key, context),
        open: (sealed, context) => openStream(sealed, workKey, context),
      };
    },
  };
}

type KeyName = Pick<DataKeyRow, 'id' | 'paperId'>;

/** A wrap opens for its own data key, paper and KEK only: rows that were swapped in the database do not open. */
const boundTo = ({ id, paperId }: KeyName, kekId: string): Buffer => Buffer.from(`${id} ${paperId} ${kekId}`);

const derived = (kek: Uint8Array, use: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', kek, '', use, KEK_BYTES));

function wrapKey(
  name: KeyName,
  dataKey: Uint8Array,
  { kekId, kek }: { kekId: string; kek: Uint8Array },
): KeyWrap {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', derived(kek, 'sohoa data key'), nonce);
  cipher.setAAD(boundTo(name, kekId));
  const parts = [nonce, cipher.update(dataKey), cipher.final(), cipher.getAuthTag()];
  return { kekId, wrapped: Buffer.concat(parts).toString('base64') };
}

function unwrapKey(name: KeyName, { kekId, wrapped }: KeyWrap, kek: Uint8Array): Uint8Array {
  const bytes = Buffer.from(wrapped, 'base64');
  if (bytes.length !== NONCE + KEK_BYTES + TAG) throw new AppError('integrity', 'at-rest.key-damaged');
  const decipher = createDecipheriv('aes-256-gcm', derived(kek, 'sohoa data key'), bytes.subarray(0, NONCE), {
    authTagLength: TAG,
  });
  decipher.setAAD(boundTo(name, kekId)).setAuthTag(bytes.subarray(-TAG));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]);
  } catch (cause) {
    throw new AppError('integrity', 'at-rest.key-damaged', { cause });
  }
}
