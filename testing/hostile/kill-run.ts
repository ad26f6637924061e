// One run of the program that is killed at chosen moments: one or more of its workers, then itself, or everything it started.
import { type ChildProcess, spawn } from 'node:child_process';
import { type FSWatcher, mkdirSync, watch } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { descendants } from '../../bench/process-tree.ts';
import { packageRoot } from '../../lists/index.ts';
import { residentBytes } from '../../pipeline/pool/watch-memory.ts';

/** `process`: the program alone; `group`: with everything it started; `worker`: one of what it started, it lives on. */
export type Victim = 'process' | 'group' | 'worker';

/** What must have happened since the run began or the last blow fell; then it waits some milliseconds more. */
export type Moment = { readonly then: number } & (
  | { readonly after: 'start' }
  | { readonly after: 'line' | 'object' | 'commit' | 'page'; readonly count: number }
);

export interface KillPlan {
  readonly victim: Victim;
  /** Which worker, as a share of all of them, from the eldest. */
  readonly which: number;
  readonly moment: Moment;
}

export interface Place {
  readonly data: string;
  /** The run's own folder for temporary files. */
  readonly temporary: string;
}

export interface RunEnd {
  readonly code: number | null;
  /** The blows that fell on something, before the run had ended by itself. */
  readonly blows: readonly KillPlan[];
  /** Whether it was ended by one. */
  readonly killed: boolean;
  readonly stdout: string;
  readonly stderr: string;
  /** Lines of its log, and changes of the registry, the objects and the finished pages, while it ran. */
  readonly happened: Readonly<Record<'line' | 'object' | 'commit' | 'page', number>>;
  /** What it had started and still lives some seconds after its end. */
  readonly survivors: readonly number[];
}

const NODE = join(packageRoot(), 'node_modules', 'node', 'bin', 'node');
const BIN = join(packageRoot(), 'cli', 'bin.ts');
/** A worker notices at once that its program is gone; a reader it has started ends with its page. */
const SECONDS_TO_GO = 20;

/** The blows fall one after the other; all but the last must leave the run alive (`worker`). */
export async function run(
  args: readonly string[],
  place: Place,
  plans: readonly KillPlan[],
): Promise<RunEnd> {
  for (const folder of [place.data, place.temporary]) mkdirSync(folder, { recursive: true });
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(NODE, [BIN, ...args, '--data', place.data, '--verbose'], {
    env: {
      PATH,
      HOME,
      LANG: 'C.UTF-8',
      TMPDIR: place.temporary,
      NODE_COMPILE_CACHE: join(place.data, '..', 'code'),
    },
    cwd: packageRoot(),
    // A group of its own, so that it can be killed with everything in it.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const happened = { line: 0, object: 0, commit: 0, page: 0 };
  const text = { stdout: '', stderr: '' };
  const since = { ...happened };
  const blows: KillPlan[] = [];
  let next = 0;
  let hit: readonly number[] = [];
  let falling: Promise<void> = Promise.resolve();
  let tree: readonly number[] = [];
  const happens = (what: keyof typeof happened): void => {
    happened[what] += 1;
    since[what] += 1;
    const moment = plans[next]?.moment;
    if (moment && moment.after === what && 'count' in moment && since[what] === moment.count)
      fall(moment.then);
  };
  const fall = (wait: number): void => {
    const plan = plans[next]!;
    next += 1;
    falling = sleep(wait).then(() => {
      const below = strike(child, plan);
      if (below) {
        blows.push(plan);
        hit = [...hit, ...below];
      }
      Object.assign(since, { line: 0, object: 0, commit: 0, page: 0 });
      waitForTime();
    });
  };
  const waitForTime = (): void => {
    const moment = plans[next]?.moment;
    if (moment?.after === 'start') fall(moment.then);
  };
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    text.stdout += part;
  });
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    text.stderr += part;
    for (let line = part.split('\n').length; line > 1; line -= 1) happens('line');
  });
  const watcher = watchFolder(place.data, happens);
  waitForTime();
  const looking = setInterval(() => {
    if (child.exitCode === null && child.pid !== undefined) tree = descendants(child.pid);
  }, 500);
  const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (...end) => resolve(end));
  });
  clearInterval(looking);
  watcher.close();
  await falling;
  const killed = signal === 'SIGKILL';
  return { code, blows, killed, ...text, happened, survivors: await survivorsOf([...tree, ...hit]) };
}

/** Ids of what lived below the program when it was struck; null where nothing was hit. */
function strike(child: ChildProcess, { victim, which }: KillPlan): readonly number[] | null {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return null;
  const below = descendants(child.pid);
  try {
    if (victim === 'group') process.kill(-child.pid, 'SIGKILL');
    if (victim === 'process') child.kill('SIGKILL');
    if (victim === 'worker') {
      const worker = below[Math.floor(which * below.length)];
      if (worker === undefined) return null;
      process.kill(worker, 'SIGKILL');
    }
  } catch {
    // It ended by itself meanwhile.
    return null;
  }
  return below;
}

function watchFolder(data: string, happens: (what: 'object' | 'commit' | 'page') => void): FSWatcher {
  return watch(data, { recursive: true }, (_, name) => {
    if (name === null) return;
    if (name.startsWith('objects')) happens('object');
    else if (name.startsWith('registry.sqlite-wal')) happens('commit');
    else if (/^cache.*\.json$/.test(name)) happens('page');
  });
}

async function survivorsOf(pids: readonly number[]): Promise<number[]> {
  const until = performance.now() + SECONDS_TO_GO * 1000;
  for (;;) {
    const living = [...new Set(pids)].filter((pid) => residentBytes(pid) > 0);
    if (living.length === 0 || performance.now() > until) return living;
    await sleep(100);
  }
}
