// One worker process: takes a task at a time, is killed when it takes too long or too much, is started anew when it died.
// A process and not a thread: a thread ended in the midst of native code (onnxruntime, sharp) takes everything with it.
import { type ChildProcess, fork } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Cage, cageFlags } from './cage.ts';
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
  /** One task at a time. Rejects with TaskEnded when killed or dead; the next task starts a new process. */
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

// The same folder holds the entry, as source or compiled.
const entry = fileURLToPath(new URL(`./worker-entry${extname(import.meta.url)}`, import.meta.url));

/**
 * Nothing of ours: a decoder that is taken over finds no secrets. How glibc gives memory back (mallopt(3)): large blocks
 * at once, and not kept apart by thread; pictures and tensors are large, and a page worker then holds 250 MB, not 700.
 * The measured price is 0.2 s a page.
 */
const environment = {
  // onnxruntime 1.30 otherwise writes a device id and a log to the disk and sends usage to its maker.
  ORT_DISABLE_TELEMETRY: '1',
  MALLOC_ARENA_MAX: '1',
  MALLOC_MMAP_THRESHOLD_: String(1024 ** 2),
  MALLOC_TRIM_THRESHOLD_: String(16 * 1024 ** 2),
};

/** Seconds for Node to start and load the module; what a task takes is counted from then on. */
const STARTING = 120;

export function workerProcess({ module, settings, cage }: WorkerModule): WorkerProcess {
  let child: ChildProcess | null = null;
  let isReady = false;
  let started = 0;
  const start = (): ChildProcess => {
    started += 1;
    isReady = false;
    const { execPath, execArgv } = launch(cageFlags(cage));
    const process = fork(entry, [module.href], {
      env: environment,
      execPath,
      execArgv: [...execArgv],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    process.on('exit', () => {
      if (child === process) child = null;
    });
    process.on('error', () => undefined);
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
          current.kill('SIGKILL');
          settle();
          reject(new TaskEnded(why));
        };
        let timer = setTimeout(() => end('died'), STARTING * 1000);
        const ready = () => {
          isReady = true;
          clearTimeout(timer);
          timer = setTimeout(() => end('timeout'), limit.seconds * 1000);
        };
        if (isReady) ready();
        const stopWatching = watchMemory(current.pid, cage.memoryMegabytes, () => end('memory'));
        const abort = () => end('aborted');
        const died = () => end('died');
        const answered = (answer: Answer | typeof READY) => {
          if (answer === READY) {
            ready();
            return;
          }
          settle();
          current.unref();
          current.channel?.unref();
          resolve(answer);
        };
        const settle = () => {
          clearTimeout(timer);
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
      last.kill('SIGKILL');
      await gone;
    },
  };
}
