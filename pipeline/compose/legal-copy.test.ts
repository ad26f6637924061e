// The legal copy judged from outside: veraPDF, qpdf, poppler, and its own bytes.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, PDFName } from 'pdf-lib';
import sharp, { type Sharp } from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { pictureOf, available as popplerAvailable, textOf, wordBoxes } from '../../testing/judges/poppler.ts';
import { faultsOf, available as qpdfAvailable } from '../../testing/judges/qpdf.ts';
import { checkArchive, available as verapdfAvailable } from '../../testing/judges/verapdf.ts';
import { encodeG4 } from '../layers/g4.ts';
import { inkRuns } from '../layers/ink-runs.ts';
import { composeLegalCopy, type LegalCopyInput, type LegalPage } from './legal-copy.ts';
import { madePage, markedLetters } from './testing/made-page.ts';

const folder = mkdtempSync(join(tmpdir(), 'sohoa-compose-'));
afterAll(() => rmSync(folder, { recursive: true }));

const letter = [
  'ỦY BAN NHÂN DÂN PHƯỜNG LIỄU GIAI',
  'Số: 12/GXN-UBND',
  'Kết quả giải quyết thủ tục hành chính điện tử có giá trị',
  'pháp lý như kết quả bản giấy (theo Nghị định) \\ 100% <a&b>',
];
const base = { title: 'Giấy <xác nhận> & 01.pdf – H26.12-261120-0001', originalSha256: 'ab'.repeat(32) };

async function composed(name: string, pages: LegalCopyInput['pages'], extra: Partial<LegalCopyInput> = {}) {
  const bytes = await composeLegalCopy({ ...base, pages, ...extra });
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return { bytes, file };
}

/** The page's picture under two inks, and one of black on white. */
async function layeredPages(page: LegalPage): Promise<LegalPage[]> {
  const { width, height } = page;
  const ink = (left: number) => {
    const data = new Uint8Array(width * height).fill(255);
    for (let y = 900; y < 1000; y++) data.fill(0, y * width + left, y * width + left + 200);
    return encodeG4(inkRuns({ width, height, data }, 128));
  };
  const inks = [
    { g4: ink(100), colour: [10, 20, 30] as const },
    { g4: ink(600), colour: [120, 110, 100] as const },
  ];
  return [
    { ...page, inks },
    { ...page, jpeg: null, inks: [{ g4: ink(300), colour: [0, 0, 0] }] },
  ];
}

const verapdf = verapdfAvailable();
describe.skipIf(!verapdf.ok)(`veraPDF ${verapdf.reason}`, () => {
  test('calls every kind of copy a PDF/A-2u', async () => {
    const colour = await madePage({ lines: letter });
    const grey = await madePage({ lines: letter, grey: true, width: 800, height: 500, dpi: 200 });
    const blank = await madePage({ lines: [] });
    const layers = await layeredPages(colour);
    const odd = await madePage({ lines: ['\u0001 \uFEFF \uE000 😀 a\u0000b', markedLetters().join('')] });
    const files = [
      await composed('colour.pdf', [colour]),
      await composed('many.pdf', [colour, grey, blank]),
      await composed('blank.pdf', [blank]),
      await composed('odd.pdf', [odd]),
      await composed('layers.pdf', layers),
      await composed('dated.pdf', [colour], { created: new Date('2026-11-22T02:30:00.123Z') }),
    ].map(({ file }) => file);
    const verdicts = checkArchive(files);
    expect(verdicts.map(({ file, broken }) => ({ file, broken }))).toEqual(
      files.map((file) => ({ file, broken: [] })),
    );
    expect(verdicts.every(({ compliant, checks }) => compliant && checks > 100)).toBe(true);
  });

  test('would have found a fault', async () => {
    const { bytes } = await composed('whole.pdf', [await madePage({ lines: letter })]);
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    document.setTitle('Another title than the XMP says');
    document.catalog.delete(PDFName.of('OutputIntents'));
    const file = join(folder, 'spoilt.pdf');
    writeFileSync(file, await document.save());
    expect(checkArchive([file])[0]?.compliant).toBe(false);
  });
});

const qpdf = qpdfAvailable();
test.skipIf(!qpdf.ok)(`qpdf finds nothing ${qpdf.reason}`, async () => {
  const page = await madePage({ lines: letter });
  expect(faultsOf((await composed('qpdf.pdf', [page, page])).file)).toBe('');
});

