// Wiping leaves nothing under the old name, overwrites first, and ends what a killed process began.
import { link, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sha256 } from '../../core/ids.ts';
import type { PageReading } from '../../core/model.ts';
import { bytesOf } from '../work-files.ts';
import { openWorkFolder } from '../work-folder.ts';
import { guardedFolder } from './guarded-folder.ts';
import { finishWipes, wipeFolder } from './wipe.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'sohoa-wipe-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

test('every file is overwritten before it goes', async () => {
  const folder = join(root, 'work');
  await mkdir(join(folder, 'steps'), { recursive: true });
  const secret = Buffer.alloc(3_000_000, 'bí mật ');
  await writeFile(join(folder, 'original'), secret);
  await writeFile(join(folder, 'steps', '0001.json'), 'bí mật');
  await writeFile(join(folder, 'empty'), '');
  // Another name for the same bytes shows what became of them.
  await link(join(folder, 'original'), join(root, 'same-bytes'));
  await link(join(folder, 'steps', '0001.json'), join(root, 'same-text'));
  await wipeFolder(folder);
  expect((await readdir(root)).sort()).toEqual(['same-bytes', 'same-text']);
  const left = await readFile(join(root, 'same-bytes'));
  expect(left.length).toBe(secret.length);
  expect(left.includes('mật')).toBe(false);
  expect((await readFile(join(root, 'same-text'))).includes('mật')).toBe(false);
});

test('a folder that is not there is no error', async () => {
  await wipeFolder(join(root, 'nothing'));
  await finishWipes(join(root, 'nothing'));
});

test('what was begun is ended, other folders stay', async () => {
  await mkdir(join(root, 'abc'));
  await mkdir(join(root, 'def'));
  await writeFile(join(root, 'abc', 'original'), 'x');
  await rename(join(root, 'abc'), join(root, 'abc.wiping-1'));
  await finishWipes(root);
  expect(await readdir(root)).toEqual(['def']);
});

const reading = (number: number, text: string): PageReading => ({
  number,
  blank: false,
  rotation: 0,
  skew: 0,
  text: {
    width: 10,
    height: 10,
    dpi: 200,
    lines: [{ box: [0, 0, 1, 1], height: 0.1, words: [{ text, box: [0, 0, 1, 1], confidence: 1 }] }],
  },
  marks: [],
  problems: [],
});
const picture = (text: string) => ({ jpeg: Buffer.from(text), width: 10, height: 10, dpi: 200 });
const sha = sha256('x');

test('from the first forbidden page on nothing is on the disk, and the other pages are still there', async () => {
  const scan = join(root, 'scan.pdf');
  await writeFile(scan, 'x');
  const forbids = (page: PageReading) => page.text.lines.some((line) => line.words[0]?.text === 'FORBIDDEN');
  const folder = guardedFolder(
    await openWorkFolder({ root: join(root, 'cache'), cipher: null }, sha, {}),
    forbids,
  );
  await folder.keepOriginal(scan);
  await folder.putPage(1, reading(1, 'one'), picture('first'));
  expect(await readdir(join(root, 'cache'))).toEqual([sha]);
  await Promise.all([
    folder.putPage(2, reading(2, 'FORBIDDEN'), picture('second')),
    folder.putPage(3, reading(3, 'three'), picture('third')),
    folder.putPage(4, reading(4, 'FORBIDDEN'), picture('fourth')),
  ]);
  expect(await readdir(join(root, 'cache'))).toEqual([]);
  expect(Buffer.from((await folder.picture(1)).jpeg ?? []).toString()).toBe('first');
  expect(Buffer.from((await folder.picture(3)).jpeg ?? []).toString()).toBe('third');
  await expect(folder.picture(2)).rejects.toThrow();
  expect((await bytesOf(folder.readOriginal())).toString()).toBe('x');
  expect(await folder.reading(3)).toMatchObject({ number: 3 });
  await folder.remove();
  expect(await folder.reading(3)).toBeNull();
});

test('a page found forbidden when it is taken up again, too', async () => {
  const scan = join(root, 'scan.pdf');
  await writeFile(scan, 'x');
  const before = await openWorkFolder({ root: join(root, 'cache'), cipher: null }, sha, {});
  await before.keepOriginal(scan);
  await before.putPage(1, reading(1, 'one'), picture('first'));
  const folder = guardedFolder(
    await openWorkFolder({ root: join(root, 'cache'), cipher: null }, sha, {}),
    () => true,
  );
  await folder.keepOriginal(scan);
  expect(await folder.reading(1)).toMatchObject({ number: 1 });
  expect(await readdir(join(root, 'cache'))).toEqual([]);
});
