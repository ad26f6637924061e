// Clearing up work in progress: what is old goes, what somebody is at stays.
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sha256 } from '../core/ids.ts';
import { tryLock } from './lock-folder.ts';
import { leftScratch, makeScratch, memoryFolder, removeScratch } from './pool/scratch.ts';
import { sweepWork } from './sweep-work.ts';
import { markFailed } from './work-folder.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'sohoa-sweep-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const HOUR = 3_600_000;
const now = new Date('2026-11-22T08:00:00Z');
const sweep = (dryRun = false) =>
  sweepWork({ root, now, failedAfter: 7 * 24 * HOUR, stoppedAfter: 24 * HOUR, dryRun });
const none = { count: 0, bytes: 0 };

/** A work folder whose newest file is so many hours old. */
async function work(name: string, hours: number, options: { failed?: boolean; files?: string[] } = {}) {
  const folder = join(root, sha256(name));
  const steps = join(folder, 'steps');
  await mkdir(steps, { recursive: true });
  for (const file of ['original', 'steps/0001.jpg', ...(options.files ?? [])])
    await writeFile(join(folder, file), 'picture of a card');
  if (options.failed) await markFailed(folder);
  const time = new Date(now.getTime() - hours * HOUR);
  for (const path of [...(await readdir(folder, { recursive: true })), '.'])
    await utimes(join(folder, path), time, time);
  return folder;
}

test('stopped work goes after a day, failed work after a week', async () => {
  const folders = {
    stoppedOld: await work('a', 25),
    stoppedYoung: await work('b', 23),
    failedOld: await work('c', 8 * 24, { failed: true }),
    failedYoung: await work('d', 25, { failed: true }),
  };
  const expected = { failed: { count: 1, bytes: 34 }, stopped: { count: 1, bytes: 34 }, temporaries: none };
  expect(await sweep(true)).toEqual(expected);
  expect(Object.values(folders).every((folder) => existsSync(folder))).toBe(true);
  expect(await sweep()).toEqual(expected);
  expect(Object.entries(folders).flatMap(([name, folder]) => (existsSync(folder) ? [name] : []))).toEqual([
    'stoppedYoung',
    'failedYoung',
  ]);
  expect(await sweep()).toEqual({ failed: none, stopped: none, temporaries: none });
  expect((await readdir(root)).sort()).toEqual([sha256('b'), sha256('d')].sort());
});

test('work that somebody is at stays, however old', async () => {
  const folder = await work('a', 100, { files: ['original.4'] });
  const held = await tryLock(`${folder}.lock`);
  expect(await sweep()).toEqual({ failed: none, stopped: none, temporaries: none });
  if ('release' in held) await held.release();
  expect((await sweep()).stopped.count).toBe(1);
});

test('one old file beside a new one does not make the work old', async () => {
  const folder = await work('a', 100);
  await writeFile(join(folder, 'steps/0002.jpg'), 'just read');
  await utimes(join(folder, 'steps/0002.jpg'), now, now);
  expect((await sweep()).stopped).toEqual(none);
});

test('temporary files of the dead go from work that stays', async () => {
  const folder = await work('a', 1, { files: ['original.4711', 'steps/0002.jpg.4711'] });
  expect((await sweep()).temporaries).toEqual({ count: 2, bytes: 34 });
  expect((await readdir(folder, { recursive: true })).sort()).toEqual([
    'original',
    'steps',
    'steps/0001.jpg',
  ]);
  expect(await readFile(join(folder, 'original'), 'utf8')).toBe('picture of a card');
});

test('what is no work folder is left alone, and a folder that is not there is no error', async () => {
  await writeFile(join(root, 'notes.txt'), 'x');
  await utimes(join(root, 'notes.txt'), new Date(0), new Date(0));
  await sweep();
  expect(await readdir(root)).toEqual(['notes.txt']);
  await rm(root, { recursive: true });
  expect(await sweep()).toEqual({ failed: none, stopped: none, temporaries: none });
});

test('scratch folders of the dead are found, those of the living are not', async () => {
  const living = makeScratch(tmpdir());
  // No process has this number: it is beyond what systems give.
  const dead = living.replace(`-${process.pid}-`, '-2147483646-');
  await mkdir(dead);
  const later = new Date(Date.now() + 2 * HOUR);
  try {
    expect(await leftScratch(later)).toContain(dead);
    expect(await leftScratch(later)).not.toContain(living);
    expect(await leftScratch(new Date())).not.toContain(dead);
  } finally {
    await removeScratch(dead);
    await removeScratch(living);
  }
});

const memory = memoryFolder();
test.skipIf(memory === null)('a folder in memory is one (skipped where the system has none)', async () => {
  const scratch = makeScratch(memory!);
  expect(scratch.startsWith(memory!)).toBe(true);
  await removeScratch(scratch);
  expect(existsSync(scratch)).toBe(false);
});
