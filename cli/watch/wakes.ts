// When to look again: at intervals, since network folders tell nothing; sooner where the system says that something came.
import { watch } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Wakes {
  /** Milliseconds between two looks. */
  readonly interval: number;
  /** Ends when it is time to look, or when the signal says so. */
  next(signal: AbortSignal): Promise<void>;
  close(): void;
}

const INTERVAL = { least: 50, most: 1000 };
/** A file that is being written tells of each write: no more looks than this, in milliseconds. */
const BREATH = 50;

export function openWakes(folder: string, quiet: number): Wakes {
  const interval = Math.min(INTERVAL.most, Math.max(INTERVAL.least, quiet / 3));
  let wake = new AbortController();
  const events = watched(folder, () => wake.abort());
  return {
    interval,
    async next(signal) {
      wake = new AbortController();
      await sleep(Math.min(BREATH, interval), undefined, { signal }).catch(() => undefined);
      const either = AbortSignal.any([signal, wake.signal]);
      await sleep(interval, undefined, { signal: either }).catch(() => undefined);
    },
    close: () => events.close(),
  };
}

/** Only the top of the folder; where the system has no events to give, none come. */
function watched(folder: string, onEvent: () => void): { close(): void } {
  try {
    const watcher = watch(folder, { persistent: false }, onEvent);
    watcher.on('error', () => watcher.close());
    return watcher;
  } catch {
    return { close: () => undefined };
  }
}
