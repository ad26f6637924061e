// Codes of dossiers: the form of 2026 and the two older ones are read; the day in them must exist (DOMAIN 4, 10).
import { isoDate } from './dates.ts';
import type { IsoDate } from './model.ts';

export interface DossierCode {
  readonly code: string;
  /** Agency code as printed, old (`000.00.12.H37`) or new (`H36.12`). */
  readonly agency: string;
  readonly received: IsoDate;
  readonly counter: string;
}

const agency = String.raw`(\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}|[A-Z]\d{2}(?:\.[0-9A-Z]{1,4}){0,4})`;
const pattern = new RegExp(`^${agency}-(\\d{8}|\\d{6})-(\\d{4,8})$`);

/**
 * `G09.20-20260609-0092637`, `H36.12-230825-0001`, `000.00.12.H37-200430-0001`; null for any other form and for a day
 * that does not exist. Two-digit years belong to this century (the codes exist since 2018).
 */
export function parseDossierCode(text: string): DossierCode | null {
  const code = text.trim();
  const [, issuer, day, counter] = pattern.exec(code) ?? [];
  if (issuer === undefined || day === undefined || counter === undefined) return null;
  const full = day.length === 8 ? day : `20${day}`;
  const received = isoDate(Number(full.slice(0, 4)), Number(full.slice(4, 6)), Number(full.slice(6, 8)));
  return received ? { code, agency: issuer, received, counter } : null;
}
