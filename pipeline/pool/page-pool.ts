// The one shared pool of page workers: as many processes as cores, warm, with a limit of CPU time a page.
import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { AppError } from '../../core/errors.ts';
import type { PageInput, PageOutput } from '../read-page.ts';
import { WALL_FACTOR } from './cpu-clock.ts';
import type { WorkerSettings } from './page-worker.ts';
import { makeScratch } from './scratch.ts';
import { TaskEnded, type WorkerProcess, workerProcess } from './worker-process.ts';

export interface PagePool {
  readonly size: number;
  /** Name of the reader in use, e.g. `tesseract-wasm`. */
  readonly reader: string;
  /**
   * Reads one page.
   * @throws AppError `page.timeout` after the time limit, `page.too-much-memory`, `page.crashed` where the reader or its process failed,
   * `error.cancelled` at once when the signal says so, input errors. The pool goes on after any of them.
   */
  read(input: PageInput, signal?: AbortSignal): Promise<PageOutput>;
  close(): Promise<void>;
}

export interface PoolOptions {
  /** Default: as many as cores. */
  readonly workers?: number;
  /** Seconds of CPU a page may take, its worker's and its reader's, from when a worker takes it up. */
  readonly pageTimeout?: number;
  readonly settings: Pick<WorkerSettings, 'native'>;
  /** Where pictures for an installed reader lie while it reads them; default: the system's temporary folder. */
  readonly scratchRoot?: string;
  /** Memory at which a worker is ended. */
  readonly memoryMegabytes?: number;
  /** Module of the worker; default: the page worker. */
  readonly worker?: URL;
}

/** Errors do not survive the way between processes as what they are: they come as data. */
export type WorkerAnswer =
  | { readonly ok: PageOutput }
  | { readonly error: { readonly kind: 'input'; readonly code: string } }
  | { readonly crash: string };

const defaultTimeout = 120;
const defaultMemory = 1536;

export function openPagePool(options: PoolOptions): PagePool {
  const size = options.workers ?? availableParallelism();
  const seconds = options.pageTimeout ?? defaultTimeout;
  const { native } = options.settings;
  // Pages lie there as pictures while the program reads them: removed here, since a killed process tidies nothing.
  const scratch = native ? makeScratch(options.scratchRoot) : null;
  const tidy = () => scratch && rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
  process.once('exit', tidy);
  // Longer than any page can take, so that our own limit speaks first.
  const timeout = 2 * WALL_FACTOR * seconds;
  const settings: WorkerSettings = { native, ...(scratch ? { scratch } : {}), timeout };
  const memoryMegabytes = options.memoryMegabytes ?? defaultMemory;
  // An installed reader is a program of its own, which finds the pictures in the scratch folder.
  const cage = { memoryMegabytes, programs: native !== null, writable: scratch ? [scratch] : [] };
  const module = options.worker ?? new URL(`./page-worker${extname(import.meta.url)}`, import.meta.url);
  const workers = Array.from({ length: size }, () => workerProcess({ module, settings, cage }));
  const places = turns(workers);
  return {
    size,
    reader: native ? 'tesseract-native' : 'tesseract-wasm',
    async read(input, signal) {
      const worker = await places.take(signal);
      try {
        const attempt = () => worker.run<PageInput, WorkerAnswer>(input, { seconds, signal });
        return unwrap(await twice(attempt), input.number);
      } catch (cause) {
        throw ended(cause, { page: input.number, seconds, limit: memoryMegabytes });
      } finally {
        places.give(worker);
      }
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.close()));
      process.off('exit', tidy);
      tidy();
    },
  };
}

/** A worker or a reader may have been ended by others' doing (a system out of memory): its page is tried once more. */
async function twice(attempt: () => Promise<WorkerAnswer>): Promise<WorkerAnswer> {
  try {
    const answer = await attempt();
    return 'crash' in answer ? await attempt() : answer;
  } catch (cause) {
    if (cause instanceof TaskEnded && cause.end === 'died') return attempt();
    throw cause;
  }
}

interface PageLimits {
  readonly page: number;
  readonly seconds: number;
  /** Megabytes. */
  readonly limit: number;
}

function ended(cause: unknown, { page, seconds, limit }: PageLimits): unknown {
  if (!(cause instanceof TaskEnded)) return cause;
  if (cause.end === 'aborted') return new AppError('cancelled', 'error.cancelled', { cause });
  if (cause.end === 'timeout')
    return new AppError('input', 'page.timeout', { params: { page, seconds }, cause });
  if (cause.end === 'memory')
    return new AppError('input', 'page.too-much-memory', { params: { page, limit }, cause });
  return new AppError('dependency', 'page.crashed', { params: { page }, cause });
}

function unwrap(answer: WorkerAnswer, page: number): PageOutput {
  if ('ok' in answer) return answer.ok;
  if ('error' in answer) throw new AppError(answer.error.kind, answer.error.code, { params: { page } });
  throw new AppError('dependency', 'page.crashed', { params: { page }, cause: new Error(answer.crash) });
}

/** Free workers, first come first served; whoever waits may be cancelled. */
function turns(workers: readonly WorkerProcess[]) {
  const free = [...workers];
  const waiting: ((worker: WorkerProcess) => void)[] = [];
  return {
    async take(signal?: AbortSignal): Promise<WorkerProcess> {
      if (signal?.aborted) throw new AppError('cancelled', 'error.cancelled');
      const worker = free.pop();
      if (worker) return worker;
      return new Promise((resolve, reject) => {
        const turn = (given: WorkerProcess) => {
          signal?.removeEventListener('abort', leave);
          resolve(given);
        };
        const leave = () => {
          waiting.splice(waiting.indexOf(turn), 1);
          reject(new AppError('cancelled', 'error.cancelled'));
        };
        signal?.addEventListener('abort', leave, { once: true });
        waiting.push(turn);
      });
    },
    give(worker: WorkerProcess): void {
      const next = waiting.shift();
      if (next) next(worker);
      else free.push(worker);
    },
  };
}
