// Is a page filled in by hand? Its printed labels read well while what stands behind them does not.
import type { LabelledPage } from './find-labels.ts';
import type { Token } from './page-layout.ts';
import type { PartyTable } from './party-table.ts';
import { valueTokens } from './read-value.ts';

/** Words the reader is less sure of than of print. */
const doubtful = 0.85;

const doubtfulOf = (tokens: readonly Token[]): Token[] =>
  tokens.filter((token) => token.confidence < doubtful);

const share = (tokens: readonly Token[]): number =>
  tokens.length === 0 ? 0 : doubtfulOf(tokens).length / tokens.length;

/** Print in black has no colour at all; a dark pen leaves a trace in every word. */
const trace = 0.015;
/** Share of words in coloured ink. */
export const inked = (tokens: readonly Token[]): number =>
  tokens.length === 0 ? 0 : tokens.filter((token) => token.colour >= trace).length / tokens.length;

/** Tokens of labels and of the values behind them or in a party's column. */
function labelsAndValues(
  page: LabelledPage,
  table: PartyTable | null,
): { labelled: Token[]; values: Token[] } {
  const { layout, labels } = page;
  const labelled = new Set<Token>();
  const values = new Set<Token>();
  for (const hit of labels.hits.filter((candidate) => candidate.strength >= 0.7)) {
    for (const token of layout.flow.slice(hit.start, hit.last + 1)) labelled.add(token);
    if (!hit.colon) continue;
    for (const token of valueTokens(page, hit, 'name')?.tokens ?? []) values.add(token);
  }
  if (table) {
    const edge = Math.min(...[...table.columns.values()].map((column) => column[0]));
    for (const token of layout.flow) {
      if (token.box[1] < table.top || token.box[1] > table.bottom) continue;
      (token.box[0] + token.box[2] / 2 < edge ? labelled : values).add(token);
    }
  }
  const words = (tokens: Iterable<Token>): Token[] =>
    [...tokens].filter((token) => token.key !== '' && !token.dotted);
  return { labelled: words(labelled), values: words(values).filter((token) => !labelled.has(token)) };
}

/** True where at least an eighth of the values is doubtful, or a third inked in colour, and hardly any label is. */
export function isFilledByHand(page: LabelledPage, table: PartyTable | null): boolean {
  const { labelled, values } = labelsAndValues(page, table);
  if (values.length < 8) return false;
  const doubts = share(values);
  if (inked(values) > 0.3 && inked(labelled) < 0.1) return true;
  // One doubtful label among a dozen is chance.
  const printed = Math.max(0, doubtfulOf(labelled).length - 1) / Math.max(1, labelled.length);
  return doubts >= 0.115 && doubts > 2.5 * printed && doubtfulOf(values).length >= 3;
}
