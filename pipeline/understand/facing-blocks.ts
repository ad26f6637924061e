// Two blocks of one form side by side ("Họ tên vợ: …" | "Họ tên chồng: …"): each is read to its end, not row by row.
import type { Segment } from './page-layout.ts';

/** Two lines that open with the same label, one in each block. */
interface Pair {
  readonly key: string;
  readonly left: number;
  readonly right: number;
  readonly from: number;
  readonly to: number;
}

/** How far left edges of one block differ, fraction of the page width. */
const ragged = 0.02;
const near = (a: number, b: number): boolean => Math.abs(a - b) < ragged;

/** Folded label that opens a line, up to its colon; empty where the line opens with none. */
function openingLabel(segment: Segment): string {
  const end = segment.tokens.slice(0, 9).findIndex((token) => /:$/.test(token.text));
  return segment.tokens
    .slice(0, end + 1)
    .map((token) => token.key)
    .join('');
}

/** The same label opens a line left and a line right, not more than three rows apart. */
function pairsOf(rows: readonly (readonly Segment[])[]): Pair[] {
  const opened = rows
    .flatMap((row, at) => row.map((segment) => ({ segment, at, key: openingLabel(segment) })))
    .filter((line) => line.key.length > 3);
  return opened.flatMap((a) =>
    opened
      .filter((b) => b.key === a.key && b.segment.x0 > a.segment.x1 - 0.01 && Math.abs(a.at - b.at) < 4)
      .map((b) => ({
        key: a.key,
        left: a.segment.x0,
        right: b.segment.x0,
        from: Math.min(a.at, b.at),
        to: Math.max(a.at, b.at),
      })),
  );
}

/** Does every segment of a row lie in one of the two blocks, one of them at its block's edge? */
const fits = (row: readonly Segment[], { left, right }: Pair): boolean =>
  row.every(
    (segment) =>
      segment.x0 > right - ragged || (segment.x0 > left - ragged && segment.x1 < right - ragged / 4),
  ) && row.some((segment) => near(segment.x0, left) || near(segment.x0, right));

/** The rows round a pair that belong to its blocks; null where a row between crosses from one into the other. */
function regionOf(rows: readonly (readonly Segment[])[], pair: Pair): { from: number; to: number } | null {
  if (!rows.slice(pair.from, pair.to + 1).every((row) => fits(row, pair))) return null;
  const follows = (above: readonly Segment[] = [], below: readonly Segment[] = []): boolean => {
    const [end, start] = [
      Math.max(...above.map((segment) => segment.y1)),
      Math.min(...below.map((segment) => segment.y0)),
    ];
    const pitch = Math.max(...above.map((segment) => segment.y1 - segment.y0));
    return start - end < 1.5 * pitch;
  };
  let { from, to } = pair;
  while (from > 0 && fits(rows[from - 1] ?? [], pair) && follows(rows[from - 1], rows[from])) from -= 1;
  while (to + 1 < rows.length && fits(rows[to + 1] ?? [], pair) && follows(rows[to], rows[to + 1])) to += 1;
  return { from, to };
}

/** Rows of one block; its lines learn where the block ends on the right. */
function blockRows(
  rows: readonly (readonly Segment[])[],
  inside: (segment: Segment) => boolean,
): Segment[][] {
  const own = rows.map((row) => row.filter(inside)).filter((row) => row.length > 0);
  const right = Math.max(...own.flat().map((segment) => segment.x1));
  for (const segment of own.flat()) segment.columnRight = right;
  return own;
}

/**
 * Rows in reading order: where two facing blocks print the same labels (two or more of them), the left block's rows
 * come before the right one's.
 */
export function partBlocks(rows: readonly (readonly Segment[])[]): (readonly Segment[])[] {
  const pairs = pairsOf(rows);
  for (const pair of pairs) {
    const region = regionOf(rows, pair);
    const labels = pairs.filter(
      (other) =>
        region !== null &&
        other.from >= region.from &&
        other.to <= region.to &&
        near(other.left, pair.left) &&
        near(other.right, pair.right),
    );
    if (!region || new Set(labels.map((other) => other.key)).size < 2) continue;
    const within = rows.slice(region.from, region.to + 1);
    const isRight = (segment: Segment): boolean => segment.x0 > pair.right - ragged;
    return [
      ...rows.slice(0, region.from),
      ...blockRows(within, (segment) => !isRight(segment)),
      ...blockRows(within, isRight),
      ...partBlocks(rows.slice(region.to + 1)),
    ];
  }
  return [...rows];
}
