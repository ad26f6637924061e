// Makes read pages from lines of text with places, for tests: what a reader would give of a layout.
import type { Line, Mark, PageReading, Word } from '../../../core/model.ts';

/** Millimetres on an A4 page; `x` is the left edge, the middle or the right edge by `align`. */
export interface MadeLine {
  readonly text: string;
  readonly x?: number;
  readonly align?: 'left' | 'centre' | 'right';
  /** Top; default: below the line before. */
  readonly y?: number;
  /** Points. */
  readonly size?: number;
  /** Confidence of every word, or of the words named. */
  readonly confidence?: number;
  readonly doubts?: Readonly<Record<string, number>>;
  readonly colour?: number;
  /** Share of coloured ink of the words named; the other words of such a line are black. */
  readonly inks?: Readonly<Record<string, number>>;
  /** More lines beside this one, at the same height. */
  readonly beside?: readonly MadeLine[];
}

const [pageWidth, pageHeight] = [210, 297];
const millimetres = (points: number): number => points * 0.3528;
const letterWidth = (letter: string, size: number): number =>
  millimetres(size) * (/\p{Lu}/u.test(letter) ? 0.64 : /[ .,:;il1'-]/.test(letter) ? 0.27 : 0.46);
const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, letter) => sum + letterWidth(letter, size), 0);

function made(line: MadeLine, y: number): Line {
  const size = line.size ?? 13;
  const width = widthOf(line.text, size);
  const at = line.x ?? (line.align === 'centre' ? 112 : line.align === 'right' ? 192 : 30);
  let x = line.align === 'centre' ? at - width / 2 : line.align === 'right' ? at - width : at;
  const height = millimetres(size) * 1.15;
  const words: Word[] = [];
  for (const text of line.text.split(' ')) {
    const wide = widthOf(text, size);
    const confidence = line.doubts?.[text] ?? line.confidence ?? 0.96;
    if (text !== '')
      words.push({
        text,
        box: [x / pageWidth, y / pageHeight, wide / pageWidth, height / pageHeight],
        confidence,
        ...(line.inks ? { colour: line.inks[text] ?? 0 } : {}),
      });
    x += wide + letterWidth(' ', size);
  }
  const [first, last] = [words[0]?.box ?? [0, 0, 0, 0], words.at(-1)?.box ?? [0, 0, 0, 0]];
  return {
    box: [first[0], first[1], last[0] + last[2] - first[0], first[3]],
    words,
    height: height / pageHeight,
    colour: line.colour ?? 0,
  };
}

/** One upright A4 page at 300 dpi; strings are lines at the left margin, an empty one leaves a gap. */
export function page(
  lines: readonly (string | MadeLine)[],
  options: { number?: number; marks?: readonly Mark[] } = {},
): PageReading {
  const out: Line[] = [];
  let y = 20;
  for (const entry of lines) {
    const line = typeof entry === 'string' ? { text: entry } : entry;
    y = line.y ?? y;
    if (line.text !== '') out.push(made(line, y));
    for (const other of line.beside ?? []) out.push(made(other, other.y ?? y));
    y += line.text === '' ? 5 : millimetres(line.size ?? 13) * 1.5;
  }
  return {
    number: options.number ?? 1,
    blank: out.length === 0,
    rotation: 0,
    skew: 0,
    text: { width: 2480, height: 3508, dpi: 300, lines: out },
    marks: options.marks ?? [],
    problems: [],
  };
}

/** A line in the middle of the page. */
export const centred = (text: string, size = 13): MadeLine => ({ text, align: 'centre', size });
/** Lines of the two columns of an official head, row by row. */
export const head = (left: readonly string[], right: readonly string[]): MadeLine[] =>
  Array.from({ length: Math.max(left.length, right.length) }, (_, i) => ({
    text: left[i] ?? '',
    x: 67,
    align: 'centre' as const,
    size: 12,
    y: 20 + i * 6,
    beside: right[i] ? [{ text: right[i], x: 146, align: 'centre' as const, size: 12 }] : [],
  }));
/** The state title as most heads print it. */
export const state = ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'];
/** Rank lines and a name in the lower right, room for a signature between. */
export const signed = (ranks: readonly string[], name: string, x = 148): MadeLine[] => [
  ...ranks.map((text) => ({ text, x, align: 'centre' as const })),
  { text: '' },
  { text: '' },
  { text: '' },
  { text: '' },
  { text: name, x, align: 'centre' as const },
];
