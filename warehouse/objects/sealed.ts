// Encrypts any object store: what is put for a paper lies under the paper's data key, what is got is plain again.
import { createHash } from 'node:crypto';
import { AppError } from '../../core/errors.ts';
import type { ObjectInfo, ObjectStore } from '../../core/ports.ts';
import type { DataKeyRow, KeyReads, Keyring } from '../../core/ports-keys.ts';
import {
  type LookedAt,
  lookAt,
  openStream,
  plainSize,
  sealedSize,
  sealStream,
} from '../../core/sealed-stream.ts';

export interface SealedStoreOptions {
  /** Where the encrypted bytes go. */
  readonly store: ObjectStore;
  readonly keys: Pick<KeyReads, 'dataKey'>;
  readonly keyring: Pick<Keyring, 'unwrap'>;
  /** `read`: objects that lie plain from before are read as they are; `refuse`: they are an integrity error. */
  readonly plain: 'read' | 'refuse';
}

/** Unwrapped keys kept at hand, so that a list does not ask the registry for each object. */
const MOST_KEYS = 1000;

/**
 * Objects name their data key, so that one shared by papers (the original of a run) opens whoever reads it. An object
 * under a data key that the registry does not have, or one that lies plain, counts as not there (`stat`): it is put
 * again. Nothing can be put without `forPaper`.
 * @throws AppError integrity `at-rest.damaged`, `at-rest.not-sealed`, `at-rest.key-unknown` from what `get` gave.
 */
export function sealedObjectStore(options: SealedStoreOptions): ObjectStore {
  const { store } = options;
  const keyOf = keysAtHand(options);
  const sealed: ObjectStore = {
    put: async () => {
      throw new AppError('usage', 'at-rest.no-paper');
    },
    forPaper: (paperId) => ({
      ...sealed,
      async put(key, body, size, sha256) {
        const row = await options.keys.dataKey({ paperId });
        if (!row) throw new AppError('conflict', 'at-rest.key-unknown');
        const plain = checked(body, { size, sha256 });
        const cipher = sealStream(plain, { id: row.id, key: await keyOf(row.id, row) }, contextOf(key));
        await store.put(key, cipher, sealedSize(size, row.id), null);
      },
    }),
    get: async (key) => opened(await store.get(key), key),
    stat: async (key) => {
      const stored = await store.stat(key);
      return stored && (await infoOf(stored, { sealedOnly: true }));
    },
    async *list(prefix) {
      for await (const stored of store.list(prefix)) {
        const info = await infoOf(stored, { sealedOnly: false });
        if (info) yield info;
      }
    },
    remove: (key) => store.remove(key),
    localPath: async (key) => {
      const path = await store.localPath(key);
      if (path === null || options.plain === 'refuse') return null;
      return (await headOf(key))?.head === null ? path : null;
    },
    close: () => store.close(),
  };
  return sealed;

  async function* opened(stream: AsyncIterable<Uint8Array>, key: string): AsyncGenerator<Uint8Array> {
    const looked = await lookAt(stream);
    try {
      if (looked.head) yield* openStream(looked.whole, keyOf, contextOf(key));
      else if (options.plain === 'read') yield* looked.whole;
      else throw new AppError('integrity', 'at-rest.not-sealed');
    } finally {
      await looked.close();
    }
  }

  /** The first bytes alone; null where the object has gone or its header is no good. */
  async function headOf(key: string): Promise<Pick<LookedAt, 'head'> | null> {
    try {
      const looked = await lookAt(await store.get(key));
      await looked.close();
      return looked;
    } catch (error) {
      if (error instanceof AppError && ['not-found', 'integrity'].includes(error.kind)) return null;
      throw error;
    }
  }

  /** With the size of the bytes that were put; null where nobody could read them, or they should be put again. */
  async function infoOf(
    { key, size }: ObjectInfo,
    { sealedOnly }: { sealedOnly: boolean },
  ): Promise<ObjectInfo | null> {
    const looked = await headOf(key);
    if (!looked) return null;
    if (!looked.head) return sealedOnly ? null : { key, size };
    const plain = plainSize(size, looked.head);
    if (Number.isNaN(plain)) return null;
    if (sealedOnly && !(await options.keys.dataKey({ id: looked.head.keyId }))) return null;
    return { key, size: plain };
  }
}

const contextOf = (key: string): string => `object ${key}`;

function keysAtHand({ keys, keyring }: SealedStoreOptions) {
  const atHand = new Map<string, Uint8Array>();
  return async (id: string, known?: DataKeyRow): Promise<Uint8Array> => {
    const there = atHand.get(id);
    if (there) return there;
    const row = known ?? (await keys.dataKey({ id }));
    if (!row) throw new AppError('integrity', 'at-rest.key-unknown');
    const key = keyring.unwrap(row);
    if (atHand.size >= MOST_KEYS) atHand.clear();
    atHand.set(id, key);
    return key;
  };
}

/** The plain bytes as they pass; what differs from what was announced breaks the put off. */
async function* checked(
  body: AsyncIterable<Uint8Array> | Uint8Array,
  announced: { readonly size: number; readonly sha256: string | null },
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  const differs = (): AppError => new AppError('integrity', 'warehouse.object-differs');
  let size = 0;
  for await (const part of body instanceof Uint8Array ? [body] : body) {
    size += part.byteLength;
    if (size > announced.size) throw differs();
    hash.update(part);
    yield part;
  }
  const same = announced.sha256 === null || hash.digest('hex') === announced.sha256;
  if (size !== announced.size || !same) throw differs();
}
