// Whether a paper counts on a day, as a table.
import { expect, test } from 'vitest';
import { paperRow } from './testing/rows.ts';
import { type Standing, standingOn } from './validity.ts';

const limited = { perpetual: false, validFrom: null } as const;
const cases: [what: string, paper: Parameters<typeof paperRow>[0], on: string, standing: Standing][] = [
  ['perpetual', { perpetual: true, validTo: null }, '2026-11-22', 'valid'],
  ['the last day counts', { ...limited, validTo: '2026-11-22' }, '2026-11-22', 'valid'],
  ['the day after', { ...limited, validTo: '2026-11-22' }, '2026-11-23', 'expired'],
  ['a year counts to its end', { ...limited, validTo: '2026' }, '2026-12-31', 'valid'],
  ['the year after', { ...limited, validTo: '2026' }, '2027-01-01', 'expired'],
  ['the first day counts', { perpetual: true, validFrom: '2026-11-22' }, '2026-11-22', 'valid'],
  ['the day before', { perpetual: true, validFrom: '2026-11-22' }, '2026-11-21', 'not-yet'],
  ['a year counts from its beginning', { perpetual: true, validFrom: '2026' }, '2026-01-01', 'valid'],
  ['the year before', { perpetual: true, validFrom: '2026' }, '2025-12-31', 'not-yet'],
  ['no last day, not perpetual', { ...limited, validTo: null }, '2026-11-22', 'unclear'],
  ['said to be expired', { perpetual: true, legalStatus: 'expired' }, '2026-11-22', 'expired'],
  ['revoked', { perpetual: true, legalStatus: 'revoked' }, '2026-11-22', 'void'],
  ['superseded', { perpetual: true, legalStatus: 'superseded' }, '2026-11-22', 'void'],
  ['disputed', { perpetual: true, legalStatus: 'disputed' }, '2026-11-22', 'void'],
  ['rejected by a supervisor', { perpetual: true, approval: 'rejected' }, '2026-11-22', 'void'],
  ['not yet approved', { perpetual: true, approval: 'pending' }, '2026-11-22', 'valid'],
];

test.each(cases)('%s', (_, paper, on, standing) => {
  expect(standingOn(paperRow(paper), on)).toBe(standing);
});
