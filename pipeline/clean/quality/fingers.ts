// Fingers that hold the sheet: patches of skin that come in from a border of the picture.
import type { RgbImage } from '../raster.ts';

// The picture is looked at in cells of so many pixels (1.2 mm on A4).
const cell = 6;
// Square millimetres of a finger's tip.
const smallestArea = 90;
// A finger comes in at most so wide, and at least so far (millimetres); a hand or a brown desk is something else.
const widest = 60;
const farthest = 8;
// A patch fills its bounding box; a rim of a stain does not.
const fullness = 0.5;
// Of the page: more skin than this is the paper's own colour.
const most = 0.2;
// How coloured skin is at least (share of red that blue lacks), and how much more than the sheet, which may be yellow.
const coloured = 0.27;
const beyondPaper = 0.15;

/** Number of fingers. `millimetres`: of one pixel of the picture; `paper`: red, green, blue of the sheet. */
export function countFingers(small: RgbImage, millimetres: number, paper: Colour): number {
  const columns = Math.floor(small.width / cell);
  const rows = Math.floor(small.height / cell);
  const skin = skinCells(small, columns, rows, Math.max(coloured, saturationOf(paper) + beyondPaper));
  if (skin.reduce((sum, is) => sum + is, 0) > most * columns * rows) return 0;
  const unit = cell * millimetres;
  return patches(withoutLines(skin, columns, rows), columns, rows).filter((patch) =>
    isFinger(patch, { columns, rows, unit }),
  ).length;
}

type Colour = readonly [red: number, green: number, blue: number];

function skinCells({ width, data }: RgbImage, columns: number, rows: number, least: number): Uint8Array {
  const skin = new Uint8Array(columns * rows);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      let [red, green, blue, count] = [0, 0, 0, 0];
      for (let y = r * cell; y < (r + 1) * cell; y += 2) {
        for (let x = c * cell; x < (c + 1) * cell; x += 2, count++) {
          const at = (y * width + x) * 3;
          red += data[at]!;
          green += data[at + 1]!;
          blue += data[at + 2]!;
        }
      }
      skin[r * columns + c] = isSkin([red / count, green / count, blue / count], least) ? 1 : 0;
    }
  }
  return skin;
}

/**
 * Skin of any shade under a scanner's lamp: red over green over blue, clearly more coloured than the sheet, darker than
 * white paper. After the rule of Kovac, Peer and Solina (2003).
 */
function isSkin(colour: Colour, least: number): boolean {
  const [red, green, blue] = colour;
  const saturation = saturationOf(colour);
  return (
    red > 80 &&
    green > 40 &&
    green < 190 &&
    blue > 20 &&
    red - green > 18 &&
    green - blue > 2 &&
    saturation > least &&
    saturation < 0.7
  );
}

const saturationOf = ([red, , blue]: Colour) => (red - blue) / Math.max(1, red);

/** Cells that have skin all round, where the picture has cells: a brown frame that a finger lies over falls away. */
function withoutLines(skin: Uint8Array, columns: number, rows: number): Uint8Array {
  const kept = new Uint8Array(skin.length);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      let all = 1;
      for (let y = Math.max(0, r - 1); y <= Math.min(rows - 1, r + 1) && all; y++)
        for (let x = Math.max(0, c - 1); x <= Math.min(columns - 1, c + 1) && all; x++)
          all = skin[y * columns + x]!;
      kept[r * columns + c] = all;
    }
  }
  return kept;
}

interface Patch {
  cells: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Connected cells of skin. */
function patches(skin: Uint8Array, columns: number, rows: number): Patch[] {
  const seen = new Uint8Array(skin.length);
  const found: Patch[] = [];
  for (let start = 0; start < skin.length; start++) {
    if (!skin[start] || seen[start]) continue;
    const patch: Patch = { cells: 0, left: columns, right: 0, top: rows, bottom: 0 };
    const stack = [start];
    seen[start] = 1;
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      const x = at % columns;
      const y = (at - x) / columns;
      patch.cells++;
      patch.left = Math.min(patch.left, x);
      patch.right = Math.max(patch.right, x);
      patch.top = Math.min(patch.top, y);
      patch.bottom = Math.max(patch.bottom, y);
      const next = [
        x > 0 && at - 1,
        x + 1 < columns && at + 1,
        y > 0 && at - columns,
        y + 1 < rows && at + columns,
      ];
      for (const to of next) {
        if (to === false || !skin[to] || seen[to]) continue;
        seen[to] = 1;
        stack.push(to);
      }
    }
    found.push(patch);
  }
  return found;
}

interface Cells {
  readonly columns: number;
  readonly rows: number;
  /** Millimetres of a cell. */
  readonly unit: number;
}

function isFinger(patch: Patch, { columns, rows, unit }: Cells): boolean {
  const wide = patch.right - patch.left + 1;
  const high = patch.bottom - patch.top + 1;
  const sideways = patch.left <= 1 || patch.right >= columns - 2;
  const upright = patch.top <= 1 || patch.bottom >= rows - 2;
  if (!sideways && !upright) return false;
  const inwards = sideways ? (upright ? Math.max(wide, high) : wide) : high;
  const alongside = sideways ? (upright ? Math.min(wide, high) : high) : wide;
  return (
    patch.cells * unit * unit >= smallestArea &&
    patch.cells >= fullness * wide * high &&
    inwards * unit >= farthest &&
    alongside * unit <= widest
  );
}
