// Work on many files at once, as many as keep the workers busy, each original once at a time.
import type { Sha256 } from '../core/model.ts';

/**
 * Results in the order of the files. One file more than `busy` is in flight: workers stay busy where one file ends and
 * the next begins. After an abort no further file is begun; the first error of any file is thrown once all have ended.
 */
export async function eachFile<File, Result>(
  files: readonly File[],
  { busy, signal }: { busy: number; signal: AbortSignal },
  work: (file: File) => Promise<Result>,
): Promise<Result[]> {
  const results: Promise<Result>[] = [];
  const running = new Set<Promise<unknown>>();
  for (const file of files) {
    if (signal.aborted) break;
    const task = work(file);
    results.push(task);
    const tracked: Promise<unknown> = task.catch(() => undefined).finally(() => running.delete(tracked));
    running.add(tracked);
    if (running.size > busy) await Promise.race(running);
  }
  await Promise.all(running);
  return Promise.all(results);
}

/** Work on one original waits for work on the same bytes under another name. */
export function oneAtATime(): <Result>(original: Sha256, work: () => Promise<Result>) => Promise<Result> {
  const begun = new Map<Sha256, Promise<unknown>>();
  return (original, work) => {
    const result = (begun.get(original) ?? Promise.resolve()).then(work);
    begun.set(
      original,
      result.catch(() => undefined),
    );
    return result;
  };
}
