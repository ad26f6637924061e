// A second look at words the reader was not sure of: cut out again at two other sizes, read, and put to the vote.
import type { FoundLine, GreyImage, LineReader, Point, ReadWord } from '../../core/ports.ts';
import { type CutLine, cutDefaults, cutLine } from './cut-line.ts';
import { darkPrint, paleness } from './dark-print.ts';
import { doubtfulStretches, isDoubtful, type Stretch } from './doubtful.ts';
import { evidenceFor } from './evidence.ts';
import { splitWords } from './split-words.ts';
import { withPowers } from './square-metres.ts';
import { type Reading, vote } from './vote.ts';

/** A found line as read. */
export interface ReadLine {
  readonly line: FoundLine;
  readonly cut: CutLine;
  readonly words: readonly ReadWord[];
}

/** Heights of the band when looked at again: print that one size blurs or breaks, another does not. */
const heights = [36, 60] as const;
/** Stretches of a page at most: a page with more is no print, and has cost enough. */
const mostStretches = 24;
/** Times the page's usual share of pale ink from which a stamp or pencil lies over the words. */
const overlaid = 1.25;

/** The lines with doubtful words decided anew. Costs nothing where there are none. */
export async function secondLook(
  page: GreyImage,
  lines: readonly ReadLine[],
  reader: LineReader,
  signal?: AbortSignal,
): Promise<ReadLine[]> {
  const stretches = lines
    .flatMap((line, of) => doubtfulStretches(line.words, of))
    .sort((a, b) => a.confidence - b.confidence || a.of - b.of || a.from - b.from)
    .slice(0, mostStretches);
  if (stretches.length === 0) return [...lines];
  const usual = median(lines.map(({ cut }) => paleness(cut.picture)));
  const looks = stretches.flatMap((stretch) => looksAt(page, lines[stretch.of]!, { stretch, usual }));
  const read = await reader.read(
    looks.map(({ cut }) => cut.picture),
    signal,
  );
  const again = looks.map(({ stretch, cut, bandHeight, start }, i): Again => {
    const words = withPowers(splitWords(read[i]!, cut.picture, bandHeight), cut.picture);
    return { stretch, words: words.map((word) => onLine(word, cut, start)) };
  });
  return lines.map((line, of) =>
    decided(
      line,
      again.filter(({ stretch }) => stretch.of === of),
    ),
  );
}

/** A stretch cut out in one of the ways. */
interface Look {
  readonly stretch: Stretch;
  readonly cut: CutLine;
  readonly bandHeight: number;
  /** Where the cut begins along the line, pixels of the page. */
  readonly start: number;
}

/** At both heights, and without its paler ink where more of that lies over the stretch than is `usual` on the page. */
function looksAt(page: GreyImage, whole: ReadLine, of: { stretch: Stretch; usual: number }): Look[] {
  const { line, start } = partOf(whole, of.stretch);
  const looks = heights.map((bandHeight): Look => {
    return {
      stretch: of.stretch,
      start,
      bandHeight,
      cut: cutLine(page, line, { ...cutDefaults, bandHeight }),
    };
  });
  const cut = cutLine(page, line);
  if (paleness(cut.picture) < overlaid * of.usual) return looks;
  const dark = { ...cut, picture: darkPrint(cut.picture) };
  return [...looks, { stretch: of.stretch, start, bandHeight: cutDefaults.bandHeight, cut: dark }];
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** The stretch as a line of its own, with half the white round it. */
function partOf({ line, cut, words }: ReadLine, { from, to }: Stretch): { line: FoundLine; start: number } {
  const [a, b, c, d] = line.corners;
  const long = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const ends = words.map((word) => onLine(word, cut, 0));
  const before = ends[from - 1];
  const behind = ends[to];
  const start = before ? (before.to + ends[from]!.from) / 2 : Math.min(0, ends[from]!.from);
  const end = behind ? (ends[to - 1]!.to + behind.from) / 2 : long;
  const at = (p: Point, q: Point, way: number): Point => ({
    x: p.x + ((q.x - p.x) * way) / long,
    y: p.y + ((q.y - p.y) * way) / long,
  });
  const corners = [at(a, b, start), at(a, b, end), at(d, c, end), at(d, c, start)] as const;
  return { line: { ...line, corners }, start };
}

/** A word with its place along the line in pixels of the page. */
interface Along {
  readonly word: ReadWord;
  readonly from: number;
  readonly to: number;
}

const onLine = (word: ReadWord, cut: CutLine, start: number): Along => ({
  word,
  from: start + (word.x - cut.margin) * cut.scale,
  to: start + (word.x + word.width - cut.margin) * cut.scale,
});

interface Again {
  readonly stretch: Stretch;
  readonly words: readonly Along[];
}

function decided(line: ReadLine, again: readonly Again[]): ReadLine {
  if (again.length === 0) return line;
  const places = line.words.map((word) => onLine(word, line.cut, 0));
  const words = line.words.flatMap((word, i) => {
    const looks = again.filter(({ stretch }) => stretch.from <= i && i < stretch.to);
    if (looks.length === 0 || !isDoubtful(word)) return [word];
    const others = looks.map(({ words }) => readingOf(words, places, i)).filter((r) => r !== null);
    const evidence = evidenceFor(line.words[i - 1]?.text, line.words[i + 1]?.text);
    return withReading(word, vote(word, others, evidence));
  });
  return { ...line, words };
}

/** What was read this time where the word stands; null where it ran together with its neighbour. */
function readingOf(read: readonly Along[], places: readonly Along[], of: number): Reading | null {
  const mine = read.filter((word) => overlap(word, places[of]!) > 0.5 * (word.to - word.from));
  if (mine.length === 0) return null;
  const shared = mine.some((word) =>
    places.some((other, i) => i !== of && overlap(word, other) > 0.5 * (other.to - other.from)),
  );
  if (shared) return null;
  return {
    text: mine.map(({ word }) => word.text).join(' '),
    confidence: Math.min(...mine.map(({ word }) => word.confidence)),
  };
}

const overlap = (a: Along, b: Along): number => Math.min(a.to, b.to) - Math.max(a.from, b.from);

/** The word as decided, in as many parts as it fell into; what it was at first is kept beside it. */
function withReading(word: ReadWord, { text, confidence }: Reading): ReadWord[] {
  if (text === word.text) return [{ ...word, confidence }];
  const parts = text.split(' ');
  const letters = text.length;
  let x = word.x;
  return parts.map((part) => {
    const width = Math.round((word.width * part.length) / letters);
    const made = { ...word, text: part, confidence, x, width, firstRead: word.text };
    x += width + Math.round(word.width / letters);
    return made;
  });
}
