// The numbers by which a scan is judged, taken from rasters that cleaning made anyway: nothing is decoded again.
import type { Line } from '../../../core/model.ts';
import type { FoundLine } from '../../../core/ports.ts';
import type { OpenedPage } from '../clean-page.ts';
import { type BorderPrint, printAtBorders, type Side } from './cut-off.ts';
import { countFingers } from './fingers.ts';
import { countFoldedCorners } from './folded-corner.ts';
import { type Light, lightOn } from './light.ts';
import { type LineSample, median, sampleLines } from './line-samples.ts';
import { type Slopes, slopesLeft } from './line-slopes.ts';
import { countStreaks } from './streaks.ts';

/** A page as cleaning and reading left it. */
export interface SeenPage {
  readonly opened: OpenedPage;
  /** Lines found on the small picture as it lies. */
  readonly found: readonly FoundLine[];
  /** Degrees clockwise by which the page was straightened beside the quarter turns. */
  readonly skew: number;
  /** What was read. */
  readonly lines: readonly Line[];
}

export interface QualityNumbers {
  /** Green of the sheet, 0..255: the middle of the ground estimate. */
  readonly paper: number;
  /** Levels between ink and paper on the middle line; 0 where no line was found. */
  readonly contrast: number;
  /** Height of the small letters (x-height) in pixels of the scan. */
  readonly letters: number;
  /** Widths of an edge that go into the height of a small letter: how sharp print is. */
  readonly sharpness: number;
  /** How sure the reader was, 0..1, by letters; 0 where nothing was read of what was found. */
  readonly sure: number;
  readonly borders: ReadonlyMap<Side, BorderPrint>;
  readonly slopes: Slopes;
  /** Lines found. */
  readonly found: number;
  readonly light: Light;
  readonly streaks: number;
  readonly fingers: number;
  readonly foldedCorners: number;
  /** Millimetres, by the resolution that the scan states. */
  readonly shortSide: number;
  readonly longSide: number;
}

const millimetresOfInch = 25.4;

export function measureQuality({ opened, found, skew, lines }: SeenPage): QualityNumbers {
  const { full, small } = opened;
  const scale = full.width / small.width;
  const samples = sampleLines(full, found, scale);
  const [red, paper, blue] = opened.ground.channels.map(middleLevel) as [number, number, number];
  const millimetres = (millimetresOfInch / opened.dpi) * scale;
  return {
    paper,
    contrast: median(samples.map(({ paper: white, ink }) => white - ink)),
    letters: median(samples.map(({ letters }) => letters)),
    sharpness: median(samples.map(sharpnessOf)),
    sure: surenessOf(lines),
    borders: printAtBorders(opened.smallAll, found, opened.borders),
    slopes: slopesLeft(found, Math.max(small.width, small.height), skew),
    found: found.length,
    light: lightOn(opened.ground, found, paper),
    streaks: countStreaks(small),
    fingers: countFingers(small, millimetres, [red, paper, blue]),
    foldedCorners: countFoldedCorners(small, millimetres, paper),
    shortSide: Math.min(full.width, full.height) * (millimetresOfInch / opened.dpi),
    longSide: Math.max(full.width, full.height) * (millimetresOfInch / opened.dpi),
  };
}

/** The middle one of many levels (0..255), to a level. */
function middleLevel(levels: Float32Array): number {
  const counts = new Uint32Array(256);
  for (const level of levels) counts[Math.min(255, Math.round(level))]!++;
  let left = levels.length / 2;
  return counts.findIndex((count) => {
    left -= count;
    return left <= 0;
  });
}

const sharpnessOf = ({ letters, edge }: LineSample) => letters / Math.max(1, edge);

function surenessOf(lines: readonly Line[]): number {
  const words = lines.flatMap((line) => line.words);
  const letters = words.reduce((sum, word) => sum + word.text.length, 0);
  return letters === 0
    ? 0
    : words.reduce((sum, word) => sum + word.confidence * word.text.length, 0) / letters;
}
