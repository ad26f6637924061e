// What a clerk must look at before a paper is filed: each doubt with its reasons and what the machine read. Pure.
import type { Box, Fact, Problem } from '../../core/model.ts';
import type { KindField } from '../../lists/index.ts';
import type { DigitizeSettings } from '../paper.ts';
import { fieldOfKey } from '../understand/repeat-owners.ts';
import type { StoredPaper } from './stored-paper.ts';

export interface Doubt {
  /** Key of the fact; null: the kind of the paper. */
  readonly field: string | null;
  readonly reasons: readonly Problem[];
  /** Empty where nothing was read. */
  readonly value: string;
  readonly confidence: number;
  readonly page?: number;
  readonly box?: Box;
  /** How the machine came by it. */
  readonly evidence: readonly string[];
  readonly type: KindField['type'] | 'kind';
  readonly required: boolean;
  /** What it may be, where the list says so. */
  readonly values?: readonly string[];
}

type Settings = Pick<DigitizeSettings, 'sure' | 'sureByType'>;

/** From which confidence on a fact of this type needs no clerk. */
export const sureFrom = ({ sure, sureByType }: Settings, type: KindField['type'] | undefined): number =>
  (type && sureByType?.[type]) ?? sure;

/** Keys of which a clerk has had the last word. */
export function saidKeys({ history }: Pick<StoredPaper, 'history'>): ReadonlySet<string> {
  const newest = new Map<string, Fact>();
  for (const version of history) newest.set(version.key, version);
  return new Set([...newest.values()].filter(({ origin }) => origin === 'clerk').map(({ key }) => key));
}

/** A clerk chose the kind: no machine is as sure. */
export const kindSaid = ({ paper }: Pick<StoredPaper, 'paper'>): boolean => paper.kindConfidence === 1;

/** The kind first, then its fields in their order; what a clerk has said is no doubt any more. */
export function doubtsOf(stored: StoredPaper, settings: Settings): Doubt[] {
  const { kind } = stored;
  const unsure = kindDoubt(stored, settings);
  if (!kind) return unsure;
  const said = saidKeys(stored);
  const facts = new Map(stored.understanding.facts.map((fact) => [fact.key, fact]));
  const further = [...facts.keys()].filter((key) => key.includes('#'));
  const keys = [...kind.fields.map(({ key }) => key), ...further];
  return [
    ...unsure,
    ...keys.filter((key) => !said.has(key)).flatMap((key) => fieldDoubt(key, { stored, settings, facts })),
  ];
}

function kindDoubt(stored: StoredPaper, { sure }: Settings): Doubt[] {
  const { paper, kind } = stored;
  if (kindSaid(stored) || (kind && (paper.kindConfidence ?? 0) >= sure)) return [];
  const told = paper.problems.filter(({ code }) => code.endsWith('.kind-unsure')).slice(0, 1);
  return [
    {
      field: null,
      reasons: told.length > 0 ? told : [{ code: 'review.kind-unsure' }],
      value: paper.kind ?? '',
      confidence: paper.kindConfidence ?? 0,
      evidence: [],
      type: 'kind',
      required: true,
    },
  ];
}

interface FieldQuestion {
  readonly stored: StoredPaper;
  readonly settings: Settings;
  readonly facts: ReadonlyMap<string, Fact>;
}

function fieldDoubt(key: string, { stored, settings, facts }: FieldQuestion): Doubt[] {
  const field = stored.kind?.fields.find((each) => each.key === fieldOfKey(key));
  if (!field) return [];
  const fact = facts.get(key);
  const required = field.required && !key.includes('#');
  const params = { field: key, label: field.labels[0] ?? key };
  const told = stored.paper.problems.filter((problem) => problem.field === key);
  const shared = isShared(key, stored) ? [{ code: 'review.same-number', field: key }] : [];
  const reasons: Problem[] = [...told, ...shared];
  if (reasons.length === 0) {
    if (!fact && required) reasons.push({ code: 'review.field-missing', field: key, params });
    if (fact && fact.confidence < sureFrom(settings, field.type))
      reasons.push({ code: 'review.field-unsure', field: key, params });
  }
  if (reasons.length === 0) return [];
  const page = fact?.page ?? told.find((problem) => problem.page !== undefined)?.page;
  return [
    {
      field: key,
      reasons,
      value: fact?.value ?? '',
      confidence: fact?.confidence ?? 0,
      ...(page === undefined ? {} : { page }),
      ...(fact?.box ? { box: fact.box } : {}),
      evidence: fact?.evidence ?? [],
      type: field.type,
      required,
      ...(field.values ? { values: field.values } : {}),
    },
  ];
}

/** Two roles with one number: one of them was read off the other's line. */
function isShared(key: string, { kind, understanding }: StoredPaper): boolean {
  const keys = kind?.ownerRoles.map(({ idField }) => idField) ?? [];
  if (!keys.includes(key)) return false;
  const said = (id: string) => understanding.facts.find((fact) => fact.key === id)?.value;
  const value = said(key);
  return value !== undefined && keys.some((other) => other !== key && said(other) === value);
}

const ASKED = /^(review\.|understand\.|identity\.)/;

/** What is to be known of the paper besides: its pages and its scan. */
export const notesOf = ({ paper }: Pick<StoredPaper, 'paper'>): Problem[] =>
  paper.problems.filter(
    ({ code, field }) => field === undefined && (!ASKED.test(code) || code === 'review.nothing-read'),
  );
