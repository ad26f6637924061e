// What of a turned page is kept: dark scanner borders go, the white corners of turning go where they hold nothing.
import type { GreyImage } from '../../core/ports.ts';
import type { Area, RgbImage } from './raster.ts';

/** Parts of the picture's width and height (0..1) cut off on each side. */
export interface Trim {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

// A scanner's lid or bed behind too small a sheet is nearly black over most of a row; print never is.
const darkValue = 70;
const darkShare = 0.6;
// A border never takes more of the page than this on one side.
const most = 0.25;
// Flattened value below which a pixel is a mark that must stay: pencil and faint seals are lighter than print.
const mark = 215;

/**
 * Dark borders along the edges of a small picture. `fill`: 255 where turning added white, which says nothing of the
 * scan; a row is dark when what it has of the scan is.
 */
export function darkBorders(small: RgbImage, fill?: GreyImage): Trim {
  const { width, height, data } = small;
  const kindOf = (x: number, y: number): Pixel => {
    if (fill && fill.data[y * width + x]! > 0) return 'none';
    const at = (y * width + x) * 3;
    return Math.max(data[at]!, data[at + 1]!, data[at + 2]!) < darkValue ? 'dark' : 'other';
  };
  const row = (y: number) => darkness(width, (x) => kindOf(x, y));
  const column = (x: number) => darkness(height, (y) => kindOf(x, y));
  return {
    top: run(height, (i) => row(i)),
    bottom: run(height, (i) => row(height - 1 - i)),
    left: run(width, (i) => column(i)),
    right: run(width, (i) => column(width - 1 - i)),
  };
}

type Pixel = 'dark' | 'other' | 'none';

/** Dark share of what a row has of the scan; a row that has nearly nothing of it goes with its dark neighbours. */
function darkness(size: number, kindOf: (i: number) => Pixel): number {
  let dark = 0;
  let other = 0;
  for (let i = 0; i < size; i += 2) {
    const kind = kindOf(i);
    if (kind === 'dark') dark++;
    else if (kind === 'other') other++;
  }
  return dark === 0 ? 0 : dark / (dark + other);
}

/** Length of the dark run from the edge, as a share of the size; a run without end is no border but a dark page. */
function run(size: number, darknessAt: (i: number) => number): number {
  const limit = Math.floor(size * most);
  let i = 0;
  while (i < limit && darknessAt(i) > darkShare) i++;
  return i === limit ? 0 : i / size;
}

/** Of two trims the farther on each side. */
export const fartherTrim = (a: Trim, b: Trim): Trim => ({
  left: Math.max(a.left, b.left),
  top: Math.max(a.top, b.top),
  right: Math.max(a.right, b.right),
  bottom: Math.max(a.bottom, b.bottom),
});

/**
 * Trims the canvas that turning enlarged back towards the sheet's own size, as far on each side as nothing that is on
 * the scan lies there. `small`: flattened grey of the turned page, `wanted`: the sheet's size in its pixels.
 */
export function emptyCorners(small: GreyImage, wanted: { width: number; height: number }): Trim {
  const sideways = Math.max(0, Math.floor((small.width - wanted.width) / 2));
  const upright = Math.max(0, Math.floor((small.height - wanted.height) / 2));
  const column = (x: number) => holdsMark(small.height, (y) => small.data[y * small.width + x]!);
  const row = (y: number) => holdsMark(small.width, (x) => small.data[y * small.width + x]!);
  return {
    left: empty(sideways, (i) => column(i)) / small.width,
    right: empty(sideways, (i) => column(small.width - 1 - i)) / small.width,
    top: empty(upright, (i) => row(i)) / small.height,
    bottom: empty(upright, (i) => row(small.height - 1 - i)) / small.height,
  };
}

function holdsMark(size: number, value: (i: number) => number): boolean {
  for (let i = 0; i < size; i++) if (value(i) < mark) return true;
  return false;
}

function empty(limit: number, marked: (i: number) => boolean): number {
  let i = 0;
  while (i < limit && !marked(i)) i++;
  return i;
}

/** The kept area in pixels of a picture of the given size. */
export function areaOf(trim: Trim, size: { width: number; height: number }): Area {
  const left = Math.round(trim.left * size.width);
  const top = Math.round(trim.top * size.height);
  return {
    left,
    top,
    width: Math.max(1, size.width - left - Math.round(trim.right * size.width)),
    height: Math.max(1, size.height - top - Math.round(trim.bottom * size.height)),
  };
}
