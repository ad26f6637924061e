// A paper cut, turned or scanned anew at a clerk's word: what the runner needs to know of it.
import { hashOfJson } from '../../core/canonical-json.ts';
import type { PageReading, Understanding } from '../../core/model.ts';
import type { Clock } from '../../core/ports.ts';
import type { ReplacedPaper } from '../../core/ports-deposit.ts';
import type { EvidenceLine } from '../filing/evidence.ts';
import type { CarriedWord, Recut } from '../request.ts';
import type { PaperPages } from '../split/split-run.ts';
import { kindSaid } from './doubts.ts';
import type { StoredPaper } from './stored-paper.ts';

/** The pages of each cut; a dossier sheet says nothing any more. */
export const cutsAt = (cuts: readonly (readonly number[])[], pages: readonly PageReading[]): PaperPages[] =>
  cuts.map((numbers) => ({
    pages: pages.filter(({ number }) => numbers.includes(number)),
    dossierCode: null,
  }));

interface CutNow {
  readonly pages: readonly PageReading[];
  /** The last of the new papers, all others filed. */
  readonly last: boolean;
  readonly officer: string;
  readonly clock: Clock;
}

/** The chain of a new paper begins with what the clerk did; the old ones go with the last. */
export function recutOf(
  recut: Recut | undefined,
  { pages, last, officer, clock }: CutNow,
): { replaces?: readonly ReplacedPaper[]; evidence?: readonly EvidenceLine[]; carried?: CarriedWord } {
  if (!recut) return {};
  const line: EvidenceLine = {
    step: `review-${recut.what}`,
    version: 1,
    at: clock.now().toISOString(),
    actor: officer,
    input: hashOfJson(recut.replaces.map(({ id }) => id)),
    output: hashOfJson({ pages: pages.map(({ number }) => number), turns: [...recut.turns] }),
  };
  const carried = recut.carried ? { carried: recut.carried } : {};
  return { replaces: last ? recut.replaces : [], evidence: [line], ...carried };
}

/** What a clerk has said stands, whatever the machine reads now. */
export function withCarried(read: Understanding, { kind, facts }: CarriedWord): Understanding {
  const said = new Set(facts.map(({ key }) => key));
  return {
    ...read,
    facts: [...read.facts.filter(({ key }) => !said.has(key)), ...facts],
    problems: read.problems.filter(
      ({ code, field }) => !(field && said.has(field)) && !(kind && code.endsWith('.kind-unsure')),
    ),
  };
}

/** A clerk's word on a paper as a whole, for what takes its place; the places on its pages hold no longer. */
export function carriedFrom(stored: readonly StoredPaper[]): CarriedWord {
  const chosen = stored.find(kindSaid);
  const facts = stored
    .flatMap(({ understanding }) => understanding.facts)
    .filter(({ origin }) => origin === 'clerk')
    .map(({ box: _, page: __, ...fact }) => fact);
  return { facts, ...(chosen?.paper.kind ? { kind: chosen.paper.kind } : {}) };
}
