// The reader's copy: light flattened by dividing through an estimate of the paper, coloured ink removed.
import type { GreyImage } from '../../core/ports.ts';
import type { RgbImage } from './raster.ts';

/** Background of one colour channel on a coarse grid. */
export interface Ground {
  readonly columns: number;
  readonly rows: number;
  readonly cell: number;
  /** Per channel, value of the paper (1..255) at the centre of each cell. */
  readonly channels: readonly [Float32Array, Float32Array, Float32Array];
}

/**
 * Estimates the paper's own colour all over the page: the bright end of small cells, closed over print that fills a
 * cell, smoothed. `cell` in pixels; 1.3 mm is wider than any stroke of text.
 */
export function estimateGround(page: RgbImage, cell: number): Ground {
  const columns = Math.ceil(page.width / cell);
  const rows = Math.ceil(page.height / cell);
  const bright = [0, 1, 2].map((c) => brightOfCells(page, c, cell)) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  const channels = bright.map((grid) => smooth(close(grid, columns, rows, 2), columns, rows)) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  return { columns, rows, cell, channels };
}

/** Mean of the brightest quarter of each cell's pixels: paper, without following single noisy pixels. */
function brightOfCells(page: RgbImage, channel: number, cell: number): Float32Array {
  const columns = Math.ceil(page.width / cell);
  const rows = Math.ceil(page.height / cell);
  const out = new Float32Array(columns * rows);
  const histogram = new Uint32Array(256);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      histogram.fill(0);
      const bottom = Math.min(page.height, (r + 1) * cell);
      const right = Math.min(page.width, (c + 1) * cell);
      let count = 0;
      for (let y = r * cell; y < bottom; y += 2) {
        for (let x = c * cell; x < right; x += 2) {
          histogram[page.data[(y * page.width + x) * 3 + channel]!]!++;
          count++;
        }
      }
      out[r * columns + c] = brightMean(histogram, Math.max(1, count >> 2));
    }
  }
  return out;
}

function brightMean(histogram: Uint32Array, wanted: number): number {
  let left = wanted;
  let sum = 0;
  for (let v = 255; v >= 0 && left > 0; v--) {
    const take = Math.min(left, histogram[v]!);
    sum += take * v;
    left -= take;
  }
  return Math.max(1, sum / wanted);
}

/** Morphological closing (dilate, then erode) with a square of 2·radius+1 cells: fills what print darkened. */
function close(grid: Float32Array, columns: number, rows: number, radius: number): Float32Array {
  const across = { lines: rows, length: columns, step: 1, stride: columns, radius };
  const down = { lines: columns, length: rows, step: columns, stride: 1, radius };
  const dilated = extreme(extreme(grid, across, 1), down, 1);
  return extreme(extreme(dilated, across, -1), down, -1);
}

interface Sweep {
  readonly lines: number;
  /** Cells of a line. */
  readonly length: number;
  /** From one cell of a line to the next. */
  readonly step: number;
  /** From one line to the next. */
  readonly stride: number;
  readonly radius: number;
}

/** The largest (`sign` 1) or smallest (-1) value within the radius along each line. */
function extreme(grid: Float32Array, sweep: Sweep, sign: 1 | -1): Float32Array {
  const { lines, length, step, stride, radius } = sweep;
  const out = new Float32Array(grid.length);
  for (let line = 0; line < lines; line++) {
    const base = line * stride;
    for (let i = 0; i < length; i++) {
      let v = grid[base + i * step]!;
      const last = Math.min(length - 1, i + radius);
      for (let k = Math.max(0, i - radius); k <= last; k++) {
        const other = grid[base + k * step]!;
        if (sign > 0 ? other > v : other < v) v = other;
      }
      out[base + i * step] = v;
    }
  }
  return out;
}

/** 3 × 3 mean. */
function smooth(grid: Float32Array, columns: number, rows: number): Float32Array {
  const out = new Float32Array(grid.length);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      let sum = 0;
      let count = 0;
      for (let y = Math.max(0, r - 1); y <= Math.min(rows - 1, r + 1); y++) {
        for (let x = Math.max(0, c - 1); x <= Math.min(columns - 1, c + 1); x++) {
          sum += grid[y * columns + x]!;
          count++;
        }
      }
      out[r * columns + c] = sum / count;
    }
  }
  return out;
}

/**
 * Grey picture of the black print alone: each channel divided by the paper's, then the brightest channel taken, in
 * which red and violet seals and blue ink are nearly paper. Values 0 (ink) .. 255 (paper).
 */
export function flattenToGrey(page: RgbImage, ground: Ground, ink: 'black' | 'all'): GreyImage {
  const { width, height } = page;
  const data = new Uint8Array(page.data.buffer, page.data.byteOffset, page.data.byteLength);
  const out = new Uint8Array(width * height);
  const gains = ground.channels.map((grid) => grid.map((v) => 255 / v));
  const columns = new Float32Array(ground.columns);
  const rows = gains.map(() => new Float32Array(width));
  const flattenRow = ink === 'black' ? brightestOfRow : darkestOfRow;
  for (let y = 0; y < height; y++) {
    for (let c = 0; c < rows.length; c++) {
      gainsAtRow(gains[c]!, ground, y, columns);
      spreadColumns(columns, ground.cell, rows[c]!);
    }
    flattenRow(data.subarray(y * width * 3), rows, out.subarray(y * width, (y + 1) * width));
  }
  return { width, height, data: out };
}

type FlattenRow = (pixels: Uint8Array, gains: readonly Float32Array[], out: Uint8Array) => void;

/** Two loops and no choice in them: they see every pixel of every page. */
const brightestOfRow: FlattenRow = (pixels, [red, green, blue], out) => {
  for (let x = 0, at = 0; x < out.length; x++, at += 3) {
    let v = pixels[at]! * red![x]!;
    const g = pixels[at + 1]! * green![x]!;
    const b = pixels[at + 2]! * blue![x]!;
    if (g > v) v = g;
    if (b > v) v = b;
    out[x] = v > 255 ? 255 : v;
  }
};

const darkestOfRow: FlattenRow = (pixels, [red, green, blue], out) => {
  for (let x = 0, at = 0; x < out.length; x++, at += 3) {
    let v = pixels[at]! * red![x]!;
    const g = pixels[at + 1]! * green![x]!;
    const b = pixels[at + 2]! * blue![x]!;
    if (g < v) v = g;
    if (b < v) v = b;
    out[x] = v > 255 ? 255 : v;
  }
};

/** Gains of one row of the page at the centres of the cells' columns. */
function gainsAtRow(gain: Float32Array, { columns, rows, cell }: Ground, y: number, out: Float32Array): void {
  const at = Math.min(rows - 1, Math.max(0, (y + 0.5) / cell - 0.5));
  const above = Math.floor(at);
  const below = Math.min(rows - 1, above + 1);
  const share = at - above;
  for (let c = 0; c < columns; c++)
    out[c] = gain[above * columns + c]! * (1 - share) + gain[below * columns + c]! * share;
}

/** Straight lines between the centres of neighbouring columns. */
function spreadColumns(columns: Float32Array, cell: number, out: Float32Array): void {
  let x = 0;
  for (let c = 0; c < columns.length; c++) {
    const from = columns[c]!;
    const to = columns[Math.min(columns.length - 1, c + 1)]!;
    const centre = (c + 0.5) * cell - 0.5;
    const end = c === columns.length - 1 ? out.length : Math.min(out.length, Math.ceil(centre + cell));
    const slope = (to - from) / cell;
    for (; x < end; x++) out[x] = x <= centre ? from : from + (x - centre) * slope;
  }
}
