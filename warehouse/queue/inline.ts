// The queue inside one process: papers are worked on in the order they came, some at a time.
import type { Ulid } from '../../core/model.ts';
import type { Queue } from '../../core/ports.ts';

export interface InlineQueueOptions {
  /** Papers worked on at a time; 1 where absent. */
  readonly concurrency?: number;
  /** Told of every failed work; the paper waits for its next wake-up. */
  readonly onError?: (paperId: Ulid, error: unknown) => void;
}

export interface InlineQueue extends Queue {
  /** Resolves once nothing waits and nothing is being worked on. */
  idle(): Promise<void>;
}

/**
 * Waking up a paper that already waits is one wake-up; one that is being worked on is worked on again afterwards.
 * `close` lets running work end and drops what waits (the registry knows it).
 */
export function inlineQueue({ concurrency = 1, onError }: InlineQueueOptions = {}): InlineQueue {
  const waiting = new Set<Ulid>();
  const running = new Map<Ulid, Promise<void>>();
  const idlers: (() => void)[] = [];
  let worker: ((paperId: Ulid) => Promise<void>) | null = null;

  const next = (): void => {
    if (!worker) return;
    for (const paperId of waiting) {
      if (running.size >= concurrency) return;
      if (running.has(paperId)) continue;
      waiting.delete(paperId);
      running.set(paperId, attempt(worker, paperId));
    }
    if (running.size === 0) for (const resolve of idlers.splice(0)) resolve();
  };
  const attempt = async (work: (paperId: Ulid) => Promise<void>, paperId: Ulid): Promise<void> => {
    // After the caller's own turn: adding never runs work on the adder's stack.
    await Promise.resolve();
    try {
      await work(paperId);
    } catch (error) {
      onError?.(paperId, error);
    } finally {
      running.delete(paperId);
      next();
    }
  };

  return {
    add: async (paperId) => {
      waiting.add(paperId);
      next();
    },
    process: async (work) => {
      worker = work;
      next();
    },
    idle: () =>
      new Promise((resolve) => {
        idlers.push(resolve);
        next();
      }),
    close: async () => {
      waiting.clear();
      await Promise.all(running.values());
      worker = null;
    },
  };
}
