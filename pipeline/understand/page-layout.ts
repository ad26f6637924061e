// The read page as rows of segments of tokens: lines split at wide gaps and column starts, leaders dropped.
import type { Box, Line, PageReading } from '../../core/model.ts';
import { fold } from '../../core/text.ts';
import { partBlocks } from './facing-blocks.ts';
import { editDistance } from './fuzzy.ts';
import { partCells } from './table-cells.ts';

/** One printed word; words glued by a missing space after a colon or semicolon are parted. */
export interface Token {
  /** As read. */
  readonly text: string;
  /** Letters and digits only, folded. */
  readonly key: string;
  readonly box: Box;
  readonly confidence: number;
  /** Share of coloured ink (the line's where words have none of their own). */
  readonly colour: number;
  readonly segment: Segment;
  /** A dotted leader ran into the word: doubts of it may be the leader's. */
  readonly dotted: boolean;
  /** Place in the page's flow. */
  index: number;
}

/** Tokens that stand together on one printed line. */
export interface Segment {
  tokens: Token[];
  readonly page: number;
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
  /** Letter height, fraction of the page height. */
  readonly height: number;
  /** A dotted leader ran here: a form line meant to be filled in. */
  readonly leader: boolean;
  /** Number of the row on the page: a visual one, or a facing block's. */
  row: number;
  /** Right edge of the facing block the line stands in. */
  columnRight?: number;
  /** The next line of the table's cell the line stands in; null after its last. */
  below?: Segment | null;
}

export interface PageLayout {
  readonly page: number;
  readonly reading: PageReading;
  /** Reading order: rows from the top, each from the left. */
  readonly segments: readonly Segment[];
  readonly rows: readonly (readonly Segment[])[];
  readonly flow: readonly Token[];
  /** Page height ÷ width: turns heights into widths. */
  readonly aspect: number;
}

/** Text of tokens as printed, one space between. */
export const textOf = (tokens: readonly Token[]): string => tokens.map((token) => token.text).join(' ');
/** Folded letters and digits of tokens, no spaces. */
export const keyOf = (tokens: readonly Token[]): string => tokens.map((token) => token.key).join('');

const bare = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]/gu, '');
const isLeader = (text: string): boolean => /^[.…_·:;,\-–—]*$/u.test(text) && /[.…_·]{2,}|…/u.test(text);
// A printed colon parts label and value, `14:30` does not; a leader glued to a word is no part of it.
const pieces = (text: string): string[] =>
  text
    .replace(/[.…_]{3,}/gu, ' ')
    .replace(/[\u2044\u2215]/gu, '/')
    .replace(/([\p{L})\]][.]?[:;])(?=[\p{L}\p{N}(])/gu, '$1 ')
    .replace(/(?<=\p{Lu}\p{Ll}+)(?=\p{Lu}\p{Ll}+$)/gu, ' ')
    .split(' ')
    .filter((piece) => piece !== '');

interface Piece {
  readonly text: string;
  readonly box: Box;
  readonly confidence: number;
  readonly colour: number;
  readonly dotted: boolean;
}

function piecesOf(line: Line): Piece[] {
  return line.words.flatMap(({ text, box, confidence, colour = line.colour ?? 0 }) => {
    const dotted = /[.…_]{3,}/u.test(text);
    const parts = isLeader(text) ? [] : pieces(text.normalize('NFC').replaceAll('Ð', 'Đ'));
    const total = parts.reduce((sum, part) => sum + part.length + 1, -1);
    let at = 0;
    return parts.map((part) => {
      const [start, share] = [at / total, part.length / total];
      at += part.length + 1;
      const [x, y, width, height] = box;
      return {
        text: part,
        box: [x + width * start, y, width * share, height] as const,
        confidence,
        colour,
        dotted,
      };
    });
  });
}

const mottos = ['conghoaxahoichunghiavietnam', 'doclaptudohanhphuc'];
/** Where the state title begins in a line that runs through both header columns; -1 where it does not. */
function mottoStart(words: readonly Piece[]): number {
  let best = { at: -1, edits: 5 };
  for (let i = 0; i < words.length; i++) {
    const rest = words
      .slice(i)
      .map((word) => bare(word.text))
      .join('');
    const edits = Math.min(...mottos.map((motto) => editDistance(rest, motto, 4)));
    if (edits < best.edits) best = { at: i, edits };
  }
  return best.at === 0 ? -1 : best.at;
}

