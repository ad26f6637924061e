// Roman numerals at the heads of a page's sections: bars that a reader runs together (II as H, III as HI) are told by
// the numbering they stand in.
import type { Line, Word } from '../../core/model.ts';

const numerals = 'I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX'.split(' ');
/** What bars and angles of a numeral are read as, beside themselves. */
const shape = /^(?=.*[IVXLH])(?:T(?=V))?[IVXLHUijlỊịÍÌ1|]{1,6}[.,]?$/u;
const bars: Readonly<Record<string, string>> = { H: 'II', U: 'II', V: 'V', X: 'X' };
/** How sure a numeral is that its neighbours confirm. */
const confirmed = 0.85;

interface Item {
  readonly line: number;
  readonly word: Word;
  /** Read as a numeral; null where it is none. */
  readonly value: number | null;
}

/** The lines with the numerals of their sections in order; a page without any stays as it is. */
export function withNumerals(lines: readonly Line[]): Line[] {
  const items = lines.flatMap((line, i): Item[] => {
    const [word, next] = line.words;
    if (!word || !next || !shape.test(word.text) || !/^\p{Lu}/u.test(next.text)) return [];
    const value = numerals.indexOf(word.text.replace(/[.,]$/, '')) + 1;
    return [{ line: i, word, value: value || null }];
  });
  if (items.length < 2) return [...lines];
  const runs = runsOf(items);
  const out = [...lines];
  items.forEach((item, i) => {
    const value = numberOf(runs, i);
    if (value === null || (item.value === value && item.word.text.endsWith('.'))) return;
    const numeral = numerals[value - 1];
    if (numeral === undefined || !alike(item.word.text, numeral)) return;
    const line = lines[item.line]!;
    out[item.line] = { ...line, words: [renumbered(item.word, `${numeral}.`), ...line.words.slice(1)] };
  });
  return out;
}

/** Items that count on by the same number: value less place. */
interface Run {
  readonly offset: number;
  readonly members: ReadonlySet<number>;
  /** Members right behind another: what misreading makes alike by chance hardly ever is. */
  readonly pairs: number;
}

function runsOf(items: readonly Item[]): Run[] {
  const byOffset = new Map<number, Set<number>>();
  items.forEach(({ value }, i) => {
    if (value !== null) byOffset.set(value - i, (byOffset.get(value - i) ?? new Set()).add(i));
  });
  return [...byOffset]
    .map(([offset, members]): Run => {
      const pairs = [...members].filter((i) => members.has(i + 1)).length;
      return { offset, members, pairs };
    })
    .filter(({ offset, members, pairs }) => pairs > 0 || (offset === 1 && members.has(0)));
}

/** The value its place in a run gives an item: a run it stands within before others, then the surest; null for none. */
function numberOf(runs: readonly Run[], of: number): number | null {
  const within = ({ members }: Run): boolean =>
    [...members].some((i) => i <= of) && [...members].some((i) => i >= of);
  const [best] = [...runs].sort(
    (a, b) => Number(within(b)) - Number(within(a)) || b.pairs - a.pairs || b.members.size - a.members.size,
  );
  return best ? best.offset + of : null;
}

/** The same strokes but for one or two of many. */
function alike(text: string, numeral: string): boolean {
  const strokes = [...text.replace(/[.,]$/, '')].map((letter) => bars[letter] ?? 'I').join('');
  return distance(strokes, numeral) <= (numeral.length >= 3 ? 2 : 1);
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}

const renumbered = (word: Word, text: string): Word =>
  text === word.text
    ? word
    : {
        ...word,
        text,
        confidence: Math.max(word.confidence, confirmed),
        firstRead: word.firstRead ?? word.text,
      };
