// Light that does not reach all of the sheet, or is thrown back by it: shadows over lines of text, glare between them.
import type { FoundLine } from '../../../core/ports.ts';
import type { Ground } from '../flatten.ts';

export interface Light {
  /** Share of the lines that lie in deep shadow. */
  readonly shadowed: number;
  /** Share of the area of the text in which the sheet's own colour is burnt out. */
  readonly glaring: number;
}

// A shadow this deep (of the sheet's brightness) leaves the legal copy hard to read, though flattening still helps.
const deep = 0.4;
// Burnt out: every channel at its end, where the sheet as a whole is clearly below it.
const burnt = 252;
const dimmest = 226;

/** `found`: in pixels of the picture that the ground was estimated on; `paper`: green of the sheet, 0..255. */
export function lightOn(ground: Ground, found: readonly FoundLine[], paper: number): Light {
  if (found.length === 0) return { shadowed: 0, glaring: 0 };
  const shadowed = found.filter((line) => greenAt(ground, middleOf(line)) < deep * paper).length;
  return { shadowed: shadowed / found.length, glaring: paper > dimmest ? 0 : burntShare(ground, found) };
}

const middleOf = ({ corners: [a, , c] }: FoundLine) => ({ x: (a.x + c.x) / 2, y: (a.y + c.y) / 2 });

function greenAt({ channels, columns, rows, cell }: Ground, { x, y }: { x: number; y: number }): number {
  const column = Math.min(columns - 1, Math.max(0, Math.floor(x / cell)));
  const row = Math.min(rows - 1, Math.max(0, Math.floor(y / cell)));
  return channels[1][row * columns + column]!;
}

/** Within the rectangle round all lines: beside it lie the scanner's lid and the sheet's margins. */
function burntShare({ channels, columns, rows, cell }: Ground, found: readonly FoundLine[]): number {
  const xs = found.flatMap(({ corners }) => corners.map(({ x }) => x / cell));
  const ys = found.flatMap(({ corners }) => corners.map(({ y }) => y / cell));
  const [left, right] = [
    Math.max(0, Math.floor(Math.min(...xs))),
    Math.min(columns, Math.ceil(Math.max(...xs))),
  ];
  const [top, bottom] = [
    Math.max(0, Math.floor(Math.min(...ys))),
    Math.min(rows, Math.ceil(Math.max(...ys))),
  ];
  let bright = 0;
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++)
      if (channels.every((channel) => channel[y * columns + x]! >= burnt)) bright++;
  }
  return bright / Math.max(1, (right - left) * (bottom - top));
}
