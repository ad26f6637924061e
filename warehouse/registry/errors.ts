// Errors of the databases become AppErrors here; neither SQL nor values of rows leave this file.
import { AppError } from '../../core/errors.ts';

/** Unique indexes whose refusal means something to the caller. Names as in tables*.ts. */
const conflicts: Readonly<Record<string, string>> = {
  papers_pkey: 'warehouse.paper-known',
  papers_code: 'warehouse.code-taken',
  paper_aliases_pkey: 'warehouse.code-taken',
  papers_original_pages: 'warehouse.paper-known',
  owner_identifiers_key: 'warehouse.identifier-taken',
  dossiers_code: 'warehouse.dossier-taken',
};

/** Refusal by a unique index or another constraint, by the index's name where the database gives it. */
export const conflictError = (constraint: string, cause: unknown): AppError =>
  new AppError('conflict', conflicts[constraint] ?? 'warehouse.constraint', { cause });

export type Failure = 'busy' | 'full' | 'damaged' | 'unreachable' | 'denied' | 'other';

/** Everything else a database can fail with. */
export function failureError(failure: Failure, cause: unknown): AppError {
  switch (failure) {
    case 'busy':
      return new AppError('transient', 'warehouse.database-busy', { cause });
    case 'full':
      return new AppError('dependency', 'warehouse.disk-full', { cause });
    case 'damaged':
      return new AppError('integrity', 'warehouse.database-damaged', { cause });
    case 'unreachable':
      return new AppError('transient', 'warehouse.database-unreachable', { cause });
    case 'denied':
      return new AppError('usage', 'warehouse.database-denied', { cause });
    default:
      return new AppError('dependency', 'warehouse.database-failed', { cause });
  }
}

/** What the driver threw, out of drizzle's wrapper, whose message holds the query's parameters. */
export function driverError(thrown: unknown): { code: string; message: string; constraint: string } {
  let error = thrown as { cause?: unknown; code?: unknown; message?: unknown; constraint?: unknown };
  while (error.code === undefined && error.cause instanceof Error) error = error.cause as typeof error;
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  return { code: text(error.code), message: text(error.message), constraint: text(error.constraint) };
}

/** A cause that may be logged: the database's code and the constraint, nothing of a row. */
export const safeCause = (code: string, constraint = ''): Error =>
  new Error(['database error', code, constraint].filter(Boolean).join(' '));
