// The door: what is taken, with its hash, pages, resolution, orientation; what is refused, with which reason.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AppError } from '../../core/errors.ts';
import { hasMessage, message } from '../../core/messages/index.ts';
import { encrypt, available as qpdfAvailable } from '../../testing/judges/qpdf.ts';
import { openSource } from './open-source.ts';
import type { IntakeLimits, PagePicture } from './source.ts';
import { claimedPng, jpegPicture, madePdf, madeScan, madeTiff } from './testing/made-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'sohoa-open-'));
afterAll(() => rmSync(folder, { recursive: true }));
let scan: Buffer;
let jpeg: Buffer;
beforeAll(async () => {
  scan = await madeScan();
  jpeg = await sharp(scan).withMetadata({ density: 300 }).jpeg().toBuffer();
});

function written(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

async function pagesOf(path: string, limits?: Partial<IntakeLimits>): Promise<PagePicture[]> {
  const source = await openSource(path, limits ? { limits } : {});
  try {
    const pages: PagePicture[] = [];
    for await (const page of source.pages()) pages.push(page);
    expect(pages.map(({ number }) => number)).toEqual(pages.map((_, i) => i + 1));
    expect(pages).toHaveLength(source.pageCount);
    return pages;
  } finally {
    await source.close();
  }
}

const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(Buffer.from(a), Buffer.from(b)) === 0;

describe('pictures', () => {
  test('a JPEG is its own page, whatever its name', async () => {
    const path = written('scan.docx', jpeg);
    const source = await openSource(path);
    const sha256 = createHash('sha256').update(jpeg).digest('hex');
    expect(source).toMatchObject({
      sha256,
      size: jpeg.length,
      mediaType: 'image/jpeg',
      pageCount: 1,
      signed: false,
    });
    const page = await source.page(1);
    expect(same(page.bytes, jpeg)).toBe(true);
    const shape = {
      number: 1,
      format: 'jpeg',
      width: 496,
      height: 702,
      dpi: 300,
      rotation: 0,
      mirrored: false,
    };
    expect(page).toMatchObject({ ...shape, verbatim: true, problems: [] });
    await source.close();
  });

  test('EXIF orientation is told, the bytes stay', async () => {
    for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const bytes = await sharp(scan).withMetadata({ orientation, density: 300 }).jpeg().toBuffer();
      const [page] = await pagesOf(written(`exif-${orientation}.jpg`, bytes));
      expect(page && same(page.bytes, bytes)).toBe(true);
      const plain = await sharp(scan).jpeg().toBuffer();
      const mirrored = page?.mirrored ? await sharp(plain).flop().toBuffer() : plain;
      const shown = await sharp(mirrored)
        .rotate(page?.rotation)
        .resize(60, 60, { fit: 'fill' })
        .raw()
        .toBuffer();
      const wanted = await sharp(await sharp(bytes).autoOrient().toBuffer())
        .resize(60, 60, { fit: 'fill' })
        .raw()
        .toBuffer();
      const difference =
        shown.reduce((sum, value, i) => sum + Math.abs(value - (wanted[i] ?? 0)), 0) / shown.length;
      expect(difference, `orientation ${orientation}`).toBeLessThan(10);
    }
  });

  test('a PNG with and without a resolution', async () => {
    const [stated] = await pagesOf(
      written('a.png', await sharp(scan).withMetadata({ density: 200 }).png().toBuffer()),
    );
    expect(stated).toMatchObject({ format: 'png', dpi: 200, verbatim: true, problems: [] });
    const [guessed] = await pagesOf(written('b.png', scan));
    expect(guessed).toMatchObject({ dpi: 60, problems: [{ code: 'intake.dpi-guessed', page: 1 }] });
  });

  test.each(['ccittfax4', 'lzw'] as const)('a TIFF of three pages, %s, in order', async (compression) => {
    const scans = await Promise.all([1, 2, 3].map((seed) => madeScan({ seed })));
    const tiff = await madeTiff(scans, compression);
    const pages = await pagesOf(written(`${compression}.tif`, tiff));
    expect(pages).toHaveLength(3);
    for (const [index, page] of pages.entries()) {
      expect(page).toMatchObject({ format: 'png', width: 496, height: 702, dpi: 200, verbatim: false });
      const wanted = sharp(scans[index]);
      if (compression === 'ccittfax4') wanted.toColourspace('b-w').threshold(128);
      const got = sharp(page.bytes).toColourspace(compression === 'lzw' ? 'srgb' : 'b-w');
      expect(same(await got.raw().toBuffer(), await wanted.raw().toBuffer())).toBe(true);
    }
    const source = await openSource(join(folder, `${compression}.tif`));
    expect(same((await source.page(3)).bytes, pages[2]?.bytes ?? Buffer.alloc(0))).toBe(true);
    expect(source.sha256).toBe(createHash('sha256').update(tiff).digest('hex'));
    await expect(source.page(4)).rejects.toMatchObject({ code: 'intake.no-such-page' });
    await source.close();
  });
});

test('a fax of 204 × 98 dots an inch gets its shape back', async () => {
  const flat = await sharp(scan)
    .resize(496, 337, { fit: 'fill' })
    .toColourspace('b-w')
    .threshold(128)
    .toBuffer();
  const tiff = await madeTiff([flat], 'ccittfax4', [204, 98]);
  const [page] = await pagesOf(written('fax.tif', tiff));
  expect(page).toMatchObject({
    width: 496,
    height: 702,
    dpi: 204,
    problems: [{ code: 'intake.made-square', page: 1 }],
  });
  expect(await sharp(page?.bytes).metadata()).toMatchObject({ width: 496, height: 702 });
});

