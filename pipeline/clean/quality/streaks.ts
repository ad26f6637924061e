// Lines that run through the whole scan from border to border: dust on a feeder's glass, or a dead sensor element.
import type { RgbImage } from '../raster.ts';

// The scan is looked at in so many stretches; a streak shows in nearly all of them, print and tables do not.
const stretches = 16;
const silent = 1;
const thinned = 3;
// Levels by which a streak differs from the paper on either side of it.
const least = 9;
// Where the paper on either side is looked at, in pixels from the streak.
const beside = [4, 5, 6, 7];
// The outermost parts of the picture hold the sheet's edges and their shadows.
const outer = 0.04;

/**
 * Number of streaks. `small`: the scan as it lies, long side about 1,500 pixels, turned by nothing: on a picture that
 * was turned by a fraction of a degree a streak is no straight column any more.
 */
export function countStreaks(small: RgbImage): number {
  return streaksIn(columnMeans(small, false)) + streaksIn(columnMeans(small, true));
}

/** Mean of the green channel of each column (`flat`: of each row) in each stretch; every third pixel along it is enough. */
function columnMeans({ width, height, data }: RgbImage, flat: boolean): Float32Array[] {
  const [across, along] = flat ? [height, width] : [width, height];
  const [stepAcross, stepAlong] = flat ? [width * 3, 3] : [3, width * 3];
  return Array.from({ length: stretches }, (_, stretch) => {
    const from = Math.floor((along * stretch) / stretches);
    const to = Math.floor((along * (stretch + 1)) / stretches);
    const means = new Float32Array(across);
    const each = 1 / Math.max(1, Math.ceil((to - from) / thinned));
    if (flat) {
      for (let i = 0; i < across; i++) {
        let sum = 0;
        for (let k = from; k < to; k += thinned) sum += data[i * stepAcross + k * stepAlong + 1]!;
        means[i] = sum * each;
      }
    } else {
      for (let k = from; k < to; k += thinned)
        for (let i = 0; i < across; i++) means[i]! += data[k * stepAlong + i * stepAcross + 1]! * each;
    }
    return means;
  });
}

function streaksIn(means: readonly Float32Array[]): number {
  const across = means[0]!.length;
  const from = Math.ceil(across * outer);
  let streaks = 0;
  for (let x = from; x < across - from; x++) {
    if (!differs(means, x)) continue;
    streaks++;
    // The same streak is a few columns wide.
    x += beside.at(-1)!;
  }
  return streaks;
}

/** Darker than both sides in nearly every stretch, or brighter; the ends count most: print never reaches them. */
function differs(means: readonly Float32Array[], x: number): boolean {
  for (const sign of [1, -1]) {
    const missing = means.filter((mean) => !standsOut(mean, x, sign));
    const atEnds = standsOut(means[0]!, x, sign) && standsOut(means.at(-1)!, x, sign);
    if (missing.length <= silent && atEnds) return true;
  }
  return false;
}

function standsOut(mean: Float32Array, x: number, sign: number): boolean {
  let left = 0;
  let right = 0;
  for (const d of beside) {
    left += mean[x - d]! / beside.length;
    right += mean[x + d]! / beside.length;
  }
  return Math.min(sign * (left - mean[x]!), sign * (right - mean[x]!)) > least;
}
