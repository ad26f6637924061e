// Pictures of real pages stay within what a report may weigh, however many pages there are.
import { beforeAll, describe, expect, test } from 'vitest';
import { cleanPage, openPage } from '../../pipeline/clean/clean-page.ts';
import type { RgbImage } from '../../pipeline/clean/raster.ts';
import { pagePictures } from '../../pipeline/pictures/page-pictures.ts';
import { samplePage } from '../../pipeline/testing/pages.ts';
import type { TriedPaper } from '../../pipeline/try-scans.ts';
import { picturedPapers, sizesFor } from './try-data.ts';

/** Ten facts a page are many. */
const boxes = Array.from({ length: 10 }, (_, index) => [0.1, 0.12 + index * 0.06, 0.4, 0.016] as const);

describe('pages of colour with ten facts each', () => {
  let page: RgbImage;
  beforeAll(async () => {
    const opened = await openPage(await samplePage('doanh-nghiep/01.jpg'));
    page = (await cleanPage(opened, { rotation: 0, slope: 0 })).legal;
  });

  test.each([1, 20, 60, 100, 150, 300, 500, 3000])('%d of them stay under 10 MB', async (pages) => {
    const { page: whole, crops } = await pagePictures(page, boxes, sizesFor(pages));
    const bytes = whole.bytes.length + crops.reduce((sum, crop) => sum + crop.bytes.length, 0);
    const shown = [...picturedPapers(papersOf(pages, 'filed'))].length;
    expect((shown * bytes * 4) / 3).toBeLessThan(10_000_000);
    expect(Math.max(whole.width, whole.height)).toBeGreaterThanOrEqual(240);
  });

  test('a cut-out is its place with a margin round it', async () => {
    const box = [0.25, 0.5, 0.2, 0.02] as const;
    const sizes = { page: 4000, quality: 90, cropWidth: 4000, cropHeight: 4000 };
    const { crops, page: whole } = await pagePictures(page, [box], sizes);
    expect([whole.width, whole.height]).toEqual([page.width, page.height]);
    const tall = 0.02 * page.height;
    expect(Math.abs(crops[0]!.width - (0.2 * page.width + 1.2 * tall))).toBeLessThanOrEqual(2);
    expect(Math.abs(crops[0]!.height - 1.7 * tall)).toBeLessThanOrEqual(2);
  });
});

function papersOf(count: number, state: TriedPaper['state']): TriedPaper[] {
  const text = { width: 1, height: 1, dpi: 200, lines: [] };
  const page = { number: 1, blank: false, rotation: 0, skew: 0, text, marks: [], problems: [] } as const;
  const nothing = {
    dossier: null,
    kind: null,
    understanding: null,
    problems: [],
    copyBytes: 1,
    signed: false,
  };
  return Array.from({ length: count }, () => ({ ...nothing, pages: [page], state }));
}

test('where not all get pictures, papers to be looked at do', () => {
  const [filed, review] = [papersOf(2000, 'filed'), papersOf(100, 'review')];
  const pictured = picturedPapers([...filed, ...review]);
  expect(review.every((paper) => pictured.has(paper))).toBe(true);
  expect(pictured.size).toBeLessThan(1000);
  expect(pictured.size).toBeGreaterThan(400);
});
