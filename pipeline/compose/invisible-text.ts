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

/** Width of a word in points, cut short where the next word of its line stands too near. */
function shownWidth(box: Box, next: Box | undefined, pageWidth: number, size: number): number {
  const width = box[2] * pageWidth;
  if (!next || next[0] <= box[0]) return width;
  return Math.min(width, Math.max(width / 4, (next[0] - box[0]) * pageWidth - leastGap(size)));
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
}

/** A space ends every word but the last of a line, so that copied words stay apart; it lies outside the word's box. */
function lineOperators(line: Line, page: PageSize, pen: Pen): string[] {
  const size = Math.max(1, half(line.box[3] * page.height));
  const baseline = page.height * (1 - line.box[1] - line.box[3]) + size * BELOW;
  const words = line.words
    .map(({ text, box }) => ({ box, codes: textCodes(text) }))
    .filter(({ codes }) => codes.length > 0);
  // Where the next word may begin: words that touch on the picture are moved apart by a hair.
  let free = Number.NEGATIVE_INFINITY;
  const out = words.map(({ box, codes }, index) => {
    const natural = (codes.length * GLYPH_WIDTH * size) / 1000;
    const dx = Math.round(Math.max(box[0] * page.width, free) - pen.x);
    const dy = Math.round(baseline - pen.y);
    const shown = index < words.length - 1 ? [...codes, 0x20] : codes;
    for (const code of shown) pen.used.add(code);
    // Rounded moves are added up, so that rounding never drifts along the page.
    pen.x += dx;
    pen.y += dy;
    const width = shownWidth(box, words[index + 1]?.box, page.width, size);
    const percent = scaleOf((100 * width) / natural);
    free = pen.x + (percent / 100) * natural + leastGap(size);
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
  const pen: Pen = { x: 0, y: 0, size: 0, used };
  const operators = text.lines.flatMap((line) => lineOperators(line, page, pen));
  return operators.length > 0 ? `BT 3 Tr\n${operators.join('\n')}\nET\n` : '';
}
