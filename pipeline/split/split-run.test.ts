// A run becomes papers at our own sheets, however they went through the feeder, and at nothing else.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Line, Mark, PageReading } from '../../core/model.ts';
import type { PageSource } from '../clean/clean-page.ts';
import { qrGrid } from '../compose/qr-code.ts';
import { separatorSheets } from '../compose/separator-sheets.ts';
import { type PageTools, readPage } from '../read-page.ts';
import { openPageTools } from '../testing/page-tools.ts';
import { pageOf, samplePage, turnedPage } from '../testing/pages.ts';
import { sheetOf, splitRun } from './split-run.ts';

const code = 'H26.12-261120-0001';

describe('sheets as printed and scanned', () => {
  let folder: string;
  let tools: PageTools;
  let file: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sohoa-split-'));
    file = join(folder, 'sheets.pdf');
    await writeFile(file, await separatorSheets({ count: 1, dossierCodes: [code] }));
    tools = await openPageTools();
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const read = async (page: PageSource) =>
    (await readPage({ ...page, number: 1, jpegQuality: 40 }, tools)).reading;

  test.each([
    [1, 0, { kind: 'separator' }],
    [1, 90, { kind: 'separator' }],
    [1, 180, { kind: 'separator' }],
    [1, 3, { kind: 'separator' }],
    [1, -3, { kind: 'separator' }],
    [2, 0, { kind: 'dossier', code }],
    [2, 180, { kind: 'dossier', code }],
    [2, 273, { kind: 'dossier', code }],
  ])('sheet %i turned by %i degrees is obeyed', async (number, degrees, sheet) => {
    const page = await turnedPage(await pageOf(file, number), { degrees, scale: 0.4 });
    // Told as 300 dpi, so that nothing is enlarged: quicker, and harder to read.
    expect(sheetOf(await read({ ...page, dpi: 300 }))).toEqual(sheet);
  });

  test('its QR, small, on a page full of text is not', async () => {
    const page = await samplePage('doanh-nghiep/02.pdf', 1);
    const qr = await qrPng('SOHOA/1/SEP', Math.round((22 / 25.4) * page.dpi));
    const bytes = await sharp(page.bytes)
      .composite([{ input: qr, left: 330, top: 1100 }])
      .png({ compressionLevel: 1 })
      .toBuffer();
    const reading = await read({ ...page, bytes });
    expect(reading.marks.map((m) => m.text)).toEqual(['SOHOA/1/SEP']);
    expect(sheetOf(reading)).toBeNull();
  });
});

async function qrPng(text: string, side: number): Promise<Buffer> {
  const { size, dark } = await qrGrid(text);
  const data = Uint8Array.from({ length: (size + 8) ** 2 }, (_, i) => {
    const [x, y] = [(i % (size + 8)) - 4, Math.floor(i / (size + 8)) - 4];
    return x >= 0 && y >= 0 && x < size && y < size && dark(x, y) ? 0 : 255;
  });
  return sharp(data, { raw: { width: size + 8, height: size + 8, channels: 1 } })
    .resize(side, side, { kernel: 'nearest' })
    .png()
    .toBuffer();
}

interface Made {
  readonly marks?: readonly string[];
  readonly width?: number;
  readonly text?: string;
  readonly blank?: boolean;
}

function page(number: number, { marks = [], width = 0.43, text = '', blank = false }: Made): PageReading {
  const words = text
    .split(' ')
    .filter(Boolean)
    .map((word) => ({ text: word, confidence: 0.9, box: [0, 0, 0.1, 0.1] as const }));
  const lines: Line[] = words.length > 0 ? [{ box: [0, 0, 1, 0.1], words, height: 0.01 }] : [];
  const found = marks.map(
    (mark): Mark => ({ format: 'QRCode', text: mark, box: [0.3, 0.3, width, width * 0.7] }),
  );
  return {
    number,
    blank,
    rotation: 0,
    skew: 0,
    text: { width: 1654, height: 2339, dpi: 200, lines },
    marks: found,
    problems: [],
  };
}

const sep = 'SOHOA/1/SEP';
const opens = 'SOHOA/1/DOSSIER/H40.09-250408-0031';
const words = (count: number) => Array.from({ length: count }, (_, i) => `chữ${i}`).join(' ');

describe('sheetOf', () => {
  test.each([
    ['a bare separator', { marks: [sep] }, { kind: 'separator' }],
    [
      'our print, read with faults in the marks',
      {
        marks: [sep],
        text: 'TO PHAN TACH Đặt tờ này giữa hai giấy tờ khi quét cả tập. Tờ này không được lưu. SOHOA/1/SEP',
      },
      { kind: 'separator' },
    ],
    ['a few words of a clerk', { marks: [sep], text: words(10) }, { kind: 'separator' }],
    ['a letter with a QR as large as a sheet’s', { marks: [sep], text: words(60) }, null],
    ['a small QR', { marks: [sep], width: 0.1 }, null],
    ['a QR beside another one', { marks: [sep, '036194008214|163218845'] }, null],
    ['a QR that only begins so', { marks: [`${sep}X`] }, null],
    ['a dossier sheet', { marks: [opens] }, { kind: 'dossier', code: 'H40.09-250408-0031' }],
    ['a page without any QR', { text: words(5) }, null],
    ['a blank page', { blank: true }, null],
  ] as const)('%s', (_what, made, sheet) => {
    expect(sheetOf(page(1, made))).toEqual(sheet);
  });
});

describe('splitRun', () => {
  const S = { marks: [sep] };
  const D = { marks: [opens] };
  const D2 = { marks: ['SOHOA/1/DOSSIER/khác'] };
  const B = { blank: true };
  const T = { text: words(80) };
  test.each([
    ['a file without sheets is one paper', [T, T, B, T], [[1, 2, 3, 4]]],
    ['sheets part papers and belong to none', [T, T, S, T], [[1, 2], [4]]],
    ['a sheet first and last, and two together', [S, T, S, S, T, S], [[2], [5]]],
    ['the blank back of a sheet goes', [S, B, T, B, S, B, T], [[3, 4], [7]]],
    ['only one page is a sheet’s back', [S, B, B, T], [[3, 4]]],
    ['nothing but sheets', [S, B, S], []],
    ['nothing', [], []],
  ])('%s', (_what, pages, numbers) => {
    const papers = splitRun(pages.map((made, i) => page(i + 1, made)));
    expect(papers.map((p) => p.pages.map((q) => q.number))).toEqual(numbers);
    expect(papers.every((p) => p.dossierCode === null)).toBe(true);
  });

  test('a dossier sheet names the dossier of all papers behind it', () => {
    const papers = splitRun([T, D, B, T, S, T, D2, T].map((made, i) => page(i + 1, made)));
    expect(papers.map((p) => [p.pages.map((q) => q.number), p.dossierCode])).toEqual([
      [[1], null],
      [[4], 'H40.09-250408-0031'],
      [[6], 'H40.09-250408-0031'],
      [[8], 'khác'],
    ]);
  });
});
