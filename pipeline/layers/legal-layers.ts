// The legal picture in layers: dark strokes as masks of one colour at full resolution over a picture of the rest.
// Whatever the layers would show otherwise than the page does stays in the picture, or the page is no case for layers.
import type { GreyImage } from '../../core/ports.ts';
import { encodeJpeg, type RgbImage } from '../clean/raster.ts';
import { chooseInks, type Ink, type Strokes, strokesOf } from './choose-inks.ts';
import { fillPlaces, strokePlaces } from './fill-paper.ts';
import { encodeG4 } from './g4.ts';
import { drawnRuns, type InkRuns, inkRuns } from './ink-runs.ts';
import type { InkLayer, LegalPicture } from './legal-picture.ts';
import { type Likeness, likeness, likenessCell } from './look-alike.ts';
import { resizeGrey, resizeRgb } from './resize.ts';

export interface PageToKeep {
  /** The cleaned page in true colours. */
  readonly legal: RgbImage;
  /** Black print alone, flattened, of the same area; 0 is ink. */
  readonly black: GreyImage;
  readonly dpi: number;
}

/** On the flattened picture: halfway between ink and paper. */
const inkBelow = 128;
/** The same on a turned fax; its strokes are thin, and keep more of their rims. */
const bitonalBelow = 145;
/** What lies under the strokes needs no more; coarser scans keep their own. */
const underDpi = 200;
const keptUpTo = 240;
const screenDpi = 100;
/** Layers against page, before either is coded: text of one colour and hard rims stays above it. */
const leastSimilarity = 0.985;
/** Share of 3 mm cells that may still differ once their strokes were given back. */
const mostBadCells = 0.002;

/** What was an exact black and white picture before it was turned. */
export async function bitonalPicture(
  { legal, dpi }: PageToKeep,
  grey: GreyImage,
): Promise<LegalPicture | null> {
  const runs = inkRuns(grey, bitonalBelow);
  const size = screenSize(legal, dpi);
  const white = { ...size, data: new Uint8Array(size.width * size.height * 3).fill(255) };
  const shown = painted(white, [{ paper: await paperAt(runs, size), colour: [0, 0, 0] }]);
  if (likeness(await resizeRgb(legal, size), shown).similarity < leastSimilarity) return null;
  const { width, height } = legal;
  return { jpeg: null, inks: [{ g4: encodeG4(runs), colour: [0, 0, 0] }], width, height, dpi };
}

/** `quality` of the picture under the strokes (mozjpeg scale). Null: layers of this page would not look like it. */
export async function layeredPicture(page: PageToKeep, quality: number): Promise<LegalPicture | null> {
  const { legal, dpi } = page;
  const { width, height } = legal;
  const black = await resizeGrey(page.black, legal);
  const strokes = strokesOf(inkRuns(black, inkBelow), legal, black);
  const factor = dpi > keptUpTo ? underDpi / dpi : 1;
  const under = await resizeRgb(legal, {
    width: Math.max(1, Math.round(width * factor)),
    height: Math.max(1, Math.round(height * factor)),
  });
  const screen = await resizeRgb(under, screenSize(legal, dpi));
  const made = await fitting({ strokes, under, screen, dpi });
  if (!made) return null;
  const jpeg = await encodeJpeg(made.filled, { quality, dpi: dpi * factor });
  const inks = made.inks.map(({ runs, colour }): InkLayer => ({ g4: encodeG4(runs), colour }));
  return { jpeg, inks, width, height, dpi };
}

interface Fitting {
  readonly strokes: Strokes;
  readonly under: RgbImage;
  readonly screen: RgbImage;
  readonly dpi: number;
}

/** Inks and the picture under them; strokes where the two would not look like the page are given back, once. */
async function fitting({ strokes, under, screen, dpi }: Fitting) {
  const free = new Uint8Array(strokes.count).fill(1);
  for (const last of [false, true]) {
    const chosen = chooseInks(strokes, dpi, free);
    if (chosen.length === 0) return null;
    const places = strokePlaces(
      chosen.map((ink) => ink.runs),
      under.width,
      under.height,
    );
    const filled = fillPlaces(under, places);
    const bare = await resizeRgb(filled, screen);
    const inks: ShownInk[] = [];
    for (const ink of chosen) {
      const paper = await paperAt(ink.runs, screen);
      inks.push({ ...ink, paper, colour: fittingColour(paper, screen, bare) });
    }
    const found = likeness(screen, painted(bare, inks));
    const few = found.badCells <= mostBadCells * found.bad.length;
    if (found.badCells === 0 || (last && few))
      return found.similarity < leastSimilarity ? null : { inks, filled };
    giveBack(strokes, found, { free, screen });
  }
  return null;
}

/** Strokes that cross a cell of another colour than the page's are no longer free. */
function giveBack(
  { runs, of }: Strokes,
  { bad, columns }: Likeness,
  { free, screen }: { free: Uint8Array; screen: RgbImage },
): void {
  const across = screen.width / runs.width / likenessCell;
  const down = screen.height / runs.height / likenessCell;
  for (let y = 0; y < runs.height; y++) {
    const row = Math.floor((y + 0.5) * down) * columns;
    for (let i = runs.rows[y]!; i < runs.rows[y + 1]!; i++) {
      const last = Math.floor((runs.to[i]! - 0.5) * across);
      for (let cell = Math.floor((runs.from[i]! + 0.5) * across); cell <= last; cell++)
        if (bad[row + cell]) free[of[i]!] = 0;
    }
  }
}

const screenSize = ({ width, height }: RgbImage, dpi: number) => ({
  width: Math.max(1, Math.round((width * screenDpi) / dpi)),
  height: Math.max(1, Math.round((height * screenDpi) / dpi)),
});

interface Shown {
  /** Share of paper left in each pixel of the screen, 255 is all. */
  readonly paper: Uint8Array;
  readonly colour: readonly [number, number, number];
}
type ShownInk = Ink & Shown;

const paperAt = async (runs: InkRuns, size: { width: number; height: number }): Promise<Uint8Array> =>
  (await resizeGrey(drawnRuns(runs), size)).data;

/** The colour with which the strokes come nearest to the page: least squares over the screen's pixels. */
function fittingColour(paper: Uint8Array, screen: RgbImage, bare: RgbImage): [number, number, number] {
  const sums: [number, number, number] = [0, 0, 0];
  let weight = 0;
  for (let i = 0; i < paper.length; i++) {
    if (paper[i] === 255) continue;
    const ink = (255 - paper[i]!) / 255;
    weight += ink * ink;
    for (let c = 0; c < 3; c++)
      sums[c]! += ink * (screen.data[i * 3 + c]! - bare.data[i * 3 + c]! * (1 - ink));
  }
  const value = (sum: number) => Math.min(255, Math.max(0, Math.round(sum / Math.max(weight, 1e-9))));
  return [value(sums[0]), value(sums[1]), value(sums[2])];
}

/** A picture with inks laid over it. */
function painted(under: RgbImage, inks: readonly Shown[]): RgbImage {
  const data = new Uint8Array(under.data);
  for (const { paper, colour } of inks) {
    for (let i = 0; i < paper.length; i++) {
      const bare = paper[i]!;
      if (bare === 255) continue;
      for (let c = i * 3, k = 0; k < 3; k++, c++)
        data[c] = (data[c]! * bare + colour[k]! * (255 - bare) + 127) / 255;
    }
  }
  return { ...under, data };
}
