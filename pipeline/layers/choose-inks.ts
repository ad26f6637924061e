// Which strokes of a page one colour can paint: marks that are dark enough, grouped by the colour they have.
import type { GreyImage } from '../../core/ports.ts';
import type { RgbImage } from '../clean/raster.ts';
import { componentsOf, type InkRuns, onlyRuns } from './ink-runs.ts';

/** Components of a page's dark strokes with their mean colours. */
export interface Strokes {
  readonly runs: InkRuns;
  /** Component of each run. */
  readonly of: Int32Array;
  readonly count: number;
  readonly pixels: Uint32Array;
  /** Three values a component. */
  readonly colours: Float32Array;
}

export interface Ink {
  readonly runs: InkRuns;
  readonly colour: readonly [number, number, number];
}

// On the flattened picture of black print; the rim of a stroke is lighter than its core and mixed with paper.
const coreBelow = 60;
const leastCore = 3;
/** Square inches; smaller specks are grain, and cost more bits than they show. */
const leastArea = 0.75e-4;
/** A component this far from the ink's lightness or hue stays in the colour layer. */
const lightnessApart = 32;
const hueApart = 16;
/** A coloured ink stays in the colour layer: in the picture of black print its strokes are there in part only. */
const mostColour = 36;
const bin = 8;
const mostInks = 3;
/** An ink of fewer pixels than this share of all the strokes is not worth a layer. */
const leastShare = 0.04;

const luma = (r: number, g: number, b: number): number => 0.299 * r + 0.587 * g + 0.114 * b;

/** `black`: the flattened picture of black print, of the size of `page`; `runs`: its dark pixels. */
export function strokesOf(runs: InkRuns, page: RgbImage, black: GreyImage): Strokes {
  const { of, count } = componentsOf(runs);
  const pixels = new Uint32Array(count);
  const cores = new Uint32Array(count);
  const [all, core] = [new Float64Array(count * 3), new Float64Array(count * 3)];
  const { rows, from, to, width, height } = runs;
  for (let y = 0; y < height; y++) {
    for (let i = rows[y]!; i < rows[y + 1]!; i++) {
      const c = of[i]! * 3;
      for (let at = y * width + from[i]!; at < y * width + to[i]!; at++) {
        const sums = black.data[at]! < coreBelow ? core : all;
        if (sums === core) cores[of[i]!]!++;
        sums[c]! += page.data[at * 3]!;
        sums[c + 1]! += page.data[at * 3 + 1]!;
        sums[c + 2]! += page.data[at * 3 + 2]!;
      }
      pixels[of[i]!]! += to[i]! - from[i]!;
    }
  }
  const colours = new Float32Array(count * 3);
  for (let k = 0; k < count; k++) {
    const own = cores[k]! >= leastCore;
    const n = own ? cores[k]! : pixels[k]!;
    for (let c = k * 3; c < k * 3 + 3; c++) colours[c] = (own ? core[c]! : all[c]! + core[c]!) / n;
  }
  return { runs, of, count, pixels, colours };
}

/** Up to three inks, the one with most strokes first; `left`: components that may be taken (1) or not (0). */
export function chooseInks(strokes: Strokes, dpi: number, left: Uint8Array): Ink[] {
  const { runs, of, count, pixels } = strokes;
  const free = Uint8Array.from(left);
  let total = 0;
  for (let k = 0; k < count; k++) {
    if (pixels[k]! < leastArea * dpi * dpi) free[k] = 0;
    if (free[k]) total += pixels[k]!;
  }
  const inks: Ink[] = [];
  for (let round = 0; round < mostInks; round++) {
    const colour = commonColour(strokes, free);
    const taken = new Uint8Array(count);
    let size = 0;
    for (let k = 0; k < count; k++) {
      if (!free[k] || !near(strokes.colours, k, colour)) continue;
      taken[k] = 1;
      free[k] = 0;
      size += pixels[k]!;
    }
    if (size === 0 || size < total * leastShare) break;
    if (Math.max(...colour) - Math.min(...colour) > mostColour) continue;
    inks.push({ runs: onlyRuns(runs, of, taken), colour: rounded(colour) });
  }
  return inks;
}

type Colour = readonly [number, number, number];
const rounded = ([r, g, b]: Colour): Colour => [Math.round(r), Math.round(g), Math.round(b)];

/** Mean colour of the strokes whose lightness is the commonest. */
function commonColour({ count, pixels, colours }: Strokes, free: Uint8Array): Colour {
  const lightness = (k: number) => luma(colours[k * 3]!, colours[k * 3 + 1]!, colours[k * 3 + 2]!);
  const bins = new Float64Array(256 / bin + 2);
  for (let k = 0; k < count; k++) if (free[k]) bins[1 + Math.floor(lightness(k) / bin)]! += pixels[k]!;
  let best = 1;
  const weight = (b: number) => bins[b - 1]! + bins[b]! + bins[b + 1]!;
  for (let b = 1; b < bins.length - 1; b++) if (weight(b) > weight(best)) best = b;
  const sum: [number, number, number] = [0, 0, 0];
  let n = 0;
  for (let k = 0; k < count; k++) {
    if (!free[k] || Math.abs(1 + Math.floor(lightness(k) / bin) - best) > 1) continue;
    for (let c = 0; c < 3; c++) sum[c]! += colours[k * 3 + c]! * pixels[k]!;
    n += pixels[k]!;
  }
  return n === 0 ? [0, 0, 0] : [sum[0] / n, sum[1] / n, sum[2] / n];
}

function near(colours: Float32Array, k: number, [r, g, b]: Colour): boolean {
  const [dr, dg, db] = [colours[k * 3]! - r, colours[k * 3 + 1]! - g, colours[k * 3 + 2]! - b];
  const light = luma(dr, dg, db);
  if (Math.abs(light) > lightnessApart) return false;
  return (
    Math.abs(dr - light) <= hueApart && Math.abs(dg - light) <= hueApart && Math.abs(db - light) <= hueApart
  );
}
