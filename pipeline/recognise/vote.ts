// Which of several readings of one word holds. Only what was read can win; lists are evidence between readings.
import { coreOf, isPlausible } from './plausible.ts';

/** One reading of a word. */
export interface Reading {
  /** May hold a space where the word fell in two. */
  readonly text: string;
  readonly confidence: number;
}

/** How well official prose or a list of names knows a word between its neighbours: 0 not at all, 1 as a set phrase. */
export type Evidence = (text: string) => number;

// A reading weighs this beside its confidence; one whose form print does not have weighs less.
const voice = 0.5;
const unlikely = 0.4;
const listed = 0.6;
/** The first reading saw the whole line: where it makes sense, one other alone does not outdo it. */
const sense = 0.4;
// One reader errs the same way twice: how sure agreement makes a doubtful reading at most, as counted on scans (of words
// confirmed 84 in 100 were right, of words changed 95).
const confirmed = { word: 0.74, number: 0.86 };
const changed = 0.83;
/** Readings of a number that differ leave it this sure at most. */
const doubtful = 0.5;

/**
 * The reading that holds, `first` itself where nothing speaks against it. Numbers, dates and codes are no matter of
 * likelihood: another reading takes their place only where all others agree, or where the first cannot be.
 */
export function vote(first: Reading, others: readonly Reading[], evidence: Evidence): Reading {
  if (others.length === 0) return first;
  if ([first, ...others].some(({ text }) => /\d/.test(text))) return voteNumber(first, others);
  let best = first;
  let most = 0;
  for (const reading of [first, ...others]) {
    const before = reading === first && first.text.split(' ').every(isPlausible) ? sense : 0;
    const weight = weightOf(reading.text, [first, ...others], evidence) + before;
    if (weight > most) [best, most] = [reading, weight];
  }
  if (best.text !== first.text) return sure(best, [first, ...others], changed);
  return sure(first, [first, ...others], Math.max(confirmed.word, first.confidence));
}

function weightOf(text: string, readings: readonly Reading[], evidence: Evidence): number {
  const voices = readings.filter((r) => r.text === text).reduce((sum, r) => sum + voice + r.confidence, 0);
  return voices * (text.split(' ').every(isPlausible) ? 1 : unlikely) + listed * evidence(coreOf(text));
}

/** As sure as the surest that read it so, but no surer than `most`. */
function sure({ text }: Reading, readings: readonly Reading[], most: number): Reading {
  const surest = Math.max(...readings.filter((r) => r.text === text).map((r) => r.confidence));
  return { text, confidence: Math.min(surest, most) };
}

function voteNumber(first: Reading, others: readonly Reading[]): Reading {
  const [one] = others;
  if (!isPlausible(first.text)) {
    const possible = [...new Set(others.map(({ text }) => text))].filter(isPlausible);
    const text = possible.length === 1 ? possible[0]! : first.text;
    const alike = possible.length === 1 && others.every((other) => other.text === text);
    const { confidence } = sure({ text, confidence: 0 }, [first, ...others], changed);
    return { text, confidence: alike ? confidence : Math.min(doubtful, confidence) };
  }
  if (others.some(({ text }) => text === first.text))
    return sure(first, [first, ...others], confirmed.number);
  const alike = others.length > 1 && others.every(({ text }) => text === one!.text);
  if (alike && isPlausible(one!.text))
    return { text: one!.text, confidence: Math.min(changed, ...others.map((r) => r.confidence)) };
  return { text: first.text, confidence: Math.min(doubtful, first.confidence) };
}
