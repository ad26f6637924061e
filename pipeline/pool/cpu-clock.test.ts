// A task is held to the CPU it uses, not to the time that passes: real processes that spin, sleep, and let others spin.
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { processesBelow, watchCpu } from './cpu-clock.ts';
import type { BusyTask } from './testing/busy-worker.ts';
import { residentBytes } from './watch-memory.ts';
import { type WorkerProcess, workerProcess } from './worker-process.ts';

const told = existsSync('/proc/self/stat');
const module = new URL('./testing/busy-worker.ts', import.meta.url);
const cage = { memoryMegabytes: 512, programs: true, writable: [dirname(fileURLToPath(module))] };

describe.skipIf(!told)('a worker (needs /proc to run)', () => {
  let worker: WorkerProcess;
  const run = (task: BusyTask, seconds: number) => worker.run<BusyTask, string>(task, { seconds });
  beforeEach(async () => {
    worker = workerProcess({ module, settings: null, cage });
    // Ready before anything is measured.
    await run({ do: 'sleep', seconds: 0 }, 60);
  });
  afterEach(() => worker.close());

  test('that sleeps longer than its limit has cost nothing', async () => {
    expect(await run({ do: 'sleep', seconds: 2.5 }, 1)).toBe('sleep');
  });

  test('that spins is ended; so is one whose program spins, and the program with it', async () => {
    await expect(run({ do: 'spin' }, 0.5)).rejects.toMatchObject({ end: 'timeout' });
    await run({ do: 'sleep', seconds: 0 }, 60);
    const before = new Set(processesBelow(process.pid));
    const spinning = run({ do: 'spin in a program' }, 0.5);
    let program: number | undefined;
    while (program === undefined) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      program = processesBelow(process.pid).find((pid) => !before.has(pid));
    }
    await expect(spinning).rejects.toMatchObject({ end: 'timeout' });
    while (residentBytes(program) > 0) await new Promise((resolve) => setTimeout(resolve, 20));
  });

  test('that waits for something that never comes is ended by the wall clock', async () => {
    await expect(run({ do: 'sleep' }, 0.2)).rejects.toMatchObject({ end: 'timeout' });
  });
});

describe('where the system tells nothing', () => {
  const over = (seconds: number, said: () => { seconds: number; at: number } | null) =>
    new Promise<number>((resolve) => {
      const start = performance.now();
      watchCpu({ pid: undefined, seconds, told: said }, () => resolve((performance.now() - start) / 1000));
    });

  test('a process that says it has cost little may go on; one that is silent is busy', async () => {
    const [idle, busy, silent] = await Promise.all([
      over(0.3, () => ({ seconds: 4, at: performance.now() })),
      over(0.3, () => ({ seconds: 4 + performance.now() / 1000, at: performance.now() })),
      over(0.3, () => null),
    ]);
    expect(idle).toBeGreaterThanOrEqual(3);
    expect(busy).toBeLessThan(idle);
    expect(silent).toBeLessThan(idle);
  });
});
