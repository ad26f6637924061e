// The process that opens files, as its callers see it: one piece of work after another, started anew when it died.
import { extname } from 'node:path';
import { AppError } from '../../core/errors.ts';
import { TaskEnded, workerProcess } from '../pool/worker-process.ts';
import { sameBytes } from './file-facts.ts';
import type { Bytes, FileFacts, IntakeLimits } from './source.ts';
import type { Opened, SourceAnswer, SourceTask } from './source-worker.ts';

export interface SourceProcessOptions {
  readonly limits: IntakeLimits;
  readonly memoryMegabytes: number;
  /** For one task: opening a file, one page. */
  readonly seconds: number;
  /** Module of the worker; default: the source worker. */
  readonly worker?: URL;
}

/** A file that is open in the process, or was until the process died. */
export interface Loaded {
  readonly id: number;
  readonly facts: FileFacts;
  readonly signal: AbortSignal | undefined;
  bytes: Bytes;
  /** Which process holds it, see `WorkerProcess.living`. */
  heldBy: number;
}

export interface SourceProcess {
  /** Files open in it now. */
  readonly load: number;
  open(loaded: Loaded): Promise<Opened>;
  /** A page, or a PDF of some pages. `page` is the page it is about, for the error. */
  ask<Answer>(loaded: Loaded, task: SourceTask, page?: number): Promise<Answer>;
  close(loaded: Loaded): Promise<void>;
  end(): Promise<void>;
}

/** What a process has opened before it is replaced: whatever a decoder leaks ends with it. */
const MOST_FILES = 500;
/** Share of the memory limit beyond which an idle process is replaced: WebAssembly never gives memory back. */
const TIRED = 0.25;

export function sourceProcess(options: SourceProcessOptions): SourceProcess {
  const { limits, memoryMegabytes, seconds } = options;
  const module = options.worker ?? new URL(`./source-worker${extname(import.meta.url)}`, import.meta.url);
  const worker = workerProcess({ module, settings: null, cage: { memoryMegabytes } });
  const held = new Set<Loaded>();
  let turn: Promise<unknown> = Promise.resolve();
  let opened = 0;

  /** One at a time and in order: what one file costs must not be blamed on another. */
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = turn.then(work);
    turn = result.catch(() => undefined);
    return result;
  };
  const run = async <Answer>(task: SourceTask, { signal }: Loaded): Promise<Answer> =>
    unwrap(await worker.run<SourceTask, SourceAnswer>(task, { seconds, signal })) as Answer;
  const hold = async (loaded: Loaded): Promise<Opened> => {
    const { id, facts } = loaded;
    try {
      await run({ do: 'begin', id, facts, limits }, loaded);
      for await (const part of sameBytes(loaded.bytes, facts)) await run({ do: 'bytes', id, part }, loaded);
      const answer = await run<Opened>({ do: 'open', id }, loaded);
      loaded.heldBy = worker.living;
      opened += 1;
      return answer;
    } catch (error) {
      if (worker.living !== 0) await run({ do: 'close', id }, loaded).catch(() => undefined);
      throw error;
    }
  };
  const refusal = (error: unknown, { facts: { file } }: Loaded, page: number | undefined): unknown => {
    const params = { file, ...(page === undefined ? {} : { page }) };
    if (error instanceof RemoteError)
      return new AppError('input', page === undefined ? 'intake.broken' : 'intake.broken-page', {
        params,
        cause: error,
      });
    // What the system says of the file while its bytes are read is told as it is.
    if (!(error instanceof TaskEnded)) return error;
    if (error.end === 'aborted') return new AppError('cancelled', 'error.cancelled', { cause: error });
    const code = `intake.${page === undefined ? 'file' : 'page'}-${ENDS[error.end]}`;
    return new AppError('input', code, {
      params: { ...params, seconds, limit: memoryMegabytes },
      cause: error,
    });
  };
  /**
   * A process that dies may have been ended by others' doing (the system was out of memory, another file was open in
   * it): the work is tried once more in a new one that holds nothing else. Running out of time is told at once.
   */
  const twice = async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    try {
      return await work();
    } catch (error) {
      if (error instanceof TaskEnded && (error.end === 'died' || error.end === 'memory')) return work();
      throw error;
    }
  };
  return {
    get load() {
      return held.size;
    },
    open: (loaded) =>
      inTurn(async () => {
        held.add(loaded);
        try {
          return await twice(() => hold(loaded));
        } catch (error) {
          held.delete(loaded);
          throw refusal(error, loaded, undefined);
        }
      }),
    ask: <Answer>(loaded: Loaded, task: SourceTask, page?: number) =>
      inTurn(async () => {
        try {
          return await twice(async () => {
            if (loaded.heldBy !== worker.living) await hold(loaded);
            return await run<Answer>(task, loaded);
          });
        } catch (error) {
          throw refusal(error, loaded, page);
        }
      }),
    close: (loaded) =>
      inTurn(async () => {
        held.delete(loaded);
        const tired = opened >= MOST_FILES || worker.memory() > TIRED * memoryMegabytes * 1024 ** 2;
        if (tired && held.size === 0) {
          opened = 0;
          await worker.close();
        } else if (loaded.heldBy === worker.living)
          await run({ do: 'close', id: loaded.id }, { ...loaded, signal: undefined }).catch(() => undefined);
      }),
    end: () => worker.close(),
  };
}

/** How a message's key ends: `intake.file-crashed`, `intake.page-too-slow` … */
const ENDS = { timeout: 'too-slow', memory: 'too-much-memory', died: 'crashed' } as const;

function unwrap(answer: SourceAnswer): unknown {
  if ('ok' in answer) return answer.ok;
  if ('lost' in answer) throw new TaskEnded('died');
  const cause = answer.crash === undefined ? undefined : new RemoteError(answer.crash);
  if (!('error' in answer)) throw cause;
  const { kind, code, params } = answer.error;
  throw new AppError(kind, code, { params, ...(cause ? { cause } : {}) });
}

/** An error of the other process, with its own stack. */
class RemoteError extends Error {
  constructor(stack: string) {
    super('in the source process');
    this.stack = stack;
  }
}
