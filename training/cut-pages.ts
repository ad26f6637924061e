// Takes a damaged page through our own cleaning, line finding and cutting, and gives each cut the text it shows.
import type { FoundLine, GreyImage, LineFinder } from '../core/ports.ts';
import { cleanPage, openPage } from '../pipeline/clean/clean-page.ts';
import { type CutOptions, cutLine } from '../pipeline/recognise/cut-line.ts';
import type { Scan } from './damage-page.ts';
import type { Piece } from './draw-page.ts';
import type { Chance } from './random.ts';

export interface LabelledLine {
  readonly picture: GreyImage;
  readonly text: string;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface CutRequest {
  readonly scan: Scan;
  readonly pieces: readonly Piece[];
  readonly finder: LineFinder;
  /** How each line is cut; asked once a line, so that cuts may vary. */
  readonly cut: () => CutOptions;
}

/** Lines whose both ends are where a piece's are; what was found in part or not at all is left out. */
export async function cutPage({ scan, pieces, finder, cut }: CutRequest): Promise<LabelledLine[]> {
  const opened = await openPage({ bytes: scan.bytes, dpi: scan.dpi, mirrored: false, shownTurned: 0 });
  const page = (await cleanPage(opened, { rotation: 0, slope: 0 })).reader;
  const found = await finder.find(page);
  // The reader's picture has 300 dpi where the scan had fewer.
  const scale = scan.dpi < 280 ? 1 : scan.dpi / 300;
  const drawn = pieces.map((p) => ({
    text: p.text,
    box: {
      left: p.left * scale,
      right: (p.left + p.width) * scale,
      top: p.top * scale,
      bottom: (p.top + p.height) * scale,
    },
  }));
  const boxes = found.map(boxOf);
  const shift = shiftBetween(
    drawn.map((d) => d.box),
    boxes,
  );
  return found.flatMap((line, i) => {
    const text = textIn(boxes[i]!, drawn, shift);
    return text === null ? [] : [{ picture: cutLine(page, line, cut()).picture, text }];
  });
}

function boxOf({ corners }: FoundLine): Box {
  const [a, b, c, d] = corners;
  return { left: (a.x + d.x) / 2, right: (b.x + c.x) / 2, top: (a.y + b.y) / 2, bottom: (c.y + d.y) / 2 };
}

interface Shift {
  readonly x: number;
  readonly y: number;
}

/** Cropping moved the page: the shift on which most lines agree. */
function shiftBetween(drawn: readonly Box[], found: readonly Box[]): Shift {
  const near = 14;
  const votes = new Map<string, Shift[]>();
  for (const f of found)
    for (const d of drawn) {
      const width = Math.abs(f.right - f.left - (d.right - d.left));
      if (width > 40) continue;
      const shift = {
        x: (f.left + f.right - d.left - d.right) / 2,
        y: (f.top + f.bottom - d.top - d.bottom) / 2,
      };
      const key = `${Math.round(shift.x / near)} ${Math.round(shift.y / near)}`;
      votes.set(key, [...(votes.get(key) ?? []), shift]);
    }
  const most = [...votes.values()].sort((a, b) => b.length - a.length)[0] ?? [{ x: 0, y: 0 }];
  const middle = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
  return { x: middle(most.map((s) => s.x)), y: middle(most.map((s) => s.y)) };
}

/** Text of the pieces a found line covers whole, left to right; null where its ends are not theirs. */
function textIn(
  found: Box,
  drawn: readonly { readonly text: string; readonly box: Box }[],
  shift: Shift,
): string | null {
  const height = found.bottom - found.top;
  const middle = (found.top + found.bottom) / 2 - shift.y;
  const inside = drawn
    .filter(
      ({ box }) =>
        Math.abs((box.top + box.bottom) / 2 - middle) < Math.max(height, box.bottom - box.top) * 0.4,
    )
    .filter(({ box }) => box.right > found.left - shift.x + 4 && box.left < found.right - shift.x - 4)
    .sort((a, b) => a.box.left - b.box.left);
  const first = inside[0];
  const last = inside[inside.length - 1];
  if (!first || !last || inside.length > 2) return null;
  const reach = height * 0.45;
  const ends = [first.box.left - (found.left - shift.x), found.right - shift.x - last.box.right];
  return ends.every((gap) => gap > -height * 0.12 - 4 && gap < reach + 8)
    ? inside.map((p) => p.text).join(' ')
    : null;
}

/** The cut the product makes, a little higher, lower, wider or tighter from line to line. */
export const variedCut = (chance: Chance, usual: CutOptions): CutOptions => ({
  ...usual,
  margin: Math.max(0, Math.round(usual.margin + chance.normal() * 1.5)),
  above: usual.above + chance.normal() * 0.03,
  below: usual.below + chance.normal() * 0.03,
});
