// Numbers of persons and organisations: form, what they say, and cross-checks that warn but never reject (DOMAIN 6).
import type { IdentifierScheme, IsoDate } from './model.ts';

export type Gender = 'Nam' | 'Nữ';

/** What a 12-digit personal number says of its holder. It has no check digit. */
export interface PersonalNumber {
  readonly number: string;
  /** Province or country of birth registration, three digits; stays for life after mergers. */
  readonly prefix: string;
  readonly gender: Gender;
  readonly birthYear: number;
}

const withoutSpaces = (text: string): string => text.replace(/[\s.]/g, '');

/** Digits with spaces or dots between them; null unless there are exactly 12 and the century digit is in use (0–9). */
export function parsePersonalNumber(text: string): PersonalNumber | null {
  const number = withoutSpaces(text);
  if (!/^\d{12}$/.test(number)) return null;
  const century = Number(number[3]);
  return {
    number,
    prefix: number.slice(0, 3),
    gender: century % 2 === 0 ? 'Nam' : 'Nữ',
    birthYear: 1900 + Math.floor(century / 2) * 100 + Number(number.slice(4, 6)),
  };
}

export type IdentityWarning = 'identity.birth-differs' | 'identity.gender-differs';

/** Where a personal number and the printed birth date or gender differ: corrections exist, so this only warns. */
export function personalNumberWarnings(
  person: PersonalNumber,
  printed: { readonly birth?: IsoDate; readonly gender?: string },
): IdentityWarning[] {
  const warnings: IdentityWarning[] = [];
  if (printed.birth && Number(printed.birth.slice(0, 4)) !== person.birthYear)
    warnings.push('identity.birth-differs');
  if (printed.gender && printed.gender.normalize('NFC') !== person.gender)
    warnings.push('identity.gender-differs');
  return warnings;
}

/** Old identity card: 9 digits, no check digit. */
export function parseCmnd(text: string): string | null {
  const number = withoutSpaces(text);
  return /^\d{9}$/.test(number) ? number : null;
}

/** `doubtful`: the check gives 10, which sources judge differently. */
export type TaxCodeCheck = 'right' | 'doubtful' | 'wrong';
export interface TaxCode {
  readonly number: string;
  readonly check: TaxCodeCheck;
}

const weights = [31, 29, 23, 19, 17, 13, 7, 5, 3];

/** 10 digits, or 13 as `NNNNNNNNNN-NNN`; check digit = 10 − (Σ digit × weight mod 11) over the first nine. */
export function parseTaxCode(text: string): TaxCode | null {
  const parts = /^(\d{10})(?:-?(\d{3}))?$/.exec(withoutSpaces(text));
  const base = parts?.[1];
  if (base === undefined) return null;
  const sum = weights.reduce((total, weight, index) => total + weight * Number(base[index]), 0);
  const expected = 10 - (sum % 11);
  const check = expected === 10 ? 'doubtful' : expected === Number(base[9]) ? 'right' : 'wrong';
  return { number: parts?.[2] === undefined ? base : `${base}-${parts[2]}`, check };
}

/** Passport: letters and digits, at least five digits, 6–9 characters (ICAO 9303); spaces dropped. */
export function parsePassport(text: string): string | null {
  const number = withoutSpaces(text).toUpperCase();
  return /^[A-Z0-9]{6,9}$/.test(number) && (number.match(/\d/g)?.length ?? 0) >= 5 ? number : null;
}

/** Social insurance number: 10 digits; the older health card's 2 letters and 13 digits are kept. */
export function parseInsuranceNumber(text: string): string | null {
  const number = withoutSpaces(text).toUpperCase();
  return /^(\d{10}|[A-Z]{2}\d{13})$/.test(number) ? number : null;
}

/** The scheme a printed owner number follows by its form alone; null where it follows none. */
export function schemeOf(number: string): IdentifierScheme | null {
  if (/^\d{12}$/.test(number)) return 'SDD';
  if (/^\d{9}$/.test(number)) return 'CMND';
  if (/^\d{10}(-\d{3})?$/.test(number)) return 'MST';
  return parsePassport(number) === number ? 'passport' : null;
}
