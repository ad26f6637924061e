// Encrypted against plain object store, put and get in turns on the same disk: node bench/at-rest.ts --megabytes 100 --rounds 5
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { ObjectStore } from '../core/ports.ts';
import { fileObjectStore } from '../warehouse/objects/files.ts';
import { sqliteRegistry } from '../warehouse/registry/sqlite.ts';
import { newKeyring, sealedStore } from '../warehouse/testing/keys.ts';

const { values } = parseArgs({
  options: {
    megabytes: { type: 'string', default: '100' },
    rounds: { type: 'string', default: '5' },
    folder: { type: 'string', default: tmpdir() },
  },
});
const count = Number(values.megabytes);
const chunk = new Uint8Array(randomBytes(1e6));
const sha256 = (() => {
  const hash = createHash('sha256');
  for (let index = 0; index < count; index += 1) hash.update(chunk);
  return hash.digest('hex');
})();

async function* body(): AsyncGenerator<Uint8Array> {
  for (let index = 0; index < count; index += 1) yield chunk;
}

interface Taken {
  /** Seconds on the clock, and of CPU in this process: the second is what counts on a busy machine. */
  readonly wall: number;
  readonly cpu: number;
}

async function timed(work: () => Promise<void>): Promise<Taken> {
  const [start, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return { wall: (performance.now() - start) / 1000, cpu: (user + system) / 1e6 };
}

async function read(store: ObjectStore, key: string): Promise<void> {
  let size = 0;
  for await (const part of await store.get(key)) size += part.byteLength;
  if (size !== count * 1e6) throw new Error(`${size} bytes came back`);
}

const folder = await mkdtemp(join(values.folder, 'sohoa-bench-'));
try {
  const registry = sqliteRegistry(join(folder, 'registry.db'));
  await registry.migrate();
  const stores = {
    plain: await fileObjectStore(join(folder, 'plain')),
    encrypted: await sealedStore(join(folder, 'encrypted'), registry, newKeyring()),
  };
  const times = { plain: { put: [], get: [] }, encrypted: { put: [], get: [] } } as Record<
    keyof typeof stores,
    Record<'put' | 'get', Taken[]>
  >;
  for (let round = 0; round < Number(values.rounds); round += 1) {
    for (const [name, store] of Object.entries(stores) as [keyof typeof stores, ObjectStore][]) {
      const key = `round-${round}`;
      times[name].put.push(await timed(() => store.put(key, body(), count * 1e6, sha256)));
      times[name].get.push(await timed(() => read(store, key)));
      await store.remove(key);
    }
  }
  await registry.close();
  const median = (list: readonly Taken[], what: keyof Taken): number =>
    list.map((taken) => taken[what]).toSorted((a, b) => a - b)[Math.floor(list.length / 2)]!;
  const cells = (name: keyof typeof stores): string =>
    (['put', 'get'] as const)
      .flatMap((act) => (['wall', 'cpu'] as const).map((what) => median(times[name][act], what).toFixed(2)))
      .join(' | ');
  const ratios = (['put', 'get'] as const)
    .flatMap((act) =>
      (['wall', 'cpu'] as const).map(
        (what) => median(times.encrypted[act], what) / median(times.plain[act], what),
      ),
    )
    .map((ratio) => ratio.toFixed(2));
  console.log(`${count} MB, ${values.rounds} rounds in turns, median seconds (get from the page cache)\n`);
  console.log('| | put, wall | put, CPU | get, wall | get, CPU |\n|---|---|---|---|---|');
  console.log(`| plain | ${cells('plain')} |\n| encrypted | ${cells('encrypted')} |`);
  console.log(`| encrypted ÷ plain | ${ratios.join(' | ')} |`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
