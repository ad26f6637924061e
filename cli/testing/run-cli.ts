// Runs the real program as a child process, as a user would.
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { packageRoot } from '../../lists/index.ts';

const NODE = join(packageRoot(), 'node_modules', 'node', 'bin', 'node');
const BIN = join(packageRoot(), 'cli', 'bin.ts');

export interface CliRun {
  readonly code: number | null;
  /** What killed it, where something did. */
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly input?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Program and arguments that start the program in their turn, e.g. as another user. */
  readonly prefix?: readonly string[];
  /** Called with the running process, to send it signals. */
  readonly running?: (child: ChildProcess, stderr: () => string) => void;
}

/** No SOHOA_ setting of the machine reaches the program. */
export function sohoa(args: readonly string[], options: CliOptions = {}): Promise<CliRun> {
  const { PATH = '', HOME = '' } = process.env;
  const [program = NODE, ...words] = [...(options.prefix ?? []), NODE, BIN, ...args];
  const child = spawn(program, words, {
    env: { PATH, HOME, LANG: 'C.UTF-8', ...options.environment },
    cwd: options.cwd ?? packageRoot(),
  });
  const text = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8');
    child[name].on('data', (part: string) => {
      text[name] += part;
    });
  }
  child.stdin.end(options.input ?? '');
  options.running?.(child, () => text.stderr);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, ...text }));
  });
}
