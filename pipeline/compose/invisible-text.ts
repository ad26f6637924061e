// The words of a page as PDF operators that draw nothing: text render mode 3, each word over its place in the picture.
import type { Box, Line, PageText } from '../../core/model.ts';
import { DESCENT, GLYPH_WIDTH } from './glyphless-font.ts';

export interface PageSize {
  /** Points (1/72 inch). */
  readonly width: number;
  readonly height: number;
}

/** Share of the line's box that lies below the baseline; the font's descent says the same. */
const BELOW = -DESCENT / 1000;
/** Half points for letter sizes. */
const half = (value: number): number => Math.round(value * 2) / 2;
/** Widths in steps of 4 %, places in whole points (0.35 mm): as near as a mark under the mouse needs, and small. */
const SCALE_STEP = 4;

/**
 * Text as the codes of our font: UTF-16 units of the NFC form. What no ToUnicode map may name (control characters,
 * byte order marks, private use) or one unit cannot hold becomes U+FFFD; ISO 19005-2, 6.2.11.7.2.
 */
export function textCodes(text: string): number[] {
  const codes: number[] = [];
  for (const character of text.normalize('NFC').trim()) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x20 || (code >= 0x7f && code < 0xa0)) continue;
    const unusable = code > 0xffff || (code >= 0xd800 && code < 0xf900) || code === 0xfeff || code >= 0xfffe;
    codes.push(unusable ? 0xfffd : code);
  }
  return codes;
}

/** Readers take words that come nearer than about 0.15 of the letter size for one; the point covers our rounding. */
const leastGap = (size: number): number => 0.18 * size + 1;

/** Width of a word in points, cut short where the next word of its row stands too near. */
function shownWidth(box: Box, next: Box | undefined, pageWidth: number, size: number): number {
  const width = box[2] * pageWidth;
  if (!next) return width;
  return Math.min(width, Math.max(width / 4, (next[0] - box[0]) * pageWidth - leastGap(size)));
}

/** The words beside a word in its row, whichever line they were read in: two columns may touch. */
interface Beside {
  readonly left?: Box;
  readonly right?: Box;
}

function besideOf(boxes: readonly Box[]): ReadonlyMap<Box, Beside> {
  const found = new Map<Box, { left?: Box; right?: Box }>(boxes.map((box) => [box, {}]));
  const sorted = boxes.toSorted((a, b) => a[0] - b[0]);
  for (const [index, box] of sorted.entries()) {
    const right = sorted.slice(index + 1).find((other) => other[0] > box[0] && inOneRow(box, other));
    if (!right) continue;
    found.get(box)!.right = right;
    found.get(right)!.left = box;
  }
  return found;
}

/** Their heights overlap by half of the lower one. */
function inOneRow(a: Box, b: Box): boolean {
  const overlap = Math.min(a[1] + a[3], b[1] + b[3]) - Math.max(a[1], b[1]);
  return overlap > Math.min(a[3], b[3]) / 2;
}

const scaleOf = (percent: number): number =>
  Math.min(1000, Math.max(SCALE_STEP, Math.floor(percent / SCALE_STEP) * SCALE_STEP));
const hex = (codes: readonly number[]): string =>
  `<${codes.map((code) => code.toString(16).padStart(4, '0')).join('')}>`;

/** Where the last word was placed and in which size, and every code shown so far. */
interface Pen {
  x: number;
  y: number;
  size: number;
  readonly used: Set<number>;
  readonly beside: ReadonlyMap<Box, Beside>;
  /** Where the word after a placed one may begin: words that touch on the picture are moved apart by a hair. */
  readonly free: Map<Box, number>;
}

/** A space ends every word but the last of a line, so that copied words stay apart; it lies outside the word's box. */
function lineOperators(line: Line, page: PageSize, pen: Pen): string[] {
  const size = Math.max(1, half(line.box[3] * page.height));
  const baseline = page.height * (1 - line.box[1] - line.box[3]) + size * BELOW;
  const words = line.words
    .map(({ text, box }) => ({ box, codes: textCodes(text) }))
    .filter(({ codes }) => codes.length > 0);
  const out = words.map(({ box, codes }, index) => {
    const natural = (codes.length * GLYPH_WIDTH * size) / 1000;
    const { left, right } = pen.beside.get(box) ?? {};
    const free = (left && pen.free.get(left)) ?? Number.NEGATIVE_INFINITY;
    const dx = Math.round(Math.max(box[0] * page.width, free) - pen.x);
    const dy = Math.round(baseline - pen.y);
    const shown = index < words.length - 1 ? [...codes, 0x20] : codes;
    for (const code of shown) pen.used.add(code);
    // Rounded moves are added up, so that rounding never drifts along the page.
    pen.x += dx;
    pen.y += dy;
    const width = shownWidth(box, right, page.width, size);
    const percent = scaleOf((100 * width) / natural);
    pen.free.set(box, pen.x + (percent / 100) * natural + leastGap(size));
    return `${percent} Tz ${dx} ${dy} Td ${hex(shown)} Tj`;
  });
  if (out.length > 0 && size !== pen.size) out.unshift(`/F ${size} Tf`);
  if (out.length > 0) pen.size = size;
  return out;
}

/**
 * Operators for one page's text, empty where there is none. Lines and words come in the order given (reading order).
 * Adds the codes it shows to `used`.
 */
export function invisibleText(text: PageText, page: PageSize, used: Set<number>): string {
  const boxes = text.lines.flatMap((line) => line.words.map((word) => word.box));
  const pen: Pen = { x: 0, y: 0, size: 0, used, beside: besideOf(boxes), free: new Map() };
  const operators = text.lines.flatMap((line) => lineOperators(line, page, pen));
  return operators.length > 0 ? `BT 3 Tr\n${operators.join('\n')}\nET\n` : '';
}
