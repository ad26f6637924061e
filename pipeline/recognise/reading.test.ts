// Real pages through the finder, the direction vote and the readers: any direction is found, readers agree and repeat.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GreyImage, ReadWord } from '../../core/ports.ts';
import { cleanPage, openPage, type PageSource } from '../clean/clean-page.ts';
import { turnGrey } from '../clean/raster.ts';
import type { PageTools } from '../read-page.ts';
import { openPageTools } from '../testing/page-tools.ts';
import { samplePage, turnedPage } from '../testing/pages.ts';
import { truthOf } from '../testing/truth.ts';
import { confirmUpright } from './confirm-upright.ts';
import { cutLine } from './cut-line.ts';
import { cornersOf } from './geometry.ts';
import { orientation } from './orientation.ts';
import { readText } from './read-text.ts';
import { findNativeTesseract, openNativeReader } from './tesseract-native.ts';

let tools: PageTools;
beforeAll(async () => {
  tools = await openPageTools();
});
afterAll(async () => {
  for (const tool of Object.values(tools)) await tool.close();
});

const smallOf = async (page: PageSource): Promise<GreyImage> => (await openPage(page)).smallBlack;

describe('direction', () => {
  // 01.jpg lies 0.9 degrees anticlockwise askew (samples/dossiers.ts).
  let small: GreyImage;
  beforeAll(async () => {
    small = await smallOf(await samplePage('khai-sinh/01.jpg'));
  });

  test.each([
    [0, 0],
    [90, 270],
    [180, 180],
    [270, 90],
  ] as const)('a page turned by %i degrees clockwise needs %i', async (turned, rotation) => {
    const found = await orientation(await turnGrey(small, turned, 1), tools.scout, tools.judge);
    expect(found.rotation).toBe(rotation);
    expect(found.slope).toBeCloseTo(0.9, 0);
    expect(found.lines).toBeGreaterThan(15);
  });

  test.each([
    ['khai-sinh/02.jpg', 1, 90],
    ['giay-to-gia-dinh/batch.pdf', 2, 270],
    ['giay-to-gia-dinh/batch.pdf', 6, 180],
  ] as const)('%s page %i, as scanned', async (name, number, rotation) => {
    const found = await orientation(await smallOf(await samplePage(name, number)), tools.scout, tools.judge);
    expect(found.rotation).toBe(rotation);
  });

  test.each([0, 180] as const)(
    'where the vote was close, reading decides: the page needs %i',
    async (needed) => {
      const lying = await turnGrey(small, needed, 1);
      for (const guessed of [0, 180] as const) {
        const doubtful = { rotation: guessed, slope: 0, lines: 20, certainty: 0.1, found: [] };
        expect((await confirmUpright(doubtful, lying, tools)).rotation).toBe(needed);
      }
      const sure = {
        rotation: ((needed + 180) % 360) as 0 | 180,
        slope: 0,
        lines: 20,
        certainty: 0.9,
        found: [],
      };
      expect(await confirmUpright(sure, lying, tools)).toBe(sure);
    },
  );

  test('a page without a line says so', async () => {
    const white = { width: 800, height: 1100, data: new Uint8Array(880_000).fill(255) };
    const found = await orientation(white, tools.scout, tools.judge);
    expect(found).toEqual({ rotation: 0, slope: 0, lines: 0, certainty: 0, found: [] });
    expect(await confirmUpright(found, white, tools)).toBe(found);
  });
});

describe('readers', () => {
  let page: GreyImage[];
  let other: GreyImage[];
  beforeAll(async () => {
    page = await linesOf('doanh-nghiep/02.pdf');
    other = await linesOf('khai-sinh/03.jpg');
  });

  /** The longest lines of a page, as cut for the reader. */
  async function linesOf(name: string): Promise<GreyImage[]> {
    const opened = await openPage(await samplePage(name));
    const { rotation, slope } = await orientation(opened.smallBlack, tools.scout, tools.judge);
    const { reader } = await cleanPage(opened, { rotation, slope });
    const lines = (await tools.finder.find(reader)).map((line) => cutLine(reader, line).picture);
    return lines.sort((a, b) => b.width - a.width).slice(0, 10);
  }
  const texts = (lines: readonly (readonly ReadWord[])[]) =>
    lines.map((words) => words.map((w) => w.text).join(' '));

  test('the bundled one reads printed lines as they are', async () => {
    const printed = truthOf('doanh-nghiep')
      .find((p) => p.file === 'scans/02.pdf')!
      .text.join('\n')
      .split('\n');
    const read = texts(await tools.reader.read(page));
    const right = read.filter((line) => printed.some((p) => p.normalize('NFC') === line));
    expect(right.length).toBeGreaterThanOrEqual(6);
  });

  test('nothing carries over: A alone, and A after B, and A again give the same', async () => {
    const alone = await tools.reader.read(page.slice(0, 4));
    await tools.reader.read(other.slice(0, 4));
    expect(await tools.reader.read(page.slice(0, 4))).toEqual(alone);
    const shuffled = await tools.reader.read([...page.slice(0, 4)].reverse());
    expect([...shuffled].reverse()).toEqual(alone);
  });

  test('no line, no word; a fold found as a line has none either', async () => {
    expect(await tools.reader.read([])).toEqual([]);
    const white = { width: 900, height: 600, data: new Uint8Array(540_000).fill(255) };
    const corners = cornersOf({ centre: { x: 450, y: 300 }, width: 700, height: 40, angle: 0 });
    const finder = { find: async () => [{ corners, score: 0.6 }], close: async () => {} };
    expect(await readText(white, { finder, reader: tools.reader })).toEqual([]);
  });

  const native = findNativeTesseract();
  test.skipIf(!native)('the installed one reads the same words (install tesseract to run)', async () => {
    const reader = await openNativeReader(native!);
    const [bundled, installed] = [await tools.reader.read(page), await reader.read(page)];
    await reader.close();
    expect(texts(installed)).toEqual(texts(bundled));
    const pairs = installed.flat().map((word, i) => [word, bundled.flat()[i]!] as const);
    for (const [word, same] of pairs) expect(Math.abs(word.x - same.x)).toBeLessThanOrEqual(2);
    // Their arithmetic is not the same to the last bit: now and then a word is nearer to another for one of them.
    const apart = pairs.filter(([word, same]) => Math.abs(word.confidence - same.confidence) >= 0.05);
    expect(apart.length).toBeLessThanOrEqual(pairs.length / 20);
  });
});

test('a page askew and on its side comes out as its words', async () => {
  const page = await turnedPage(await samplePage('khai-sinh/04.pdf'), { degrees: 87 });
  const small = await smallOf(page);
  const found = await confirmUpright(await orientation(small, tools.scout, tools.judge), small, tools);
  expect(found.rotation).toBe(270);
  expect(found.slope).toBeCloseTo(2.6, 0);
});
