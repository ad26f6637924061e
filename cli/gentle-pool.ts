// Stopping without breaking off: a page that is being read is read to its end, pages that wait are let go.
import { AppError } from '../core/errors.ts';
import type { PagePool } from '../pipeline/pool/page-pool.ts';

/**
 * A pool that hands on as many pages at a time as it has workers, and never the signal: a thread ended in the midst of
 * native work (onnxruntime, sharp) takes the whole process down with SIGABRT. What was read is kept for the next run.
 */
export function gentlePool(pool: PagePool): PagePool {
  const waiting: (() => void)[] = [];
  let free = pool.size;
  const turn = async (signal: AbortSignal | undefined): Promise<void> => {
    if (free > 0) free -= 1;
    else {
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
      });
    }
    if (signal?.aborted !== true) return;
    done();
    throw new AppError('cancelled', 'error.cancelled');
  };
  /** The next one in line takes the place over. */
  const done = (): void => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };
  return {
    size: pool.size,
    reader: pool.reader,
    async read(input, signal) {
      await turn(signal);
      try {
        return await pool.read(input);
      } finally {
        done();
      }
    },
    close: () => pool.close(),
  };
}
