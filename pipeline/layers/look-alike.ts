// Whether two pictures of a page look the same at the size of a screen: structural similarity, and colour cell by cell.
import type { RgbImage } from '../clean/raster.ts';

export interface Likeness {
  /** Mean structural similarity of lightness, 1 is the same. */
  readonly similarity: number;
  /** 1 where a cell's mean colour is visibly another. */
  readonly bad: Uint8Array;
  readonly columns: number;
  readonly badCells: number;
}

// (0.01 × 255)² and (0.03 × 255)², Wang et al. 2004; windows of 8 × 8, every 4 pixels.
const C1 = 6.5025;
const C2 = 58.5225;
const window = 8;
const step = 4;
/** Pixels: 3 mm at 100 dpi, about a word. */
export const likenessCell = 12;
/** Mean of a cell, of 255: what an eye sees where two patches touch. */
const apart = 12;

/** Both of the same size. */
export function likeness(one: RgbImage, other: RgbImage): Likeness {
  const [a, b] = [lightness(one), lightness(other)];
  const columns = Math.ceil(one.width / likenessCell);
  const bad = differingCells(one, other, columns);
  const badCells = bad.reduce((sum, cell) => sum + cell, 0);
  return { similarity: similarity(a, b, one), bad, columns, badCells };
}

function lightness({ data }: RgbImage): Float32Array {
  const out = new Float32Array(data.length / 3);
  for (let i = 0; i < out.length; i++)
    out[i] = 0.299 * data[i * 3]! + 0.587 * data[i * 3 + 1]! + 0.114 * data[i * 3 + 2]!;
  return out;
}

function similarity(a: Float32Array, b: Float32Array, { width, height }: RgbImage): number {
  let total = 0;
  let count = 0;
  for (let top = 0; top + window <= height; top += step) {
    for (let left = 0; left + window <= width; left += step, count++)
      total += windowSimilarity(a, b, top * width + left, width);
  }
  return count === 0 ? 1 : total / count;
}

function windowSimilarity(a: Float32Array, b: Float32Array, start: number, width: number): number {
  let [sumA, sumB, squareA, squareB, product] = [0, 0, 0, 0, 0];
  for (let row = start; row < start + window * width; row += width) {
    for (let at = row; at < row + window; at++) {
      const [x, y] = [a[at]!, b[at]!];
      sumA += x;
      sumB += y;
      squareA += x * x;
      squareB += y * y;
      product += x * y;
    }
  }
  const size = window * window;
  const [meanA, meanB] = [sumA / size, sumB / size];
  const varianceA = squareA / size - meanA * meanA;
  const varianceB = squareB / size - meanB * meanB;
  const covariance = product / size - meanA * meanB;
  const light = (2 * meanA * meanB + C1) / (meanA * meanA + meanB * meanB + C1);
  return (light * (2 * covariance + C2)) / (varianceA + varianceB + C2);
}

function differingCells(one: RgbImage, other: RgbImage, columns: number): Uint8Array {
  const { width, height } = one;
  const sums = new Int32Array(columns * Math.ceil(height / likenessCell) * 3);
  const counts = new Uint32Array(sums.length / 3);
  for (let y = 0, at = 0; y < height; y++) {
    const row = Math.floor(y / likenessCell) * columns;
    for (let x = 0; x < width; x++, at += 3) {
      const cell = row + Math.floor(x / likenessCell);
      counts[cell]!++;
      sums[cell * 3]! += one.data[at]! - other.data[at]!;
      sums[cell * 3 + 1]! += one.data[at + 1]! - other.data[at + 1]!;
      sums[cell * 3 + 2]! += one.data[at + 2]! - other.data[at + 2]!;
    }
  }
  return Uint8Array.from(counts, (count, cell) =>
    [0, 1, 2].some((c) => Math.abs(sums[cell * 3 + c]!) > apart * count) ? 1 : 0,
  );
}
