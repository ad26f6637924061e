// The work folder: originals kept once and whole, results found again under the same options only.
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sha256 } from '../core/ids.ts';
import type { PageReading } from '../core/model.ts';
import type { BlobCipher } from '../core/ports.ts';
import { openStream, sealStream } from '../core/sealed-stream.ts';
import { bytesOf } from './work-files.ts';
import { hasWork, openWorkFolder as openIn } from './work-folder.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'sohoa-work-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const hash = sha256('original');
const openWorkFolder = (root: string, of: string, options: unknown, cipher: BlobCipher | null = null) =>
  openIn({ root, cipher }, of, options);
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
    const original = join(folder.place, 'original');
    const first = await stat(original);
    await rm(scan);
    // The clerk's file is gone; the work goes on with what was kept.
    await (await openWorkFolder(join(root, 'work'), hash, options)).keepOriginal(scan);
    const second = await stat(original);
    expect([second.ino, second.mtimeMs]).toEqual([first.ino, first.mtimeMs]);
    expect(await readFile(original, 'utf8')).toBe('original');
  });

  test('a copy that was cut off is not taken for it', async () => {
    const scan = join(root, 'scan.pdf');
    await writeFile(scan, 'original');
    const folder = await openWorkFolder(root, hash, options);
    await writeFile(join(folder.place, 'original.1'), 'orig');
    await folder.keepOriginal(scan);
    expect(await bytesOf(folder.readOriginal())).toEqual(Buffer.from('original'));
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

  test('are found again with their layers', async () => {
    const folder = await openWorkFolder(root, hash, options);
    const inks = [
      { g4: Buffer.from('black'), colour: [0, 1, 2] as const },
      { g4: Buffer.from('grey'), colour: [90, 80, 70] as const },
    ];
    await folder.putPage(1, reading(1), { ...picture, inks });
    await folder.putPage(2, reading(2), { ...picture, jpeg: null, inks: inks.slice(0, 1) });
    const again = await openWorkFolder(root, hash, options);
    expect(await again.picture(1)).toEqual({ ...picture, jpeg: Buffer.from(picture.jpeg), inks });
    expect(await again.picture(2)).toEqual({ ...picture, jpeg: null, inks: inks.slice(0, 1) });
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

describe('sealed', () => {
  /** As the keyring makes it, which lives in warehouse. */
  const cipherOf = (byte: number): BlobCipher => {
    const key = { id: `kek${byte}`, key: new Uint8Array(32).fill(byte) };
    return {
      seal: (plain, context) => sealStream(plain, key, context),
      open: (sealed, context) => openStream(sealed, () => key.key, context),
    };
  };
  const words = { ...reading(1), marks: [{ ...reading(1).marks[0]!, text: 'số 036190000001' }] };
  const scanned = async (cipher: BlobCipher | null) => {
    const scan = join(root, 'scan.pdf');
    await writeFile(scan, 'original');
    const folder = await openWorkFolder(join(root, 'work'), hash, options, cipher);
    await folder.keepOriginal(scan);
    await folder.putPage(1, words, picture);
    return folder;
  };
  const filesIn = async (folder: string) => {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name));
    return Promise.all(files.sort().map(async (path) => ({ path, bytes: await readFile(path) })));
  };

  test('nothing of the original, the picture or the words is seen on the disk; all is found again', async () => {
    const folder = await scanned(cipherOf(1));
    const files = await filesIn(folder.place);
    expect(files).toHaveLength(3);
    for (const { bytes } of files)
      for (const seen of ['original', 'reading', '03619', String.fromCharCode(1, 2, 3)])
        expect(bytes.includes(seen)).toBe(false);
    const again = await openWorkFolder(join(root, 'work'), hash, options, cipherOf(1));
    expect(await again.reading(1)).toEqual(words);
    expect(await again.picture(1)).toEqual({ ...picture, jpeg: Buffer.from(picture.jpeg) });
    expect(await bytesOf(again.readOriginal())).toEqual(Buffer.from('original'));
  });

  test.each([
    ['another key', cipherOf(1), cipherOf(2)],
    ['no key any more', cipherOf(1), null],
    ['a key for the first time', null, cipherOf(1)],
  ])(
    'with %s what is there does not count: it is read and kept anew, the old is gone',
    async (_what, before, now) => {
      await scanned(before);
      const folder = await openWorkFolder(join(root, 'work'), hash, options, now);
      expect(await folder.reading(1)).toBeNull();
      const again = await scanned(now);
      expect(await again.reading(1)).toEqual(words);
      expect(await bytesOf(again.readOriginal())).toEqual(Buffer.from('original'));
      expect(await filesIn(folder.place)).toHaveLength(3);
    },
  );

  test('a page put in the place of another does not count, nor does a damaged original', async () => {
    const folder = await scanned(cipherOf(1));
    await folder.putPage(2, reading(2), picture);
    const files = await filesIn(folder.place);
    const [one, two] = files.filter(({ path }) => path.endsWith('.json'));
    await writeFile(one!.path, two!.bytes);
    expect(await folder.reading(1)).toBeNull();
    const original = files.find(({ path }) => path.endsWith('original'))!;
    await writeFile(original.path, original.bytes.subarray(0, -1));
    await folder.keepOriginal(join(root, 'scan.pdf'));
    expect(await bytesOf(folder.readOriginal())).toEqual(Buffer.from('original'));
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
