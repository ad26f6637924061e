// A worker for the tests of the CPU limit: works or waits as it is told, itself or by a program it starts.
import { spawn } from 'node:child_process';

export interface BusyTask {
  readonly do: 'spin' | 'sleep' | 'spin in a program';
  /** Of the wall clock; without end where it is left out. */
  readonly seconds?: number;
}

export default async function work({ do: deed, seconds = 3600 }: BusyTask): Promise<string> {
  const until = performance.now() + seconds * 1000;
  if (deed === 'spin') while (performance.now() < until);
  const waiting = new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  if (deed === 'spin in a program') spawn('/bin/sh', ['-c', 'while :; do :; done'], { stdio: 'ignore' });
  await waiting;
  return deed;
}
