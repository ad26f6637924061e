// What a task has cost: the CPU time of its process and of the programs that process started. On a machine with more
// work than cores a sound page takes minutes by the wall clock; a decoder in an endless loop burns CPU all the while.
import { readFileSync } from 'node:fs';

/** Times its limit by the wall clock a task may take that hangs without CPU: it waits for something that never comes. */
export const WALL_FACTOR = 10;

/** Ticks a second in /proc, the same on every Linux that people run (USER_HZ). */
const TICKS = 100;
/** Milliseconds between two looks, at most. */
const EVERY = 500;

/** CPU seconds of a process and everything below it; null where the system does not tell (no /proc) or it has ended. */
export function cpuSeconds(pid: number): number | null {
  const cells = statOf(pid);
  if (!cells) return null;
  // utime, stime, and the same of children that have ended (proc(5)).
  const [user, system, userBelow, systemBelow] = cells.slice(11, 15).map(Number) as [
    number,
    number,
    number,
    number,
  ];
  const below = childrenOf(pid).reduce((sum, child) => sum + (cpuSeconds(child) ?? 0), 0);
  return (user + system + userBelow + systemBelow) / TICKS + below;
}

/** Everything a process has started that lives, eldest first. */
export const processesBelow = (pid: number): number[] =>
  childrenOf(pid).flatMap((child) => [child, ...processesBelow(child)]);

/** What a process says of its own CPU time from time to time, where the system does not. */
export interface ToldCpu {
  readonly seconds: number;
  /** When it said so (`performance.now`). */
  readonly at: number;
}

export interface CpuLimit {
  readonly pid: number | undefined;
  readonly seconds: number;
  readonly told: () => ToldCpu | null;
}

/** Calls `over` once when the process has used so many CPU seconds from now on; returns how to stop watching. */
export function watchCpu({ pid, seconds, told }: CpuLimit, over: () => void): () => void {
  const now = () => (pid === undefined ? null : cpuSeconds(pid)) ?? toldSeconds(told());
  const [since, start] = [performance.now(), now()];
  let timer: NodeJS.Timeout;
  const look = () => {
    const wall = (performance.now() - since) / 1000;
    const used = now();
    const cpu = used === null || start === null ? wall : used - start;
    if (cpu >= seconds || wall >= WALL_FACTOR * seconds) over();
    else timer = setTimeout(look, Math.min(EVERY, Math.max(20, (seconds - cpu) * 1000)));
  };
  timer = setTimeout(look, Math.min(EVERY, seconds * 1000));
  return () => clearTimeout(timer);
}

/** A process that has gone silent is busy: from its last word on every second counts. */
const toldSeconds = (last: ToldCpu | null): number | null =>
  last && last.seconds + Math.max(0, performance.now() - last.at - HEARTBEAT) / 1000;

/** Milliseconds between two words of a process on its own CPU time. */
export const HEARTBEAT = 500;

/** Cells from the state on. The name of the program stands before it in brackets and may hold anything. */
function statOf(pid: number): string[] | null {
  const text = read(`/proc/${pid}/stat`);
  return text?.slice(text.lastIndexOf(')') + 2).split(' ') ?? null;
}

const childrenOf = (pid: number): number[] =>
  (read(`/proc/${pid}/task/${pid}/children`) ?? '').split(' ').filter(Boolean).map(Number);

function read(file: string): string | null {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return null;
  }
}
