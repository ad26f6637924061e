// Turns the tokens behind a label into a value of the field's type; says how well they fit.
import { parseDossierCode } from '../../core/dossier-code.ts';
import { parseTaxCode } from '../../core/identifiers.ts';
import { parseProcedureCode } from '../../core/procedure-code.ts';
import { fold, nfc } from '../../core/text.ts';
import type { KindField } from '../../lists/index.ts';
import { unitWords } from '../../lists/words.ts';
import { type Token, textOf } from './page-layout.ts';
import { readDates, readDateValue } from './read-date.ts';
import { readDigits } from './read-digits.ts';
import { readOrganisation, readPerson } from './read-name.ts';

export interface TypedValue {
  readonly value: string;
  readonly tokens: readonly Token[];
  /** 0..1: how well the text fits the type. */
  readonly quality: number;
}

/**
 * Is this field a person's name (not a unit's or a company's)? Keys are the same word in all kinds; an operator's own
 * kind says so by its key, its labels or its convention.
 */
export const isPersonField = ({ key, type, labels, convention }: KindField): boolean =>
  type === 'name' &&
  !/^(co_quan|don_vi)/.test(key) &&
  (/^(ho_ten|nguoi_|chu_|giam_doc|dai_dien|ten_nguoi)/.test(key) ||
    /ông\/bà|person's|full name/i.test(convention) ||
    labels.some((label) => /^(họ(,| và| tên)|ông\b|bà\b)/iu.test(label)));

const units = unitWords.filter((word) => word.includes(' '));
/** Does this open with a unit's word (công ty, hợp tác xã)? A taxpayer or an investor may be a person or a company. */
export const namesUnit = (text: string): boolean => {
  const words = fold(text).replace(/^[^a-z]+/, '');
  return units.some((unit) => words.startsWith(`${unit} `)) && !words.startsWith('so ');
};

const trimmed = (text: string): string =>
  nfc(text)
    .replace(/^[\s:;,.\-–·…_]+/u, '')
    .replace(/[\s:;,·…_]+$/u, '');

/** Numbers of persons and organisations: 12, 9, 10 or 13 digits by what the field's convention admits. */
function readId(tokens: readonly Token[], field: KindField): TypedValue | null {
  const lengths = /10 digits|10-3/.test(field.convention) ? [10, 12, 13] : [12, 9];
  const passport = /passport/i.test(field.labels.join(' ')) || /hộ chiếu/iu.test(field.labels.join(' '));
  let best: TypedValue | null = null;
  for (let start = 0; start < tokens.length; start++) {
    // One box a digit gives as many tokens as digits.
    for (let size = 1; size <= 14 && start + size <= tokens.length; size++) {
      const part = tokens.slice(start, start + size);
      const wide = size > 5 && part.some((token) => token.key.length > 2);
      const read =
        !wide && /\d/.test(part[0]?.text ?? '') ? readDigits(part.map((token) => token.text).join('')) : null;
      if (!read) continue;
      const place = lengths.indexOf(read.digits.length);
      if (place < 0) continue;
      const tax = place >= 0 && lengths[0] === 10 ? parseTaxCode(read.digits) : null;
      const quality = (read.guessed > 0 ? 0.55 : 1) * (tax?.check === 'wrong' ? 0.6 : 1) - place * 0.02;
      if (!best || quality > best.quality)
        best = { value: tax?.number ?? read.digits, tokens: part, quality };
    }
  }
  if (best) return best;
  return passport ? readPassport(tokens) : readOddNumber(tokens);
}

function readPassport(tokens: readonly Token[]): TypedValue | null {
  const token = tokens.find((candidate) => /^[A-Z]{1,2}\s?\d{6,8}[,;.]?$/.test(candidate.text));
  return token ? { value: token.text.replace(/[,;.]$/, ''), tokens: [token], quality: 0.95 } : null;
}

/** A run of digits of the wrong length: shown to the clerk, never sure, never mended. */
function readOddNumber(tokens: readonly Token[]): TypedValue | null {
  const token = tokens.find((candidate) => (readDigits(candidate.text)?.digits.length ?? 0) >= 7);
  const digits = token ? readDigits(token.text)?.digits : undefined;
  return token && digits ? { value: digits, tokens: [token], quality: 0.25 } : null;
}

function readDateField(tokens: readonly Token[], field: KindField): TypedValue | null {
  const text = textOf(tokens);
  const dates = readDates(text);
  const wantsEnd = /end of|đến ngày/.test(field.convention) && dates.length > 1;
  const found = wantsEnd ? dates.at(-1) : readDateValue(text);
  if (!found) return null;
  const digits = tokens.filter((token) => /\d/.test(token.text));
  return { value: found.iso, tokens: digits.length > 0 ? digits : tokens, quality: found.quality };
}

