// Tests of stopping: running pages end, waiting pages are let go, never more at a time than workers.
import { expect, test } from 'vitest';
import type { PagePool } from '../pipeline/pool/page-pool.ts';
import type { PageInput, PageOutput } from '../pipeline/read-page.ts';
import { gentlePool } from './gentle-pool.ts';

const page = (number: number): PageInput => ({
  number,
  bytes: new Uint8Array(),
  dpi: 300,
  turnFirst: 0,
  jpegQuality: 60,
});

/** A pool whose pages end when the test says so. */
function heldPool(size: number) {
  const running = new Map<number, (fails: boolean) => void>();
  const pool: PagePool = {
    size,
    reader: 'held',
    read: (input, signal) =>
      new Promise<PageOutput>((resolve, reject) => {
        expect(signal).toBeUndefined();
        running.set(input.number, (fails) => {
          running.delete(input.number);
          if (fails) reject(new Error('unreadable'));
          else resolve({ timings: { page: input.number } } as unknown as PageOutput);
        });
      }),
    close: async () => undefined,
  };
  return { pool, running, settle: () => new Promise((resolve) => setTimeout(resolve, 5)) };
}

test('as many at a time as workers, the next when one ends or fails', async () => {
  const { pool, running, settle } = heldPool(2);
  const gentle = gentlePool(pool);
  const reads = [1, 2, 3, 4].map((number) => gentle.read(page(number)));
  await settle();
  expect([...running.keys()]).toEqual([1, 2]);
  running.get(2)?.(true);
  await expect(reads[1]).rejects.toThrow('unreadable');
  await settle();
  expect([...running.keys()]).toEqual([1, 3]);
  for (const number of [1, 3]) running.get(number)?.(false);
  await settle();
  running.get(4)?.(false);
  expect((await Promise.all([reads[0], reads[2], reads[3]])).map((read) => read?.timings.page)).toEqual([
    1, 3, 4,
  ]);
});

test('after the signal: what runs ends well, what waits is cancelled, later work goes on', async () => {
  const { pool, running, settle } = heldPool(1);
  const gentle = gentlePool(pool);
  const stop = new AbortController();
  const [first, second] = [gentle.read(page(1), stop.signal), gentle.read(page(2), stop.signal)];
  await settle();
  stop.abort();
  running.get(1)?.(false);
  expect((await first).timings.page).toBe(1);
  await expect(second).rejects.toMatchObject({ kind: 'cancelled' });
  await expect(gentle.read(page(3), stop.signal)).rejects.toMatchObject({ kind: 'cancelled' });
  const later = gentle.read(page(4));
  await settle();
  running.get(4)?.(false);
  expect((await later).timings.page).toBe(4);
});
