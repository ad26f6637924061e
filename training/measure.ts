// Reads held-out lines with two models through the product's own reader and says which errs less.
import type { LineReader } from '../core/ports.ts';
import { cutDefaults } from '../pipeline/recognise/cut-line.ts';
import { findNativeTesseract, openNativeReader } from '../pipeline/recognise/tesseract-native.ts';
import type { LabelledLine } from './cut-pages.ts';
import { linesOfPage, type SetPlan } from './make-set.ts';

export interface Figures {
  readonly lines: number;
  /** Characters wrong of characters printed. */
  readonly characters: number;
  /** Words right of words printed. */
  readonly words: number;
  /** Words right but for their marks, of words printed. */
  readonly tones: number;
  /** Words with a digit that are wrong, of those printed. */
  readonly numbers: number;
  /** Words with capitals at the head (names and the like) that are wrong, of those printed. */
  readonly names: number;
  /** How often a right word is surer than a wrong one: 0.5 is chance, 1 perfect. */
  readonly separation: number;
}

/** Lines of pages nobody trained on, cut as the product cuts them. */
export async function heldOutLines(plan: Omit<SetPlan, 'folder'>): Promise<LabelledLine[]> {
  const lines: LabelledLine[] = [];
  for (let page = 1; page <= plan.pages; page++) {
    lines.push(...(await linesOfPage(plan, page, () => cutDefaults)));
    plan.told?.(page);
  }
  return lines;
}

/** @throws where no `tesseract` is installed. */
export async function measureModel(model: string, lines: readonly LabelledLine[]): Promise<Figures> {
  const tesseract = findNativeTesseract();
  if (!tesseract) throw new Error('measuring needs an installed tesseract');
  const reader = await openNativeReader(tesseract, { model });
  try {
    return await figuresOf(reader, lines);
  } finally {
    await reader.close();
  }
}

async function figuresOf(reader: LineReader, lines: readonly LabelledLine[]): Promise<Figures> {
  const sum = {
    chars: 0,
    wrong: 0,
    words: 0,
    right: 0,
    bare: 0,
    numbers: 0,
    numbersWrong: 0,
    names: 0,
    namesWrong: 0,
  };
  const sure: { readonly confidence: number; readonly right: boolean }[] = [];
  const read = await reader.read(lines.map((line) => line.picture));
  lines.forEach((line, i) => {
    const truth = plain(line.text);
    const words = read[i]!.map((word) => ({ ...word, text: plain(word.text) })).filter((word) => word.text);
    const given = words.map((word) => word.text).join(' ');
    sum.chars += truth.length;
    sum.wrong += distance(truth, given);
    const left = counted(given.split(' '));
    const leftBare = counted(given.split(' ').map(bare));
    for (const word of truth.split(' ')) {
      const right = take(left, word);
      sum.words++;
      sum.right += right ? 1 : 0;
      sum.bare += take(leftBare, bare(word)) ? 1 : 0;
      if (/\d/.test(word)) sum.numbers++;
      if (/\d/.test(word) && !right) sum.numbersWrong++;
      if (/^\p{Lu}/u.test(word)) sum.names++;
      if (/^\p{Lu}/u.test(word) && !right) sum.namesWrong++;
    }
    const printed = counted(truth.split(' '));
    for (const word of words) sure.push({ confidence: word.confidence, right: take(printed, word.text) });
  });
  return {
    lines: lines.length,
    characters: sum.wrong / sum.chars,
    words: sum.right / sum.words,
    tones: (sum.bare - sum.right) / sum.words,
    numbers: sum.numbersWrong / Math.max(1, sum.numbers),
    names: sum.namesWrong / Math.max(1, sum.names),
    separation: separation(sure),
  };
}

/** Dotted leaders say nothing; how many dots there are is nobody's question. */
const plain = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[.…_]{3,}/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
const bare = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
const counted = (words: readonly string[]) => {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};
function take(left: Map<string, number>, word: string): boolean {
  const count = left.get(word) ?? 0;
  if (count > 0) left.set(word, count - 1);
  return count > 0;
}

function distance(a: string, b: string): number {
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++)
      row.push(Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    last = row;
  }
  return last[b.length]!;
}

/** Area under the curve: share of pairs (right, wrong) in which the right one has more confidence. */
function separation(words: { readonly confidence: number; readonly right: boolean }[]): number {
  const wrong = words.filter((word) => !word.right);
  const right = words.filter((word) => word.right);
  let won = 0;
  for (const w of wrong)
    for (const r of right) won += r.confidence > w.confidence ? 1 : r.confidence === w.confidence ? 0.5 : 0;
  return wrong.length && right.length ? won / (wrong.length * right.length) : 1;
}

/** Empty where the new model may replace the old: words, names, numbers and tones all hold or gain. */
export const losses = (stock: Figures, own: Figures): string[] =>
  [
    own.characters > stock.characters ? 'characters' : '',
    own.words < stock.words ? 'words' : '',
    own.tones > stock.tones ? 'tones' : '',
    own.numbers > stock.numbers ? 'numbers' : '',
    own.names > stock.names ? 'names' : '',
  ].filter(Boolean);
