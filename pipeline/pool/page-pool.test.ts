// The page pool: a bad picture, a dead worker, a page without end and cancelling end as that page's error alone.
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { PageInput } from '../read-page.ts';
import { findNativeTesseract } from '../recognise/tesseract-native.ts';
import { asPage, drawn, samplePage } from '../testing/pages.ts';
import { openPagePool, type PagePool } from './page-pool.ts';

/** A sheet with nothing on it: quickly read by the real worker. */
let blank: PageInput;
beforeAll(async () => {
  blank = {
    ...(await asPage(await drawn({ width: 300, height: 420, shapes: '' }), 100)),
    number: 1,
    jpegQuality: 40,
  };
});
/** The pool takes the bytes away: every page gets its own. */
const page = (number: number, bytes: Uint8Array = blank.bytes): PageInput => ({
  ...blank,
  number,
  bytes: new Uint8Array(bytes),
});
const junk = (number: number) => page(number, Buffer.from('this is no picture at all'));

describe('the real worker', () => {
  let pool: PagePool;
  beforeAll(() => {
    pool = openPagePool({ workers: 1, settings: { native: null } });
  });
  afterAll(() => pool.close());

  test('an undecodable picture is that page’s error, the pages beside it are read', async () => {
    const ends = await Promise.allSettled([pool.read(page(1)), pool.read(junk(2)), pool.read(page(3))]);
    expect(ends.map((e) => (e.status === 'fulfilled' ? e.value.reading.blank : e.reason))).toEqual([
      true,
      expect.objectContaining({ kind: 'input', code: 'clean.undecodable', params: { page: 2 } }),
      true,
    ]);
  });

  test('a cut-off picture is refused, not read as half a page', async () => {
    const { bytes } = await samplePage('khai-sinh/01.jpg');
    const half = page(7, bytes.subarray(0, bytes.length / 2));
    await expect(pool.read(half)).rejects.toMatchObject({
      kind: 'input',
      code: 'clean.undecodable',
      params: { page: 7 },
    });
  });

  test('cancelled before it begins, and while it runs; then the pool reads on', async () => {
    await expect(pool.read(page(1), AbortSignal.abort())).rejects.toMatchObject({ kind: 'cancelled' });
    const stop = new AbortController();
    const large = await asPage(await drawn({ width: 2000, height: 2800, shapes: '', noise: 8 }), 200);
    const reading = pool.read({ ...large, number: 1, jpegQuality: 40 }, stop.signal);
    setTimeout(() => stop.abort(), 200);
    await expect(reading).rejects.toMatchObject({ kind: 'cancelled', code: 'error.cancelled' });
    await expect(pool.read(page(2))).resolves.toMatchObject({ reading: { number: 2 } });
  });
});

test('a page over its time is given up, and the next is read', async () => {
  // Opening the models alone takes longer than the first page is given.
  const short = openPagePool({ workers: 1, pageTimeout: 0.05, settings: { native: null } });
  await expect(short.read(page(4))).rejects.toMatchObject({
    kind: 'input',
    code: 'page.timeout',
    params: { page: 4, seconds: 0.05 },
  });
  await short.close();
});

describe('a worker that dies or hangs', () => {
  const worker = new URL('./testing/dying-worker.ts', import.meta.url);
  let pool: PagePool;
  afterEach(() => pool.close());

  test.each([1, 2])('dies: that page’s error, with %i workers the others are read', async (workers) => {
    pool = openPagePool({ workers, worker, settings: { native: null } });
    const ends = await Promise.allSettled([1, 13, 2, 13, 3].map((n) => pool.read(page(n))));
    const told = ends.map((e) => (e.status === 'fulfilled' ? e.value.reading.number : e.reason));
    const crashed = expect.objectContaining({
      kind: 'dependency',
      code: 'page.crashed',
      params: { page: 13 },
    });
    expect(told).toEqual([1, crashed, 2, crashed, 3]);
  });

  test('hangs: given up after its time, twice, and the pool reads on', async () => {
    pool = openPagePool({ workers: 1, worker, pageTimeout: 0.5, settings: { native: null } });
    await pool.read(page(1));
    for (const _ of [1, 2]) {
      await expect(pool.read(page(14))).rejects.toMatchObject({ code: 'page.timeout' });
      await expect(pool.read(page(1))).resolves.toMatchObject({ reading: { number: 1 } });
    }
  });
});

describe('the program it reads with', () => {
  test('that cannot be started is that page’s error', async () => {
    const pool = openPagePool({ workers: 1, settings: { native: { program: '/nowhere/tesseract' } } });
    const { bytes, dpi } = await samplePage('doanh-nghiep/03.tif');
    await expect(pool.read({ ...page(5, bytes), dpi })).rejects.toMatchObject({
      code: 'page.crashed',
      params: { page: 5 },
    });
    await pool.close();
  });

  const native = findNativeTesseract();
  test.skipIf(!native)(
    'leaves no picture of a page behind, also when stopped half way (install tesseract to run)',
    async () => {
      const own = async () => (await readdir(tmpdir())).filter((name) => name.startsWith('sohoa-read-'));
      const before = new Set(await own());
      const pool = openPagePool({ workers: 1, settings: { native } });
      const [mine] = (await own()).filter((name) => !before.has(name));
      const { bytes, dpi } = await samplePage('doanh-nghiep/03.tif');
      const stop = new AbortController();
      const reading = pool.read({ ...page(1, bytes), dpi }, stop.signal);
      const folder = `${tmpdir()}/${mine}`;
      const pictures = async () =>
        (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.pgm'));
      while ((await pictures()).length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
      stop.abort();
      await expect(reading).rejects.toMatchObject({ kind: 'cancelled' });
      await pool.close();
      expect(existsSync(folder)).toBe(false);
    },
  );
});
