// From the detector's probability map to rectangles round lines of text (the post-processing of DBNet).
import type { Point } from '../../core/ports.ts';
import { type Rectangle, smallestRectangle } from './geometry.ts';

export interface TextRegion {
  /** In pixels of the map. */
  readonly rectangle: Rectangle;
  /** Mean probability inside (0..1). */
  readonly score: number;
}

export interface RegionOptions {
  /** A pixel belongs to text from this probability on. */
  readonly pixel: number;
  /** A region is kept from this mean probability on. */
  readonly region: number;
  /** DBNet shrinks text while training; regions grow back by area × unclip ÷ perimeter. */
  readonly unclip: number;
  /** Regions lower than this many pixels of the map are dust. */
  readonly smallest: number;
}

// Values of the paper's reference post-processing (https://arxiv.org/abs/1911.08947), unclip as measured on our scans.
export const regionDefaults: RegionOptions = { pixel: 0.3, region: 0.5, unclip: 1.6, smallest: 3 };

/** Rectangles of text on a probability map of `width` × `height`, grown back to the full height of the letters. */
export function textRegions(
  map: Float32Array,
  width: number,
  height: number,
  options: RegionOptions = regionDefaults,
): TextRegion[] {
  const seen = new Uint8Array(width * height);
  const stack = new Int32Array(width * height);
  const regions: TextRegion[] = [];
  for (let start = 0; start < seen.length; start++) {
    if (seen[start] || map[start]! <= options.pixel) continue;
    const { outline, sum, count } = flood({ map, width, height, seen, stack, pixel: options.pixel }, start);
    const score = sum / count;
    const tight = smallestRectangle(outline);
    if (Math.min(tight.width, tight.height) < options.smallest || score < options.region) continue;
    const grow =
      ((tight.width + 1) * (tight.height + 1) * options.unclip) / (2 * (tight.width + tight.height + 2));
    regions.push({
      rectangle: { ...tight, width: tight.width + 1 + 2 * grow, height: tight.height + 1 + 2 * grow },
      score,
    });
  }
  return regions;
}

interface Flood {
  readonly map: Float32Array;
  readonly width: number;
  readonly height: number;
  readonly seen: Uint8Array;
  readonly stack: Int32Array;
  readonly pixel: number;
}

/** One connected region: only the ends of its rows are kept, they carry the whole hull. */
function flood(f: Flood, start: number): { outline: Point[]; sum: number; count: number } {
  const { map, width, height, seen, stack, pixel } = f;
  const rows = new Map<number, [number, number]>();
  let top = 0;
  let sum = 0;
  let count = 0;
  stack[top++] = start;
  seen[start] = 1;
  while (top > 0) {
    const at = stack[--top]!;
    const x = at % width;
    const y = (at - x) / width;
    sum += map[at]!;
    count++;
    const row = rows.get(y);
    if (!row) rows.set(y, [x, x]);
    else if (x < row[0]) row[0] = x;
    else if (x > row[1]) row[1] = x;
    if (x > 0) top = visit(at - 1, top);
    if (x + 1 < width) top = visit(at + 1, top);
    if (y > 0) top = visit(at - width, top);
    if (y + 1 < height) top = visit(at + width, top);
  }
  const outline: Point[] = [];
  for (const [y, [left, right]] of rows) outline.push({ x: left, y }, { x: right, y });
  return { outline, sum, count };

  function visit(next: number, size: number): number {
    if (seen[next] || map[next]! <= pixel) return size;
    seen[next] = 1;
    stack[size] = next;
    return size + 1;
  }
}
