// Frames a cut line as Tesseract does before its network sees it: close about the ink, four pixels of ground around.
import type { GreyImage } from '../core/ports.ts';
import type { Chance } from './random.ts';

// Tesseract pads the box of the letters it found by this much.
const padding = 4;
// Grey values below are ink, and a row or column needs more than a speck of it.
const inkBelow = 150;
const leastInk = 2;
// As cut, so that the network stands a line Tesseract finds no letters' box in.
const leftAsCut = 0.12;

/** Framing differs a little from line to line: Tesseract's boxes do too. */
export function frameLine(picture: GreyImage, chance: Chance): GreyImage {
  const asCut = chance.yes(leftAsCut);
  const pads = Array.from({ length: 4 }, () => Math.max(1, Math.round(padding + chance.normal() * 1.2)));
  const { width, height, data } = picture;
  const inkOf = (count: number, other: number, at: (i: number, j: number) => number) =>
    Array.from({ length: count }, (_, i) => {
      let ink = 0;
      for (let j = 0; j < other; j++) if (data[at(i, j)]! < inkBelow) ink++;
      return ink >= leastInk;
    });
  const rows = inkOf(height, width, (y, x) => y * width + x);
  const columns = inkOf(width, height, (x, y) => y * width + x);
  const [top, bottom] = [rows.indexOf(true), rows.lastIndexOf(true)];
  const [left, right] = [columns.indexOf(true), columns.lastIndexOf(true)];
  if (asCut || top < 0 || bottom - top < 8 || left < 0) return picture;
  return part(picture, {
    left: left - pads[0]!,
    top: top - pads[1]!,
    width: right - left + 1 + pads[0]! + pads[2]!,
    height: bottom - top + 1 + pads[1]! + pads[3]!,
  });
}

/** White where the part reaches beyond the picture. */
function part(
  picture: GreyImage,
  area: { readonly left: number; readonly top: number; readonly width: number; readonly height: number },
): GreyImage {
  const data = new Uint8Array(area.width * area.height).fill(255);
  for (let y = 0; y < area.height; y++) {
    const from = y + area.top;
    if (from < 0 || from >= picture.height) continue;
    for (let x = Math.max(0, -area.left); x < area.width && x + area.left < picture.width; x++)
      data[y * area.width + x] = picture.data[from * picture.width + x + area.left]!;
  }
  return { width: area.width, height: area.height, data };
}
