// The object store on a folder: the contract, and what lies on the disk.
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { sha256 } from '../../core/ids.ts';
import { objectStoreContract } from '../testing/object-store-contract.ts';
import { fileObjectStore } from './files.ts';
import { objectKey } from './object-key.ts';

const folder = mkdtempSync(join(tmpdir(), 'sohoa-objects-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

objectStoreContract('files', () => fileObjectStore(join(folder, 'contract', 'objects')));

const data = new TextEncoder().encode('a legal copy');

test('objects lie in shards, whole, and may be opened where they lie', async () => {
  const root = join(folder, 'shards');
  const store = await fileObjectStore(root);
  const key = objectKey('secret', sha256(data), 'legal-copy');
  await store.put(key, data, data.length, sha256(data));
  const path = await store.localPath(key);
  expect(path).toBe(join(root, key.slice(0, 2), key.slice(2, 4), key));
  expect(isAbsolute(path!)).toBe(true);
  expect(new Uint8Array(readFileSync(path!))).toEqual(data);
  expect(readdirSync(join(root, 'tmp'))).toEqual([]);
});

test('opening removes temporary files that nobody wrote to for an hour, no younger ones', async () => {
  const root = join(folder, 'stale');
  mkdirSync(join(root, 'tmp'), { recursive: true });
  for (const [name, hours] of [
    ['old', 1.1],
    ['young', 0.9],
  ] as const) {
    const path = join(root, 'tmp', name);
    writeFileSync(path, 'half a paper');
    const time = new Date(Date.now() - hours * 3_600_000);
    utimesSync(path, time, time);
  }
  await fileObjectStore(root);
  expect(readdirSync(join(root, 'tmp'))).toEqual(['young']);
});

describe('a folder that cannot be written', () => {
  test('is an error with advice that names no path', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    const error = await fileObjectStore(join(file, 'objects')).catch((thrown: Error) => thrown);
    expect(error).toEqual(expect.objectContaining({ kind: 'dependency', code: 'warehouse.object-failed' }));
    expect(String((error as Error).cause)).not.toContain(folder);
  });
});

describe('keys', () => {
  const hash = sha256(data);
  test('are opaque: they hold neither hash nor role, and depend on the secret', () => {
    const key = objectKey('secret', hash, 'legal-copy');
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(key).toBe(objectKey('secret', hash, 'legal-copy'));
    const others = [objectKey('other', hash, 'legal-copy'), objectKey('secret', hash, 'original'), hash];
    expect(others).not.toContain(key);
  });
});
