// How long a paper counts, by its kind's term and its facts.
import { addMonths, isIsoDate } from '../../core/dates.ts';
import type { Fact, Validity } from '../../core/model.ts';
import type { Kind } from '../../lists/index.ts';

const dayOf = (facts: readonly Fact[], key: string): string | undefined => {
  const value = facts.find((fact) => fact.key === key)?.value;
  return value !== undefined && isIsoDate(value) ? value : undefined;
};

/**
 * First and last day. A kind without a term, or with a printed end that this paper does not print, is perpetual; a
 * term whose first day is unknown is neither perpetual nor ended.
 */
export function validityOf(kind: Kind, facts: readonly Fact[]): Validity {
  const start = dayOf(facts, 'co_gia_tri_tu') ?? dayOf(facts, 'ngay_ban_hanh') ?? dayOf(facts, 'ngay_cap');
  const from = start === undefined ? {} : { from: start };
  const { validity } = kind;
  if (validity === null) return { ...from, perpetual: true };
  if ('toField' in validity) {
    const end = dayOf(facts, validity.toField);
    if (end !== undefined) return { ...from, to: end, perpetual: false };
    return { ...from, perpetual: validity.perpetualText !== undefined };
  }
  const first = dayOf(facts, validity.fromField);
  const end = first ? addMonths(first, 'months' in validity ? validity.months : validity.years * 12) : null;
  return { ...from, ...(end ? { to: end } : {}), perpetual: false };
}
