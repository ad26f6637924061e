// The one error family. Errors are returned or thrown, and logged once, at the border (cli, server).

/** What went wrong, in the only classes that change what happens next; exit codes and HTTP status map from these. */
export type ErrorKind =
  | 'usage'
  | 'input'
  | 'not-found'
  | 'conflict'
  | 'dependency'
  | 'transient'
  | 'integrity'
  | 'cancelled';

/** Values put into a message. Never a person's name, number or the text of a page. */
export type MessageParams = Readonly<Record<string, string | number>>;

export interface AppErrorOptions {
  /** Values for the message; file and page belong here. */
  readonly params?: MessageParams;
  readonly cause?: unknown;
  /** Same call may succeed later. Default: true for `transient`, else false. */
  readonly retryable?: boolean;
}

/**
 * An error a user can act on. `code` is a key of the message catalogue (`core/messages`), which holds what is wrong
 * (`<code>`) and, where there is something to do, a hint (`<code>.hint`).
 */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly kind: ErrorKind;
  readonly code: string;
  readonly params: MessageParams;
  readonly retryable: boolean;

  constructor(kind: ErrorKind, code: string, options: AppErrorOptions = {}) {
    super(code, options.cause === undefined ? {} : { cause: options.cause });
    this.kind = kind;
    this.code = code;
    this.params = options.params ?? {};
    this.retryable = options.retryable ?? kind === 'transient';
  }
}

/** Wraps anything thrown: an AppError stays itself, everything else becomes a `dependency` error with that cause. */
export function toAppError(thrown: unknown, code = 'error.unexpected', params: MessageParams = {}): AppError {
  if (thrown instanceof AppError) return thrown;
  return new AppError('dependency', code, { params, cause: thrown });
}
