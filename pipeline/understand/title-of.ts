// The name under which a paper is listed: the kind's, with what it is about.
import type { Fact } from '../../core/model.ts';
import type { Kind } from '../../lists/index.ts';

/** `Quyết định: về việc ...` for a letter with a subject, else the kind's name. */
export function titleOf(kind: Kind, facts: readonly Fact[]): string {
  const subject = facts.find((fact) => fact.key === 'trich_yeu')?.value;
  return subject ? `${kind.name}: ${subject}` : kind.name;
}
