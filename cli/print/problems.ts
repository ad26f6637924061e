// What is wrong or doubtful, in a sentence, with what to do about it.
import { type AppError, toAppError } from '../../core/errors.ts';
import { hasMessage, type Language, message, messageEntry } from '../../core/messages/index.ts';
import type { Problem } from '../../core/model.ts';
import type { Screen } from './screen.ts';

/** A problem of a paper: page and sentence. */
export function problemLine(lang: Language, problem: Problem): string {
  const { code, params = {}, page, field } = problem;
  const known = {
    ...(page === undefined ? {} : { page }),
    ...(field === undefined ? {} : { field }),
    ...params,
    // The name of the field, where it has one of its own; else its label on the paper.
    ...(field !== undefined && hasMessage(`field.${field}`)
      ? { label: message(lang, `field.${field}`) }
      : {}),
  };
  const text = message(lang, code, known);
  const named = (name: string): boolean => messageEntry(code)?.[0].includes(`{${name}}`) ?? false;
  const place = page === undefined || named('page') ? '' : `${message(lang, 'cli.page', { page })}: `;
  const about =
    field === undefined || named('field') || named('label')
      ? ''
      : ` (${message(lang, hasMessage(`field.${field}`) ? `field.${field}` : field)})`;
  return `${place}${text}${about}`;
}

/** What to do about a problem, where there is something. */
export function hintLine(lang: Language, { code, params = {} }: Problem): string[] {
  const hint = `${code}.hint`;
  return hasMessage(hint) ? [`${message(lang, 'cli.hint')} ${message(lang, hint, params)}`] : [];
}

/** An error as lines of text: what is wrong, what to do. */
export const errorLines = (lang: Language, { code, params }: AppError): string[] => [
  message(lang, code, params),
  ...hintLine(lang, { code, params }),
];

export interface ErrorReport {
  readonly lang: Language;
  readonly screen: Pick<Screen, 'tell' | 'paintError'>;
  /** Stack traces too. */
  readonly verbose: boolean;
}

/** Tells an error on stderr and returns it as an AppError: what is wrong, then what to do. */
export function tellError(thrown: unknown, { lang, screen, verbose }: ErrorReport): AppError {
  const error = toAppError(thrown);
  screen.tell(
    `${screen.paintError('red', message(lang, 'cli.error'))} ${message(lang, error.code, error.params)}`,
  );
  const hint = `${error.code}.hint`;
  if (hasMessage(hint)) {
    screen.tell(
      `${screen.paintError('dim', message(lang, 'cli.hint'))} ${message(lang, hint, error.params)}`,
    );
  }
  if (verbose) for (const line of stackOf(thrown)) screen.tell(line);
  return error;
}

function stackOf(thrown: unknown): string[] {
  if (!(thrown instanceof Error)) return [String(thrown)];
  const own = (thrown.stack ?? `${thrown.name}: ${thrown.message}`).split('\n');
  return thrown.cause === undefined ? own : [...own, ...stackOf(thrown.cause).map((line) => `  ${line}`)];
}
