// The encrypted object store over files: the contract, and what whoever has the disk can neither see nor change.
import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sha256 } from '../../core/ids.ts';
import type { Keyring, ObjectStore, Registry } from '../../core/ports.ts';
import { openKeyring } from '../keys/keyring.ts';
import { sqliteRegistry } from '../registry/sqlite.ts';
import { givePaperKey, newKeyring, sealedStore } from '../testing/keys.ts';
import { objectStoreContract, readObject } from '../testing/object-store-contract.ts';
import { fileObjectStore } from './files.ts';
import { sealedObjectStore } from './sealed.ts';

const folder = mkdtempSync(join(tmpdir(), 'sohoa-sealed-'));
const registries: Registry[] = [];
afterAll(async () => {
  for (const registry of registries) await registry.close();
  rmSync(folder, { recursive: true, force: true });
});

async function newRegistry(name: string): Promise<Registry> {
  const registry = sqliteRegistry(join(folder, `${name}.db`));
  await registry.migrate();
  registries.push(registry);
  return registry;
}

const shared = { keyring: newKeyring(), registry: newRegistry('contract') };
objectStoreContract('encrypted files', async () =>
  sealedStore(join(folder, 'contract'), await shared.registry, shared.keyring),
);

const text = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM – Phạm Thử Nghiệm 001190000001';
const data = Buffer.from(text.repeat(3000));
const damaged = expect.objectContaining({ kind: 'integrity', code: 'at-rest.damaged' });

describe('on the disk', () => {
  let [registry, keyring, store, files] = [
    {} as Registry,
    {} as Keyring,
    {} as ObjectStore,
    {} as ObjectStore,
  ];
  const root = join(folder, 'disk');
  const pathOf = async (key: string): Promise<string> => (await files.localPath(key))!;
  beforeAll(async () => {
    registry = await newRegistry('disk');
    keyring = newKeyring();
    store = await sealedStore(root, registry, keyring);
    files = await fileObjectStore(root);
  });
  const put = async (key: string, bytes: Buffer = data): Promise<string> => {
    await store.put(key, bytes, bytes.length, sha256(bytes));
    return pathOf(key);
  };

  test('no word of it is seen, and no path to it is given', async () => {
    const bytes = readFileSync(await put('seen'));
    expect(bytes.includes('Phạm') || bytes.includes('0011900')).toBe(false);
    expect(bytes.length - data.length).toBeLessThan(51 + 16 * 4 + 1);
    expect(await store.localPath('seen')).toBeNull();
  });

  test.each([
    ['a flipped bit', (bytes: Buffer) => bytes.with(bytes.length / 2, bytes[bytes.length / 2]! ^ 1)],
    ['an end cut off', (bytes: Buffer) => bytes.subarray(0, 51 + 65552)],
    ['nothing left of it', () => Buffer.alloc(0)],
  ])('%s is found', async (what, change) => {
    const path = await put(`flip-${what.length}`);
    writeFileSync(path, change(readFileSync(path)));
    const reading = readObject(store, `flip-${what.length}`);
    await expect(reading).rejects.toEqual(expect.objectContaining({ kind: 'integrity' }));
  });

  test('one object in the place of another is found, of the same paper too', async () => {
    copyFileSync(await put('one'), await put('two', Buffer.from('other')));
    await expect(readObject(store, 'two')).rejects.toEqual(damaged);
    expect(await readObject(store, 'one')).toEqual(new Uint8Array(data));
  });

  test('a plain object in its place is refused, and put again by whoever files it', async () => {
    const path = await put('plain');
    writeFileSync(path, data);
    await expect(readObject(store, 'plain')).rejects.toEqual(
      expect.objectContaining({ kind: 'integrity', code: 'at-rest.not-sealed' }),
    );
    expect(await store.stat('plain')).toBeNull();
    expect(await store.localPath('plain')).toBeNull();
  });

  test('one that is cut off between chunks has not the size it had: it is put again', async () => {
    const path = await put('short');
    writeFileSync(path, readFileSync(path).subarray(0, 51 + 65552));
    expect((await store.stat('short'))?.size).toBe(65536);
  });

  test('another key does not open it, and says which key is needed', async () => {
    await put('foreign');
    const other = sealedObjectStore({ store: files, keys: registry, keyring: newKeyring(), plain: 'refuse' });
    await expect(readObject(other, 'foreign')).rejects.toEqual(
      expect.objectContaining({ code: 'at-rest.kek-missing', params: { kek: keyring.ids[0] } }),
    );
  });

  test('without its data key in the registry it counts as not there', async () => {
    await put('orphan');
    const empty = await newRegistry('empty');
    const elsewhere = sealedObjectStore({ store: files, keys: empty, keyring, plain: 'refuse' });
    expect(await elsewhere.stat('orphan')).toBeNull();
    await expect(readObject(elsewhere, 'orphan')).rejects.toEqual(
      expect.objectContaining({ kind: 'integrity', code: 'at-rest.key-unknown' }),
    );
  });

  test('each paper has its own key, and one paper’s object opens for all', async () => {
    const [one, two] = [await givePaperKey(registry, keyring), await givePaperKey(registry, keyring)];
    const keys = [await registry.dataKey({ paperId: one }), await registry.dataKey({ paperId: two })];
    expect(keyring.unwrap(keys[0]!)).not.toEqual(keyring.unwrap(keys[1]!));
    await store.forPaper(one).put('shared', data, data.length, sha256(data));
    expect(await readObject(store.forPaper(two), 'shared')).toEqual(new Uint8Array(data));
    expect(readFileSync(await pathOf('shared')).includes(keys[0]!.id)).toBe(true);
  });

  test('nothing is put without a paper or before its key', async () => {
    const bare = sealedObjectStore({ store: files, keys: registry, keyring, plain: 'refuse' });
    await expect(bare.put('k', data, data.length, sha256(data))).rejects.toEqual(
      expect.objectContaining({ code: 'at-rest.no-paper' }),
    );
    await expect(bare.forPaper('nobody').put('k', data, data.length, sha256(data))).rejects.toEqual(
      expect.objectContaining({ code: 'at-rest.key-unknown' }),
    );
    expect(readdirSync(join(root, 'tmp'))).toEqual([]);
  });
});

test('while older objects lie plain, both kinds are read', async () => {
  const root = join(folder, 'mixed');
  const files = await fileObjectStore(root);
  await files.put('old', data, data.length, sha256(data));
  const [registry, keyring] = [await newRegistry('mixed'), openKeyring([new Uint8Array(randomBytes(32))])];
  await sealedStore(root, registry, keyring);
  const store = sealedObjectStore({ store: files, keys: registry, keyring, plain: 'read' });
  expect(await readObject(store, 'old')).toEqual(new Uint8Array(data));
  expect(await store.localPath('old')).toBe(await files.localPath('old'));
  expect(await store.stat('old')).toBeNull();
  const paperId = await givePaperKey(registry, keyring);
  await store.forPaper(paperId).put('old', data, data.length, sha256(data));
  expect(await store.stat('old')).toEqual({ key: 'old', size: data.length });
  expect(await readObject(store, 'old')).toEqual(new Uint8Array(data));
});
