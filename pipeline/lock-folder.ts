// One at a time among processes: whoever works on something says so in a folder; what a dead process said does not count.
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { mkdir, open, readdir, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Who holds a lock. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
}

export interface Lock {
  /** Never throws: a lock that cannot be taken away ends with its process. */
  release(): Promise<void>;
}

/** A holder on another machine says that it lives by touching its file; milliseconds. */
const BEAT = 10_000;
/** Without a beat for so long it counts as dead. */
const DEAD = 60_000;
/** Milliseconds between two looks at a lock that another holds; chance keeps two from stepping aside together for ever. */
const LOOK = { from: 30, to: 150 };

/**
 * Takes the lock, or says who holds it. Each contender puts a file of its own name into `folder`, then looks: where
 * another living one is there, it steps aside. So nobody ever removes a name that may have become another's.
 */
export async function tryLock(folder: string): Promise<Lock | Holder> {
  const mine = join(folder, ownName());
  await put(folder, mine);
  const other = await livingOther(folder, mine);
  const leave = async (): Promise<void> => {
    await rm(mine, { force: true }).catch(() => undefined);
    await rmdir(folder).catch(() => undefined);
  };
  if (other) {
    await leave();
    return other;
  }
  const beat = setInterval(() => void touch(mine), BEAT);
  beat.unref();
  return {
    release: async () => {
      clearInterval(beat);
      await leave();
    },
  };
}

export interface Waiting {
  readonly signal: AbortSignal;
  /** Called once, where the lock is another's. */
  onWait(holder: Holder): void;
}

/** Waits for the lock. @throws the signal's reason when it says so; errors of the file system. */
export async function lock(folder: string, { signal, onWait }: Waiting): Promise<Lock> {
  for (let told = false; ; told = true) {
    signal.throwIfAborted();
    const answer = await tryLock(folder);
    if ('release' in answer) return answer;
    if (!told) onWait(answer);
    await sleep(LOOK.from + Math.random() * (LOOK.to - LOOK.from), undefined, { signal }).catch(
      () => undefined,
    );
  }
}

/** The folder may be taken away by one that lets go just now; the one above it is never made anew. */
async function put(folder: string, file: string): Promise<void> {
  for (;;) {
    await mkdir(folder, { mode: 0o700 }).catch(unless('EEXIST'));
    const made = await open(file, 'wx', 0o600).catch(unless('ENOENT'));
    if (made) return made.close();
  }
}

const unless = (code: string) => (error: NodeJS.ErrnoException) => {
  if (error.code !== code) throw error;
};

/** By writing, so that the time is the file system's own. */
const touch = (file: string): Promise<void> => writeFile(file, '.', { flag: 'r+' }).catch(() => undefined);

async function livingOther(folder: string, mine: string): Promise<Holder | null> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const path = join(folder, name);
    if (path === mine) continue;
    const named = parseName(name);
    if (named === null) continue;
    if (await lives(path, named, mine)) return { pid: named.pid, host: named.host };
    await rm(path, { force: true });
  }
  return null;
}

interface Named extends Holder {
  readonly machine: string;
  readonly started: string;
}

async function lives(path: string, { pid, machine, started }: Named, mine: string): Promise<boolean> {
  if (machine === thisMachine()) return isAlive(pid) && startOf(pid) === started;
  // Both times are of the file system's own clock.
  const [beat, now] = await Promise.all([timeOf(path), timeOf(mine)]);
  return beat !== null && now !== null && now - beat < DEAD;
}

const timeOf = (path: string): Promise<number | null> =>
  stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => null,
  );

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const ownName = (): string =>
  [
    process.pid,
    hostname().replace(/[^\w-]/g, '_'),
    thisMachine(),
    startOf(process.pid),
    randomBytes(6).toString('hex'),
  ].join('.');

function parseName(name: string): Named | null {
  const [pid, host, machine, started, random] = name.split('.');
  if (!pid || !/^\d+$/.test(pid) || !host || !machine || !started || !random) return null;
  return { pid: Number(pid), host, machine, started };
}

let machine: string | null = null;

/** This boot of this machine, and this world of process numbers in it: containers have their own. */
function thisMachine(): string {
  const parts = [hostname(), read('/proc/sys/kernel/random/boot_id'), link('/proc/self/ns/pid')];
  machine ??= createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 12);
  return machine;
}

/**
 * When a process began, in ticks since the machine did: numbers of processes come again. `0` where that is not told,
 * `dead` where it only waits to be taken off the list.
 */
function startOf(pid: number): string {
  const fields = (read(`/proc/${pid}/stat`).split(') ').at(-1) ?? '').split(' ');
  return /^[ZX]/.test(fields[0] ?? '') ? 'dead' : (fields[19] ?? '0');
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function link(file: string): string {
  try {
    return readlinkSync(file);
  } catch {
    return '';
  }
}
