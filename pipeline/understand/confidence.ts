// How probable a value is right: reading, place and form multiplied, agreement with other evidence on top.
import type { Box } from '../../core/model.ts';
import type { Candidate } from './candidate.ts';
import type { Token } from './page-layout.ts';

/** Reader's confidence of a word as the chance that it is read right, by piecewise interpolation. */
const curve: readonly (readonly [read: number, right: number])[] = [
  [0, 0.1],
  [0.3, 0.4],
  [0.5, 0.65],
  [0.7, 0.85],
  [0.8, 0.94],
  [0.88, 0.985],
  [0.95, 0.997],
  [1, 0.999],
];

export function chanceRead(confidence: number): number {
  for (const [i, [x, y]] of curve.entries()) {
    if (confidence > x) continue;
    const [x0, y0] = curve[i - 1] ?? [0, 0];
    return x === x0 ? y : y0 + ((confidence - x0) / (x - x0)) * (y - y0);
  }
  return 0.999;
}

/** Chance that all these words are read right; words of punctuation do not count. */
export const readChance = (tokens: readonly Token[], known?: ReadonlySet<Token>): number =>
  tokens
    .filter((token) => token.key !== '')
    .reduce(
      (product, token) =>
        product * chanceRead(known?.has(token) ? Math.max(token.confidence, 0.96) : token.confidence),
      1,
    );

/** Mean reader's confidence; 1 for none. */
export const meanConfidence = (tokens: readonly Token[]): number => {
  const words = tokens.filter((token) => token.key !== '');
  return words.length === 0 ? 1 : words.reduce((sum, token) => sum + token.confidence, 0) / words.length;
};

/** 0..1, meant as the probability that the value is right. */
export function confidenceOf(candidate: Candidate): number {
  const placed = 1 - (1 - candidate.place) * 0.6;
  const formed = 1 - (1 - candidate.quality) * 0.8;
  return Math.max(
    0.01,
    Math.min(0.995, readChance(candidate.tokens, candidate.known) ** 0.8 * placed * formed),
  );
}

/** Independent evidence that says the same leaves this much of the doubt. */
export const confirmed = (confidence: number, doubt = 0.25): number => 1 - (1 - confidence) * doubt;

/** The box round tokens of one page. */
export function boxOf(tokens: readonly Token[]): Box | undefined {
  if (tokens.length === 0) return undefined;
  const x0 = Math.min(...tokens.map((token) => token.box[0]));
  const y0 = Math.min(...tokens.map((token) => token.box[1]));
  const x1 = Math.max(...tokens.map((token) => token.box[0] + token.box[2]));
  const y1 = Math.max(...tokens.map((token) => token.box[1] + token.box[3]));
  return [x0, y0, x1 - x0, y1 - y0];
}
