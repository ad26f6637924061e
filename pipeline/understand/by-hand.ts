// Tells facts written by hand: on forms filled in, in pen's ink among black print, numbers set apart by pen.
import type { OwnerRef } from '../../core/model.ts';
import type { KindField } from '../../lists/index.ts';
import type { Candidate } from './candidate.ts';
import type { CollectedFacts } from './collect-facts.ts';
import type { LabelledPage } from './find-labels.ts';
import { inked, isFilledByHand } from './hand-filled.ts';
import type { PageLayout, Token } from './page-layout.ts';
import { isPenned } from './read-typed.ts';

/** A dark pen is faint in every word; coloured print is strong. */
const faint = 0.2;
/** A serial number may be printed in red; what else stands coloured behind a black label was written there. */
const isSerial = (type: KindField['type'], value: string): boolean =>
  type === 'number' && /^\p{Lu}{0,2}\s?\d{5,}$/u.test(value);

/** Is the value in ink of another colour than the black print beside it, and not plainly coloured print? */
function isInked(type: KindField['type'], fact: Candidate, page: PageLayout | undefined): boolean {
  if (page === undefined || fact.tokens.length === 0 || inked(fact.tokens) < 0.5) return false;
  const isFaint = fact.tokens.every((token) => token.colour < faint);
  const words = page.flow.filter((token) => token.key !== '');
  const own = new Set(fact.tokens);
  const rows = new Set(fact.tokens.map((token) => token.segment.row));
  const beside = [...rows].flatMap((row) => page.rows[row] ?? []).flatMap((segment) => segment.tokens);
  const black = inked(beside.filter((token) => token.key !== '' && !own.has(token))) < 0.3;
  return black && (isFaint ? inked(words) < 0.5 : !isSerial(type, fact.value));
}

/** The test whether a fact of the paper is written by hand. */
export function handTest(
  found: CollectedFacts,
  pages: readonly LabelledPage[],
): (field: Pick<KindField, 'key' | 'type'>, fact: Candidate) => boolean {
  const layouts = new Map(pages.map(({ layout }) => [layout.page, layout]));
  const filled = new Set(
    pages
      .filter((page) => isFilledByHand(page, found.tables.get(page.layout.page) ?? null))
      .map(({ layout }) => layout.page),
  );
  const number = found.facts.get('so_ky_hieu');
  const penned = number !== undefined && isPenned(number.tokens);
  return ({ key, type }, fact) => {
    if (penned && (key === 'so_ky_hieu' || fact.evidence.includes('layout:header-date'))) return true;
    // Stamps and signatures colour what is printed below them.
    const printed = fact.evidence.some((source) =>
      /^layout:(header-(issuer|superior)|signature-(name|rank|unit)|unit|subject|title)/.test(source),
    );
    return !printed && (filled.has(fact.page) || isInked(type, fact, layouts.get(fact.page)));
  };
}

/**
 * Below this a value written by hand is left out: guessing a person's hand helps nobody. A misread digit is another
 * digit, while a misread name is seldom a name; of penned numbers and days that read well one in three was another.
 */
export const leastByHand = (type: KindField['type']): number =>
  type === 'number' || type === 'id' || type === 'date' ? 1 : 0.8;

/** Ink of a stamp over black print: digits below it may be others. */
export const isStamped = (tokens: readonly Token[]): boolean =>
  tokens.some((token) => token.colour > 0.05 && token.colour < 0.3);

/** Is this the number or the name of someone the clerk named? Chance does not write that. */
export const isOwners = (value: string, owners: readonly OwnerRef[]): boolean =>
  owners.some(
    (owner) =>
      (value.length > 8 && owner.number === value) ||
      (value.includes(' ') && owner.name?.normalize('NFC').toLowerCase() === value.toLowerCase()),
  );
