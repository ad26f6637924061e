// Further owners of a role that repeats: the same labels again, before the paper goes on to something else.
import type { Kind, OwnerRole } from '../../lists/index.ts';
import type { Candidate } from './candidate.ts';
import type { LabelledPage } from './find-labels.ts';
import { type LabelCandidate, labelCandidates } from './label-facts.ts';
import { personLikeness } from './read-name.ts';

/** Key of the nth owner's fact: `ho_ten#2`. */
export const repeatedKey = (key: string, place: number): string => `${key}#${place}`;
/** The field a fact's key belongs to, whichever owner it speaks of. */
export const fieldOfKey = (key: string): string => key.replace(/#\d+$/, '');

/** Tokens between two owners' names: a paper that goes on elsewhere names no more owners. */
const mostBetween = 90;

const better = (a: LabelCandidate | undefined, b: LabelCandidate): LabelCandidate =>
  !a || b.score > a.score ? b : a;

function ownersAfter(
  pages: readonly LabelledPage[],
  kind: Kind,
  role: OwnerRole,
  first: Candidate,
): Map<string, Candidate> {
  const found = new Map<string, Candidate>();
  const field = (key: string) => kind.fields.find((candidate) => candidate.key === key);
  const [nameField, idField] = [field(role.nameField), field(role.idField)];
  if (!nameField || !idField) return found;
  const names = labelCandidates(pages, nameField).filter(
    (name) => name.at > first.at && name.place > 0.7 && personLikeness(name.value.split(' ')) > 0.6,
  );
  const numbers = labelCandidates(pages, idField).filter((number) => number.quality > 0.5);
  let [place, last] = [1, first.at];
  for (const [i, name] of names.entries()) {
    if (name.at - last > mostBetween) break;
    const end = names[i + 1]?.at ?? name.at + mostBetween;
    const own = numbers.filter((number) => number.at > name.at && number.at < end);
    const number = own.reduce<LabelCandidate | undefined>(better, undefined);
    // Without a number of its own a second name is as likely a witness or a neighbour.
    if (!number || name.value === first.value) continue;
    [place, last] = [place + 1, name.at];
    found.set(repeatedKey(role.nameField, place), name);
    found.set(repeatedKey(role.idField, place), number);
  }
  return found;
}

/** Facts of every further owner, by key with its place (`so_dinh_danh#2`). */
export function repeatedOwners(
  pages: readonly LabelledPage[],
  kind: Kind,
  facts: ReadonlyMap<string, Candidate>,
): Map<string, Candidate> {
  const found = new Map<string, Candidate>();
  for (const role of kind.ownerRoles.filter((candidate) => candidate.repeats)) {
    const first = facts.get(role.nameField);
    if (!first || first.at < 0) continue;
    for (const [key, candidate] of ownersAfter(pages, kind, role, first)) found.set(key, candidate);
  }
  return found;
}
