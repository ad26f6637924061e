// The work folder: originals kept once and whole, results found again under the same options only.
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sha256 } from '../core/ids.ts';
import type { PageReading } from '../core/model.ts';
import { hasWork, openWorkFolder } from './work-folder.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'sohoa-work-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const hash = sha256('original');
const options = { name: 'read-page', version: 2, reader: 'tesseract-wasm', jpegQuality: 40 };
const reading = (number: number): PageReading => ({
  number,
  blank: false,
  rotation: 90,
  skew: -0.4,
  text: { width: 10, height: 20, dpi: 200, lines: [] },
  marks: [{ format: 'QRCode', text: 'một', box: [0, 0, 0.1, 0.1] }],
  problems: [],
});
const picture = { jpeg: Uint8Array.of(1, 2, 3), width: 10, height: 20, dpi: 200 };

describe('original', () => {
  test('is kept once: what is there is not written again', async () => {
    const scan = join(root, 'scan.pdf');
    await writeFile(scan, 'original');
    const folder = await openWorkFolder(join(root, 'work'), hash, options);
    await folder.keepOriginal(scan);
    const first = await stat(folder.originalPath);
    await rm(scan);
    // The clerk's file is gone; the work goes on with what was kept.
    await (await openWorkFolder(join(root, 'work'), hash, options)).keepOriginal(scan);
    const second = await stat(folder.originalPath);
    expect([second.ino, second.mtimeMs]).toEqual([first.ino, first.mtimeMs]);
    expect(await readFile(folder.originalPath, 'utf8')).toBe('original');
  });

  test('a copy that was cut off is not taken for it', async () => {
    const scan = join(root, 'scan.pdf');
    await writeFile(scan, 'original');
    const folder = await openWorkFolder(root, hash, options);
    await writeFile(`${folder.originalPath}.1`, 'orig');
    await folder.keepOriginal(scan);
    expect(await readFile(folder.originalPath, 'utf8')).toBe('original');
  });

  test('that cannot be read leaves none', async () => {
    const folder = await openWorkFolder(root, hash, options);
    await expect(folder.keepOriginal(join(root, 'nothing.pdf'))).rejects.toThrow();
    expect((await readdir(join(root, hash))).some((name) => name.startsWith('original'))).toBe(false);
  });

  test('is readable by nobody else', async () => {
    const folder = await openWorkFolder(root, hash, options);
    await folder.putPage(1, reading(1), picture);
    expect((await stat(join(root, hash))).mode & 0o077).toBe(0);
  });
});

describe('pages', () => {
  test('are found again', async () => {
    await (await openWorkFolder(root, hash, options)).putPage(3, reading(3), picture);
    const again = await openWorkFolder(root, hash, { ...options });
    expect(await again.reading(3)).toEqual(reading(3));
    expect(await again.picture(3)).toEqual({ ...picture, jpeg: Buffer.from(picture.jpeg) });
    expect(await again.reading(4)).toBeNull();
  });

  test.each([{ version: 3 }, { reader: 'tesseract-native' }, { jpegQuality: 60 }])(
    '%o: read anew',
    async (other) => {
      await (await openWorkFolder(root, hash, options)).putPage(1, reading(1), picture);
      expect(await (await openWorkFolder(root, hash, { ...options, ...other })).reading(1)).toBeNull();
      expect(await (await openWorkFolder(root, sha256('another'), options)).reading(1)).toBeNull();
    },
  );

  test('a picture without its reading does not count', async () => {
    const folder = await openWorkFolder(root, hash, options);
    await folder.putPage(1, reading(1), picture);
    const [steps] = (await readdir(join(root, hash))).filter((name) => name !== 'original');
    await rm(join(root, hash, steps!, '0001.json'));
    expect(await folder.reading(1)).toBeNull();
  });

  test('a reading cut off by a full disk does not count', async () => {
    const folder = await openWorkFolder(root, hash, options);
    await folder.putPage(1, reading(1), picture);
    const [steps] = (await readdir(join(root, hash))).filter((name) => name !== 'original');
    await writeFile(join(root, hash, steps!, '0001.json'), '{"reading":{"num');
    expect(await folder.reading(1)).toBeNull();
  });
});

test('work is known while it lies there', async () => {
  await mkdir(root, { recursive: true });
  expect(await hasWork(root, hash)).toBe(false);
  const folder = await openWorkFolder(root, hash, options);
  expect(await hasWork(root, hash)).toBe(true);
  await folder.remove();
  expect(await hasWork(root, hash)).toBe(false);
  expect(await readdir(root)).toEqual([]);
});
