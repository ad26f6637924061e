// The one shared pool of page workers: as many threads as cores, warm, with a time limit a page.
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { Piscina } from 'piscina';
import { AppError } from '../../core/errors.ts';
import type { PageInput, PageOutput } from '../read-page.ts';
import type { WorkerData, WorkerSettings } from './page-worker.ts';

export interface PagePool {
  readonly size: number;
  /** Name of the reader in use, e.g. `tesseract-wasm`. */
  readonly reader: string;
  /**
   * Reads one page; the page's bytes move to the worker and are gone here.
   * @throws AppError `page.timeout` after the time limit, `page.crashed` where the reader or its thread failed,
   * `error.cancelled` when the signal says so, input errors. The pool goes on after any of them.
   */
  read(input: PageInput, signal?: AbortSignal): Promise<PageOutput>;
  close(): Promise<void>;
}

export interface PoolOptions {
  /** Default: as many as cores. */
  readonly workers?: number;
  /** Seconds. */
  readonly pageTimeout?: number;
  readonly settings: WorkerSettings;
  /** Module of the worker; default: the page worker. */
  readonly worker?: URL;
}

const defaultTimeout = 120;

export function openPagePool(options: PoolOptions): PagePool {
  const size = options.workers ?? availableParallelism();
  const seconds = options.pageTimeout ?? defaultTimeout;
  const { native } = options.settings;
  // Pages lie there as pictures while the program reads them: removed here, since a stopped thread tidies nothing.
  const scratch = native ? mkdtempSync(join(tmpdir(), 'sohoa-read-')) : null;
  const tidy = () => scratch && rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
  process.once('exit', tidy);
  // Twice, so that our own limit, which counts from the start of the page, speaks first.
  const workerData: WorkerData = { native, ...(scratch ? { scratch } : {}), timeout: 2 * seconds };
  const pool = new Piscina<PageInput, WorkerAnswer>({
    // The same folder holds the worker, as source or compiled.
    filename: (options.worker ?? new URL(`./page-worker${extname(import.meta.url)}`, import.meta.url)).href,
    minThreads: 1,
    maxThreads: size,
    idleTimeout: 60_000,
    workerData,
    // Tesseract's warnings about its own settings are not the user's.
    stderr: true,
  } as ConstructorParameters<typeof Piscina>[0]);
  return {
    size,
    reader: native ? 'tesseract-native' : 'tesseract-wasm',
    async read(input, signal) {
      const params = { page: input.number, seconds };
      const limit = new AbortController();
      const stop = () => limit.abort();
      signal?.addEventListener('abort', stop, { once: true });
      let timer: NodeJS.Timeout | undefined;
      try {
        signal?.throwIfAborted();
        const answer = pool.run(input, {
          signal: limit.signal,
        });
        timer = setTimeout(stop, seconds * 1000 * (1 + pool.queueSize / size));
        return unwrap(await answer, input.number);
      } catch (cause) {
        if (signal?.aborted) throw new AppError('cancelled', 'error.cancelled', { cause });
        if (limit.signal.aborted) throw new AppError('input', 'page.timeout', { params, cause });
        if (cause instanceof AppError) throw cause;
        throw new AppError('dependency', 'page.crashed', { params: { page: input.number }, cause });
      } finally {
        clearTimeout(timer);
        signal?.removeEventListener('abort', stop);
      }
    },
    async close() {
      await pool.destroy();
      process.off('exit', tidy);
      tidy();
    },
  };
}

/** Errors do not survive the way between threads as what they are: they come as data. */
export type WorkerAnswer =
  | { readonly ok: PageOutput }
  | { readonly error: { readonly kind: 'input'; readonly code: string } }
  | { readonly crash: string };

function unwrap(answer: WorkerAnswer, page: number): PageOutput {
  if ('ok' in answer) return answer.ok;
  if ('error' in answer) throw new AppError(answer.error.kind, answer.error.code, { params: { page } });
  throw new AppError('dependency', 'page.crashed', { params: { page }, cause: new Error(answer.crash) });
}
