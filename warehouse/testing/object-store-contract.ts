// The contract of the ObjectStore port, run against every adapter.
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sha256 } from '../../core/ids.ts';
import type { ObjectStore } from '../../core/ports.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function* stream(...chunks: (Uint8Array | Error)[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) {
    if (chunk instanceof Error) throw chunk;
    yield chunk;
  }
}

export async function readObject(store: ObjectStore, key: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of await store.get(key)) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}

async function keysOf(store: ObjectStore, prefix: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of store.list(prefix)) keys.push(key);
  return keys.sort();
}

/** `open` gives another adapter to the same objects at every call. */
export function objectStoreContract(name: string, open: () => Promise<ObjectStore>): void {
  describe(`object store on ${name}`, () => {
    let store: ObjectStore;
    let other: ObjectStore;
    beforeAll(async () => {
      [store, other] = [await open(), await open()];
    });
    afterAll(() => Promise.all([store.close(), other.close()]));
    const put = (key: string, data: Uint8Array): Promise<void> =>
      store.put(key, data, data.length, sha256(data));

    test.each([
      ['bytes', (data: Uint8Array) => data],
      ['a stream', (data: Uint8Array) => stream(data.subarray(0, 1), data.subarray(1))],
    ])('%s come back as they were', async (kind, body) => {
      const data = new Uint8Array(randomBytes(300_000));
      const key = `come-back/${kind.replace(' ', '_')}.bin`;
      await store.put(key, body(data), data.length, sha256(data));
      expect(await readObject(other, key)).toEqual(data);
      expect(await other.stat(key)).toEqual({ key, size: data.length });
    });

    test('no bytes at all are an object too', async () => {
      await put('empty', new Uint8Array());
      expect(await readObject(store, 'empty')).toHaveLength(0);
      expect(await store.stat('empty')).toEqual({ key: 'empty', size: 0 });
    });

    test('putting again changes nothing, also many at once', async () => {
      const data = bytes('once and again');
      await Promise.all(Array.from({ length: 10 }, () => put('again', data)));
      await put('again', data);
      expect(await readObject(store, 'again')).toEqual(data);
      expect(await keysOf(store, 'again')).toEqual(['again']);
    });

    describe('what differs from what was announced is refused and leaves nothing', () => {
      const data = bytes('twelve bytes');
      const cases: [
        name: string,
        body: () => Uint8Array | AsyncIterable<Uint8Array>,
        size: number,
        hash: string,
      ][] = [
        ['too short', () => data, 13, sha256(data)],
        ['too long', () => stream(data, data), 12, sha256(data)],
        ['another hash', () => data, 12, sha256('other')],
      ];
      test.each(cases)('%s', async (name, body, size, hash) => {
        const key = `refused-${name.replaceAll(' ', '-')}`;
        await expect(store.put(key, body(), size, hash)).rejects.toEqual(
          expect.objectContaining({ kind: 'integrity', code: 'warehouse.object-differs' }),
        );
        expect(await other.stat(key)).toBeNull();
        expect(await keysOf(other, 'refused')).toEqual([]);
      });

      test('a stream that breaks off', async () => {
        const failing = stream(data, new Error('scanner unplugged'));
        await expect(store.put('refused-broken', failing, 24, sha256(data))).rejects.toThrow(
          'scanner unplugged',
        );
        expect(await keysOf(other, 'refused')).toEqual([]);
      });

      test('and what was there stays', async () => {
        await put('kept', data);
        await expect(store.put('kept', bytes('wrong'), 12, sha256(data))).rejects.toThrow();
        expect(await readObject(store, 'kept')).toEqual(data);
      });
    });

    test('what is not there: get fails, stat and path are null, remove is no error', async () => {
      await expect(store.get('nowhere')).rejects.toEqual(expect.objectContaining({ kind: 'not-found' }));
      expect(await store.stat('nowhere')).toBeNull();
      expect(await store.localPath('nowhere')).toBeNull();
      await store.remove('nowhere');
    });

    test('list gives the keys that begin so, whatever the prefix cuts', async () => {
      const keys = ['list/ab', 'list/abc', 'list/abc/d', 'list/b.x', 'li', 'lis'];
      for (const key of keys) await put(key, bytes(key));
      expect(await keysOf(other, 'list/ab')).toEqual(['list/ab', 'list/abc', 'list/abc/d']);
      expect(await keysOf(other, 'list/')).toEqual(keys.slice(0, 4));
      expect(await keysOf(other, 'li')).toEqual([...keys].sort());
      expect(await keysOf(other, 'lis')).toEqual(['lis', ...keys.slice(0, 4)]);
      expect((await keysOf(other, '')).filter((key) => key.startsWith('l'))).toEqual([...keys].sort());
      await store.remove('list/abc');
      expect(await keysOf(other, 'list/ab')).toEqual(['list/ab', 'list/abc/d']);
    });

    const bad = [
      '',
      '/a',
      'a/',
      'a//b',
      '../a',
      'a/../b',
      'a/..',
      '..',
      'A',
      'ă',
      'a b',
      'a\\b',
      'a\0',
      'a+b',
      '.a',
    ];
    test.each([...bad, 'x'.repeat(201)])('the key %j is refused by every operation', async (key) => {
      const refused = expect.objectContaining({ kind: 'usage', code: 'warehouse.object-key' });
      const data = bytes('x');
      await expect(store.put(key, data, 1, sha256(data))).rejects.toEqual(refused);
      await expect(store.get(key)).rejects.toEqual(refused);
      await expect((async () => store.stat(key))()).rejects.toEqual(refused);
      await expect((async () => store.remove(key))()).rejects.toEqual(refused);
      await expect((async () => store.localPath(key))()).rejects.toEqual(refused);
    });

    test('a large object passes through without being held in memory', async () => {
      const chunk = new Uint8Array(1 << 20).fill(7);
      const count = 192;
      const { createHash } = await import('node:crypto');
      const hash = createHash('sha256');
      for (let index = 0; index < count; index += 1) hash.update(chunk);
      const before = process.memoryUsage().rss;
      let highest = before;
      const body = (async function* () {
        for (let index = 0; index < count; index += 1) yield chunk;
      })();
      await store.put('large', body, count << 20, hash.digest('hex'));
      let size = 0;
      for await (const part of await other.get('large')) {
        size += part.byteLength;
        highest = Math.max(highest, process.memoryUsage().rss);
      }
      expect(size).toBe(count << 20);
      expect(highest - before).toBeLessThan(120 << 20);
      await store.remove('large');
    }, 60_000);
  });
}
