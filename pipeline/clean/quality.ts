// What a clerk should know of a scan as a scan, page by page: `quality.*` is advice, `rescan.*` cannot stay as it is.
import type { Problem } from '../../core/model.ts';
import { mustRescan } from '../../core/scan-quality.ts';
import { measureQuality, type QualityNumbers, type SeenPage } from './quality/measure.ts';

export type { SeenPage } from './quality/measure.ts';

// The limits below were set between good scans and damaged ones (table in quality.test.ts); in the units of measure.ts.
const limits = {
  /** Brightness of the sheet: below the first it is dark to the eye, below the second nothing can be told on it. */
  dark: [130, 60],
  /** Levels between ink and paper as a share of the paper. */
  faint: [0.25, 0.12],
  /** Paper this bright with faint ink was scanned too light, else with too little contrast. */
  bright: 235,
  sharp: [3.6, 2.3],
  /** Pixels of a small letter. */
  letters: [8, 4.5],
  /** Dots per inch: large print is read at any resolution, but a legal copy needs more. */
  dpi: [140, 90],
  /** Degrees by which a sheet may lie askew; and by which its lines may still slope, or differ, when straightened. */
  askew: 8,
  slope: 0.8,
  spread: 0.9,
  /** Lines that must be there before slopes say something. */
  fewLines: 5,
  /** A weak scan that is read worse than this must be scanned again. */
  sure: 0.62,
  /** Lines cut at a side; strokes cut at top or bottom; strokes that weigh as much as a second line at a side. */
  cutLines: 2,
  cutStrokes: 16,
  cutBeside: 10,
  shadowed: 0.08,
  glaring: 0.05,
  /** Millimetres: sheets as wide as A4 are at most so long (Folio 330), or Legal; nothing wider is so slender. */
  wideAsA4: [195, 225],
  folio: 338,
  legal: [350, 361],
  slender: 1.75,
  /** Narrower than this lie receipts and strips, which are as long as they like. */
  strip: 150,
} as const;

/** Problems of one page, the worst first; none for a page born digital, which nobody scanned. */
export function qualityProblems(page: SeenPage): Problem[] {
  const seen = measureQuality(page);
  const codes = seen.found === 0 ? emptySheet(seen) : printedSheet(seen, page);
  const problems = codes.map((code): Problem => ({ code }));
  return [...problems.filter(mustRescan), ...problems.filter((problem) => !mustRescan(problem))];
}

/** Nothing is written on it, as far as the scan shows: only the scan's own faults can be told. */
function emptySheet(seen: QualityNumbers): string[] {
  const black = seen.paper < limits.dark[1] ? ['rescan.too-dark'] : [];
  return [...black, ...blemishes(seen)];
}

function printedSheet(seen: QualityNumbers, { skew, opened }: SeenPage): string[] {
  const read = seen.found < limits.fewLines || seen.sure >= limits.sure;
  /** Advice, or more where the fault is grave or the reader could make nothing of the page. */
  const told = (name: string, value: number, [weak, grave]: readonly [number, number]): string[] => {
    if (value >= weak) return [];
    return [value < grave || !read ? `rescan.${name}` : `quality.${name}`];
  };
  const faint = seen.contrast / Math.max(1, seen.paper);
  return [
    ...told('too-dark', seen.paper, limits.dark),
    ...told(seen.paper >= limits.bright ? 'too-light' : 'low-contrast', faint, limits.faint),
    ...told('blurred', seen.sharpness, limits.sharp),
    ...graver([
      ...told('low-resolution', opened.dpi, limits.dpi),
      ...told('low-resolution', seen.letters, limits.letters),
    ]),
    ...(isCutOff(seen) ? ['rescan.cut-off'] : []),
    ...(isCrooked(seen) ? [read ? 'quality.crooked' : 'rescan.crooked'] : []),
    ...(Math.abs(skew) > limits.askew ? ['quality.askew'] : []),
    ...(seen.light.shadowed > limits.shadowed ? ['quality.shadow'] : []),
    ...(seen.light.glaring > limits.glaring ? ['quality.glare'] : []),
    ...blemishes(seen),
  ];
}

/** Of the same fault told twice the graver. */
const graver = (codes: readonly string[]): string[] => [...codes].sort().slice(-1);

const blemishes = (seen: QualityNumbers): string[] => [
  ...(seen.fingers > 0 ? ['quality.finger'] : []),
  ...(seen.foldedCorners > 0 ? ['quality.folded-corner'] : []),
  ...(seen.streaks > 0 ? ['quality.streak'] : []),
  ...(isTooLong(seen) ? ['quality.double-feed'] : []),
];

/** Lines that run out of the picture at a side, or one cut along its length at top or bottom, whichever way it lies. */
const isCutOff = ({ borders }: QualityNumbers): boolean =>
  [...borders.values()].some(
    ({ lines, strokes }) =>
      lines >= limits.cutLines || strokes >= limits.cutStrokes || (lines > 0 && strokes >= limits.cutBeside),
  );

const isCrooked = ({ slopes }: QualityNumbers): boolean =>
  slopes.lines >= limits.fewLines && (slopes.left > limits.slope || slopes.spread > limits.spread);

/** Longer than any format of its width: in a feeder one sheet has pulled the next one after it. */
function isTooLong({ longSide, shortSide }: QualityNumbers): boolean {
  const within = ([from, to]: readonly [number, number], side: number) => side >= from && side <= to;
  if (within(limits.wideAsA4, shortSide)) return longSide > limits.folio && !within(limits.legal, longSide);
  return shortSide >= limits.strip && longSide > limits.folio && longSide / shortSide > limits.slender;
}
