// The numbers at the top of the report of `sohoa try`. Pure.
import type { TryReport } from './try-data.ts';

export interface TryTotals {
  readonly papers: number;
  readonly pages: number;
  /** Papers by what would become of them; a file that is not accepted counts as one. */
  readonly filed: number;
  readonly review: number;
  readonly refused: number;
  /** Whole per cent of the three, in that order; they add up to 100 unless there is nothing. */
  readonly shares: readonly number[];
  readonly facts: number;
  /** Facts that nobody need type or look at. */
  readonly sure: number;
  readonly blank: number;
  readonly turned: number;
  readonly level: number;
  readonly marks: number;
  /** Bytes of the copies that would be kept, and the pages they hold. */
  readonly copyBytes: number;
  readonly copyPages: number;
  /** Null where nothing was read. */
  readonly pagesAMinute: number | null;
  /** Milliseconds a page by step, in the order of the steps. */
  readonly steps: readonly (readonly [step: string, milliseconds: number])[];
}

export function totalsOf(report: TryReport): TryTotals {
  const { papers, refused, speed } = report;
  const states = papers.map(({ paper }) => paper.state);
  const filed = states.filter((state) => state === 'filed').length;
  const stopped = states.filter((state) => state === 'refused' || state === 'failed').length;
  const review = states.length - filed - stopped;
  const pages = papers.flatMap((paper) => paper.pages.map(({ reading }) => reading));
  const facts = papers.flatMap((paper) => paper.facts);
  const copies = papers.filter(({ paper }) => paper.copyBytes !== null);
  const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
  return {
    papers: papers.length,
    pages: pages.length,
    filed,
    review,
    refused: refused.length + stopped,
    shares: wholeShares([filed, review, refused.length + stopped]),
    facts: facts.length,
    sure: facts.filter((fact) => fact.sure).length,
    blank: pages.filter((page) => page.blank).length,
    turned: pages.filter((page) => page.rotation !== 0).length,
    level: pages.filter((page) => page.skew !== 0).length,
    marks: sum(pages.map((page) => page.marks.length)),
    copyBytes: sum(copies.map(({ paper }) => paper.copyBytes ?? 0)),
    copyPages: sum(copies.map((paper) => paper.pages.length)),
    pagesAMinute:
      speed.pages.length > 0 && speed.wall > 0 ? (speed.pages.length * 60_000) / speed.wall : null,
    steps: stepMeans(speed.pages),
  };
}

/** Per cent without a decimal that add up to 100: the largest remainders are rounded up. */
export function wholeShares(counts: readonly number[]): number[] {
  const all = counts.reduce((a, b) => a + b, 0);
  if (all === 0) return counts.map(() => 0);
  const exact = counts.map((count) => (count * 100) / all);
  const shares = exact.map(Math.floor);
  const left = 100 - shares.reduce((a, b) => a + b, 0);
  const byRest = exact
    .map((value, index) => [value - Math.floor(value), index] as const)
    .sort((a, b) => b[0] - a[0]);
  for (const [, index] of byRest.slice(0, left)) shares[index]! += 1;
  return shares;
}

function stepMeans(pages: TryReport['speed']['pages']): [string, number][] {
  const names = [...new Set(pages.flatMap((page) => Object.keys(page)))];
  return names.map((name) => [name, pages.reduce((sum, page) => sum + (page[name] ?? 0), 0) / pages.length]);
}
