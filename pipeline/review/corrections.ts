// What a clerk said, as new versions of facts beside those that stand. Pure.
import type { Fact, Understanding } from '../../core/model.ts';
import type { Kind } from '../../lists/index.ts';
import { fieldOfKey } from '../understand/repeat-owners.ts';
import { type Doubt, kindSaid } from './doubts.ts';
import type { StoredPaper } from './stored-paper.ts';

/** One thing a clerk said of one fact. */
export interface Correction {
  readonly key: string;
  /** Null: the paper has no such thing, or it cannot be read. */
  readonly value: string | null;
  /** `confirmed` and `typed`: looked at by itself; `accepted`: with the paper as a whole. */
  readonly how: 'confirmed' | 'typed' | 'accepted';
}

export interface Corrected {
  readonly understanding: Understanding;
  readonly kind: Kind | undefined;
  /** Facts that are no longer there: their last version is an empty value. */
  readonly gone: readonly Fact[];
  /** Keys that changed or were confirmed now. */
  readonly touched: readonly string[];
}

export interface CorrectionOrder {
  readonly corrections: readonly Correction[];
  /** The kind a clerk chose, with what the machine reads on the pages under it. */
  readonly kind: { readonly kind: Kind; readonly read: readonly Fact[] } | null;
}

/** Facts keep the place they were read at; a value that is typed stands where the machine's stood. */
export function corrected(stored: StoredPaper, { corrections, kind: chosen }: CorrectionOrder): Corrected {
  const standing = new Map(stored.understanding.facts.map((fact) => [fact.key, fact]));
  const gone = new Map<string, Fact>();
  const kind = chosen?.kind ?? stored.kind;
  if (chosen) changeKind(standing, gone, chosen);
  for (const { key, value, how } of corrections) {
    const before = standing.get(key);
    standing.delete(key);
    const fact: Fact = {
      key,
      value: value ?? '',
      confidence: 1,
      ...(before?.page === undefined ? {} : { page: before.page }),
      ...(before?.box === undefined ? {} : { box: before.box }),
      origin: 'clerk',
      evidence: [`clerk:${how}`],
    };
    (value === null ? gone : standing).set(key, fact);
  }
  const confidence = chosen || kindSaid(stored) ? 1 : stored.understanding.kind.confidence;
  return {
    understanding: {
      kind: {
        code: kind?.code ?? stored.understanding.kind.code,
        confidence,
        evidence: chosen ? ['clerk:kind'] : [],
      },
      facts: [...standing.values()],
      problems: [],
    },
    kind,
    gone: [...gone.values()],
    touched: corrections.map(({ key }) => key),
  };
}

/** What a clerk said of a field that both kinds have stays; everything else is what the pages say under the new kind. */
function changeKind(
  standing: Map<string, Fact>,
  gone: Map<string, Fact>,
  { kind, read }: NonNullable<CorrectionOrder['kind']>,
): void {
  const fresh = new Map(read.map((fact) => [fact.key, fact]));
  for (const [key, fact] of standing) {
    const known = kind.fields.some((field) => field.key === fieldOfKey(key));
    if (known && (fact.origin === 'clerk' || fresh.has(key))) continue;
    standing.delete(key);
    gone.set(key, { key, value: '', confidence: 0, origin: 'machine', evidence: ['kind-changed'] });
  }
  for (const [key, fact] of fresh) if (standing.get(key)?.origin !== 'clerk') standing.set(key, fact);
}

/** Accepting a paper says of every doubt left that it is right as it stands. */
export const acceptedDoubts = (doubts: readonly Doubt[]): Correction[] =>
  doubts.flatMap(({ field, value }) =>
    field === null ? [] : [{ key: field, value: value === '' ? null : value, how: 'accepted' as const }],
  );
