// Dates that cannot be: issued or born after the paper was handed in, born after it was issued.
import type { Fact, IsoDate, Problem } from '../../core/model.ts';

/** Keys of days that lie before the paper is handed in. */
const past = /^(ngay_(ban_hanh|lam_don|cap|sinh|chet|thong_qua))/;
const doubtful = 0.5;

/** Is the first day later than the second? A year alone is compared as a year. */
const after = (a: IsoDate, b: IsoDate): boolean => {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) > b.slice(0, length);
};

/** Facts whose dates contradict the day of reception or each other lose their certainty; one problem each. */
export function checkDates(
  facts: readonly Fact[],
  received: IsoDate | undefined,
): { facts: Fact[]; problems: Problem[] } {
  const issued = facts.find((fact) => fact.key === 'ngay_ban_hanh')?.value;
  const impossible = (fact: Fact): boolean => {
    if (!past.test(fact.key)) return false;
    if (received !== undefined && after(fact.value, received)) return true;
    return fact.key.startsWith('ngay_sinh') && issued !== undefined && after(fact.value, issued);
  };
  const wrong = new Set(facts.filter(impossible).map((fact) => fact.key));
  const problems = [...wrong].map((field) => ({ code: 'understand.date-impossible', field }));
  const checked = facts.map((fact) =>
    wrong.has(fact.key)
      ? {
          ...fact,
          confidence: Math.min(fact.confidence, doubtful),
          evidence: [...fact.evidence, 'check:date'],
        }
      : fact,
  );
  return { facts: checked, problems };
}
