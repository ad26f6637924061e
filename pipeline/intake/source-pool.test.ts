// Files opened in a process of their own: what misbehaves ends as that page's or that file's error, everything else goes on.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { hasMessage, message } from '../../core/messages/index.ts';
import { sampleFile } from '../testing/pages.ts';
import { openSource } from './open-source.ts';
import { defaultLimits, type Source } from './source.ts';
import { openSourcePool, type SourcePool, type SourcePoolOptions } from './source-pool.ts';
import { jpegPicture, madePdf, madeScan, type PdfPageSpec } from './testing/made-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'sohoa-pool-'));
afterAll(() => rmSync(folder, { recursive: true }));

let twenty: string;
let other: string;
beforeAll(async () => {
  const picture = await jpegPicture(await madeScan());
  const page: PdfPageSpec = {
    picture,
    content: 'q 178.56 0 0 252.72 0 0 cm /P Do Q',
    size: [178.56, 252.72],
  };
  twenty = join(folder, 'twenty.pdf');
  writeFileSync(twenty, await madePdf(Array.from({ length: 20 }, () => page)));
  other = join(folder, 'other.jpg');
  writeFileSync(other, picture.bytes);
});

let pool: SourcePool;
afterEach(() => pool.close());
function openPool(options: Partial<SourcePoolOptions> = {}): SourcePool {
  pool = openSourcePool({
    processes: 1,
    limits: defaultLimits,
    memoryMegabytes: 700,
    seconds: 30,
    ...options,
  });
  return pool;
}
const hostile = new URL('./testing/hostile-worker.ts', import.meta.url);

describe('the real worker', () => {
  test.each(['khai-sinh/01.jpg', 'khai-sinh/04.pdf', 'doanh-nghiep/03.tif'])(
    '%s: the same source and pages as in this process, in any order',
    async (name) => {
      const [here, there] = [await openSource(sampleFile(name)), await openPool().open(sampleFile(name))];
      const { sha256, size, mediaType, pageCount, signed, problems } = here;
      expect(there).toMatchObject({ sha256, size, mediaType, pageCount, signed, problems });
      const order = Array.from({ length: pageCount }, (_, i) => pageCount - i);
      for (const number of [...order, ...order.toReversed()]) {
        const [one, two] = [await here.page(number), await there.page(number)];
        expect(Buffer.compare(one.bytes, two.bytes)).toBe(0);
        expect({ ...two, bytes: null }).toEqual({ ...one, bytes: null });
      }
      expect(Buffer.compare(await here.cut([1]), await there.cut([1]))).toBe(0);
      await Promise.all([here.close(), there.close()]);
    },
  );

  test('pages of many sources at once come from where they were asked', async () => {
    openPool();
    const names = ['khai-sinh/01.jpg', 'khai-sinh/02.jpg', 'khai-sinh/03.jpg', 'khai-sinh/04.pdf'];
    const sources = await Promise.all(names.map((name) => pool.open(sampleFile(name))));
    const pages = await Promise.all(sources.map((source) => source.page(1)));
    for (const [i, name] of names.entries()) {
      const here = await openSource(sampleFile(name));
      expect(Buffer.compare((await here.page(1)).bytes, pages[i]!.bytes), name).toBe(0);
      await here.close();
    }
    await Promise.all(sources.map((source) => source.close()));
  });

  test.each<[string, Uint8Array, string]>([
    ['rubbish.pdf', Buffer.from('%PDF-1.7\nnothing here\n%%EOF\n'), 'intake.broken'],
    ['cut.jpg', Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), 'intake.broken'],
    ['text.jpg', Buffer.from('this is a letter'), 'intake.unsupported'],
    ['nothing.pdf', Buffer.alloc(0), 'intake.empty'],
  ])('%s is refused as in this process', async (name, bytes, code) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    const here = await openSource(path).catch((error: unknown) => error);
    expect(here).toMatchObject({ kind: 'input', code, params: { file: name } });
    await expect(openPool().open(path)).rejects.toMatchObject({
      kind: 'input',
      code,
      params: { file: name },
    });
  });

  test('a page that is not there', async () => {
    const source = await openPool().open(twenty);
    await expect(source.page(21)).rejects.toMatchObject({ code: 'intake.no-such-page' });
  });

  test('a file that changes between two looks is not taken for what it was', async () => {
    const path = join(folder, 'written.jpg');
    writeFileSync(path, await import('node:fs/promises').then(({ readFile }) => readFile(other)));
    const source = await openPool({ worker: hostile }).open(path);
    expect((await source.page(1)).number).toBe(1);
    writeFileSync(path, 'another');
    const dying = await pool.open(twenty);
    await expect(dying.page(11)).rejects.toMatchObject({ code: 'intake.page-crashed' });
    await expect(source.page(1)).rejects.toMatchObject({ code: 'fault.file-changed' });
  });
});

