// Whose trouble an error is: the file's own, which ends as that file's paper, or that of everything around, which stops the run.
import { existsSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { AppError } from '../core/errors.ts';
import type { DigitizeFile } from './request.ts';

export interface Place {
  readonly file: DigitizeFile;
  /** Folder for work in progress. */
  readonly workRoot: string;
}

export type Judged = { readonly own: AppError } | { readonly around: AppError };

/** Errors of the machine, whatever file they are met at. */
const MACHINE: Readonly<Record<string, string>> = {
  ENOSPC: 'fault.disk-full',
  EDQUOT: 'fault.disk-full',
  EFBIG: 'fault.disk-full',
  EROFS: 'fault.read-only',
  EMFILE: 'fault.too-many-open',
  ENFILE: 'fault.too-many-open',
};

export function judgeError(thrown: unknown, { file, workRoot }: Place): Judged {
  if (thrown instanceof AppError) return judgeKnown(thrown, file);
  const { code, path, dest } = thrown as NodeJS.ErrnoException & { dest?: string };
  const around = (key: string): Judged => ({
    around: new AppError('dependency', key, { params: { folder: workRoot, why: code ?? '' }, cause: thrown }),
  });
  const own = (kind: 'not-found' | 'dependency', key: string): Judged => ({
    own: new AppError(kind, key, {
      params: { file: file.source, source: file.source, why: code ?? '' },
      cause: thrown,
    }),
  });
  if (typeof code !== 'string' || !/^E[A-Z0-9]+$/.test(code)) return own('dependency', 'error.unexpected');
  const machine = MACHINE[code];
  if (machine) return around(machine);
  if (!existsSync(workRoot)) return around('fault.work-lost');
  if (isWithin(path, workRoot)) return around('fault.work-denied');
  if (path !== undefined && path !== file.path)
    return isWithin(dest, workRoot) ? around('fault.work-denied') : own('dependency', 'error.unexpected');
  if (code === 'ENOENT') return own('not-found', 'intake.not-found');
  return own(
    'dependency',
    code === 'EACCES' || code === 'EPERM' ? 'fault.input-denied' : 'fault.input-unreadable',
  );
}

const isWithin = (path: string | undefined, folder: string): boolean =>
  path !== undefined && resolve(path).startsWith(resolve(folder) + sep);

/** A conflict is about one paper; integrity of one object too. A registry or store that fails is not. */
function judgeKnown(error: AppError, file: DigitizeFile): Judged {
  const { kind, code } = error;
  const isOwn =
    kind === 'input' ||
    (kind === 'conflict' && !code.startsWith('at-rest.')) ||
    (kind === 'not-found' && code.startsWith('intake.')) ||
    (kind === 'dependency' && !/^(warehouse|fault|at-rest)\./.test(code)) ||
    code === 'warehouse.object-differs';
  if (!isOwn) return { around: error };
  const { params, cause, retryable } = error;
  return { own: new AppError(kind, code, { params: { ...params, source: file.source }, cause, retryable }) };
}
