// Whole numbers of the command line.
import { AppError } from '../core/errors.ts';

export interface NumberRange {
  /** As the user types it, for the error. */
  readonly option: string;
  readonly from: number;
  readonly to: number;
}

/** Undefined where nothing was given. @throws AppError usage `cli.no-whole-number`. */
export function wholeNumber(text: string | undefined, { option, from, to }: NumberRange): number | undefined {
  if (text === undefined) return undefined;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= from && value <= to) return value;
  throw new AppError('usage', 'cli.no-whole-number', { params: { option, from, to } });
}
