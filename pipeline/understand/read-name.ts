// Names of persons and of units as printed, without titles, cut where the name ends.
import { fold, nfc } from '../../core/text.ts';
import { familyNames } from '../../lists/words.ts';
import { type Token, textOf } from './page-layout.ts';
import type { TypedValue } from './read-typed.ts';

const families = new Set(familyNames.map(fold));
/** Words before a name that are no part of it, with their marks: Bá is a name, bà is not. */
const titles = new Set([
  'ông',
  'bà',
  'ông/bà',
  'ông(bà)',
  'ong',
  'ba',
  'cụ',
  'bs',
  'ths',
  'ts',
  'ckii',
  'cki',
  'bsckii',
  'bscki',
  'gs',
  'pgs',
  'ls',
]);
const plainWord = (token: Token): string =>
  token.text
    .normalize('NFC')
    .toLowerCase()
    .replace(/^[^\p{L}]+|[^\p{L})]+$/gu, '');
/** Degrees run together or apart: "PGS.TS.", "BS.CKII.", "ThS". */
const degree = /^((pgs|gs|tskh|ts|ths|bs|ds|ks|cn|ncs|ls|cki{0,2}|nsnd|nsưt|đ\/c)[./,-]*)+$/iu;
const isDegree = (token: Token): boolean =>
  degree.test(token.text.normalize('NFC')) && /[./]|ii|^[A-Z]|^Th[sS]/u.test(token.text);
/** Officers sign with their rank: "Đại tá Nguyễn Văn A". */
const opensOfficer = (token: Token, next: Token | undefined): boolean =>
  /^(thieu|trung|thuong|dai)$/.test(token.key) && /^(uy|ta|tuong)$/.test(next?.key ?? '');

/** A person's words without the degrees and the officer's rank before them. */
export function withoutTitles(tokens: readonly Token[]): readonly Token[] {
  const [first, second] = tokens;
  if (!first || tokens.length < 3) return tokens;
  if (opensOfficer(first, second)) return withoutTitles(tokens.slice(2));
  return isDegree(first) ? withoutTitles(tokens.slice(1)) : tokens;
}

/** "Hộ ông", "hộ bà" of old land certificates. */
const opensHousehold = (token: Token, next: Token | undefined): boolean =>
  plainWord(token) === 'hộ' && next !== undefined && ['ông', 'bà'].includes(plainWord(next));

/** Nucleus of a Vietnamese syllable with what may stand round it, folded: what no name can look like fails. */
const syllable =
  /^(ngh|ng|nh|ch|gh|gi|kh|kr|ph|qu|th|tr|[bcdghklmnpqrstvxyfjwz])?[aeiouy]{1,3}(ng|nh|ch|[cmnptkh])?$/;

export const isFamilyName = (word: string): boolean => families.has(fold(word));
export const looksLikeSyllable = (word: string): boolean => syllable.test(fold(word).replace(/[^a-z]/g, ''));

/** A word with Vietnamese marks that is no Vietnamese syllable, or with a sign amid its letters: surely misread. */
export const isMaimed = (word: string): boolean => {
  const letters = word.normalize('NFC').replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  if (/\p{L}[^\p{L}\p{N}\p{M}.,;:()’'"&/–-]+\p{L}/u.test(letters)) return true;
  return /^\p{L}+$/u.test(letters) && fold(letters) !== letters.toLowerCase() && !looksLikeSyllable(letters);
};

/** 0..1: how much words look like a Vietnamese person's full name. */
export function personLikeness(words: readonly string[]): number {
  if (words.length < 2 || words.length > 7) return 0;
  const cased = words.filter((word) => /^\p{Lu}/u.test(word)).length / words.length;
  const plain = words.filter((word) => /^[\p{L}'’-]+$/u.test(word)).length / words.length;
  const syllables = words.filter(looksLikeSyllable).length / words.length;
  const family = isFamilyName(words[0] ?? '') ? 1 : 0.75;
  return plain < 1 ? 0.3 * plain : cased * (0.4 + 0.6 * syllables) * family;
}

const clean = (word: string): string => word.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');

/** A person's name: ông/bà and degrees dropped, ends at punctuation, a digit, a bracket or a lower-case word. */
export function readPerson(all: readonly Token[]): TypedValue | null {
  const tokens = withoutTitles(all);
  const kept: Token[] = [];
  let upper = 0;
  for (const token of tokens) {
    const word = clean(token.text);
    if (word === '' && kept.length === 0) continue;
    if (kept.length === 0 && opensHousehold(token, tokens[tokens.indexOf(token) + 1])) continue;
    if (kept.length === 0 && (titles.has(plainWord(token)) || token.text.startsWith('('))) continue;
    if (kept.length === 0 && /^\P{L}*ông[/.]?\(?bà/iu.test(token.text)) continue;
    if (word === '' || /\d/.test(token.text) || /^[([<]/.test(token.text)) break;
    const allUpper = word.length > 1 && word === word.toUpperCase();
    if (kept.length > 1 && !/^\p{Lu}/u.test(word)) break;
    if (kept.length > 1 && upper === kept.length && !allUpper && word.length > 1 && /\p{Ll}/u.test(word))
      break;
    kept.push(token);
    upper += allUpper ? 1 : 0;
    // A full stop the reader doubts is a speck.
    if (/[;,)\]:]$/u.test(token.text) || (/\.$/.test(token.text) && token.confidence > 0.8)) break;
  }
  const words = kept.map((token) => clean(token.text));
  if (words.length === 0) return null;
  return { value: nfc(words.join(' ')), tokens: kept, quality: 0.35 + 0.65 * personLikeness(words) };
}

/** A unit's, company's or trade name: everything up to a semicolon or the end. */
export function readOrganisation(tokens: readonly Token[]): TypedValue | null {
  const end = tokens.findIndex((token) => /;$/.test(token.text));
  const kept = end < 0 ? tokens : tokens.slice(0, end + 1);
  const value = nfc(textOf(kept)).replace(/^[\s:;,.\-–]+|[\s:;,.\-–]+$/gu, '');
  return /\p{L}{2}/u.test(value) ? { value, tokens: kept, quality: 0.95 } : null;
}
