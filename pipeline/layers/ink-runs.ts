// Ink of a page as runs of dark pixels, row by row: a few per cent of the pixels, so everything after it is cheap.
import type { GreyImage } from '../../core/ports.ts';

export interface InkRuns {
  readonly width: number;
  readonly height: number;
  /** Runs `rows[y]` .. `rows[y + 1] - 1` lie in row y, left to right; they never touch. */
  readonly rows: Uint32Array;
  /** First pixel of each run, and the one after its last. */
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** Runs of what is darker than `threshold`. */
export function inkRuns({ width, height, data }: GreyImage, threshold: number): InkRuns {
  const rows = new Uint32Array(height + 1);
  let from = new Int32Array(1 << 16);
  let to = new Int32Array(1 << 16);
  let count = 0;
  for (let y = 0, at = 0; y < height; y++, at += width) {
    for (let x = 0; x < width; x++) {
      if (data[at + x]! >= threshold) continue;
      const start = x++;
      while (x < width && data[at + x]! < threshold) x++;
      if (count === from.length) {
        from = grown(from);
        to = grown(to);
      }
      from[count] = start;
      to[count++] = x;
    }
    rows[y + 1] = count;
  }
  return { width, height, rows, from: from.slice(0, count), to: to.slice(0, count) };
}

function grown(values: Int32Array): Int32Array<ArrayBuffer> {
  const out = new Int32Array(values.length * 2);
  out.set(values);
  return out;
}

/** Number of the component of each run: runs that touch, also corner to corner, are of one. Numbered from 0. */
export function componentsOf({ height, rows, from, to }: InkRuns): { of: Int32Array; count: number } {
  const parent = new Int32Array(from.length);
  for (let i = 0; i < parent.length; i++) parent[i] = i;
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  for (let y = 1; y < height; y++) {
    let above = rows[y - 1]!;
    const end = rows[y]!;
    for (let i = rows[y]!; i < rows[y + 1]!; i++) {
      while (above < end && to[above]! < from[i]!) above++;
      for (let a = above; a < end && from[a]! <= to[i]!; a++) {
        const [one, other] = [root(a), root(i)];
        // The first run of a component names it, so numbers come in reading order.
        if (one < other) parent[other] = one;
        else parent[one] = other;
      }
    }
  }
  let count = 0;
  const of = new Int32Array(from.length);
  for (let i = 0; i < of.length; i++) {
    const top = root(i);
    of[i] = top === i ? count++ : of[top]!;
  }
  return { of, count };
}

/** The runs of the components that are wanted. */
export function onlyRuns(runs: InkRuns, component: Int32Array, wanted: Uint8Array): InkRuns {
  const { width, height, rows, from, to } = runs;
  const kept = new Uint32Array(height + 1);
  const [first, after] = [new Int32Array(from.length), new Int32Array(from.length)];
  let count = 0;
  for (let y = 0; y < height; y++) {
    for (let i = rows[y]!; i < rows[y + 1]!; i++) {
      if (!wanted[component[i]!]) continue;
      first[count] = from[i]!;
      after[count++] = to[i]!;
    }
    kept[y + 1] = count;
  }
  return { width, height, rows: kept, from: first.slice(0, count), to: after.slice(0, count) };
}

/** The picture of the runs: 0 is ink, 255 paper. */
export function drawnRuns({ width, height, rows, from, to }: InkRuns): GreyImage {
  const data = new Uint8Array(width * height).fill(255);
  for (let y = 0; y < height; y++)
    for (let i = rows[y]!; i < rows[y + 1]!; i++) data.fill(0, y * width + from[i]!, y * width + to[i]!);
  return { width, height, data };
}