/** Where place and date begin behind a unit's name or a number that the line finder ran together with them; else -1. */
function placeStart(words: readonly Piece[]): number {
  const day = words.findIndex(
    (word, i) => i > 1 && bare(word.text) === 'ngay' && /,$/.test(words[i - 1]?.text ?? ''),
  );
  let start = day;
  while (start > 1 && /^\p{Lu}?[\p{Ll}\d]+,?$/u.test(words[start - 1]?.text ?? '')) start -= 1;
  const before = words.slice(0, Math.max(0, start));
  const unit = before.length > 1 && before.every((word) => !/\p{Ll}/u.test(word.text));
  const number = /^s[ốo0]\s?:/iu.test(before[0]?.text ?? '') && before.length > 1;
  return day > 0 && start < day && (unit || number) ? start : -1;
}

function splitLine(line: Line, aspect: number): Piece[][] {
  const words = piecesOf(line);
  const groups: Piece[][] = [];
  const motto = mottoStart(words);
  const column = motto < 0 ? placeStart(words) : motto;
  words.forEach((word, i) => {
    const before = words[i - 1];
    const gap = before
      ? (word.box[0] - before.box[0] - before.box[2]) / (line.box[3] * aspect)
      : Number.POSITIVE_INFINITY;
    if (gap > 1.5 || i === column) groups.push([word]);
    else groups.at(-1)?.push(word);
  });
  return groups;
}

function segmentOf(words: readonly Piece[], line: Line, page: number): Segment {
  const boxes = words.map((word) => word.box);
  const segment: Segment = {
    tokens: [],
    page,
    x0: Math.min(...boxes.map((box) => box[0])),
    x1: Math.max(...boxes.map((box) => box[0] + box[2])),
    y0: Math.min(...boxes.map((box) => box[1])),
    y1: Math.max(...boxes.map((box) => box[1] + box[3])),
    height: line.height,
    leader: line.words.some((word) => isLeader(word.text) || /[.…_]{4,}/u.test(word.text)),
    row: 0,
  };
  segment.tokens = words.map(({ text, box, confidence, colour, dotted }) => ({
    text,
    key: bare(text),
    box,
    confidence,
    colour,
    dotted,
    segment,
    index: 0,
  }));
  return segment;
}

const middle = (segment: Segment): number => (segment.y0 + segment.y1) / 2;

/** Segments whose middles lie within half a line of each other share a row. */
function rowsOf(segments: readonly Segment[]): Segment[][] {
  const rows: Segment[][] = [];
  for (const segment of [...segments].sort((a, b) => middle(a) - middle(b))) {
    const row = rows.at(-1);
    const last = row?.at(-1);
    const free = row?.every((other) => other.x1 <= segment.x0 + 0.01 || other.x0 >= segment.x1 - 0.01);
    const near =
      last && middle(segment) - middle(last) < 0.5 * Math.min(last.y1 - last.y0, segment.y1 - segment.y0);
    if (row && near && free) row.push(segment);
    else rows.push([segment]);
  }
  for (const row of rows) row.sort((a, b) => a.x0 - b.x0);
  return rows;
}

/** Lays a page out; pure, linear in the words of the page. */
export function layOut(reading: PageReading): PageLayout {
  const aspect = reading.text.height / Math.max(1, reading.text.width);
  const segments = reading.text.lines.flatMap((line) =>
    splitLine(line, aspect).map((words) => segmentOf(words, line, reading.number)),
  );
  const rows = partBlocks(partCells(rowsOf(segments)));
  for (const [number, row] of rows.entries()) for (const segment of row) segment.row = number;
  const ordered = rows.flat();
  const flow = ordered.flatMap((segment) => segment.tokens);
  for (const [index, token] of flow.entries()) token.index = index;
  return { page: reading.number, reading, segments: ordered, rows, flow, aspect };
}
