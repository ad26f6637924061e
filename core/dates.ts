// Dates as Vietnamese papers print them, turned into ISO 8601; only days that exist in the calendar count.
import type { IsoDate } from './model.ts';
import { fold } from './text.ts';

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** ISO date of a day, or null where the calendar has no such day or the year is outside 1800–2199. */
export function isoDate(year: number, month: number, day: number): IsoDate | null {
  if (!Number.isInteger(year) || year < 1800 || year > 2199) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
    return null;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** True for `YYYY-MM-DD` that exists, or `YYYY`. */
export function isIsoDate(text: string): boolean {
  if (/^\d{4}$/.test(text)) return Number(text) >= 1800 && Number(text) <= 2199;
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return parts !== null && isoDate(Number(parts[1]), Number(parts[2]), Number(parts[3])) !== null;
}

/** A date found in a text; `start` and `end` are positions in the text's NFC form. */
export interface FoundDate {
  readonly iso: IsoDate;
  readonly start: number;
  readonly end: number;
}

// A letter that looks like a digit before the day is part of it to a reader: not the day as printed.
// `ngày 05 tháng 11 năm 2025` (words may be cut short by a line break or lack marks), `05/11/2025`, `5-11-2025`.
const patterns = [
  /(?:ngay\s*)?(?<![\doqlisbz|])(\d{1,2})\s*,?\s*thang\s*(\d{1,2})\s*,?\s*nam\s*(\d{4})(?!\d)/g,
  /(?<![\doqlisbz|])(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4})(?!\d)/g,
];

/** Every date with day, month and year, in the order of the text. */
export function findDates(text: string): FoundDate[] {
  const folded = fold(text.normalize('NFC'));
  const found: FoundDate[] = [];
  for (const pattern of patterns) {
    for (const match of folded.matchAll(pattern)) {
      const numbers = match.slice(1).filter((group) => /^\d+$/.test(group ?? ''));
      const iso = isoDate(Number(numbers[2]), Number(numbers[1]), Number(numbers[0]));
      if (iso) found.push({ iso, start: match.index, end: match.index + match[0].length });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The first date of a text; a text that prints a year and no day (`1958`, `năm 1958`) gives `YYYY`; else null. */
export function parseDate(text: string): IsoDate | null {
  const first = findDates(text)[0];
  if (first) return first.iso;
  const compact = /^\s*(\d{2})(\d{2})(\d{4})\s*$/.exec(text);
  if (compact) return isoDate(Number(compact[3]), Number(compact[2]), Number(compact[1]));
  const year = /^\s*(?:(?:sinh\s*)?nam\s*:?\s*)?(\d{4})\s*\.?\s*$/.exec(fold(text));
  return year?.[1] !== undefined && isIsoDate(year[1]) ? year[1] : null;
}

/** The day `months` after a full date; a day the month lacks becomes its last day (31/8 + 6 months = 28/2). */
export function addMonths(date: IsoDate, months: number): IsoDate | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!parts) return null;
  const index = Number(parts[1]) * 12 + Number(parts[2]) - 1 + months;
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return isoDate(year, month, Math.min(Number(parts[3]), last));
}

/** `2025-11-05` as `05/11/2025`, `1958` as `1958`: how a clerk reads it. */
export const printedDate = (date: IsoDate): string => date.split('-').reverse().join('/');
