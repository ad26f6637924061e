// What a clerk types for a field: put into the form facts have, or refused with a word. Warnings never refuse. Pure.
import { isIsoDate, parseDate } from '../../core/dates.ts';
import {
  parseCmnd,
  parsePassport,
  parsePersonalNumber,
  parseTaxCode,
  personalNumberWarnings,
} from '../../core/identifiers.ts';
import type { Fact, Problem } from '../../core/model.ts';
import { fold, nfc } from '../../core/text.ts';
import type { Kind, KindField } from '../../lists/index.ts';
import { fieldOfKey } from '../understand/repeat-owners.ts';

export type CheckedValue =
  | { readonly ok: true; readonly value: string; readonly warnings: readonly Problem[] }
  /** `problem.code` says which form is wanted. */
  | { readonly ok: false; readonly problem: Problem };

export interface ValueQuestion {
  readonly key: string;
  readonly typed: string;
  readonly kind: Kind;
  /** As they stand, for what must agree. */
  readonly facts: readonly Fact[];
}

const LONGEST = 2000;

export function checkValue({ key, typed, kind, facts }: ValueQuestion): CheckedValue {
  const field = kind.fields.find((each) => each.key === fieldOfKey(key));
  if (!field) return refused('review.no-such-field', key);
  const text = nfc(typed);
  if (text === '' || text.length > LONGEST) return refused('review.value-empty', key);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what a terminal sends for keys is no value
  if (/[\u0000-\u001f\u007f]/.test(text)) return refused('review.value-empty', key);
  const value = byType[field.type]({ text, key, kind, field });
  if (value === null) return refused(`review.value-${field.type}`, key, choicesOf(field));
  return { ok: true, value, warnings: warningsOf(value, { key, typed, kind, facts }) };
}

const refused = (code: string, field: string, params: Record<string, string> = {}): CheckedValue => ({
  ok: false,
  problem: { code, field, params },
});

const choicesOf = ({ values }: KindField): Record<string, string> =>
  values ? { choices: values.join(', ') } : {};

interface Typed {
  readonly text: string;
  readonly key: string;
  readonly kind: Kind;
  readonly field: KindField;
}

const byType: Readonly<Record<KindField['type'], (typed: Typed) => string | null>> = {
  id: ({ text, key, kind }) => numberOf(text, isOrganisation(key, kind)),
  date: ({ text }) => (isIsoDate(text) ? text : parseDate(text)),
  name: ({ text }) => (/\p{L}{2}/u.test(text) && text.length < 200 ? text : null),
  number: ({ text }) => text.replace(/^s(ố|o)\s*:?\s*(?=\S)/iu, '') || null,
  enum: ({ text, field }) =>
    field.values ? (field.values.find((value) => fold(value) === fold(text)) ?? null) : text,
  place: ({ text }) => text,
  text: ({ text }) => text,
};

const isOrganisation = (key: string, kind: Kind): boolean =>
  kind.ownerRoles.find(({ idField }) => idField === fieldOfKey(key))?.ownerKind === 'organisation';

/** A person's number, old card or passport; an organisation's tax code. Wrong check digits only warn (DOMAIN 6). */
function numberOf(text: string, organisation: boolean): string | null {
  if (organisation) return parseTaxCode(text)?.number ?? null;
  return (
    parsePersonalNumber(text)?.number ?? parseCmnd(text) ?? parseTaxCode(text)?.number ?? parsePassport(text)
  );
}

function warningsOf(value: string, { key, kind, facts }: ValueQuestion): Problem[] {
  const role = kind.ownerRoles.find((each) => [each.idField, each.birthField].includes(fieldOfKey(key)));
  if (!role) return [];
  const ending = key.slice(fieldOfKey(key).length);
  const standing = (field: string | undefined): string | undefined =>
    field === undefined
      ? undefined
      : field + ending === key
        ? value
        : facts.find((f) => f.key === field + ending)?.value;
  const number = standing(role.idField);
  if (number === undefined) return [];
  const tax = role.ownerKind === 'organisation' ? parseTaxCode(number) : null;
  if (tax) return tax.check === 'wrong' ? [{ code: 'review.tax-code-doubtful', field: key }] : [];
  const person = parsePersonalNumber(number);
  const birth = standing(role.birthField);
  if (!person) return [];
  return personalNumberWarnings(person, birth ? { birth } : {}).map((code) => ({ code, field: key }));
}
