// What the comparing process does: decodes a stored scan and what was filed of it, lays one on the other, cuts out facts.
import type { Box, RightAngle } from '../../core/model.ts';
import type { PageSource, Turn } from '../clean/clean-page.ts';
import { decodeRgb, type RgbImage } from '../clean/raster.ts';
import { type StoodScan, standScan } from '../clean/stand-scan.ts';
import { resizeRgb } from '../layers/resize.ts';
import { apart, type Comparison, compare } from './compare.ts';
import { type PagePictures, type PictureSizes, pagePictures } from './page-pictures.ts';

export interface CompareTask {
  /** The scan as it is stored. */
  readonly scan: PageSource;
  /** Born digital: nothing was cut. */
  readonly whole: boolean;
  readonly turn: Turn;
  /** The page of the legal copy: its JPEG, or a rendering; null where the scan came signed and is filed as it is. */
  readonly legal: Uint8Array | null;
  /** Places of facts. */
  readonly boxes: readonly Box[];
  readonly sizes: PictureSizes;
  /** Dots per inch of the comparison. */
  readonly at: number;
}

export interface ComparedPage {
  /** Null where the scan is filed as it is, or cleaning as it is today gives another picture than is stored. */
  readonly comparison: Comparison | null;
  readonly pictures: PagePictures;
  /** Pixels of the page and where it was cut, at `scan.dpi`. */
  readonly turn: Turn;
  readonly kept: StoodScan['kept'];
  readonly full: { readonly width: number; readonly height: number };
}

export type CompareAnswer = { readonly ok: ComparedPage } | { readonly crash: string };

// Mean difference of samples at a small size: compression and grain stay under it, another geometry does not.
const sameMean = 12;
const smallSide = 300;
const turns: readonly RightAngle[] = [0, 90, 180, 270];

export default async function work(task: CompareTask): Promise<CompareAnswer> {
  try {
    return { ok: await comparedPage(task) };
  } catch (thrown) {
    return { crash: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown) };
  }
}

async function comparedPage(task: CompareTask): Promise<ComparedPage> {
  const { scan, whole, boxes, sizes, at } = task;
  const legal = task.legal === null ? null : await decodeRgb(task.legal);
  const found = legal && (await sameGeometry(task, legal));
  const turn = found?.turn ?? task.turn;
  const stood = found?.stood ?? (await standScan(scan, turn, whole));
  return {
    comparison: found && (await compare(stood, found.legal, { dpi: scan.dpi, at })),
    pictures: await pagePictures(legal ?? stood.legal, boxes, sizes),
    turn,
    kept: stood.kept,
    full: { width: stood.scan.width, height: stood.scan.height },
  };
}

/** The turn as it was stored first; a page found blank was stored without its turn. */
async function sameGeometry(
  task: CompareTask,
  legal: RgbImage,
): Promise<{ turn: Turn; stood: StoodScan; legal: RgbImage } | null> {
  const { scan, whole, turn } = task;
  for (const rotation of [turn.rotation, ...turns.filter((other) => other !== turn.rotation)]) {
    const tried = { ...turn, rotation };
    const stood = await standScan(scan, tried, whole);
    if (!sameShape(stood.legal, legal)) continue;
    // A page in layers comes as a rendering, in the resolution of renderings.
    const filed = await resizeRgb(legal, stood.legal);
    if ((await apart(stood.legal, filed, smallSide)) < sameMean) return { turn: tried, stood, legal: filed };
  }
  return null;
}

/** The same page, perhaps in another resolution: a rendering's sides are rounded to pixels of its own. */
const sameShape = (one: RgbImage, other: RgbImage): boolean => {
  const factor = other.width / one.width;
  return Math.abs(one.height * factor - other.height) <= 1 + factor;
};
