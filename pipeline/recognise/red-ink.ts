// Red ink on a page: where it stands in the shape of a stamp's lines, told from round seals, pens and tinted paper.
import type { GreyImage } from '../../core/ports.ts';
import type { RgbImage } from '../clean/raster.ts';

/** Pixels of the picture. */
export interface InkArea {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

// Red or violet ink has this much more red than green, of 255; warm paper and the shade of a tinted form have less.
const redder = 40;
// Blue pens have more blue than red.
const bluer = 40;

/** Red and violet ink dark on white; everything else is white. */
export function redInk({ width, height, data }: RgbImage): GreyImage {
  const out = new Uint8Array(width * height);
  for (let i = 0, at = 0; i < out.length; i++, at += 3) {
    const more = data[at]! - data[at + 1]!;
    out[i] = more >= redder && data[at + 2]! - data[at]! < bluer ? Math.max(0, 255 - 2 * more) : 255;
  }
  return { width, height, data: out };
}

// Cells of 8 pixels: 1.6 mm on A4 at the size stamps are looked for. Letters of a stamp are closer than two of them.
const cell = 8;
const inkOfCell = 6;
// A stamp's letters or frame: 3 to 24 mm high, 10 to 130 mm wide. Round seals are higher, rules and pen strokes lower.
const [lowest, highest] = [2, 15];
const [narrowest, widest] = [6, 82];

/** Areas of red ink that may hold a line or a few of print, from the top. */
export function stampAreas(red: GreyImage): InkArea[] {
  const columns = Math.ceil(red.width / cell);
  const rows = Math.ceil(red.height / cell);
  const inked = inkedCells(red, columns, rows);
  const areas: InkArea[] = [];
  for (let start = 0; start < inked.length; start++) {
    if (inked[start] !== 1) continue;
    const { left, top, right, bottom } = flood({ inked, columns, rows }, start);
    const [wide, high] = [right - left + 1, bottom - top + 1];
    if (high < lowest || high > highest || wide < narrowest || wide > widest || wide < high) continue;
    const x = Math.max(0, (left - 1) * cell);
    const y = Math.max(0, (top - 1) * cell);
    areas.push({
      left: x,
      top: y,
      width: Math.min(red.width, (right + 2) * cell) - x,
      height: Math.min(red.height, (bottom + 2) * cell) - y,
    });
  }
  return areas;
}

function inkedCells(red: GreyImage, columns: number, rows: number): Uint8Array {
  const counts = new Uint16Array(columns * rows);
  for (let y = 0; y < red.height; y++) {
    const row = Math.floor(y / cell) * columns;
    for (let x = 0; x < red.width; x++)
      if (red.data[y * red.width + x]! < 200) counts[row + Math.floor(x / cell)]!++;
  }
  return Uint8Array.from(counts, (count) => (count >= inkOfCell ? 1 : 0));
}

/** One group of cells at most one empty cell apart; what it takes is marked 2. */
function flood(
  { inked, columns, rows }: { inked: Uint8Array; columns: number; rows: number },
  start: number,
): { left: number; top: number; right: number; bottom: number } {
  const found = { left: columns, top: rows, right: 0, bottom: 0 };
  const stack = [start];
  inked[start] = 2;
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const [x, y] = [at % columns, Math.floor(at / columns)];
    found.left = Math.min(found.left, x);
    found.right = Math.max(found.right, x);
    found.top = Math.min(found.top, y);
    found.bottom = Math.max(found.bottom, y);
    for (let ny = Math.max(0, y - 1); ny <= Math.min(rows - 1, y + 1); ny++)
      for (let nx = Math.max(0, x - 2); nx <= Math.min(columns - 1, x + 2); nx++) {
        const next = ny * columns + nx;
        if (inked[next] !== 1) continue;
        inked[next] = 2;
        stack.push(next);
      }
  }
  return found;
}
