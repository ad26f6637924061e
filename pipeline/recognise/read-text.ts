// Upright page -> words with boxes: find the lines, cut them out, read them, put them in order.
import type { Box, Line, Word } from '../../core/model.ts';
import type { FoundLine, GreyImage, LineFinder, LineReader, ReadWord } from '../../core/ports.ts';
import { type CutLine, cutLine } from './cut-line.ts';
import { place, readingOrder } from './reading-order.ts';

export interface TextReaders {
  readonly finder: LineFinder;
  readonly reader: LineReader;
}

// Below this a "line" is a seal's rim, a signature or a fold read as letters.
const leastConfidence = 0.35;

/** Lines in reading order, boxes as fractions of the page. */
export async function readText(page: GreyImage, readers: TextReaders, signal?: AbortSignal): Promise<Line[]> {
  const found = await readers.finder.find(page);
  const cuts = found.map((line) => cutLine(page, line));
  const read = await readers.reader.read(
    cuts.map((c) => c.picture),
    signal,
  );
  const pieces = found
    .map((line, i) => ({ line, cut: cuts[i]!, words: read[i]! }))
    .filter((p) => isText(p.words))
    .map((p) => place(p));
  return readingOrder(pieces).map((p) => toLine(p.item, page));
}

function isText(words: readonly ReadWord[]): boolean {
  const letters = words.reduce((n, w) => n + w.text.length, 0);
  if (letters === 0) return false;
  const confidence = words.reduce((n, w) => n + w.confidence * w.text.length, 0) / letters;
  return confidence >= leastConfidence && words.some((w) => /[\p{L}\p{N}]/u.test(w.text));
}

function toLine(p: { line: FoundLine; cut: CutLine; words: readonly ReadWord[] }, page: GreyImage): Line {
  const words = p.words.map(
    (w): Word => ({ text: w.text, confidence: w.confidence, box: boxOf(p, w.x, w.width, page) }),
  );
  const [a, , , d] = p.line.corners;
  return {
    box: union(words.map((w) => w.box)),
    words,
    height: Math.hypot(d.x - a.x, d.y - a.y) / page.height,
  };
}

/** Box of a stretch of the cut picture, back on the page. */
function boxOf(p: { line: FoundLine; cut: CutLine }, x: number, width: number, page: GreyImage): Box {
  const [a, b, , d] = p.line.corners;
  const long = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const from = ((x - p.cut.margin) * p.cut.scale) / long;
  const to = ((x + width - p.cut.margin) * p.cut.scale) / long;
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
