// Which words of a line the reader was not sure of, with the neighbours they are read with again.
import type { ReadWord } from '../../core/ports.ts';
import { isPlausible } from './plausible.ts';

/** Words read with less are looked at again, as are those whose form print does not have. */
const unsure = 0.8;
/** Lines read with less on average are signatures and rims of seals. */
const leastLine = 0.55;
const sureWord = 0.9;
/** Words beside the doubtful ones: the reader's language sense needs neighbours. */
const neighbours = 1;

/** Words from `from` to before `to` of a line. */
export interface Stretch {
  readonly of: number;
  readonly from: number;
  readonly to: number;
  /** Least of its doubtful words. */
  readonly confidence: number;
}

/** Stretches of a line's words to look at again; `of` names the line. None where the line is no print. */
export function doubtfulStretches(words: readonly ReadWord[], of: number): Stretch[] {
  if (!isPrint(words)) return [];
  const stretches: Stretch[] = [];
  words.forEach((word, i) => {
    if (!isDoubtful(word)) return;
    const last = stretches.at(-1);
    const to = Math.min(words.length, i + 1 + neighbours);
    const { confidence } = word;
    if (last && i - neighbours < last.to)
      stretches[stretches.length - 1] = { ...last, to, confidence: Math.min(confidence, last.confidence) };
    else stretches.push({ of, from: Math.max(0, i - neighbours), to, confidence });
  });
  return stretches;
}

/** Sure on the whole, or of one word: a long code read with doubt says little of the line. */
function isPrint(words: readonly ReadWord[]): boolean {
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  const mean = words.reduce((sum, { text, confidence }) => sum + confidence * text.length, 0) / letters;
  return (
    mean >= leastLine ||
    words.some((w) => w.confidence >= sureWord && /^\p{L}{2}/u.test(w.text) && isPlausible(w.text))
  );
}

export const isDoubtful = ({ text, confidence }: ReadWord): boolean =>
  confidence < unsure || !isPlausible(text);
