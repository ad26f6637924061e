// Rules typed as a row of dashes (under the heads of typewritten papers): the line finder takes them for drawings, and
// how many there are is counted, not guessed by a reader.
import type { FoundLine, GreyImage } from '../../core/ports.ts';

/** A row of dashes and where it stands; the box is as high as a line of text. */
export interface DashRule {
  readonly line: FoundLine;
  readonly count: number;
}

/** Columns with ink, the last one not counted in. */
interface Run {
  readonly from: number;
  readonly to: number;
}

const ink = 150;
// Shares of the height of the page's lines: a band that holds a dash, and from one dash to the next.
const bandShare = 0.2;
const pitches = [0.25, 1.1] as const;
/** Share of the pitch that is dash. */
const filled = [0.25, 0.85] as const;
/** Share of the pitch by which dashes may be longer or farther apart than the first. */
const uneven = 0.3;
const [fewest, most] = [5, 40] as const;
/** Pixels across a speck at most. */
const speck = 3;

/** Rows of dashes apart from the found lines, from the top. */
export function dashRules(page: GreyImage, lines: readonly FoundLine[]): DashRule[] {
  const heights = lines.map(heightOf).sort((a, b) => a - b);
  const line = heights[Math.floor(heights.length / 2)];
  if (line === undefined) return [];
  const band = Math.max(4, Math.round(line * bandShare));
  const lastInk = new Int32Array(page.width).fill(-1);
  const rules: DashRule[] = [];
  let read = 0;
  for (let bottom = 2 * band; bottom + band < page.height; bottom += Math.ceil(band / 3)) {
    for (; read < bottom; read++) noteInk(page, read, lastInk);
    const top = bottom - band;
    for (const series of seriesOf(runsOf(lastInk, top), line)) {
      const rule = { count: series.length, line: lineRound(series, (top + bottom) / 2, line) };
      const known = [...lines, ...rules.map((r) => r.line)];
      if (known.some((other) => covers(other, rule.line))) continue;
      if (standsAlone(page, rule.line, { top, bottom })) rules.push(rule);
    }
  }
  return rules;
}

const heightOf = ({ corners: [a, , , d] }: FoundLine): number => Math.hypot(d.x - a.x, d.y - a.y);

function noteInk({ width, data }: GreyImage, y: number, lastInk: Int32Array): void {
  const row = y * width;
  for (let x = 0; x < width; x++) if (data[row + x]! < ink) lastInk[x] = y;
}

/** Stretches of columns with ink from row `top` on. */
function runsOf(lastInk: Int32Array, top: number): Run[] {
  const runs: Run[] = [];
  let start = -1;
  for (let x = 0; x <= lastInk.length; x++) {
    const dark = x < lastInk.length && lastInk[x]! >= top;
    if (dark && start < 0) start = x;
    if (dark || start < 0) continue;
    if (x - start > speck) runs.push({ from: start, to: x });
    start = -1;
  }
  return runs;
}

/** Every series of equal runs at equal distances that is long enough to be a rule. */
function seriesOf(runs: readonly Run[], line: number): Run[][] {
  const found: Run[][] = [];
  for (let first = 0; first + fewest <= runs.length; ) {
    let next = first + 1;
    while (next < runs.length && goesOn(runs, first, next, line)) next++;
    const length = next - first;
    if (length >= fewest && length <= most) found.push(runs.slice(first, next));
    first = Math.max(first + 1, next - 1);
  }
  return found;
}

function goesOn(runs: readonly Run[], first: number, next: number, line: number): boolean {
  const [start, before, run] = [runs[first]!, runs[next - 1]!, runs[next]!];
  const pitch = runs[first + 1]!.from - start.from;
  if (pitch < pitches[0] * line || pitch > pitches[1] * line) return false;
  const long = start.to - start.from;
  if (long < filled[0] * pitch || long > filled[1] * pitch) return false;
  const off = uneven * pitch;
  return Math.abs(run.from - before.from - pitch) <= off && Math.abs(run.to - run.from - long) <= off;
}

function lineRound(series: readonly Run[], y: number, line: number): FoundLine {
  const [left, right] = [series[0]!.from, series.at(-1)!.to];
  const [top, bottom] = [y - line / 2, y + line / 2];
  const corners = [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ] as const;
  return { corners, score: 1 };
}

/** White above and below the band but for specks: letters and the lines of a form reach out of it. */
function standsAlone(
  page: GreyImage,
  { corners }: FoundLine,
  { top, bottom }: { top: number; bottom: number },
) {
  const [left, right] = [corners[0].x, corners[1].x];
  const high = bottom - top;
  let dark = 0;
  for (let y = top - high; y < bottom + high; y++)
    if (y < top || y >= bottom)
      for (let x = left; x < right; x++) if (page.data[y * page.width + x]! < ink) dark++;
  return dark <= speck * speck;
}

/** The middle of the rule lies on the other. */
function covers({ corners: [a, b, c, d] }: FoundLine, { corners: [from, , to] }: FoundLine): boolean {
  const [x, y] = [(from.x + to.x) / 2, (from.y + to.y) / 2];
  const within = (value: number, one: number, other: number) =>
    value >= Math.min(one, other) && value <= Math.max(one, other);
  return (
    within(x, Math.min(a.x, d.x), Math.max(b.x, c.x)) && within(y, Math.min(a.y, b.y), Math.max(c.y, d.y))
  );
}
