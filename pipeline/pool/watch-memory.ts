// Watches how much memory a process holds, where the system tells (Linux): a decoder's memory is not Node's heap, so
// Node's own limit does not see it.
import { readFileSync } from 'node:fs';

/** Milliseconds between two looks: what a decoder can take in that time is far below what a machine has. */
const EVERY = 50;

/** Calls `tooMuch` once where the process holds more; returns how to stop watching. */
export function watchMemory(pid: number | undefined, megabytes: number, tooMuch: () => void): () => void {
  if (pid === undefined) return () => undefined;
  const timer = setInterval(() => {
    if (residentBytes(pid) <= megabytes * 1024 ** 2) return;
    clearInterval(timer);
    tooMuch();
  }, EVERY);
  return () => clearInterval(timer);
}

/** Resident bytes of a process; 0 where there is none or the system does not tell. */
export function residentBytes(pid: number): number {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1];
    return Number(kilobytes ?? 0) * 1024;
  } catch {
    return 0;
  }
}