describe('a page that misbehaves', () => {
  async function refused(page: Promise<unknown>, code: string, number: number): Promise<void> {
    const error = await page.then(
      () => ({ code: 'was given', params: {} }),
      (thrown) => thrown,
    );
    expect(error).toMatchObject({ kind: 'input', code, params: { file: 'twenty.pdf', page: number } });
    expect(hasMessage(code) && hasMessage(`${code}.hint`)).toBe(true);
    expect(message('vi', code, error.params)).not.toMatch(/[{}]/);
  }
  /** Pages after it, and a file beside it that was open all the while. */
  async function goesOn(source: Source, beside: Source): Promise<void> {
    expect((await source.page(16)).number).toBe(16);
    expect((await beside.page(1)).number).toBe(1);
    expect((await source.page(1)).number).toBe(1);
  }

  test('dies', async () => {
    openPool({ worker: hostile });
    const [source, beside] = [await pool.open(twenty), await pool.open(other)];
    const ends = await Promise.allSettled([10, 11, 16].map((number) => source.page(number)));
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    await refused(source.page(11), 'intake.page-crashed', 11);
    await goesOn(source, beside);
  });

  test('hangs', async () => {
    openPool({ worker: hostile, seconds: 2 });
    const [source, beside] = [await pool.open(twenty), await pool.open(other)];
    await refused(source.page(12), 'intake.page-too-slow', 12);
    await goesOn(source, beside);
  });

  test.skipIf(!existsSync('/proc/self/status'))('grows (needs /proc)', async () => {
    openPool({ worker: hostile, memoryMegabytes: 400 });
    const [source, beside] = [await pool.open(twenty), await pool.open(other)];
    await refused(source.page(13), 'intake.page-too-much-memory', 13);
    await goesOn(source, beside);
  });

  test('dies of what another file did: is tried once more alone, and given', async () => {
    openPool({ worker: hostile });
    const [source] = [await pool.open(twenty), await pool.open(other)];
    expect((await source.page(14)).number).toBe(14);
  });

  test('a file that hangs while it is opened', async () => {
    const path = join(folder, 'hang.jpg');
    writeFileSync(path, await import('node:fs/promises').then(({ readFile }) => readFile(other)));
    openPool({ worker: hostile, seconds: 2 });
    await expect(pool.open(path)).rejects.toMatchObject({
      kind: 'input',
      code: 'intake.file-too-slow',
      params: { file: 'hang.jpg', seconds: 2 },
    });
    expect((await (await pool.open(other)).page(1)).number).toBe(1);
  });

  test('is broken off by Ctrl-C', async () => {
    openPool({ worker: hostile });
    const stop = new AbortController();
    const source = await pool.open(twenty, stop.signal);
    const page = source.page(12);
    setTimeout(() => stop.abort(), 200);
    await expect(page).rejects.toMatchObject({ kind: 'cancelled' });
    await source.close();
  });
});

test('the process can read, write and start nothing, and finds nothing of our environment', async () => {
  process.env.SOHOA_SECRET_OF_THIS_TEST = 'x';
  const source = await openPool({ worker: hostile }).open(twenty);
  const page = (await source.page(15)) as unknown as { tried: Record<string, string> };
  const { environment, ...deeds } = page.tried;
  expect(deeds).toEqual({
    'read a foreign file': 'ERR_ACCESS_DENIED',
    'list a folder': 'ERR_ACCESS_DENIED',
    'write a file': 'ERR_ACCESS_DENIED',
    'start a program': 'ERR_ACCESS_DENIED',
    'start a thread': 'ERR_ACCESS_DENIED',
  });
  // How memory is given back, no telemetry; and what sharp sets itself, in the process.
  const names = environment!
    .split(',')
    .filter((name) => !/^(GLIBC_TUNABLES|ORT_DISABLE_TELEMETRY|VIPSHOME)$/.test(name));
  expect(names).toEqual([]);
});
