// The code a paper gets when it is filed (DESIGN 6): its parts now, its last number from a counter.
import { buildPaperCode, kindCodeFor } from '../../core/paper-code.ts';
import type { DepositRequest } from '../../core/ports-deposit.ts';
import type { DigitizeSettings, PaperWork } from '../paper.ts';
import type { PaperOwner } from '../understand/index.ts';

/** Null for a paper whose kind is not known. The sequence counts papers that share everything but the last part. */
export function codeOf(
  work: Pick<PaperWork, 'kind' | 'understanding' | 'dossier'>,
  owners: readonly PaperOwner[],
  settings: Pick<DigitizeSettings, 'agency' | 'paperCodeTemplate'>,
): DepositRequest['code'] {
  const { kind, understanding, dossier } = work;
  if (!kind || !understanding) return null;
  const [applicant] = dossier?.owners ?? [];
  const owner =
    owners.find((o) => applicant !== undefined && o.number === applicant.number) ??
    owners.find((o) => o.lead) ??
    owners[0];
  const parts = {
    owner: owner?.number ?? '',
    kind: kindCodeFor(kind, settings.agency),
    number: understanding.facts.find((f) => f.key === 'so_ky_hieu')?.value ?? '',
  };
  const make = (sequence: number) => buildPaperCode({ ...parts, sequence }, settings.paperCodeTemplate);
  return { sequence: make(0), make };
}
