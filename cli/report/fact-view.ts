// A fact as a report shows it: its name, the value as people write it, the words it was read from, the cut-out.
import { isIsoDate, printedDate } from '../../core/dates.ts';
import { hasMessage, type Language, message } from '../../core/messages/index.ts';
import type { Box, Fact, PageReading, Problem, Word } from '../../core/model.ts';
import type { Kind } from '../../lists/index.ts';
import type { DigitizeSettings } from '../../pipeline/paper.ts';
import type { SmallPicture } from '../../pipeline/pictures/page-pictures.ts';
import { sureFrom } from '../../pipeline/review/doubts.ts';
import { problemLine } from '../print/problems.ts';

export interface FactView {
  readonly fact: Fact;
  readonly name: string;
  /** Dates as printed in Viet Nam. */
  readonly shown: string;
  readonly sure: boolean;
  /** Words under its box as they were read; null where no reading is kept. */
  readonly words: readonly Word[] | null;
  readonly crop: SmallPicture | null;
}

/** The shared name of a field, else its first printed label, else its key. */
export function factName(lang: Language, key: string, kind: Kind | null | undefined): string {
  const [plain = key, number] = key.split('#');
  const label = kind?.fields.find((field) => field.key === plain)?.labels[0];
  const name = hasMessage(`field.${plain}`) ? message(lang, `field.${plain}`) : (label ?? plain);
  return number === undefined ? name : `${name} (${number})`;
}

export function shownValue(
  { key, value }: Pick<Fact, 'key' | 'value'>,
  kind: Kind | null | undefined,
): string {
  const [plain] = key.split('#');
  const type = kind?.fields.find((field) => field.key === plain)?.type;
  return type === 'date' && isIsoDate(value) ? printedDate(value) : value;
}

/** As the configuration has it. */
export interface SureFrom {
  readonly sure: number;
  readonly sureByType?: DigitizeSettings['sureByType'] | undefined;
}

/** Does it need no clerk? The threshold may differ by the field's type. */
export function isSure(
  fact: Pick<Fact, 'key' | 'confidence'>,
  kind: Kind | null | undefined,
  settings: SureFrom,
): boolean {
  const [plain] = fact.key.split('#');
  const type = kind?.fields.find((field) => field.key === plain)?.type;
  const { sure, sureByType } = settings;
  return fact.confidence >= sureFrom({ sure, ...(sureByType ? { sureByType } : {}) }, type);
}

/** Words whose middle lies in the box, in reading order. */
export function wordsIn(page: PageReading | undefined, box: Box | undefined): Word[] | null {
  if (!page || !box) return null;
  const [x, y, width, height] = box;
  return page.text.lines
    .flatMap((line) => line.words)
    .filter(({ box: [wx, wy, ww, wh] }) => {
      const [cx, cy] = [wx + ww / 2, wy + wh / 2];
      return cx >= x && cx <= x + width && cy >= y && cy <= y + height;
    });
}

/** A problem in words, its field called as its facts are. */
export function problemWords(lang: Language, problem: Problem, kind: Kind | null | undefined): string {
  const { field } = problem;
  return problemLine(lang, field === undefined ? problem : { ...problem, field: fieldIn(lang, field, kind) });
}

/** Keys that have a shared name stay: `problemLine` knows them. */
const fieldIn = (lang: Language, key: string, kind: Kind | null | undefined): string =>
  hasMessage(`field.${key}`) ? key : factName(lang, key, kind);

/** What to do about it; empty where there is nothing to say. */
export function hintWords(lang: Language, { code, params, page }: Problem): string {
  const hint = `${code}.hint`;
  return hasMessage(hint) ? message(lang, hint, { ...(page === undefined ? {} : { page }), ...params }) : '';
}
