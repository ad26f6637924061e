// A change of keys: every data key opens all the way, whenever it is killed, and no object is touched.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { sha256 } from '../../core/ids.ts';
import type { Keyring, Registry } from '../../core/ports.ts';
import { sqliteRegistry } from '../registry/sqlite.ts';
import { clock, givePaperKey, newKek, newKeyring, sealedStore } from '../testing/keys.ts';
import { readObject } from '../testing/object-store-contract.ts';
import { newId } from '../testing/rows.ts';
import { beginAtRest, openAtRest } from './at-rest.ts';
import { openKeyring } from './keyring.ts';
import { rotate } from './rotate.ts';

const folder = mkdtempSync(join(tmpdir(), 'sohoa-rotate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const child = fileURLToPath(new URL('../testing/rotate-child.ts', import.meta.url));
const hex = (kek: Uint8Array): string => Buffer.from(kek).toString('hex');

async function newRegistry(name: string): Promise<Registry> {
  const registry = sqliteRegistry(join(folder, name));
  await registry.migrate();
  return registry;
}

/** Many data keys in few commits. */
async function giveKeys(registry: Registry, keyring: Keyring, count: number): Promise<void> {
  const { kekId } = (await registry.atRest())!;
  const at = clock.now().toISOString();
  const rows = Array.from({ length: count }, () =>
    keyring.newDataKey({ id: newId(), paperId: newId(), kekId, at }),
  );
  await registry.commit(rows.map((row) => ({ op: 'data-key.put', row }) as const));
}

/** Every data key, unwrapped by this keyring alone, in the order they were made. */
async function keysBy(registry: Registry, keyring: Keyring): Promise<string[]> {
  const rows = await registry.dataKeysWithout('no such key', { limit: 10_000 });
  return rows.map((row) => hex(keyring.unwrap(row)));
}

test('objects stay as they lie; the old key opens nothing afterwards, the new one everything', async () => {
  const registry = await newRegistry('one.db');
  const [before, after] = [newKek(), newKek()];
  const [old, both, next] = [openKeyring([before]), openKeyring([after, before]), openKeyring([after])];
  const root = join(folder, 'objects');
  const store = await sealedStore(root, registry, old);
  const data = new TextEncoder().encode('một bản sao');
  await store.put('copy', data, data.length, sha256(data));
  const path = join(root, 'co', 'py', 'copy');
  const bytes = readFileSync(path);

  const done = await rotate(registry, { keyring: both, to: next.ids[0]! });
  expect(done).toEqual({ wrapped: 1, retired: [old.ids[0]] });
  expect(readFileSync(path)).toEqual(bytes);
  expect(await readObject(await sealedStore(root, registry, next), 'copy')).toEqual(data);
  await expect(openAtRest(registry, { keyring: old, wanted: undefined })).rejects.toEqual(
    expect.objectContaining({ kind: 'usage', code: 'at-rest.kek-wrong', params: { kek: next.ids[0] } }),
  );
  expect(await registry.kekUse()).toEqual([{ kekId: next.ids[0], dataKeys: 2 }]);
  expect(await rotate(registry, { keyring: next, to: next.ids[0]! })).toEqual({ wrapped: 0, retired: [] });
  await registry.close();
});

test('without a key that is in use nothing changes', async () => {
  const registry = await newRegistry('missing.db');
  const old = newKeyring();
  await beginAtRest(registry, { keyring: old, wanted: 'encrypted' }, clock);
  await giveKeys(registry, old, 3);
  const stranger = newKeyring();
  await expect(rotate(registry, { keyring: stranger, to: stranger.ids[0]! })).rejects.toEqual(
    expect.objectContaining({ code: 'at-rest.kek-missing', params: { kek: old.ids[0] } }),
  );
  expect((await registry.atRest())?.kekId).toBe(old.ids[0]);
  expect(await keysBy(registry, old)).toHaveLength(3);
  await registry.close();
});

test('papers filed while keys are changed are under the new key too', async () => {
  const registry = await newRegistry('meanwhile.db');
  const [before, after] = [newKek(), newKek()];
  const both = openKeyring([after, before]);
  await beginAtRest(registry, { keyring: openKeyring([before]), wanted: undefined }, clock);
  await giveKeys(registry, both, 600);
  const late: Promise<string>[] = [];
  const onProgress = (): void => {
    if (late.length < 5) late.push(givePaperKey(registry, openKeyring([before])));
  };
  await rotate(registry, { keyring: both, to: both.ids[0]!, onProgress });
  expect(late).toHaveLength(5);
  for (const paperId of await Promise.all(late)) {
    const row = await registry.dataKey({ paperId });
    expect(openKeyring([after]).unwrap(row!)).toHaveLength(32);
  }
  expect((await registry.kekUse()).map(({ kekId }) => kekId)).toEqual([both.ids[0]]);
  await registry.close();
});

/** Starts a change of keys and kills it when it has said so many lines; null: lets it end. */
function rotateAndKill(given: readonly string[], lines: number | null): Promise<string> {
  return new Promise((resolve, reject) => {
    const running = spawn(process.execPath, [child, ...given], { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    running.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (lines !== null && output.split('\n').length > lines) running.kill('SIGKILL');
    });
    running.once('error', reject);
    running.once('exit', () => resolve(output));
  });
}

test('killed in its midst the old key opens everything until the turn, then the new one; run again it ends', async () => {
  const registry = await newRegistry('killed.db');
  const [before, after] = [newKek(), newKek()];
  const [old, next] = [openKeyring([before]), openKeyring([after])];
  await beginAtRest(registry, { keyring: old, wanted: undefined }, clock);
  await giveKeys(registry, old, 1000);
  const keys = await keysBy(registry, old);
  const given = [join(folder, 'killed.db'), hex(after), hex(before)];
  for (const lines of [1, 2, 4]) {
    await rotateAndKill(given, lines);
    const { kekId } = (await registry.atRest())!;
    expect(await keysBy(registry, kekId === old.ids[0] ? old : next)).toEqual(keys);
  }
  expect(await rotateAndKill(given, null)).toContain('ended');
  expect((await registry.atRest())?.kekId).toBe(next.ids[0]);
  expect(await registry.kekUse()).toEqual([{ kekId: next.ids[0], dataKeys: 1000 }]);
  expect(await keysBy(registry, next)).toEqual(keys);
  await registry.close();
}, 180_000);
