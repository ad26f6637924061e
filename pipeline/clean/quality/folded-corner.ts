// A corner of the sheet folded over: a triangle at a corner of the picture in which the scanner's bed is seen.
import type { RgbImage } from '../raster.ts';
import { median } from './line-samples.ts';

// Levels by which the bed differs from the sheet.
const differs = 45;
// Legs of the triangle in millimetres: smaller ones are rounded corners, larger ones a sheet that lay askew.
const smallest = 9;
const largest = 90;
// A sheet's edge and its shadow are dark over a few pixels.
const rim = 4;
// How far the one leg may be from the other, and the slanting edge from a straight line.
const uneven = 3;
const crooked = 0.12;

/** Number of folded corners. `millimetres`: of one pixel of the picture; `paper`: green of the sheet (0..255). */
export function countFoldedCorners(small: RgbImage, millimetres: number, paper: number): number {
  const folded = [false, true].flatMap((right) =>
    [false, true].map((bottom) => isFolded(small, { right, bottom, millimetres, paper })),
  );
  const count = folded.filter(Boolean).length;
  // Three or four: the whole sheet lies at an angle on a dark bed.
  return count > 2 ? 0 : count;
}

interface Corner {
  readonly right: boolean;
  readonly bottom: boolean;
  readonly millimetres: number;
  readonly paper: number;
}

function isFolded(small: RgbImage, corner: Corner): boolean {
  const limit = Math.round(largest / corner.millimetres);
  const runs: number[] = [];
  for (let i = 0; i < Math.min(limit, small.height); i++) {
    const run = bedFrom(small, corner, i, limit);
    if (run < rim) break;
    runs.push(run);
  }
  const across = median(runs.slice(0, 5));
  const down = runs.length;
  const least = smallest / corner.millimetres;
  if (across < least || down < least || across >= limit || down >= limit) return false;
  if (Math.max(across, down) > uneven * Math.min(across, down)) return false;
  const off = runs.map((run, i) => Math.abs(run - across * (1 - i / down)));
  return off.reduce((sum, d) => sum + d, 0) / off.length <= crooked * across;
}

/** Length of the bed in row `i` from the corner's side, in pixels. */
function bedFrom({ width, height, data }: RgbImage, corner: Corner, i: number, limit: number): number {
  const y = corner.bottom ? height - 1 - i : i;
  let run = 0;
  for (; run < Math.min(limit, width); run++) {
    const x = corner.right ? width - 1 - run : run;
    const green = data[(y * width + x) * 3 + 1]!;
    if (Math.abs(green - corner.paper) < differs) break;
  }
  return run;
}
