// Upright page -> words with boxes: find the lines, cut them out, read them, put them in order.
import type { Box, Line, Word } from '../../core/model.ts';
import type { FoundLine, GreyImage, LineFinder, LineReader, ReadWord } from '../../core/ports.ts';
import { cutDefaults, cutLine } from './cut-line.ts';
import { type DashRule, dashRules } from './dash-rules.ts';
import { withNumerals } from './list-numerals.ts';
import { isPlausible } from './plausible.ts';
import { place, readingOrder } from './reading-order.ts';
import { type ReadLine, secondLook } from './second-look.ts';
import { splitWords } from './split-words.ts';
import { withPowers } from './square-metres.ts';
import { withoutStreaks } from './without-streaks.ts';

export interface TextReaders {
  readonly finder: LineFinder;
  readonly reader: LineReader;
}

// Below this a "line" is a seal's rim, a signature or a fold read as letters.
const leastConfidence = 0.35;
// A date or a number, however faint: it is told, with its doubt, and not lost.
const numberLike = /(?:\d[\d\p{L}./-]*){6}/u;
const leastOfNumber = 0.1;

/** Lines in reading order, boxes as fractions of the page; doubtful words are looked at twice. */
export async function readText(page: GreyImage, readers: TextReaders, signal?: AbortSignal): Promise<Line[]> {
  // The rules of a table part its cells: the finder needs them, the reader does not.
  const found = await readers.finder.find(page);
  const clear = withoutStreaks(page);
  const read = await readLines(clear, found, readers.reader, signal);
  const looked = await secondLook(clear, read, readers.reader, signal);
  return withNumerals(inOrder([...looked, ...dashRules(page, found).map(asRead)], page));
}

/** The same for a small picture with a word or two, read once. */
export async function readOnce(page: GreyImage, readers: TextReaders, signal?: AbortSignal): Promise<Line[]> {
  return inOrder(await readLines(page, await readers.finder.find(page), readers.reader, signal), page);
}

async function readLines(
  page: GreyImage,
  found: readonly FoundLine[],
  reader: LineReader,
  signal?: AbortSignal,
): Promise<ReadLine[]> {
  const cuts = found.map((line) => cutLine(page, line));
  const read = await reader.read(
    cuts.map((c) => c.picture),
    signal,
  );
  return found.map((line, i) => {
    const cut = cuts[i]!;
    const words = splitWords(read[i]!, cut.picture, cutDefaults.bandHeight);
    return { line, cut, words: withPowers(words, cut.picture) };
  });
}

function inOrder(lines: readonly ReadLine[], page: GreyImage): Line[] {
  const pieces = lines.filter(({ words }) => isText(words)).map((line) => place(line));
  return readingOrder(pieces).map(({ item }) => toLine(item, page));
}

/** A counted rule as one word. */
function asRead({ line, count }: DashRule): ReadLine {
  const [a, b] = line.corners;
  // As if cut at the page's own size: all of it is the rule.
  const width = b.x - a.x;
  const cut = { picture: { width, height: 0, data: new Uint8Array(0) }, scale: 1, margin: 0 };
  return { line, cut, words: [{ text: '-'.repeat(count), x: 0, width, confidence: 1 }] };
}

function isText(words: readonly ReadWord[]): boolean {
  const letters = words.reduce((n, w) => n + w.text.length, 0);
  if (letters === 0) return false;
  // A letter that no word here has, alone: a stroke of a pen or of a seal.
  const [only, more] = words;
  if (only && !more && only.text.length <= 2 && !isPlausible(only.text)) return false;
  const confidence = words.reduce((n, w) => n + w.confidence * w.text.length, 0) / letters;
  const least = words.length === 1 && numberLike.test(words[0]!.text) ? leastOfNumber : leastConfidence;
  return confidence >= least && words.some((w) => /[\p{L}\p{N}]|-{5}/u.test(w.text));
}

function toLine(p: ReadLine, page: GreyImage): Line {
  const words = p.words.map(({ x, width, ...word }): Word => ({ ...word, box: boxOf(p, x, width, page) }));
  const [a, , , d] = p.line.corners;
  return {
    box: union(words.map((w) => w.box)),
    words,
    height: Math.hypot(d.x - a.x, d.y - a.y) / page.height,
  };
}

/** Box of a stretch of the cut picture, back on the page. */
function boxOf(p: ReadLine, x: number, width: number, page: GreyImage): Box {
  const [a, b, , d] = p.line.corners;
  // Shares of the line: the band between the margins is all of it.
  const band = p.cut.picture.width - 2 * p.cut.margin;
  const from = (x - p.cut.margin) / band;
  const to = (x + width - p.cut.margin) / band;
  const at = (t: number) => ({ x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t });
  const down = { x: d.x - a.x, y: d.y - a.y };
  const corners = [at(from), at(to)].flatMap((q) => [q, { x: q.x + down.x, y: q.y + down.y }]);
  const left = clamp(Math.min(...corners.map((c) => c.x)) / page.width);
  const top = clamp(Math.min(...corners.map((c) => c.y)) / page.height);
  return [
    left,
    top,
    clamp(Math.max(...corners.map((c) => c.x)) / page.width) - left,
    clamp(Math.max(...corners.map((c) => c.y)) / page.height) - top,
  ];
}

const clamp = (v: number) => Math.max(0, Math.min(1, v));

function union(boxes: readonly Box[]): Box {
  const left = Math.min(...boxes.map((b) => b[0]));
  const top = Math.min(...boxes.map((b) => b[1]));
  return [
    left,
    top,
    Math.max(...boxes.map((b) => b[0] + b[2])) - left,
    Math.max(...boxes.map((b) => b[1] + b[3])) - top,
  ];
}
