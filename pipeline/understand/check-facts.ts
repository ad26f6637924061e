// Agreement and contradiction: QR codes, machine-readable lines, birth years in numbers, owners the clerk named.
import { parsePersonalNumber, personalNumberWarnings } from '../../core/identifiers.ts';
import type { Fact, OwnerRef, Problem, Understanding } from '../../core/model.ts';
import { fold } from '../../core/text.ts';
import type { Kind } from '../../lists/index.ts';
import { checkDates } from './check-dates.ts';
import { compareSources, type OutsideFact } from './compare-sources.ts';
import { confirmed } from './confidence.ts';
import type { KindGuess } from './find-kind.ts';
import { withinEdits } from './fuzzy.ts';
import { mrzFacts } from './mrz-facts.ts';
import type { PageLayout } from './page-layout.ts';
import { partyGroups } from './party-groups.ts';
import { qrFacts } from './qr-facts.ts';
import { fieldOfKey } from './repeat-owners.ts';
import type { UnderstandContext } from './understand.ts';

export interface Draft {
  readonly kind: Kind;
  readonly guess: KindGuess;
  readonly facts: readonly Fact[];
  readonly problems: readonly Problem[];
  readonly pages: readonly PageLayout[];
  readonly context: UnderstandContext;
}

const plain = (text: string): string => fold(text).replace(/[^a-z0-9]/g, '');

/** What only a QR says counts, but not surely: nothing printed agreed. */
function added(kind: Kind, facts: readonly Fact[], outside: readonly OutsideFact[]): Fact[] {
  const known = new Set([...facts.map((fact) => fact.key)]);
  return outside
    .filter(
      (other) =>
        !other.folded && !known.has(other.key) && kind.fields.some((field) => field.key === other.key),
    )
    .map(({ key, value, source, page }) => ({
      key,
      value,
      confidence: 0.85,
      ...(page === undefined ? {} : { page }),
      origin: 'machine' as const,
      evidence: [source],
    }));
}

/** Birth year and gender in a personal number against the printed ones: agreement confirms both, difference warns. */
function crossCheck(kind: Kind, facts: readonly Fact[]): { facts: Fact[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const confirmedKeys = new Set<string>();
  const value = (key: string): string | undefined => facts.find((fact) => fact.key === key)?.value;
  for (const group of partyGroups(kind)) {
    const keys = [...group.fields];
    const idKey = keys.find((key) => key.startsWith('so_dinh_danh'));
    const birthKey = keys.find((key) => key.startsWith('ngay_sinh'));
    const person = idKey ? parsePersonalNumber(value(idKey) ?? '') : null;
    if (!idKey || !person) continue;
    const birth = birthKey ? value(birthKey) : undefined;
    const gender = value('gioi_tinh');
    const warnings = personalNumberWarnings(person, {
      ...(birth ? { birth } : {}),
      ...(gender ? { gender } : {}),
    });
    problems.push(...warnings.map((code) => ({ code, field: idKey })));
    if (birth && birthKey && warnings.length === 0)
      for (const key of [idKey, birthKey]) confirmedKeys.add(key);
  }
  const result = facts.map((fact) =>
    confirmedKeys.has(fact.key)
      ? {
          ...fact,
          confidence: confirmed(fact.confidence, 0.5),
          evidence: [...fact.evidence, 'check:number-birth'],
        }
      : fact,
  );
  return { facts: result, problems };
}

/** An owner the clerk named, printed the same, confirms; a number a digit or two away is most likely misread. */
function compareOwners(
  facts: readonly Fact[],
  context: UnderstandContext,
): { facts: Fact[]; problems: Problem[] } {
  const owners = context.owners ?? [];
  const problems: Problem[] = [];
  const result = facts.map((fact): Fact => {
    const lower = fact.value.normalize('NFC').toLowerCase();
    const same = owners.some(
      (owner) => owner.number === fact.value || owner.name?.normalize('NFC').toLowerCase() === lower,
    );
    if (same)
      return {
        ...fact,
        confidence: confirmed(fact.confidence, 0.15),
        evidence: [...fact.evidence, 'dossier:owner'],
      };
    const near = owners.find((owner) => nearOwner(fact, owner));
    if (!near) return fact;
    problems.push({
      code: 'understand.near-owner',
      field: fact.key,
      ...(fact.page ? { page: fact.page } : {}),
    });
    return {
      ...fact,
      confidence: Math.min(fact.confidence, 0.6),
      evidence: [...fact.evidence, 'dossier:owner:differs'],
    };
  });
  return { facts: result, problems };
}

/** Handwriting that nearly names an owner was misread: it is left out, and a problem says so. */
function withoutMisreadHand({ facts, problems }: { facts: Fact[]; problems: Problem[] }): {
  facts: Fact[];
  problems: Problem[];
} {
  const misread = new Set(
    facts
      .filter(({ evidence }) =>
        ['handwriting', 'dossier:owner:differs'].every((why) => evidence.includes(why)),
      )
      .map((fact) => fact.key),
  );
  return {
    facts: facts.filter((fact) => !misread.has(fact.key)),
    problems: problems.map((problem) =>
      misread.has(problem.field ?? '') ? { ...problem, code: 'understand.handwriting' } : problem,
    ),
  };
}

/** Nearly the owner's number (same length, at most three digits differ), or the name but for a mark or a letter. */
function nearOwner(fact: Fact, owner: OwnerRef): boolean {
  if (/^\d{9,13}$/.test(fact.value)) {
    const differing = [...fact.value].filter((digit, i) => digit !== owner.number[i]).length;
    return fact.value.length === owner.number.length && differing <= 3;
  }
  if (!/^(ho_ten|nguoi_|ten_)/.test(fact.key) || !owner.name) return false;
  return withinEdits(plain(fact.value), plain(owner.name), 1);
}

/** The last step: what is known from elsewhere weighs in. */
export function checkFacts(draft: Draft): Understanding {
  const outside = [...qrFacts(draft.kind, draft.pages), ...mrzFacts(draft.kind, draft.pages)];
  const compared = compareSources(draft.facts, outside);
  const all = [...compared.facts, ...added(draft.kind, compared.facts, outside)];
  const owned = withoutMisreadHand(compareOwners(all, draft.context));
  const crossed = crossCheck(draft.kind, owned.facts);
  const dated = checkDates(crossed.facts, draft.context.received);
  const checked = { facts: dated.facts, problems: [...crossed.problems, ...dated.problems] };
  const found = new Set(checked.facts.map((fact) => fact.key));
  const problems = [...draft.problems, ...compared.problems, ...owned.problems, ...checked.problems].filter(
    (problem) => problem.code !== 'understand.field-missing' || !found.has(problem.field ?? ''),
  );
  const unsure: Problem[] = draft.guess.confidence < 0.9 ? [{ code: 'understand.kind-unsure' }] : [];
  const place = (key: string): number => {
    const own = draft.kind.fields.findIndex((field) => field.key === fieldOfKey(key));
    return own + (key === fieldOfKey(key) ? 0 : 1000 + Number(key.split('#')[1]) * 100);
  };
  const facts = checked.facts.toSorted((a, b) => place(a.key) - place(b.key));
  return { kind: draft.guess, facts, problems: [...unsure, ...problems] };
}
