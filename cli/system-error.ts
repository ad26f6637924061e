// What the operating system refused, said as an error of ours where nobody nearer knew better.
import { AppError } from '../core/errors.ts';

const FULL = new Set(['ENOSPC', 'EDQUOT']);

/** Errors of files and folders get a message with path and code; everything else stays what it is. */
export function asSystemError(thrown: unknown): unknown {
  if (thrown instanceof AppError) return thrown;
  const { code, path, syscall } = thrown as NodeJS.ErrnoException;
  if (typeof code !== 'string' || !/^E[A-Z0-9]+$/.test(code) || syscall === undefined) return thrown;
  const params = { folder: path ?? '', file: path ?? '', why: code };
  if (FULL.has(code)) return new AppError('dependency', 'fault.system-full', { params, cause: thrown });
  return new AppError('dependency', path === undefined ? 'fault.system' : 'fault.system-file', {
    params,
    cause: thrown,
  });
}
