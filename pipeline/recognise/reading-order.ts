// From lines as found to lines in reading order: pieces of one printed line joined, columns kept apart.
import type { FoundLine } from '../../core/ports.ts';

export interface Placed<T> {
  readonly item: T;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Axis-parallel extent of a found line. */
export function place<T extends { line: FoundLine }>(item: T): Placed<T> {
  const xs = item.line.corners.map((c) => c.x);
  const ys = item.line.corners.map((c) => c.y);
  return {
    item,
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  };
}

const middle = (p: Placed<unknown>) => (p.top + p.bottom) / 2;
const height = (p: Placed<unknown>) => p.bottom - p.top;

/**
 * Rows from top to bottom, each with its pieces from left to right. A piece belongs to a row when their middles are
 * closer than half the lower one's height.
 */
export function rowsOf<T>(pieces: readonly Placed<T>[]): Placed<T>[][] {
  const rows: Placed<T>[][] = [];
  for (const piece of [...pieces].sort((a, b) => middle(a) - middle(b))) {
    const row = rows.findLast((r) => fits(r, piece));
    if (row) row.push(piece);
    else rows.push([piece]);
  }
  for (const row of rows) row.sort((a, b) => a.left - b.left);
  return rows.sort((a, b) => meanMiddle(a) - meanMiddle(b));
}

const meanMiddle = (row: readonly Placed<unknown>[]) => row.reduce((n, p) => n + middle(p), 0) / row.length;

function fits(row: readonly Placed<unknown>[], piece: Placed<unknown>): boolean {
  return row.every((p) => {
    const near = Math.abs(middle(p) - middle(piece)) < 0.5 * Math.min(height(p), height(piece));
    const beside =
      Math.min(p.right, piece.right) - Math.max(p.left, piece.left) <
      0.5 * Math.min(height(p), height(piece));
    return near && beside;
  });
}

/**
 * Reading order: runs of neighbouring rows that have a common empty gutter are read column by column (the two heads of
 * a letter, two signature blocks, a table of two people), everything else row by row.
 */
export function readingOrder<T>(pieces: readonly Placed<T>[]): Placed<T>[] {
  const rows = rowsOf(pieces);
  const out: Placed<T>[] = [];
  for (let i = 0; i < rows.length; ) {
    const columns = columnRun(rows, i);
    if (columns) {
      out.push(...columns.left, ...columns.right);
      i = columns.next;
    } else out.push(...rows[i++]!);
  }
  return out;
}

interface Columns<T> {
  readonly left: Placed<T>[];
  readonly right: Placed<T>[];
  readonly next: number;
}

/** The longest run of rows from `start` split by one gutter, where both sides have pieces in at least two rows. */
function columnRun<T>(rows: readonly Placed<T>[][], start: number): Columns<T> | null {
  let low = Number.NEGATIVE_INFINITY;
  let high = Number.POSITIVE_INFINITY;
  const left: Placed<T>[] = [];
  const right: Placed<T>[] = [];
  let next = start;
  let paired = 0;
  for (; next < rows.length; next++) {
    const row = rows[next]!;
    const split = splitRow(row, low, high, paired > 0);
    if (!split) break;
    low = Math.max(low, split.low);
    high = Math.min(high, split.high);
    left.push(...split.left);
    right.push(...split.right);
    if (split.left.length && split.right.length) paired++;
  }
  if (paired < 1 || left.length < 2 || right.length < 2 || next - start < 2) return null;
  return { left, right, next };
}

function splitRow<T>(row: readonly Placed<T>[], low: number, high: number, started: boolean) {
  if (row.length > 2) return null;
  const [a, b] = row;
  if (a && b) {
    const gap = b.left - a.right;
    if (gap < 0.5 * height(a)) return null;
    if (Math.max(low, a.right) >= Math.min(high, b.left)) return null;
    return { left: [a], right: [b], low: a.right, high: b.left };
  }
  if (!a || !started) return null;
  if (a.right <= high && a.right < (low + high) / 2)
    return { left: [a], right: [], low: a.right, high: Number.POSITIVE_INFINITY };
  if (a.left >= low && a.left > (low + high) / 2)
    return { left: [], right: [a], low: Number.NEGATIVE_INFINITY, high: a.left };
  return null;
}
