// What the found lines look like in the picture as it was scanned: their paper, their ink, how sharply one meets the other.
import type { FoundLine, Point } from '../../../core/ports.ts';
import type { RgbImage } from '../raster.ts';

/** One line of text as the scanner saw it. Values 0 (black) .. 255 (white). */
export interface LineSample {
  readonly paper: number;
  readonly ink: number;
  /** Pixels over which ink turns to paper at its sharper edges. */
  readonly edge: number;
  /** Height of the small letters (x-height) in pixels of the scan. */
  readonly letters: number;
}

// The longest lines say enough, and cost the same on every page.
const mostLines = 24;
// The detector's quadrilateral holds ascenders, diacritics and a rim; the small letters are this part of its height.
const lettersOfHeight = 0.32;
// Where small letters are, as parts of the quadrilateral's height.
const paths = [0.4, 0.5, 0.6];
// A line with fewer pixels along it says nothing of its edges.
const fewest = 24;

/** `found`: quadrilaterals in pixels of the small picture; `scale`: pixels of `full` for one of the small picture's. */
export function sampleLines(full: RgbImage, found: readonly FoundLine[], scale: number): LineSample[] {
  return [...found]
    .sort((one, other) => lengthOf(other) - lengthOf(one))
    .slice(0, mostLines)
    .flatMap((line) => sampleOf(full, line, scale) ?? []);
}

function sampleOf(full: RgbImage, { corners }: FoundLine, scale: number): LineSample | null {
  const [a, b, c, d] = corners.map(({ x, y }) => ({ x: x * scale, y: y * scale })) as [
    Point,
    Point,
    Point,
    Point,
  ];
  const values = new Uint32Array(256);
  const steps = new Uint32Array(256);
  let count = 0;
  for (const down of paths) count += walk(full, [between(a, d, down), between(b, c, down)], values, steps);
  if (count < fewest) return null;
  const paper = valueAt(values, count, 0.9);
  const ink = valueAt(values, count, 0.03);
  return {
    paper,
    ink,
    edge: (paper - ink) / Math.max(1, valueAt(steps, count, 0.95)),
    letters: Math.hypot(d.x - a.x, d.y - a.y) * lettersOfHeight,
  };
}

/**
 * Counts the green channel's values pixel by pixel from one point to the other, and the steps between neighbours; how
 * many. Red seals and blue ink are dark in green too.
 */
function walk(
  { width, height, data }: RgbImage,
  [from, to]: readonly [Point, Point],
  values: Uint32Array,
  steps: Uint32Array,
): number {
  const length = Math.max(1, Math.floor(Math.hypot(to.x - from.x, to.y - from.y)));
  const across = (to.x - from.x) / length;
  const down = (to.y - from.y) / length;
  let before = -1;
  let count = 0;
  for (let i = 0; i <= length; i++) {
    const x = Math.round(from.x + across * i);
    const y = Math.round(from.y + down * i);
    if (x < 0 || y < 0 || x >= width || y >= height) continue;
    const value = data[(y * width + x) * 3 + 1]!;
    values[value]!++;
    steps[before < 0 ? 0 : Math.abs(value - before)]!++;
    before = value;
    count++;
  }
  return count;
}

/** The value that this part of all counted values does not exceed. */
function valueAt(histogram: Uint32Array, count: number, part: number): number {
  let left = count * part;
  for (let value = 0; value < histogram.length; value++) {
    left -= histogram[value]!;
    if (left <= 0) return value;
  }
  return histogram.length - 1;
}

const between = (from: Point, to: Point, part: number): Point => ({
  x: from.x + (to.x - from.x) * part,
  y: from.y + (to.y - from.y) * part,
});
const lengthOf = ({ corners: [a, b] }: FoundLine) => Math.hypot(b.x - a.x, b.y - a.y);

/** The middle one of some numbers; 0 of none. */
export function median(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).sort();
  return sorted.length === 0 ? 0 : sorted[Math.floor((sorted.length - 1) / 2)]!;
}
