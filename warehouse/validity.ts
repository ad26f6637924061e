// Whether a paper counts on a day: its term, and what was decided about it since.
import type { IsoDate } from '../core/model.ts';
import type { PaperRow } from '../core/ports.ts';

/**
 * `valid`; `not-yet` its first day is still to come; `expired` its last day is past; `void` revoked, superseded,
 * disputed or rejected; `unclear` no last day is known and it is not said to be perpetual.
 */
export type Standing = 'valid' | 'not-yet' | 'expired' | 'void' | 'unclear';

type Term = Pick<PaperRow, 'validFrom' | 'validTo' | 'perpetual' | 'legalStatus' | 'approval'>;

/** Both days of a term count. A year without a day stands for all of its days. `on` is a whole date. */
export function standingOn(paper: Term, on: IsoDate): Standing {
  const { validFrom, validTo, perpetual, legalStatus, approval } = paper;
  if (approval === 'rejected' || ['revoked', 'superseded', 'disputed'].includes(legalStatus)) return 'void';
  if (validTo !== null && on.slice(0, validTo.length) > validTo) return 'expired';
  if (legalStatus === 'expired') return 'expired';
  if (validFrom !== null && on.slice(0, validFrom.length) < validFrom) return 'not-yet';
  return validTo !== null || perpetual ? 'valid' : 'unclear';
}