describe('refused', () => {
  async function refusal(path: string, limits?: Partial<IntakeLimits>): Promise<AppError> {
    const error = await pagesOf(path, limits).then(
      () => {
        throw new Error('was taken');
      },
      (thrown: AppError) => thrown,
    );
    expect(hasMessage(error.code), error.code).toBe(true);
    expect(hasMessage(`${error.code}.hint`)).toBe(true);
    expect(message('vi', error.code, error.params)).not.toMatch(/[{}]/);
    return error;
  }
  const half = (bytes: Uint8Array, share = 0.6): Uint8Array =>
    bytes.subarray(0, Math.floor(bytes.length * share));

  test.each<[string, () => Uint8Array | Promise<Uint8Array>, string]>([
    ['nothing in it', () => Buffer.alloc(0), 'intake.empty'],
    ['a Word file', () => Buffer.from('PK\x03\x04 [Content_Types].xml word/'), 'intake.unsupported'],
    ['rubbish', () => Buffer.from([1, 2, 3, 4, 5]), 'intake.unknown'],
    ['half a JPEG', () => half(jpeg), 'intake.truncated'],
    [
      'a JPEG with a broken header',
      () => Buffer.concat([jpeg.subarray(0, 30), Buffer.alloc(200)]),
      'intake.broken',
    ],
    ['half a PNG', () => half(scan), 'intake.truncated'],
    ['half a TIFF', async () => half(await madeTiff([scan], 'lzw')), 'intake.broken'],
    ['a PNG of 60,000 × 60,000', () => claimedPng(60_000, 60_000), 'intake.picture-too-large'],
    ['half a PDF', async () => half(await madePdf([{ content: '' }])), 'intake.truncated'],
    ['a PDF of rubbish', () => Buffer.from('%PDF-1.7\nnothing here\n%%EOF\n'), 'intake.broken'],
    ['a PDF without pages', () => madePdf([]), 'intake.no-pages'],
    [
      'a PDF picture of 100,000 × 100,000',
      () => {
        const dictionary = { ColorSpace: 'DeviceGray', BitsPerComponent: 8, Filter: 'FlateDecode' };
        const picture = {
          bytes: deflateSync(Buffer.alloc(100)),
          width: 100_000,
          height: 100_000,
          dictionary,
        };
        return madePdf([{ picture, content: 'q 595 0 0 842 0 0 cm /P Do Q' }]);
      },
      'intake.picture-too-large',
    ],
  ])('%s', async (name, make, code) => {
    const error = await refusal(written(`${name.replaceAll(' ', '-')}.pdf`, await make()));
    expect({ kind: error.kind, code: error.code }).toEqual({ kind: 'input', code });
    expect(error.params.file).toBe(`${name.replaceAll(' ', '-')}.pdf`);
  });

  test('too many pages, too many bytes, too many pixels', async () => {
    const three = written('three.pdf', await madePdf([{ content: '' }, { content: '' }, { content: '' }]));
    expect(await refusal(three, { maxPages: 2 })).toMatchObject({ code: 'intake.too-many-pages' });
    expect(await refusal(three, { maxBytes: 100 })).toMatchObject({ code: 'intake.too-large' });
    const small = written('small.jpg', jpeg);
    expect(await refusal(small, { maxPixels: 1000 })).toMatchObject({ code: 'intake.picture-too-large' });
    const tiff = written('tiff.tif', await madeTiff([scan, scan, scan], 'ccittfax4'));
    expect(await refusal(tiff, { maxPages: 2 })).toMatchObject({ code: 'intake.too-many-pages' });
  });

  test('no file, or a folder', async () => {
    expect(await refusal(join(folder, 'not-there.pdf'))).toMatchObject({
      kind: 'not-found',
      code: 'intake.not-found',
    });
    mkdirSync(join(folder, 'folder.pdf'));
    expect(await refusal(join(folder, 'folder.pdf'))).toMatchObject({ code: 'intake.not-a-file' });
  });

  const qpdf = qpdfAvailable();
  test.skipIf(!qpdf.ok)(
    `an encrypted PDF, also one that opens without a password ${qpdf.reason}`,
    async () => {
      const plain = written('plain.pdf', await madePdf([{ content: '' }]));
      for (const password of ['secret', '']) {
        const locked = join(folder, `locked-${password}.pdf`);
        encrypt(plain, locked, password);
        expect(readFileSync(locked).length).toBeGreaterThan(0);
        expect(await refusal(locked)).toMatchObject({ kind: 'input', code: 'intake.encrypted' });
      }
    },
  );
});

test('a long PDF is read a page at a time, and again after another', async () => {
  const picture = await jpegPicture(scan);
  const content = 'q 178.56 0 0 252.72 0 0 cm /P Do Q';
  const long = await madePdf(
    Array.from({ length: 40 }, () => ({ picture, content, size: [178.56, 252.72] as const })),
  );
  const path = written('long.pdf', long);
  const [one, other] = [await openSource(path), await openSource(path)];
  const [last, first] = [await one.page(40), await other.page(1)];
  expect(same(last.bytes, picture.bytes) && same(first.bytes, picture.bytes)).toBe(true);
  await one.close();
  expect(await pagesOf(path)).toHaveLength(40);
  await other.close();
  await other.close();
});
