// Compares pages in a process of its own: a stored scan is still foreign bytes.
import { extname } from 'node:path';
import { AppError } from '../../core/errors.ts';
import { TaskEnded, workerProcess } from '../pool/worker-process.ts';
import type { CompareAnswer, ComparedPage, CompareTask } from './compare-worker.ts';

export interface PageComparer {
  /** @throws AppError dependency `report.compare-failed`, cancelled. */
  compare(task: CompareTask, page: number, signal?: AbortSignal): Promise<ComparedPage>;
  close(): Promise<void>;
}

/** An A3 page of 600 dpi as raw samples is 210 MB, and a few of it are held at once. */
const memoryMegabytes = 2048;
const seconds = 120;

export function openPageComparer(): PageComparer {
  const module = new URL(`./compare-worker${extname(import.meta.url)}`, import.meta.url);
  const worker = workerProcess({ module, settings: null, cage: { memoryMegabytes } });
  return {
    async compare(task, page, signal) {
      try {
        const answer = await worker.run<CompareTask, CompareAnswer>(task, { seconds, signal });
        if ('ok' in answer) return answer.ok;
        throw new AppError('dependency', 'report.compare-failed', {
          params: { page },
          cause: new Error(answer.crash),
        });
      } catch (cause) {
        if (!(cause instanceof TaskEnded)) throw cause;
        if (cause.end === 'aborted') throw new AppError('cancelled', 'error.cancelled', { cause });
        throw new AppError('dependency', 'report.compare-failed', { params: { page }, cause });
      }
    },
    close: () => worker.close(),
  };
}
