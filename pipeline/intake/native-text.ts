// The own text of a page that was born digital, as lines and words with boxes; null where it cannot be trusted.
import type { Box, Line, PageText, Word } from '../../core/model.ts';
import { charactersOf, type DrawnCharacter, type Edges } from './pdfium/characters.ts';
import type { PdfPage } from './pdfium/page.ts';

/** With fewer letters than this, a page of many drawn shapes may show its text as outlines. */
const FEW_LETTERS = 40;
const MANY_SHAPES = 300;
/** A text whose fonts do not say what their glyphs mean reads as rubbish: at most this share of such glyphs. */
const MAX_BAD_SHARE = 0.02;
/** Pictures that cover more of the page than this may show text that the page's own text does not hold. */
const MAX_PICTURE_SHARE = 0.5;
/** In heights of the line: a gap that parts words, and one that parts columns. */
const WORD_GAP = 0.12;
const COLUMN_GAP = 2.5;

export interface PictureSize {
  readonly width: number;
  readonly height: number;
  readonly dpi: number;
}

const isSpace = (code: number): boolean => code === 0 || /\s/u.test(String.fromCodePoint(code));
const isBad = ({ unmapped, code }: DrawnCharacter): boolean =>
  unmapped || code === 0xfffd || code < 0x20 || (code >= 0xe000 && code <= 0xf8ff);

/** UTF-16 halves that PDFium gives one by one become one character; a lone half is no character. */
function joinSurrogates(characters: readonly DrawnCharacter[]): DrawnCharacter[] {
  const out: DrawnCharacter[] = [];
  for (const character of characters) {
    const before = out.at(-1);
    if (before && before.code >> 10 === 0x36 && character.code >> 10 === 0x37) {
      const code = ((before.code & 0x3ff) << 10) + (character.code & 0x3ff) + 0x10000;
      out[out.length - 1] = { ...before, code };
    } else out.push(character);
  }
  return out.map((one) => (one.code >> 11 === 0x1b ? { ...one, code: 0xfffd } : one));
}

function around(all: readonly Edges[]): Box {
  const left = Math.min(...all.map((edges) => edges[0]));
  const top = Math.min(...all.map((edges) => edges[1]));
  const right = Math.max(...all.map((edges) => edges[2]));
  const bottom = Math.max(...all.map((edges) => edges[3]));
  return [left, top, right - left, bottom - top];
}

function wordOf(characters: readonly DrawnCharacter[]): Word {
  const text = characters.map((character) => String.fromCodePoint(character.code)).join('');
  return { text: text.normalize('NFC'), box: around(characters.map(({ ink }) => ink)), confidence: 1 };
}

/** How a character stands to the one before it: in the same word, the next word, or on another line. */
function step(before: DrawnCharacter, next: DrawnCharacter, size: PictureSize): 'same' | 'word' | 'line' {
  const [, top, right, bottom] = before.cell;
  const height = Math.min(bottom - top, next.cell[3] - next.cell[1]);
  const overlap = Math.min(bottom, next.cell[3]) - Math.max(top, next.cell[1]);
  if (overlap < height / 2) return 'line';
  const gap = ((next.cell[0] - right) * size.width) / (height * size.height);
  if (gap > COLUMN_GAP || gap < -1) return 'line';
  return gap > WORD_GAP ? 'word' : 'same';
}

/** Lines of words of characters, in the order of the content, which writers keep as the reading order. */
function group(characters: readonly DrawnCharacter[], size: PictureSize): DrawnCharacter[][][] {
  const lines: DrawnCharacter[][][] = [];
  let before: DrawnCharacter | undefined;
  let spaced = false;
  for (const character of characters) {
    if (isSpace(character.code)) {
      spaced = true;
      continue;
    }
    const kind = before ? step(before, character, size) : 'line';
    if (kind === 'line') lines.push([[character]]);
    else if (kind === 'word' || spaced) lines.at(-1)?.push([character]);
    else lines.at(-1)?.at(-1)?.push(character);
    before = character;
    spaced = false;
  }
  return lines;
}

function lineOf(parts: readonly (readonly DrawnCharacter[])[]): Line {
  const words = parts.map(wordOf);
  const letters = parts.flat();
  const height = letters.reduce((sum, { ink }) => sum + ink[3] - ink[1], 0) / letters.length;
  return { words, box: around(letters.map(({ ink }) => ink)), height };
}

/** Whether what the page shows besides its text cannot be most of what there is to read. */
function textIsAll(page: PdfPage, letters: number): boolean {
  const objects = page.objects();
  const [left, bottom, right, top] = page.box();
  const area = (right - left) * (top - bottom);
  const pictures = objects.filter(({ kind }) => kind === 'image' || kind === 'shading');
  const covered = pictures.reduce((sum, { matrix: [a, b, c, d] }) => sum + Math.abs(a * d - b * c), 0);
  const shapes = objects.filter(({ kind }) => kind === 'path').length;
  return covered <= area * MAX_PICTURE_SHARE && (letters >= FEW_LETTERS || shapes < MANY_SHAPES);
}

/**
 * Reads the page's content (not its annotations: what signing software draws is no part of the letter).
 * @param size pixels and dots per inch of the page picture that the boxes are fractions of.
 */
export function nativeText(page: PdfPage, size: PictureSize): PageText | null {
  const characters = joinSurrogates(charactersOf(page)).filter((character) => !character.invisible);
  const letters = characters.filter(({ code }) => !isSpace(code));
  const bad = letters.filter(isBad).length;
  if (letters.length === 0 || bad > letters.length * MAX_BAD_SHARE || !textIsAll(page, letters.length))
    return null;
  const lines = group(characters, size).map(lineOf);
  // Text that runs up or down the page falls apart into lines of single letters.
  return lines.length > letters.length / 2 ? null : { ...size, lines };
}