const poppler = popplerAvailable();
describe.skipIf(!poppler.ok)(`poppler ${poppler.reason}`, () => {
  test('reads the lines in order, page by page', async () => {
    const second = ['Trang hai', 'Nơi nhận: - Lưu: VT.'];
    const pages = [await madePage({ lines: letter }), await madePage({ lines: second })];
    const { file } = await composed('order.pdf', pages);
    const expected = [...letter, ...second];
    for (const raw of [true, false]) {
      const lines = textOf(file, { raw })
        .split(/[\n\f]+/)
        .filter((line) => line.trim() !== '');
      expect(lines.map((line) => line.trim())).toEqual(expected);
    }
  });

  test('gives back every marked letter of the alphabet', async () => {
    const letters = markedLetters();
    expect(new Set(letters).size).toBe(134);
    const lines = Array.from({ length: 14 }, (_, i) => letters.slice(i * 10, i * 10 + 10).join(' ')).filter(
      Boolean,
    );
    const page = await madePage({ lines: lines.map((line) => line.normalize('NFD')) });
    const { file } = await composed('letters.pdf', [page]);
    expect(textOf(file, { raw: true }).trim().split(/\s+/)).toEqual(letters);
  });

  test('finds each word over its place in the picture', async () => {
    const page = await madePage({ lines: letter });
    const { file } = await composed('places.pdf', [page]);
    const found = wordBoxes(file);
    const words = page.text.lines.flatMap((line) => line.words);
    expect(found.map(({ text }) => text)).toEqual(words.map(({ text }) => text));
    const [width, height] = [(page.width / page.dpi) * 72, (page.height / page.dpi) * 72];
    words.forEach(({ box: [x, y, w, h] }, index) => {
      const got = found[index]?.box ?? [0, 0, 0, 0];
      const want = [x * width, y * height, w * width, h * height];
      // Places are whole points, widths steps of 4 % (so up to 2 % wrong); half a point for the letter size.
      got.forEach((value, side) => {
        const most = 1.5 + (side === 2 ? 0.02 * w * width : 0);
        expect(Math.abs(value - (want[side] ?? 0)), `word ${index} side ${side}`).toBeLessThan(most);
      });
    });
  });

  test('shows the picture and no letter over it', async () => {
    const page = await madePage({ lines: letter });
    const { file } = await composed('picture.pdf', [page]);
    const shown = pictureOf(file, join(folder, 'picture'), { dpi: page.dpi });
    const rendered = await sharp(shown).greyscale().raw().toBuffer({ resolveWithObject: true });
    expect([rendered.info.width, rendered.info.height]).toEqual([page.width, page.height]);
    const scan = await sharp(page.jpeg).greyscale().raw().toBuffer();
    // Readers differ in how they smooth colour at the edges of the bars, and in nothing else.
    const far = scan.filter((value, i) => Math.abs(value - (rendered.data[i] ?? 0)) > 40).length;
    expect(far / scan.length).toBeLessThan(0.001);
  });
});

test.skipIf(!poppler.ok)(`inks lie over the picture in their colour ${poppler.reason}`, async () => {
  const pages = await layeredPages(await madePage({ lines: letter }));
  const [page] = pages;
  const wanted: Record<number, number[]>[] = [
    { 150: [10, 20, 30], 700: [120, 110, 100], 450: [253, 253, 248] },
    { 150: [255, 255, 255], 400: [0, 0, 0] },
  ];
  for (const [index, at] of wanted.entries()) {
    const { file } = await composed(`inks-${index}.pdf`, [pages[index]!]);
    const shown = await sharp(pictureOf(file, join(folder, `inks-${index}`), { dpi: page!.dpi }))
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    for (const [x, colour] of Object.entries(at)) {
      const from = (950 * shown.info.width + Number(x)) * shown.info.channels;
      colour.forEach((value, c) => {
        expect(Math.abs((shown.data[from + c] ?? 0) - value), `page ${index} at ${x}`).toBeLessThan(6);
      });
    }
  }
});

test('the picture stands in the file byte for byte, the page has its size on paper', async () => {
  const page = await madePage({ lines: letter });
  const { bytes } = await composed('bytes.pdf', [page]);
  expect(Buffer.from(bytes).includes(Buffer.from(page.jpeg))).toBe(true);
  const { width, height } = (await PDFDocument.load(bytes)).getPage(0).getSize();
  expect(width).toBeCloseTo((1240 / 150) * 72, 1);
  expect(height).toBeCloseTo((1754 / 150) * 72, 1);
});

test('same input, same bytes; another input, another ID', async () => {
  const page = await madePage({ lines: letter });
  const [one, two] = [await composed('1.pdf', [page]), await composed('2.pdf', [page])];
  expect(Buffer.compare(one.bytes, two.bytes)).toBe(0);
  const other = await composed('3.pdf', [page], { originalSha256: 'cd'.repeat(32) });
  const idOf = (bytes: Uint8Array) =>
    /\/ID \[ ?<([0-9a-fA-F]{32})> ?<\1>/.exec(Buffer.from(bytes).toString('latin1'))?.[1];
  expect(idOf(one.bytes)).toMatch(/^[0-9a-f]{32}$/i);
  expect(idOf(other.bytes)).not.toBe(idOf(one.bytes));
  expect(Buffer.from(one.bytes).includes('CreationDate')).toBe(false);
});

test('what is added to the pictures is small', async () => {
  const lines = Array.from(
    { length: 36 },
    (_, i) => `${i} Kết quả giải quyết thủ tục hành chính điện tử có giá trị`,
  );
  const page = await madePage({ lines });
  const one = (await composed('one.pdf', [page])).bytes.length;
  const two = (await composed('two.pdf', [page, page])).bytes.length;
  const perPage = two - one - page.jpeg.length;
  expect(perPage).toBeLessThan(3000);
  expect(one - page.jpeg.length - perPage).toBeLessThan(4096);
});

describe('refused', () => {
  test('no pages', async () => {
    await expect(composed('none.pdf', [])).rejects.toMatchObject({ code: 'compose.no-pages' });
  });
  test.each([
    ['a PNG', (s: Sharp) => s.png()],
    ['a CMYK JPEG', (s: Sharp) => s.toColourspace('cmyk').jpeg()],
    ['another size', (s: Sharp) => s.resize(100).jpeg()],
  ])('%s', async (_, spoil) => {
    const page = await madePage({ lines: letter });
    const jpeg = await spoil(sharp(page.jpeg)).toBuffer();
    await expect(composed('bad.pdf', [page, { ...page, jpeg }])).rejects.toMatchObject({
      kind: 'input',
      code: 'compose.picture',
      params: { page: 2 },
    });
  });
});
