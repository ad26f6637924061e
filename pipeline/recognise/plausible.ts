// Whether a read word has a form that print has: a syllable, a code, a number, a date that exists. Never what it should be.
import { familyNames } from '../../lists/words.ts';
import { isSyllable } from './syllable.ts';

/** Syllables of place and family names in other languages of the country, in ways Vietnamese does not spell. */
const foreign = new Set('đắk đăk lắk lăk krông mnông kdăm êa'.split(' '));
for (const name of familyNames) for (const part of name.split(/[\s’']+/)) foreign.add(part.toLowerCase());
const roman = /^(?=[IVXL])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;
const edges = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/** The word without the punctuation round it. */
export const coreOf = (text: string): string => text.replace(edges, '');

export function isPlausible(text: string): boolean {
  if (/^[A-Z0-9<]{28,36}$/.test(text) && text.includes('<<')) return true;
  const core = coreOf(text);
  if (core === '') return /^(?:[-–—:;.,/()"“”+*]|[-.…_]{2,}|\.\/\.)$/u.test(text);
  if (/[|\\^~<>{}[\]¬¿¡†‡§#&®°]/u.test(text)) return false;
  if (/\d/.test(core)) return isNumber(core);
  return core.split(/[-/–.,:]+/u).every((part) => part === '' || isWord(part));
}

function isWord(part: string): boolean {
  if (!/^[\p{L}'’]+$/u.test(part)) return false;
  if (isSyllable(part) || foreign.has(part.toLowerCase()) || roman.test(part)) return cased(part);
  // Abbreviations (UBND, TTr) and words of other languages carry no Vietnamese marks.
  return /^(?:[A-ZĐ]{2,}r?|[A-ZĐ]?[a-z'’]{3,}|[a-zđA-ZĐ])$/u.test(part);
}

/** All small, all capitals, or a capital first. */
const cased = (part: string): boolean =>
  part === part.toLowerCase() || part === part.toUpperCase() || /^\p{Lu}\P{Lu}*$/u.test(part);

function isNumber(core: string): boolean {
  const date = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(core);
  if (date) return isDate(Number(date[1]), Number(date[2]), Number(date[3]));
  // One figure among capitals is a letter misread; serials begin or end with theirs, or have more.
  if (/^[A-ZĐ]+\d[A-ZĐ]{2,}$/.test(core)) return false;
  // A letter inside a number, or a digit inside a word, is a misread one; codes keep them apart or are all capitals.
  return core
    .split(/[-/.,:–()]+/u)
    .every((part) => /^(?:\d*|[A-ZĐ0-9]+|\d*m[23²³])$/u.test(part) || (!/\d/.test(part) && isWord(part)));
}

const isDate = (day: number, month: number, year: number): boolean =>
  day >= 1 && day <= 31 && month >= 1 && month <= 12 && year >= 1850 && year <= 2100;
