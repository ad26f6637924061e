// A date in read text, forgiving what readers do to digits and to the words ngày, tháng, năm; never to the calendar.
import { type FoundDate, findDates, isoDate, parseDate } from '../../core/dates.ts';
import { fold } from '../../core/text.ts';
import { readDigits } from './read-digits.ts';

export interface ReadDate extends FoundDate {
  /** 1 as printed; lower where letters had to be taken for digits or words were maimed. */
  readonly quality: number;
}

const digit = String.raw`[\dOoQlIi|SsBZz]`;
const loose = [
  new RegExp(
    `(?<![\\dA-Za-z])(${digit}{1,2})\\s*[,.]?\\s*t?[hb][a-z]{1,3}g?\\s*(${digit}{1,2})\\s*[,.]?\\s*n[a-z]{1,2}\\s*[.,]?\\s*(${digit}{4})(?!\\d)`,
    'g',
  ),
  new RegExp(
    `(?<![\\dA-Za-z])(${digit}{1,2})\\s*[/.\\-]\\s*(${digit}{1,2})\\s*[/.\\-]\\s*(${digit}{4})(?!\\d)`,
    'g',
  ),
  /(?<![\dA-Za-z])(\d{1,2})[iIl|](\d{1,2})[iIl|](\d{4})(?!\d)/g,
];

/** A group of digits with the letters taken for some; leading zeros keep the digits the majority. */
const number = (text: string | undefined): { value: number; guessed: number } | null => {
  const read = text === undefined ? null : readDigits(`0000${text}`);
  return read ? { value: Number(read.digits), guessed: read.guessed } : null;
};

function looseDates(text: string): ReadDate[] {
  const flat = fold(text.normalize('NFC'));
  // The folded text keeps one letter for one, so that the marks are gone and the case is not needed.
  const cased = [...text.normalize('NFC')]
    .map((sign, i) => (/\d/.test(sign) ? sign : (flat[i] ?? sign)))
    .join('');
  const found: ReadDate[] = [];
  for (const pattern of loose) {
    for (const match of cased.matchAll(pattern)) {
      const [day, month, year] = [number(match[1]), number(match[2]), number(match[3])];
      const iso = day && month && year ? isoDate(year.value, month.value, day.value) : null;
      if (!iso || !day || !month || !year) continue;
      const guessed = day.guessed + month.guessed + year.guessed;
      found.push({
        iso,
        start: match.index,
        end: match.index + match[0].length,
        quality: guessed > 0 ? 0.6 : 0.85,
      });
    }
  }
  return found;
}

/** Dates of a text in order; loosely read ones only where no well-formed one stands. */
export function readDates(text: string): ReadDate[] {
  const exact = findDates(text).map((date) => ({ ...date, quality: 1 }));
  const spread = looseDates(text).filter(
    (date) => !exact.some((other) => other.start < date.end && date.start < other.end),
  );
  return [...exact, ...spread].sort((a, b) => a.start - b.start);
}

/** The value of a date field: the first date, else a lone year; null where neither stands. */
export function readDateValue(text: string): { iso: string; quality: number } | null {
  const first = readDates(text)[0];
  if (first) return first;
  const year = parseDate(text.replace(/[;,.]\s*$/u, ''));
  if (year) return { iso: year, quality: year.length === 4 ? 0.9 : 0.95 };
  const lone = /(?<!\d)(1[89]\d\d|20\d\d)(?!\d)/.exec(text);
  return lone?.[1] && text.replace(/\D/g, '').length === 4 ? { iso: lone[1], quality: 0.85 } : null;
}
