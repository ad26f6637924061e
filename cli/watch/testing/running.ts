// A real `sohoa watch` that runs until it is told to stop.
import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { type CliRun, sohoa } from '../../testing/run-cli.ts';

export interface Running {
  readonly child: ChildProcess;
  /** Waits until what was told on stderr or stdout says so. */
  until(test: (told: string) => boolean): Promise<void>;
  stop(signal: NodeJS.Signals): Promise<CliRun>;
}

export function startWatch(
  { inbox, data }: { inbox: string; data: string },
  environment: Record<string, string> = {},
): Running {
  let child!: ChildProcess;
  let told = '';
  const run = sohoa(['watch', inbox, '--data', data, '--settle', '0.5', '--json', '--workers', '1'], {
    environment,
    running: (running) => {
      child = running;
      for (const stream of [running.stdout, running.stderr])
        stream?.on('data', (part: string) => {
          told += part;
        });
    },
  });
  return {
    child,
    async until(holds) {
      while (!holds(told)) {
        if (child.exitCode !== null || child.signalCode !== null) throw new Error(`ended: ${told}`);
        await sleep(50);
      }
    },
    stop(signal) {
      child.kill(signal);
      return run;
    },
  };
}
export const begun = (told: string): boolean => told.includes('Đang theo dõi');
export const countOf =
  (text: string) =>
  (told: string): number =>
    told.split(text).length - 1;
