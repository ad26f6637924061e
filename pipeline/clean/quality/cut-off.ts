// Does print run out of the picture? Strokes that end at the picture's border are letters the scan has cut through.
import type { FoundLine, GreyImage } from '../../../core/ports.ts';
import type { Trim } from '../crop.ts';

export type Side = 'left' | 'top' | 'right' | 'bottom';

export interface BorderPrint {
  /** Found lines that run across this border and have ink on it. */
  readonly lines: number;
  /** Strokes of ink that end on this border. */
  readonly strokes: number;
}

// Flattened value below which a pixel is ink, all the way in from the border.
const ink = 150;
// Rows of pixels in from the border that a cut stroke darkens: 0.4 mm on A4.
const deep = 2;
// A stroke of print is narrower than this (2.5 mm); an edge, a shadow or a stripe is not.
const widest = 12;
// A line touches a border when its quadrilateral comes this near, in pixels.
const near = 8;

/** One side of the picture with its pixels as rows along the border: `value(0, i)` lies on the border. */
interface Border {
  readonly length: number;
  value(deep: number, i: number): number;
  /** Where along the border the line meets it; null where it does not. */
  meets(line: FoundLine): readonly [from: number, to: number] | null;
}

const sides: readonly Side[] = ['left', 'top', 'right', 'bottom'];

/**
 * What ends at each border of the picture. `small`: flattened grey of the scan as it lies; `trim`: dark borders cut off
 * before: there the paper's own edge was seen, nothing is missing.
 */
export function printAtBorders(
  small: GreyImage,
  found: readonly FoundLine[],
  trim: Trim,
): Map<Side, BorderPrint> {
  const seen = new Map<Side, BorderPrint>();
  for (const side of sides) {
    if (trim[side] > 0) continue;
    const border = borderOf(small, side);
    const strokes = strokesAt(border);
    const lines = found.filter((line) => {
      const place = border.meets(line);
      return place !== null && strokes.some(({ from, to }) => to >= place[0] && from <= place[1]);
    });
    seen.set(side, { lines: lines.length, strokes: strokes.length });
  }
  return seen;
}

function strokesAt(border: Border): { from: number; to: number }[] {
  const strokes: { from: number; to: number }[] = [];
  let from = -1;
  for (let i = 0; i <= border.length; i++) {
    const dark = i < border.length && isDark(border, i);
    if (dark && from < 0) from = i;
    if (dark || from < 0) continue;
    if (i - from <= widest) strokes.push({ from, to: i - 1 });
    from = -1;
  }
  return strokes;
}

function isDark(border: Border, i: number): boolean {
  for (let d = 0; d < deep; d++) if (border.value(d, i) >= ink) return false;
  return true;
}

function borderOf({ width, height, data }: GreyImage, side: Side): Border {
  const flat = side === 'top' || side === 'bottom';
  const far = side === 'right' || side === 'bottom';
  const depth = flat ? height : width;
  const inwards = (d: number) => (far ? depth - 1 - d : d);
  return {
    length: flat ? width : height,
    value: (d, i) => (flat ? data[inwards(d) * width + i]! : data[i * width + inwards(d)]!),
    meets: ({ corners }) => {
      const across = corners.map(({ x, y }) => (flat ? y : x));
      const along = corners.map(({ x, y }) => (flat ? x : y));
      const reached = far ? depth - 1 - Math.max(...across) <= near : Math.min(...across) <= near;
      return reached ? [Math.min(...along), Math.max(...along)] : null;
    },
  };
}
