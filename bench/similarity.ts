// Registers one grey picture on another (skew and offset), and measures their structural similarity.

export interface Grey {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Area of the turned scan that the legal copy shows; `inside`: where that area begins on the legal copy. */
export interface Fit extends Area {
  readonly skew: number;
  readonly inside: { readonly left: number; readonly top: number };
}

// (0.01 × 255)² and (0.03 × 255)², Wang et al. 2004.
const C1 = 6.5025;
const C2 = 58.5225;
const WINDOW = 8;
const STEP = 4;
const COARSE = 2;

/** Mean SSIM over 8 × 8 windows; both pictures must have the same size. */
export function ssim(a: Grey, b: Grey): number {
  if (a.width !== b.width || a.height !== b.height) throw new Error('ssim: sizes differ');
  let total = 0;
  let count = 0;
  for (let top = 0; top + WINDOW <= a.height; top += STEP) {
    for (let left = 0; left + WINDOW <= a.width; left += STEP) {
      total += windowSsim(a, b, top * a.width + left);
      count += 1;
    }
  }
  return total / count;
}

function windowSsim(a: Grey, b: Grey, start: number): number {
  let [sumA, sumB, squareA, squareB, product] = [0, 0, 0, 0, 0];
  for (let row = 0; row < WINDOW; row += 1) {
    for (let at = start + row * a.width; at < start + row * a.width + WINDOW; at += 1) {
      const [x, y] = [a.data[at]!, b.data[at]!];
      sumA += x;
      sumB += y;
      squareA += x * x;
      squareB += y * y;
      product += x * y;
    }
  }
  const size = WINDOW * WINDOW;
  const [meanA, meanB] = [sumA / size, sumB / size];
  const [varianceA, varianceB] = [squareA / size - meanA * meanA, squareB / size - meanB * meanB];
  const covariance = product / size - meanA * meanB;
  const light = (2 * meanA * meanB + C1) / (meanA * meanA + meanB * meanB + C1);
  return (light * (2 * covariance + C2)) / (varianceA + varianceB + C2);
}

/**
 * Finds skew (degrees, ±3, to 0.05) and offset (pixels) at which the turned scan looks most like `target`.
 * `turned(skew)` gives the scan turned by so much; its canvas grows round its middle.
 */
export async function bestFit(turned: (skew: number) => Promise<Grey>, target: Grey): Promise<Fit> {
  const rough = await roughFit(turned, target);
  let best: Omit<Fit, 'inside'> & { x: number; y: number; error: number } = {
    ...{ skew: 0, left: 0, top: 0, width: 0, height: 0, x: 0, y: 0 },
    error: Number.POSITIVE_INFINITY,
  };
  for (let step = -6; step <= 6; step += 1) {
    const skew = rough.skew + step * 0.05;
    const page = await turned(skew);
    const middle = {
      x: (page.width - target.width) / 2 + rough.shift.x,
      y: (page.height - target.height) / 2 + rough.shift.y,
    };
    const found = search(page, target, { middle, reach: COARSE + 2, stride: 3 });
    if (found.error >= best.error) continue;
    const [left, top] = [Math.max(0, found.x), Math.max(0, found.y)];
    const width = Math.min(page.width, found.x + target.width) - left;
    const height = Math.min(page.height, found.y + target.height) - top;
    best = { ...found, skew, left, top, width, height };
  }
  const { skew, left, top, width, height, x, y } = best;
  return { skew, left, top, width, height, inside: { left: left - x, top: top - y } };
}

/** Skew to a quarter of a degree, and how far the target lies from the middle of the turned scan, in pixels. */
async function roughFit(turned: (skew: number) => Promise<Grey>, target: Grey) {
  const small = shrink(target, COARSE);
  let best = { skew: 0, shift: { x: 0, y: 0 }, error: Number.POSITIVE_INFINITY };
  for (let skew = -3; skew <= 3.001; skew += 0.25) {
    const page = shrink(await turned(skew), COARSE);
    const middle = { x: (page.width - small.width) / 2, y: (page.height - small.height) / 2 };
    const reach = Math.max(6, Math.abs(middle.x) + 4, Math.abs(middle.y) + 4);
    const { x, y, error } = search(page, small, { middle, reach, stride: 2 });
    const shift = { x: (x - middle.x) * COARSE, y: (y - middle.y) * COARSE };
    if (error < best.error) best = { skew, shift, error };
  }
  return best;
}

export function crop(page: Grey, area: Area): Grey {
  const data = new Uint8Array(area.width * area.height);
  for (let row = 0; row < area.height; row += 1) {
    const from = (area.top + row) * page.width + area.left;
    data.set(page.data.subarray(from, from + area.width), row * area.width);
  }
  return { width: area.width, height: area.height, data };
}

interface Search {
  readonly middle: { readonly x: number; readonly y: number };
  readonly reach: number;
  /** Every how many pixels one is looked at. */
  readonly stride: number;
}

/** Offset of `part` on `page` with the least mean squared difference. */
function search(
  page: Grey,
  part: Grey,
  { middle, reach, stride }: Search,
): { x: number; y: number; error: number } {
  let best = { x: 0, y: 0, error: Number.POSITIVE_INFINITY };
  for (let y = Math.round(middle.y - reach); y <= middle.y + reach; y += 1) {
    for (let x = Math.round(middle.x - reach); x <= middle.x + reach; x += 1) {
      const error = difference(page, part, { x, y, stride });
      if (error < best.error) best = { x, y, error };
    }
  }
  return best;
}

function difference(
  page: Grey,
  part: Grey,
  { x, y, stride }: { x: number; y: number; stride: number },
): number {
  let total = 0;
  let count = 0;
  for (let row = Math.max(0, -y); row < Math.min(part.height, page.height - y); row += stride) {
    for (let column = Math.max(0, -x); column < Math.min(part.width, page.width - x); column += stride) {
      const gap = page.data[(row + y) * page.width + column + x]! - part.data[row * part.width + column]!;
      total += gap * gap;
      count += 1;
    }
  }
  return count === 0 ? Number.POSITIVE_INFINITY : total / count;
}

/** Mean of `factor` × `factor` blocks. */
export function shrink(page: Grey, factor: number): Grey {
  const [width, height] = [Math.floor(page.width / factor), Math.floor(page.height / factor)];
  const data = new Uint8Array(width * height);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      let total = 0;
      for (let y = 0; y < factor; y += 1) {
        const from = (row * factor + y) * page.width + column * factor;
        for (let x = 0; x < factor; x += 1) total += page.data[from + x]!;
      }
      data[row * width + column] = total / (factor * factor);
    }
  }
  return { width, height, data };
}
