// Area-averaged resize of a grey picture, for the detector's input.
import type { GreyImage } from '../../core/ports.ts';

/** Each pixel of the result is the mean of the area it covers; `width`, `height` in pixels, usually smaller. */
export function shrinkGrey(page: GreyImage, width: number, height: number): Float32Array {
  const across = spans(page.width, width);
  const down = spans(page.height, height);
  const narrow = new Float32Array(width * page.height);
  for (let y = 0; y < page.height; y++) {
    const base = y * page.width;
    for (let x = 0; x < width; x++) {
      const { first, share } = across[x]!;
      let sum = 0;
      for (let k = 0; k < share.length; k++) sum += page.data[base + first + k]! * share[k]!;
      narrow[y * width + x] = sum;
    }
  }
  const out = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const { first, share } = down[y]!;
    for (let k = 0; k < share.length; k++) {
      const weight = share[k]!;
      const from = (first + k) * width;
      for (let x = 0; x < width; x++) out[y * width + x]! += narrow[from + x]! * weight;
    }
  }
  return out;
}

interface Span {
  readonly first: number;
  readonly share: readonly number[];
}

function spans(from: number, to: number): Span[] {
  const step = from / to;
  return Array.from({ length: to }, (_, i) => {
    const a = i * step;
    const b = Math.min(from, a + step);
    const first = Math.min(from - 1, Math.floor(a));
    const last = Math.max(first, Math.min(from - 1, Math.ceil(b) - 1));
    const share: number[] = [];
    for (let p = first; p <= last; p++) share.push((Math.min(b, p + 1) - Math.max(a, p)) / (b - a));
    return { first, share };
  });
}
