// The last tenths of a degree: the angle at which the ink of the lines piles up sharpest.
import type { GreyImage } from '../../core/ports.ts';

export interface LevelSearch {
  /** Degrees clockwise to start from. */
  readonly around: number;
  /** Degrees searched to either side. */
  readonly reach: number;
  /** Degrees between two tries. */
  readonly step: number;
}

/**
 * Degrees clockwise by which the page must be turned to make its lines level, near `around`. Works on row sums of ink
 * sheared by the angle (Postl's criterion: the sum of squared differences of neighbouring rows is largest when level).
 * `page`: flattened grey, 0 ink .. 255 paper, long side about 1,500 pixels.
 */
export function levelAngle(page: GreyImage, search: LevelSearch): number {
  const ink = inkPoints(page);
  if (ink.x.length < 500) return search.around;
  let best = search.around;
  let bestScore = -1;
  const steps = Math.round(search.reach / search.step);
  const scores: number[] = [];
  for (let i = -steps; i <= steps; i++) {
    const angle = search.around + i * search.step;
    const score = sharpness(ink, page, angle);
    scores.push(score);
    if (score > bestScore) {
      bestScore = score;
      best = angle;
    }
  }
  return best;
}

interface Ink {
  readonly x: Uint16Array;
  readonly y: Uint16Array;
}

function inkPoints(page: GreyImage): Ink {
  // Scanner edges and punch holes lie in the margins; lines do not.
  const marginX = Math.round(page.width * 0.04);
  const marginY = Math.round(page.height * 0.03);
  const size = Math.max(0, page.width - 2 * marginX) * Math.max(0, page.height - 2 * marginY);
  const xs = new Uint16Array(size);
  const ys = new Uint16Array(size);
  let count = 0;
  for (let y = marginY; y < page.height - marginY; y++) {
    for (let x = marginX; x < page.width - marginX; x++) {
      if (page.data[y * page.width + x]! >= 150) continue;
      xs[count] = x;
      ys[count++] = y;
    }
  }
  return { x: xs.subarray(0, count), y: ys.subarray(0, count) };
}

function sharpness(ink: Ink, page: GreyImage, angle: number): number {
  const slope = Math.tan((angle * Math.PI) / 180);
  const shift = Math.ceil(Math.abs(slope) * page.width) + 1;
  const rows = new Float64Array(page.height + 2 * shift + 1);
  for (let i = 0; i < ink.x.length; i++) {
    const row = ink.y[i]! + ink.x[i]! * slope + shift;
    const low = Math.floor(row);
    const part = row - low;
    rows[low]! += 1 - part;
    rows[low + 1]! += part;
  }
  let sum = 0;
  for (let i = 1; i < rows.length; i++) {
    const d = rows[i]! - rows[i - 1]!;
    sum += d * d;
  }
  return sum;
}
