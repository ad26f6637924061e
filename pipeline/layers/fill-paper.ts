// Takes the strokes out of the colour layer: their places get the colour of what lies around them.
import type { RgbImage } from '../clean/raster.ts';
import type { InkRuns } from './ink-runs.ts';

// Of the colour layer: half a millimetre at 200 dpi.
const cellShift = 2;
const cell = 1 << cellShift;
// The rim of a stroke, in pixels of the page: lighter than its core, and seen as a ghost if it stayed.
const rim = 1.5;

interface Level {
  readonly columns: number;
  readonly rows: number;
  readonly sums: Float32Array;
  readonly counts: Float32Array;
}

/** 1 where a stroke or its rim lies, on a grid of `width` × `height` over the page. */
export function strokePlaces(inks: readonly InkRuns[], width: number, height: number): Uint8Array {
  const out = new Uint8Array(width * height);
  for (const runs of inks) {
    const [across, down] = [width / runs.width, height / runs.height];
    for (let y = 0; y < runs.height; y++) {
      const top = Math.max(0, Math.floor((y + 0.5 - rim) * down));
      const bottom = Math.min(height - 1, Math.floor((y + 0.5 + rim) * down));
      for (let i = runs.rows[y]!; i < runs.rows[y + 1]!; i++) {
        const first = Math.max(0, Math.floor((runs.from[i]! + 0.5 - rim) * across));
        const last = Math.min(width - 1, Math.floor((runs.to[i]! - 0.5 + rim) * across));
        for (let row = top; row <= bottom; row++) out.fill(1, row * width + first, row * width + last + 1);
      }
    }
  }
  return out;
}

/** The picture with the places filled in: by the mean of their cell, of a larger one where a cell is all stroke. */
export function fillPlaces(image: RgbImage, places: Uint8Array): RgbImage {
  const { width, height } = image;
  const finest = cellMeans(image, places);
  const levels = [finest];
  for (let level = finest; level.columns > 1 || level.rows > 1; ) {
    level = coarser(level);
    levels.push(level);
  }
  const data = new Uint8Array(image.data);
  for (let at = places.indexOf(1); at >= 0; at = places.indexOf(1, at + 1)) {
    const y = Math.floor(at / width);
    let [column, row, depth] = [(at - y * width) >> cellShift, y >> cellShift, 0];
    while (depth < levels.length - 1 && levels[depth]!.counts[row * levels[depth]!.columns + column] === 0) {
      column >>= 1;
      row >>= 1;
      depth++;
    }
    const { columns, sums, counts } = levels[depth]!;
    const from = row * columns + column;
    const count = counts[from]!;
    data[at * 3] = count === 0 ? 255 : sums[from * 3]! / count;
    data[at * 3 + 1] = count === 0 ? 255 : sums[from * 3 + 1]! / count;
    data[at * 3 + 2] = count === 0 ? 255 : sums[from * 3 + 2]! / count;
  }
  return { width, height, data };
}

/** Sums of the paper in the cells that hold a stroke; nobody asks for the others. */
function cellMeans({ width, height, data }: RgbImage, places: Uint8Array): Level {
  const [columns, rows] = [Math.ceil(width / cell), Math.ceil(height / cell)];
  const sums = new Float32Array(columns * rows * 3);
  const counts = new Float32Array(columns * rows);
  const seen = new Uint8Array(columns * rows);
  for (let first = places.indexOf(1); first >= 0; first = places.indexOf(1, first + 1)) {
    const line = Math.floor(first / width);
    const [column, row] = [(first - line * width) >> cellShift, line >> cellShift];
    const to = row * columns + column;
    if (seen[to] !== 0) continue;
    seen[to] = 1;
    for (let y = row * cell; y < Math.min(height, (row + 1) * cell); y++) {
      const end = y * width + Math.min(width, (column + 1) * cell);
      for (let at = y * width + column * cell; at < end; at++) {
        if (places[at] !== 0) continue;
        counts[to]!++;
        sums[to * 3]! += data[at * 3]!;
        sums[to * 3 + 1]! += data[at * 3 + 1]!;
        sums[to * 3 + 2]! += data[at * 3 + 2]!;
      }
    }
  }
  return { columns, rows, sums, counts };
}

/** Each cell the mean of four, every one of them counting once. */
function coarser(finer: Level): Level {
  const [columns, rows] = [Math.ceil(finer.columns / 2), Math.ceil(finer.rows / 2)];
  const sums = new Float32Array(columns * rows * 3);
  const counts = new Float32Array(columns * rows);
  for (let y = 0; y < finer.rows; y++) {
    for (let x = 0; x < finer.columns; x++) {
      const from = y * finer.columns + x;
      const count = finer.counts[from]!;
      if (count === 0) continue;
      const to = (y >> 1) * columns + (x >> 1);
      counts[to]!++;
      for (let c = 0; c < 3; c++) sums[to * 3 + c]! += finer.sums[from * 3 + c]! / count;
    }
  }
  return { columns, rows, sums, counts };
}
