// Machine-readable lines of identity cards and passports (ICAO 9303 TD1, TD3): what their check digits confirm.
import { isoDate } from '../../core/dates.ts';
import type { Kind } from '../../lists/index.ts';
import type { OutsideFact } from './compare-sources.ts';
import { type PageLayout, textOf } from './page-layout.ts';

const weights = [7, 3, 1];
const signValue = (sign: string): number =>
  sign === '<' ? 0 : /\d/.test(sign) ? Number(sign) : sign.charCodeAt(0) - 55;

/** Check digit of ICAO 9303: weights 7, 3, 1, modulo 10. */
export const mrzCheck = (text: string): number =>
  [...text].reduce((sum, sign, i) => sum + signValue(sign) * (weights[i % 3] ?? 0), 0) % 10;

const digitsOnly = (text: string): string =>
  text.replace(/[OQD]/g, '0').replace(/[IL]/g, '1').replace(/Z/g, '2').replace(/S/g, '5').replace(/B/g, '8');

/** `yymmdd` and its check digit as a date; years up to `pivot` are of this century. */
function dateOf(text: string, check: string | undefined, pivot: number): string | null {
  const digits = digitsOnly(text);
  if (!/^\d{6}$/.test(digits) || mrzCheck(digits) !== Number(check)) return null;
  const year = Number(digits.slice(0, 2));
  return isoDate(
    year + (year <= pivot ? 2000 : 1900),
    Number(digits.slice(2, 4)),
    Number(digits.slice(4, 6)),
  );
}

interface Mrz {
  readonly birth?: string;
  readonly expiry?: string;
  readonly number?: string;
  readonly name?: string;
}

/** Reads the lines that look machine-readable; only what its check digit holds is given. */
export function readMrz(lines: readonly string[]): Mrz {
  const found: { -readonly [key in keyof Mrz]: Mrz[key] } = {};
  for (const raw of lines) {
    const line = raw.toUpperCase().replace(/[^A-Z0-9<]/g, '');
    const card = /^[I1L]DVNM([\dOQDILZSB]{9})(\d)([\dOQDILZSB]{12})/.exec(line);
    if (card?.[3] && mrzCheck(digitsOnly(card[1] ?? '')) === Number(card[2])) {
      const number = digitsOnly(card[3]);
      if (number.endsWith(digitsOnly(card[1] ?? ''))) found.number = number;
    }
    const days = /^(.{6})(.)[MF<](.{6})(.)/.exec(line);
    if (days) {
      const birth = dateOf(days[1] ?? '', digitsOnly(days[2] ?? ''), 29);
      const expiry = dateOf(days[3] ?? '', digitsOnly(days[4] ?? ''), 80);
      if (birth) found.birth = birth;
      if (expiry && !/^991231/.test(days[3] ?? '')) found.expiry = expiry;
    }
    const name = /^(?:P<VNM)?([A-Z]+)<<([A-Z<]+?)<*$/.exec(line);
    if (name?.[1] && name[2] && line.length > 20)
      found.name = `${name[1]} ${name[2].replace(/<+/g, ' ').trim()}`;
  }
  return found;
}

/** What machine-readable lines confirm of a kind that has the usual person's fields. */
export function mrzFacts(kind: Kind, pages: readonly PageLayout[]): OutsideFact[] {
  const keys = new Set(kind.fields.map((field) => field.key));
  return pages.flatMap((layout) => {
    const lines = layout.segments
      .map((segment) => textOf(segment.tokens).replace(/\s/g, ''))
      .filter((text) => /<{2}|^[I1L]DVNM/.test(text));
    const mrz = readMrz(lines);
    const facts: (readonly [string, string | undefined])[] = [
      ['so_dinh_danh', mrz.number],
      ['ngay_sinh', mrz.birth],
      ['ngay_het_han', mrz.expiry],
      ['ho_ten', mrz.name],
    ];
    return facts.flatMap(([key, value]) =>
      value && keys.has(key) ? [{ key, value, source: 'mrz', folded: true, page: layout.page }] : [],
    );
  });
}
