// Lists signatures in a process of its own: a hostile file may make the PDF library run or grow without end.
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type FoundSignatures, readSignatures } from './read-signatures.ts';

export type { FoundSignature, FoundSignatures } from './read-signatures.ts';

/**
 * Limits of one file; heap in megabytes, time in milliseconds. One stray `)` makes @libpdf/core 0.4.2 grow for ever,
 * and a thread that runs out of heap may take its whole process along: hence a process, not a thread.
 */
const HEAP = 256;
const TIME = 15_000;

type Answer = { readonly found: FoundSignatures } | { readonly failed: string };

/** The reader that answered the last file lives on for the next; one that died or hung is replaced. */
let idle: ChildProcess | null = null;
let turn: Promise<unknown> = Promise.resolve();

/** As `readSignatures`, one file at a time; also throws when the file exceeds the limits. */
export function listSignatures(bytes: Uint8Array): Promise<FoundSignatures> {
  const result = turn.then(() => ask(bytes));
  turn = result.catch(() => undefined);
  return result;
}

function start(): ChildProcess {
  return fork(fileURLToPath(import.meta.url), {
    // Nothing of our environment: keys may stand in it.
    env: {},
    execArgv: [`--max-old-space-size=${HEAP}`],
    // Lets the bytes travel as they are.
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}

function ask(bytes: Uint8Array): Promise<FoundSignatures> {
  const reader = idle ?? start();
  idle = null;
  hold(reader, true);
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      clearTimeout(timer);
      reader.off('message', answered).off('error', fail).off('exit', stopped);
    };
    const fail = (why: Error): void => {
      settle();
      reader.on('error', () => undefined);
      reader.kill('SIGKILL');
      reject(why);
    };
    const stopped = (): void => fail(new Error('the reader stopped'));
    const answered = (message: unknown): void => {
      const answer = message as Answer;
      settle();
      hold(reader, false);
      idle = reader;
      if ('found' in answer) resolve(answer.found);
      else reject(new Error(answer.failed));
    };
    const timer = setTimeout(() => fail(new Error('the file takes too long to read')), TIME);
    reader.on('message', answered).on('error', fail).on('exit', stopped);
    reader.send(bytes, (error) => error && fail(error));
  });
}

/** An idle reader keeps nobody from ending. */
function hold(reader: ChildProcess, busy: boolean): void {
  const verb = busy ? 'ref' : 'unref';
  reader[verb]();
  reader.channel?.[verb]();
}

// This file is the reader's own entry, too.
if (import.meta.main && process.send) {
  process.on('message', async (bytes: Uint8Array) => {
    let answer: Answer;
    try {
      answer = { found: await readSignatures(bytes) };
    } catch (error) {
      answer = { failed: String(error) };
    }
    process.send?.(answer);
  });
}
