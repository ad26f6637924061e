// Words of the product as people read them: states, dates, numbers, kinds, instants.
import { printedDate } from '../../core/dates.ts';
import { hasMessage, message } from '../../core/messages/index.ts';
import type { PaperState } from '../../core/model.ts';
import type { PaperRow } from '../../core/ports.ts';
import type { Lists } from '../../lists/index.ts';
import type { Cli } from '../command.ts';
import type { Colour } from './screen.ts';

type Speaks = Pick<Cli, 'say' | 'lang'>;

export const stateColour: Readonly<Record<PaperState, Colour>> = {
  received: 'dim',
  'awaiting-signature': 'yellow',
  review: 'yellow',
  filed: 'green',
  refused: 'red',
  failed: 'red',
  discarded: 'dim',
};

export const stateWord = ({ say }: Speaks, state: string): string => say(`cli.state.${state}`);

/** Name of a kind, its code where the lists do not have it, `–` where there is none. */
export const kindName = (lists: Lists, code: string | null): string =>
  code === null ? '–' : (lists.kind(code)?.name ?? code);

/** Name of a field, its key where it has none; further owners (`ho_ten#2`) keep their number. */
export function fieldName(lang: Speaks['lang'], key: string): string {
  const [plain = key, number] = key.split('#');
  const name = hasMessage(`field.${plain}`) ? message(lang, `field.${plain}`) : plain;
  return number === undefined ? name : `${name} (${number})`;
}

/** `05/11/2025`, or `–`. */
export const dateWord = (date: string | null | undefined): string => (date ? printedDate(date) : '–');

/** Until when a paper counts. */
export function validityWord(
  { say }: Speaks,
  { validTo, perpetual }: Pick<PaperRow, 'validTo' | 'perpetual'>,
): string {
  if (perpetual) return say('cli.perpetual');
  return validTo ? printedDate(validTo) : say('cli.validity-unknown');
}

/** Seconds with one decimal, comma in Vietnamese. */
export const secondsWord = ({ lang }: Speaks, milliseconds: number): string =>
  `${decimal(lang, milliseconds / 1000, 1)} s`;

export const decimal = (lang: Speaks['lang'], value: number, digits: number): string =>
  value.toFixed(digits).replace('.', lang === 'vi' ? ',' : '.');

/** An instant as the clock on a Vietnamese wall shows it: `22/11/2026 09:30:00`. */
export function localTime(instant: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Ho_Chi_Minh',
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(new Date(instant));
  return parts.replace(',', '');
}

/** The day it is now in Viet Nam. */
export const today = (now: Date): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short' }).format(now);
