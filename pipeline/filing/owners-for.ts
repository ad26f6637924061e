// Whose paper it is, with the numbers that the dossier knows where the paper prints none.

import type { OwnerRef } from '../../core/model.ts';
import { fold } from '../../core/text.ts';
import type { Lists } from '../../lists/index.ts';
import type { PaperWork } from '../paper.ts';
import { ownersOf, type PaperOwner } from '../understand/index.ts';

/**
 * Owners by the kind's roles. A paper without a number belongs to the dossier's owner of the same name and, where both
 * are known, the same birth; an owner without any number stays out until a clerk matches him.
 */
export function ownersFor(work: Pick<PaperWork, 'understanding' | 'dossier'>, lists: Lists): PaperOwner[] {
  const kind = work.understanding ? lists.kind(work.understanding.kind.code) : undefined;
  if (!kind || !work.understanding) return [];
  const known = work.dossier?.owners ?? [];
  return ownersOf(kind, work.understanding.facts)
    .map((owner) => (owner.number === '' ? withNumber(owner, known) : owner))
    .filter((owner) => owner.number !== '');
}

function withNumber(owner: PaperOwner, known: readonly OwnerRef[]): PaperOwner {
  const same = known.filter(
    (k) =>
      k.kind === owner.kind &&
      k.name !== undefined &&
      owner.name !== undefined &&
      fold(k.name) === fold(owner.name) &&
      (k.birth === undefined || owner.birth === undefined || k.birth === owner.birth),
  );
  const [only] = same;
  return only && same.length === 1 ? { ...owner, scheme: only.scheme, number: only.number } : owner;
}
