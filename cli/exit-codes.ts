// The one table of exit codes: what a shell, a script or a service sees of a run.
import type { ErrorKind } from '../core/errors.ts';

export const EXIT = {
  done: 0,
  /** Wrong usage, or the surroundings are not as they must be. */
  usage: 1,
  /** The question was understood; some of it failed, was refused or is not there. */
  failed: 2,
  /** 128 + SIGINT, as shells count. */
  cancelled: 130,
} as const;

export const exitCodeOf: Readonly<Record<ErrorKind, number>> = {
  usage: EXIT.usage,
  dependency: EXIT.usage,
  transient: EXIT.usage,
  integrity: EXIT.usage,
  input: EXIT.failed,
  'not-found': EXIT.failed,
  conflict: EXIT.failed,
  cancelled: EXIT.cancelled,
};
