// Turns a profile into blocks of measured lines, from the wished size down to the smallest that reads well.
import { stampFont, textWidth } from './stamp-font.ts';
import { STAMP_PROFILES, type StampFacts, type StampProfileCode } from './stamp-profiles.ts';

/** A stamp of one size, all in points. */
export interface StampBlock {
  readonly lines: readonly string[];
  readonly fontSize: number;
  readonly width: number;
  readonly height: number;
}

export const STAMP_PADDING = 3;
export const STAMP_LEADING = 1.2;
/** Names of agencies run to a hundred letters; a longer line is broken between words. */
const LONGEST_LINE = 64;
/** What a test signature calls itself, in the stamp itself. */
export const DEVELOPMENT_MARK = 'BẢN THỬ';

export interface StampText extends StampFacts {
  readonly profile: StampProfileCode;
  readonly development: boolean;
}

/** Below this nothing can be read even when enlarged. */
const TINIEST = 3;

/**
 * Every block the stamp may be drawn as, the wished one first, the smallest last. On a page too narrow for all of them
 * (a till receipt) the largest that fits: a paper must be sealed, and a screen enlarges.
 */
export function stampBlocks(text: StampText, pageWidth = Number.POSITIVE_INFINITY): StampBlock[] {
  const profile = STAMP_PROFILES[text.profile];
  const shapes = profile.shapes(text).map(([first = '', ...rest]) => {
    const marked = text.development ? `${DEVELOPMENT_MARK} · ${first}` : first;
    return [marked, ...rest].flatMap((line) => wrap(line.normalize('NFC')));
  });
  const ofSize = (size: number): StampBlock[] => shapes.map((lines) => measure(lines, size));
  const blocks: StampBlock[] = [];
  for (let size = profile.size; size >= profile.smallest; size--) blocks.push(...ofSize(size));
  for (let size = profile.smallest - 0.5; size >= TINIEST; size -= 0.5) {
    if (blocks.some(({ width }) => width <= pageWidth)) break;
    blocks.push(...ofSize(size));
  }
  return blocks;
}

function measure(lines: readonly string[], fontSize: number): StampBlock {
  const font = stampFont();
  const widest = Math.max(...lines.map((line) => textWidth(font, line, fontSize)));
  return {
    lines,
    fontSize,
    width: Math.ceil(widest + 2 * STAMP_PADDING),
    height: Math.ceil(lines.length * fontSize * STAMP_LEADING + 2 * STAMP_PADDING),
  };
}

function wrap(line: string): string[] {
  const lines: string[] = [];
  for (const word of line.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= LONGEST_LINE) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(word);
  }
  return lines;
}
