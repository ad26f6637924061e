// Area-averaged resize of a grey picture, for the detector's input.
import type { GreyImage } from '../../core/ports.ts';

/**
 * Each pixel of the result is the mean of the area it covers; `width`, `height` in pixels, usually smaller. `out`: where
 * it is written, at least so large.
 */
export function shrinkGrey(
  page: GreyImage,
  width: number,
  height: number,
  out = new Float32Array(width * height),
): Float32Array {
  const across = spans(page.width, width);
  const down = spans(page.height, height);
  const narrow = new Float32Array(width);
  let narrowed = -1;
  for (let y = 0; y < height; y++) {
    const to = out.subarray(y * width, (y + 1) * width);
    to.fill(0);
    for (let k = 0; k < down.counts[y]!; k++) {
      const from = down.firsts[y]! + k;
      // Two rows of the result may share one of the page.
      if (from !== narrowed) narrowRow(page.data.subarray(from * page.width), across, narrow);
      narrowed = from;
      const weight = down.shares[y * down.most + k]!;
      for (let x = 0; x < width; x++) to[x]! += narrow[x]! * weight;
    }
  }
  return out;
}

function narrowRow(row: Uint8Array, { firsts, counts, shares, most }: Spans, out: Float32Array): void {
  for (let x = 0; x < out.length; x++) {
    const first = firsts[x]!;
    const count = counts[x]!;
    let sum = 0;
    for (let k = 0; k < count; k++) sum += row[first + k]! * shares[x * most + k]!;
    out[x] = sum;
  }
}

/** Which pixels each pixel of the result covers, and each one's share of it: `most` places a pixel. */
interface Spans {
  readonly firsts: Int32Array;
  readonly counts: Int32Array;
  readonly shares: Float64Array;
  readonly most: number;
}

function spans(from: number, to: number): Spans {
  const step = from / to;
  const most = Math.ceil(step) + 2;
  const [firsts, counts] = [new Int32Array(to), new Int32Array(to)];
  const shares = new Float64Array(to * most);
  for (let i = 0; i < to; i++) {
    const a = i * step;
    const b = Math.min(from, a + step);
    const first = Math.min(from - 1, Math.floor(a));
    const last = Math.max(first, Math.min(from - 1, Math.ceil(b) - 1));
    firsts[i] = first;
    counts[i] = last - first + 1;
    for (let p = first; p <= last; p++)
      shares[i * most + p - first] = (Math.min(b, p + 1) - Math.max(a, p)) / (b - a);
  }
  return { firsts, counts, shares, most };
}
