// One worker process: takes a task at a time, is killed when it takes too long or too much, is started anew when it died.
// A process and not a thread: a thread ended in the midst of native code (onnxruntime, sharp) takes everything with it.
import { type ChildProcess, fork } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Cage, cageFlags } from './cage.ts';
import { processesBelow, type ToldCpu, watchCpu } from './cpu-clock.ts';
import { launch } from './die-with-parent.ts';
import { residentBytes, watchMemory } from './watch-memory.ts';

/** Why a task has no answer. */
export type TaskEnd = 'timeout' | 'aborted' | 'died' | 'memory';

export class TaskEnded extends Error {
  readonly end: TaskEnd;
  constructor(end: TaskEnd) {
    super(end);
    this.end = end;
  }
}

export interface WorkerModule {
  /** Its default export is called with each task and gives the answer. */
  readonly module: URL;
  /** Given to the module's `open` once, before the first task. */
  readonly settings: unknown;
  /** What the process may do and cost. */
  readonly cage: Cage;
}

export interface WorkerProcess {
  /**
   * One task at a time. Rejects with TaskEnded when killed or dead; the next task starts a new process. `seconds`: of
   * CPU, its own and its programs'; see `WALL_FACTOR` for one that waits without end.
   */
  run<Task, Answer>(
    task: Task,
    limit: { seconds: number; signal?: AbortSignal | undefined },
  ): Promise<Answer>;
  /** Which process lives, counted from 1; 0 where none does. What an earlier one held is gone. */
  readonly living: number;
  /** Bytes the living process holds in memory, 0 where there is none or nobody can tell. */
  memory(): number;
  /** Ends the process; the next task starts a new one. */
  close(): Promise<void>;
}

/** What a process says when it has loaded its module. */
export const READY = 'ready';
/** What it says of its CPU time where the system tells nobody. */
export interface Heartbeat {
  readonly cpuSeconds: number;
}

// The same folder holds the entry, as source or compiled.
const entry = fileURLToPath(new URL(`./worker-entry${extname(import.meta.url)}`, import.meta.url));

/**
 * How glibc keeps memory (mallopt(3), tunables(7)). Pictures and tensors are large and soon over; asking the system for
 * each anew cost 0.9 s a page. So one heap keeps what is free at its end up to 64 MB for the next of them, and nothing
 * small that was freed may lie on top of it: without caches of small blocks the rest goes back.
 */
const tunables = {
  arena_max: 1,
  tcache_count: 0,
  mxfast: 0,
  mmap_threshold: 32 * 1024 ** 2,
  trim_threshold: 64 * 1024 ** 2,
};

/** Nothing of ours: a decoder that is taken over finds no secrets. */
export const workerEnvironment: Readonly<Record<string, string>> = {
  // onnxruntime 1.30 otherwise writes a device id and a log to the disk and sends usage to its maker.
  ORT_DISABLE_TELEMETRY: '1',
  GLIBC_TUNABLES: Object.entries(tunables)
    .map(([name, value]) => `glibc.malloc.${name}=${value}`)
    .join(':'),
};

/** Seconds of CPU for Node to start and load the module; what a task takes is counted from then on. */
const STARTING = 60;

export function workerProcess({ module, settings, cage }: WorkerModule): WorkerProcess {
  let child: ChildProcess | null = null;
  let isReady = false;
  let started = 0;
  let told: ToldCpu | null = null;
  const start = (): ChildProcess => {
    started += 1;
    isReady = false;
    told = null;
    const { execPath, execArgv } = launch(cageFlags(cage));
    const process = fork(entry, [module.href], {
      env: workerEnvironment,
      execPath,
      execArgv: [...execArgv],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    process.on('exit', () => {
      if (child === process) child = null;
    });
    process.on('error', () => undefined);
    process.on('message', (word) => {
      if (isHeartbeat(word)) told = { seconds: word.cpuSeconds, at: performance.now() };
    });
    process.send({ settings });
    return process;
  };
  return {
    get living() {
      return child === null ? 0 : started;
    },
    memory: () => (child?.pid === undefined ? 0 : residentBytes(child.pid)),
    run<Task, Answer>(task: Task, limit: { seconds: number; signal?: AbortSignal | undefined }) {
      const current = child ?? start();
      child = current;
      current.ref();
      return new Promise<Answer>((resolve, reject) => {
        const end = (why: TaskEnd) => {
          child = null;
          killed(current);
          settle();
          reject(new TaskEnded(why));
        };
        const clock = { pid: current.pid, told: () => told };
        let stopClock = watchCpu({ ...clock, seconds: STARTING }, () => end('died'));
        const ready = () => {
          isReady = true;
          stopClock();
          stopClock = watchCpu({ ...clock, seconds: limit.seconds }, () => end('timeout'));
        };
        if (isReady) ready();
        const stopWatching = watchMemory(current.pid, cage.memoryMegabytes, () => end('memory'));
        const abort = () => end('aborted');
        const died = () => end('died');
        const answered = (answer: Answer | Heartbeat | typeof READY) => {
          if (answer === READY) {
            ready();
            return;
          }
          if (isHeartbeat(answer)) return;
          settle();
          current.unref();
          current.channel?.unref();
          resolve(answer);
        };
        const settle = () => {
          stopClock();
          stopWatching();
          limit.signal?.removeEventListener('abort', abort);
          current.off('exit', died);
          current.off('message', answered);
        };
        limit.signal?.addEventListener('abort', abort, { once: true });
        if (limit.signal?.aborted) {
          abort();
          return;
        }
        current.once('exit', died);
        current.on('message', answered);
        current.channel?.ref();
        current.send({ task }, (error) => {
          if (error) died();
        });
      });
    },
    async close() {
      const last = child;
      child = null;
      if (!last || last.exitCode !== null) return;
      // Idle workers do not keep the program alive; waiting for their end does.
      last.ref();
      const gone = new Promise((resolve) => last.once('exit', resolve));
      killed(last);
      await gone;
    },
  };
}

const isHeartbeat = (answer: unknown): answer is Heartbeat =>
  typeof answer === 'object' && answer !== null && 'cpuSeconds' in answer;

/** A process and what it has started: a program in the midst of a picture does not hear that its caller is gone. */
function killed(worker: ChildProcess): void {
  const below = worker.pid === undefined ? [] : processesBelow(worker.pid);
  worker.kill('SIGKILL');
  for (const pid of below) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  }
}
