// A page comes out upright, level and cropped, and the legal picture keeps every mark of the scan.
import { beforeAll, describe, expect, test } from 'vitest';
import type { RightAngle } from '../../core/model.ts';
import { asPage, type Drawing, drawn, meanOf, printLines, samplePage, turnedPage } from '../testing/pages.ts';
import { type CleanedPage, cleanPage, openPage, type PageSource } from './clean-page.ts';
import { levelAngle } from './level.ts';
import { quietPaper } from './quiet.ts';
import { decodeRgb, encodeJpeg, type RgbImage } from './raster.ts';

const cleaned = async (page: PageSource, rotation: RightAngle, slope: number | null): Promise<CleanedPage> =>
  cleanPage(await openPage(page), { rotation, slope });

/** What is still askew, in degrees. */
function askew({ reader }: CleanedPage): number {
  const coarse = levelAngle(reader, { around: 0, reach: 1, step: 0.1 });
  return levelAngle(reader, { around: coarse, reach: 0.1, step: 0.02 });
}

describe('level', () => {
  let page: PageSource;
  beforeAll(async () => {
    // 04.pdf lies 0.4 degrees clockwise askew (samples/dossiers.ts); small, and told as 300 dpi, so that it is quick.
    page = {
      ...(await turnedPage(await samplePage('khai-sinh/04.pdf'), { degrees: 0, scale: 0.6 })),
      dpi: 300,
    };
  });

  test.each([-5, -3.3, -1, -0.3, 0, 0.3, 1, 2.7, 5])('a page turned by %d more degrees', async (degrees) => {
    const turned = { ...(await turnedPage(page, { degrees })), dpi: 300 };
    // The lines' own slope, as the detector gives it, is no better than this.
    const result = await cleaned(turned, 0, -degrees - 0.4 + 0.9);
    expect(Math.abs(result.skew - (-0.4 - degrees))).toBeLessThan(0.2);
    expect(Math.abs(askew(result))).toBeLessThan(0.2);
  });
});

describe('samples as they lie', () => {
  test.each([
    ['khai-sinh/01.jpg', 1, 0, 0.9],
    ['khai-sinh/02.jpg', 1, 90, -1.3],
    ['giay-to-gia-dinh/batch.pdf', 6, 180, -0.7],
    ['doanh-nghiep/02.pdf', 1, 0, 0.5],
  ] as const)('%s page %i: turned by %i, then by %d', async (name, number, rotation, skew) => {
    const small = await turnedPage(await samplePage(name, number), { degrees: 0, scale: 0.6 });
    const result = await cleaned({ ...small, dpi: 300 }, rotation, skew > 0 ? skew - 0.5 : skew + 0.5);
    expect(Math.abs(result.skew - skew)).toBeLessThan(0.2);
    expect(Math.abs(askew(result))).toBeLessThan(0.2);
    expect(result.legal.height > result.legal.width).toBe(true);
  });

  test('both pictures cover the same area, the reader’s at 300 dpi', async () => {
    const { legal, reader } = await cleaned(await samplePage('khai-sinh/02.jpg'), 90, -1);
    expect(reader.width / legal.width).toBeCloseTo(1.5, 2);
    expect(reader.height / legal.height).toBeCloseTo(1.5, 2);
  });
});

const size = { width: 700, height: 990 } as const;
const print = printLines({ x: 90, y: 120, width: 520, height: 760 });
const less = { width: 440, height: 620 } as const;
const lessPrint = printLines({ x: 90, y: 100, width: 260, height: 430 });

