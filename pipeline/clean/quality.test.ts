// Good scans say nothing; scans damaged as at a counter say what is wrong, in a word that the clerk can act on.
import { beforeAll, describe, expect, test } from 'vitest';
import { hasMessage } from '../../core/messages/index.ts';
import type { Line } from '../../core/model.ts';
import { detectorDefaults, openDetector } from '../recognise/detector.ts';
import { orientation } from '../recognise/orientation.ts';
import { openUpsideJudge } from '../recognise/upside.ts';
import {
  blurred,
  buckled,
  coarser,
  covered,
  cut,
  dogEar,
  doubled,
  inkedRow,
  type Scan,
  streaked,
  thumb,
  toned,
} from '../testing/damage-scan.ts';
import { asPage, samplePage, turnedPage } from '../testing/pages.ts';
import { openPage, type PageSource, shownPage } from './clean-page.ts';
import { qualityProblems } from './quality.ts';

let scout: Awaited<ReturnType<typeof openDetector>>;
let judge: Awaited<ReturnType<typeof openUpsideJudge>>;
beforeAll(async () => {
  [scout, judge] = [await openDetector({ ...detectorDefaults, longSide: 960 }), await openUpsideJudge()];
});

/** As the reader would give it; how sure it was is all that counts here. */
const readAt = (confidence: number): Line[] => [
  { box: [0, 0, 1, 1], height: 0.01, words: [{ text: 'chữ', box: [0, 0, 1, 1], confidence }] },
];

async function codesOf(page: PageSource, lines = readAt(0.95)): Promise<string[]> {
  const opened = await openPage(page);
  const way = await orientation(opened.smallBlack, scout, judge);
  // The fine search of cleanPage changes the slope by tenths of a degree.
  return qualityProblems({ opened, found: way.found, skew: way.slope, lines }).map(({ code }) => code);
}

describe('good scans say nothing', () => {
  const samples = [
    ...[1, 2, 3].map((n) => [`khai-sinh/0${n}.jpg`, 1] as const),
    ...[1, 2].map((n) => ['khai-sinh/04.pdf', n] as const),
    ...Array.from({ length: 9 }, (_, i) => ['giay-to-gia-dinh/batch.pdf', i + 1] as const),
    ['doanh-nghiep/01.jpg', 1],
    ...[1, 2].map((n) => ['doanh-nghiep/02.pdf', n] as const),
    ['doanh-nghiep/03.tif', 1],
  ] as const;
  test.each(samples)('%s page %i', async (name, number) => {
    expect(await codesOf(await samplePage(name, number))).toEqual([]);
  });

  test('a card alone on a white glass', async () => {
    const { image, dpi } = await scanOf('doanh-nghiep/01.jpg');
    const card = await cut({ image, dpi }, { left: 0.1, top: 0.05, right: 0.5, bottom: 0.72 });
    const glass = new Uint8Array(image.data.length).fill(252);
    for (let y = 0; y < card.image.height; y++) {
      const row = card.image.data.subarray(y * card.image.width * 3, (y + 1) * card.image.width * 3);
      glass.set(row, ((y + 300) * image.width + 250) * 3);
    }
    expect(await codesOf(await asPage({ ...image, data: glass }, dpi))).toEqual([]);
  });
});

const scanOf = async (name: string): Promise<Scan> => {
  const page = await samplePage(name);
  return { image: await shownPage(page), dpi: page.dpi };
};

const damages: readonly (readonly [string, (scan: Scan) => Scan | Promise<Scan>, string[]])[] = [
  ['darkened by half', (scan) => toned(scan, (v) => v * 0.45), ['quality.too-dark']],
  ['nearly black', (scan) => toned(scan, (v) => v * 0.15), ['rescan.too-dark']],
  ['ink washed out', (scan) => toned(scan, (v) => 255 - (255 - v) * 0.22), ['quality.too-light']],
  ['ink hardly there', (scan) => toned(scan, (v) => 255 - (255 - v) * 0.1), ['rescan.too-light']],
  ['everything grey', (scan) => toned(scan, (v) => 140 + v * 0.17), ['quality.low-contrast']],
  ['a little out of focus', (scan) => blurred(scan, 2.6 * (scan.dpi / 200)), ['quality.blurred']],
  ['out of focus', (scan) => blurred(scan, 5 * (scan.dpi / 200)), ['rescan.blurred']],
  ['at 100 dpi', (scan) => coarser(scan, 100), ['quality.low-resolution']],
  ['at 50 dpi', (scan) => coarser(scan, 50), ['rescan.low-resolution']],
  ['cut through at the left', (scan) => cut(scan, { left: 0.22 }), ['rescan.cut-off']],
  ['cut through at the right', (scan) => cut(scan, { right: 0.2 }), ['rescan.cut-off']],
  [
    'cut along a line at the top',
    (scan) => cut(scan, { top: inkedRow(scan, 0.05, 0.3) }),
    ['rescan.cut-off'],
  ],
  [
    'cut along a line at the bottom',
    (scan) => cut(scan, { bottom: 1 - inkedRow(scan, 0.35, 0.6) }),
    ['rescan.cut-off'],
  ],
  ['a thumb on the glass', thumb, ['quality.finger']],
  ['a corner folded away', dogEar, ['quality.folded-corner']],
  ['dust on the feeder’s glass', streaked, ['quality.streak']],
  ['two sheets at once', (scan) => doubled(scan), ['quality.double-feed']],
  ['two sheets at once, hardly apart', (scan) => doubled(scan, 0.15), ['quality.double-feed']],
  ['buckled under the lid', (scan) => buckled(scan, 5), ['quality.crooked']],
  ['a deep shadow', (scan) => covered(scan, (_, y) => (y > 6.4 ? 0.3 : null)), ['quality.shadow']],
];

describe.each(['khai-sinh/01.jpg', 'doanh-nghiep/01.jpg'])('%s damaged', (name) => {
  let scan: Scan;
  beforeAll(async () => {
    scan = await scanOf(name);
  });

  test.each(damages)('%s', async (_what, damage, codes) => {
    const { image, dpi } = await damage(scan);
    expect(await codesOf(await asPage(image, dpi))).toEqual(expect.arrayContaining(codes));
    for (const code of codes) expect(hasMessage(code)).toBe(true);
  });
});

test('a sheet laid far askew is told, and is no reason to scan again', async () => {
  const page = await turnedPage(await samplePage('khai-sinh/01.jpg'), { degrees: 14, scale: 0.7 });
  expect(await codesOf(page)).toEqual(['quality.askew']);
});

test('advice becomes an order where the reader could make nothing of the page', async () => {
  const dark = toned(await scanOf('khai-sinh/01.jpg'), (v) => v * 0.45);
  const page = await asPage(dark.image, dark.dpi);
  expect(await codesOf(page, readAt(0.4))).toEqual(['rescan.too-dark']);
  expect(await codesOf(page, [])).toEqual(['rescan.too-dark']);
});

test('a blank sheet says nothing, a black one that it is black', async () => {
  const sheet = (value: number) =>
    asPage({ width: 850, height: 1200, data: new Uint8Array(850 * 1200 * 3).fill(value) }, 100);
  expect(await codesOf(await sheet(250), [])).toEqual([]);
  expect(await codesOf(await sheet(12), [])).toEqual(['rescan.too-dark']);
});