/** A number filled in by pen stands apart from its slash: "43 /2019". */
export const isPenned = (tokens: readonly Token[]): boolean =>
  tokens.some((token, i) => i > 0 && /^\//.test(token.text) && !/\/$/.test(tokens[i - 1]?.text ?? ''));

/** Tokens of a number: up to the last one a slash joins, else up to the first plain word. */
function numberTokens(tokens: readonly Token[]): Token[] {
  const start = tokens.findIndex((token) => !/^(\/|\/?No[.:,]*|[:.])$/i.test(token.text));
  const rest = tokens.slice(Math.max(0, start));
  const slash = rest.findIndex((token, i) => i > 0 && i < 5 && /^\//.test(token.text));
  const kept: Token[] = [];
  for (const [i, token] of rest.entries()) {
    const text = token.text.replace(/[…_]+|\.{2,}/gu, '');
    const joins = i <= slash || /^[/.-]/.test(text) || /[/-]$/.test(kept.at(-1)?.text ?? '');
    const notation = /\d/.test(text) || /^[\p{Lu}\d/.&-]{1,12}[,;.]?$/u.test(text) || joins;
    if (kept.length > 0 && (!notation || /[;,]$/u.test(kept.at(-1)?.text ?? ''))) break;
    if (notation || kept.length > 0) kept.push(token);
    else if (token.key !== '') break;
  }
  return kept;
}

/** Number and notation: `43 /2019` is `43/2019`; words that go on behind it are not part of it. */
export function readNumber(tokens: readonly Token[]): TypedValue | null {
  const kept = numberTokens(tokens);
  const text = trimmed(textOf(kept))
    .replace(/\s*([/\-–])\s*/gu, (_, sign: string) => (sign === '–' ? '-' : sign))
    .replace(/\.+$/u, '')
    .replace(/^([^()]*)\)$/u, '$1');
  if (!/\d/.test(text)) return null;
  // The part before a slash is a number; anything else there was misread.
  const odd =
    /^[^/]*[^\d./ A-ZĐ-][^/]*\//u.test(text) || /[^\p{L}\d/.,& -]/u.test(text) || /(?![Đđ])[À-ỹ]/u.test(text);
  const quality = (/^[\p{L}\d]/u.test(text) ? 0.97 : 0.7) * (odd ? 0.4 : 1) * (isPenned(kept) ? 0.85 : 1);
  return { value: text, tokens: kept, quality };
}

const forms: Readonly<Record<string, (text: string) => boolean>> = {
  ma_ho_so: (text) => parseDossierCode(text) !== null,
  ma_tthc: (text) => parseProcedureCode(text) !== null,
};

/** Codes that follow a form of their own are certain of their form, or doubtful. */
function checkedNumber(read: TypedValue | null, field: KindField): TypedValue | null {
  const form = forms[field.key];
  if (!read || !form) return read;
  return { ...read, quality: form(read.value) ? 1 : read.quality * 0.6 };
}

/** Roman numerals as readers see them: II is "ll", "Il", "H". */
const romanKey = (text: string): string => enumKey(text).replace(/h/g, 'ii').replace(/[l1t]/g, 'i');
const isRoman = (text: string): boolean => /^[ivx]+$/i.test(text);

const enumKey = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]/gu, '');

/** One of the field's values; where several are printed the first, or the last of the list if it is to be the highest. */
function readEnum(tokens: readonly Token[], field: KindField): TypedValue | null {
  const values = field.values ?? [];
  const found = tokens.flatMap((token, at) => {
    const key = enumKey(token.text);
    // "Bl" is B1 to a reader: a letter that looks like a one.
    const place = values.findIndex(
      (value) => enumKey(value) === key || enumKey(value) === key.replace(/[li|]$/, '1'),
    );
    const roman =
      place < 0 && values.every(isRoman)
        ? values.findIndex((value) => enumKey(value) === romanKey(token.text))
        : -1;
    if (roman >= 0) return [{ token, at, place: roman, doubt: 0.5 }];
    return place < 0 ? [] : [{ token, at, place, doubt: 1 }];
  });
  const highest = /highest/.test(field.convention);
  const best = highest ? found.toSorted((a, b) => b.place - a.place)[0] : found[0];
  const value = best === undefined ? undefined : values[best.place];
  if (best === undefined || value === undefined) return null;
  return { value, tokens: [best.token], quality: best.doubt * (best.at === 0 || highest ? 1 : 0.8) };
}

function readText(tokens: readonly Token[], field: KindField): TypedValue | null {
  const value = trimmed(textOf(tokens));
  const ended = field.type === 'place' ? value.replace(/\.$/u, '') : value.replace(/\.\/?\.?$/u, '');
  return /\p{L}/u.test(ended)
    ? { value: ended, tokens, quality: 0.95 }
    : /\d/.test(ended)
      ? { value: ended, tokens, quality: 0.8 }
      : null;
}

/** The value the tokens hold for this field, or null where they hold none of its type. */
export function readTyped(tokens: readonly Token[], field: KindField): TypedValue | null {
  if (tokens.length === 0) return null;
  if (field.type === 'id') return readId(tokens, field);
  if (field.type === 'date') return readDateField(tokens, field);
  if (field.type === 'number') return checkedNumber(readNumber(tokens), field);
  if (field.type === 'enum') return readEnum(tokens, field);
  if (field.type === 'name')
    return isPersonField(field) && !namesUnit(textOf(tokens)) ? readPerson(tokens) : readOrganisation(tokens);
  return readText(tokens, field);
}