describe('crop', () => {
  test('a black border goes, the sheet stays', async () => {
    const border = `<rect x="0" y="0" width="30" height="990" fill="#0a0a0a"/><rect x="0" y="960" width="700" height="30" fill="#111"/>`;
    const { legal } = await cleaned(
      await asPage(await drawn({ ...size, shapes: print + border }), 300),
      0,
      0,
    );
    expect([legal.width, legal.height]).toEqual([670, 960]);
  });

  test('a page that was born digital keeps its dark band and its size', async () => {
    const band = '<rect width="700" height="60" fill="#0a1030"/>';
    const page = await asPage(await drawn({ ...size, shapes: print + band }), 300);
    const opened = await openPage(page, { whole: true });
    const { legal } = await cleanPage(opened, { rotation: 0, slope: null });
    expect([legal.width, legal.height]).toEqual([700, 990]);
    expect(meanOf(legal, [100, 10, 500, 40])).toBeLessThan(40);
  });

  const corners = [
    ['top left', 4, 4],
    ['top right', 424, 4],
    ['bottom left', 4, 604],
    ['bottom right', 424, 604],
  ] as const;
  const cases = corners.flatMap(([where, x, y]) =>
    ['#111', '#b8b8b8', '#f0b0b0'].flatMap((ink) => [-3, 3].map((turn) => [where, x, y, ink, turn] as const)),
  );
  const turnedAndCleaned = async (shapes: string, degrees: number) => {
    const page = await asPage(await drawn({ ...less, paper: '#f4f2ea', shapes }), 300);
    return cleaned(await turnedPage(page, { degrees }), 0, -degrees);
  };
  const bare = new Map<number, Promise<CleanedPage>>();

  test.each(cases)(
    'a mark %s (%i, %i) in %s of a page turned by %i stays',
    async (_where, x, y, ink, turn) => {
      const mark = `<rect x="${x}" y="${y}" width="12" height="12" fill="${ink}"/>`;
      bare.set(turn, bare.get(turn) ?? turnedAndCleaned(lessPrint, turn));
      const darker = ink === '#111' ? 60 : 218;
      const inked = darkerThan((await turnedAndCleaned(lessPrint + mark, turn)).legal, darker);
      // 144 pixels, less the rim that turning softens.
      expect(inked - darkerThan((await bare.get(turn)!).legal, darker)).toBeGreaterThan(100);
    },
  );
});

/** Pixels in the outer strips whose green is below the value. */
function darkerThan({ width, height, data }: RgbImage, value: number): number {
  let count = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const outer = x < 80 || x > width - 80 || y < 80 || y > height - 80;
      if (outer && data[(y * width + x) * 3 + 1]! < value) count++;
    }
  }
  return count;
}

// Each mark with the area that holds it and nothing else, and one of bare paper of the same size.
const marks = [
  [
    'faint pencil line',
    '<path d="M120 905H560" stroke="#cfcfcf" stroke-width="2"/>',
    [118, 898, 446, 14],
    [118, 925, 446, 14],
  ],
  [
    'faint red seal',
    '<circle cx="500" cy="56" r="40" fill="none" stroke="#f3cfcf" stroke-width="4"/>',
    [450, 6, 100, 100],
    [300, 6, 100, 100],
  ],
  ['punch hole', '<circle cx="40" cy="500" r="14" fill="#9a9a96"/>', [20, 480, 40, 40], [20, 580, 40, 40]],
  [
    'blue ink',
    '<path d="M620 300q20 60 30 0t20 60" stroke="#5a6ac8" stroke-width="2" fill="none"/>',
    [610, 280, 75, 100],
    [610, 480, 75, 100],
  ],
] as const;

describe('legal picture', () => {
  const page: Drawing = {
    ...size,
    paper: '#f5f3ec',
    noise: 4,
    shapes: print + marks.map(([, shape]) => shape).join(''),
  };
  let before: RgbImage;
  const after: RgbImage[] = [];
  beforeAll(async () => {
    before = await drawn(page);
    const source = await asPage(before, 200);
    const laid = await turnedPage(source, { degrees: 2 });
    for (const { legal } of [await cleaned(source, 0, null), await cleaned(laid, 0, -2)])
      after.push(await decodeRgb(await encodeJpeg(await quietPaper(legal), { quality: 40, dpi: 200 })));
  });

  test.each(marks)('keeps a %s', (_name, _shape, area, bare) => {
    const contrast = (image: RgbImage, shift: readonly [number, number]) => {
      const at = ([x, y, w, h]: typeof area | typeof bare) => [x + shift[0], y + shift[1], w, h] as const;
      // The green channel: paper minus mark, for red, blue and grey alike.
      return meanOf(image, at(bare), 1) - meanOf(image, at(area), 1);
    };
    const scanned = contrast(before, [0, 0]);
    expect(scanned).toBeGreaterThan(1);
    for (const image of after) {
      const shift = [
        Math.round((image.width - size.width) / 2),
        Math.round((image.height - size.height) / 2),
      ] as const;
      expect(contrast(image, shift) / scanned).toBeGreaterThan(0.8);
    }
  });

  test('paper keeps its colour', () => {
    for (const channel of [0, 1, 2])
      expect(
        Math.abs(
          meanOf(after[0]!, [300, 920, 100, 60], channel) - meanOf(before, [300, 920, 100, 60], channel),
        ),
      ).toBeLessThan(3);
  });
});
