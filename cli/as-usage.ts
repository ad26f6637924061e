// Errors about what the configuration names are errors of usage, whatever they are deeper down.
import { AppError } from '../core/errors.ts';

/** Runs `work`; an AppError of any kind comes out as one of usage, with the same message. */
export function asUsage<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new AppError('usage', error.code, { params: error.params, cause: error });
  }
}
