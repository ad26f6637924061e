// One worker process: takes a task at a time, is killed when it takes too long, and is started anew when it died.
// A process and not a thread: a thread ended in the midst of native code (onnxruntime, sharp) takes everything with it.
import { type ChildProcess, fork } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Why a task has no answer. */
export type TaskEnd = 'timeout' | 'aborted' | 'died';

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
}

export interface WorkerProcess {
  /** One task at a time. Rejects with TaskEnded when killed or dead; the next task starts a new process. */
  run<Task, Answer>(
    task: Task,
    limit: { seconds: number; signal?: AbortSignal | undefined },
  ): Promise<Answer>;
  close(): Promise<void>;
}

// The same folder holds the entry, as source or compiled.
const entry = fileURLToPath(new URL(`./worker-entry${extname(import.meta.url)}`, import.meta.url));

export function workerProcess({ module, settings }: WorkerModule): WorkerProcess {
  let child: ChildProcess | null = null;
  const start = (): ChildProcess => {
    const started = fork(entry, [module.href], {
      // Nothing of our environment: a decoder that is taken over finds no secrets.
      env: {},
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    started.on('exit', () => {
      if (child === started) child = null;
    });
    started.on('error', () => undefined);
    started.send({ settings });
    return started;
  };
  return {
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
        const timer = setTimeout(() => end('timeout'), limit.seconds * 1000);
        const abort = () => end('aborted');
        const died = () => end('died');
        const answered = (answer: Answer) => {
          settle();
          current.unref();
          current.channel?.unref();
          resolve(answer);
        };
        const settle = () => {
          clearTimeout(timer);
          limit.signal?.removeEventListener('abort', abort);
          current.off('exit', died);
          current.off('message', answered);
        };
        limit.signal?.addEventListener('abort', abort, { once: true });
        current.once('exit', died);
        current.once('message', answered);
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
