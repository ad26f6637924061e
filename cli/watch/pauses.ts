// What breaks around us is waited for: said once, tried again after a growing time, said again when it works.
import { setTimeout as sleep } from 'node:timers/promises';
import { toAppError } from '../../core/errors.ts';
import type { Cli } from '../command.ts';
import { tellError } from '../print/problems.ts';

export interface Pauses {
  /** Waits. @throws what it is given where waiting mends nothing. */
  wait(thrown: unknown): Promise<void>;
  /** Something worked. */
  mended(): void;
}

const LONGEST = 60_000;

/** `quiet`: the first wait, in milliseconds; each is twice as long as the one before. */
export function openPauses(cli: Cli, { quiet, once }: { quiet: number; once: boolean }): Pauses {
  let said: string | null = null;
  let next = quiet;
  return {
    async wait(thrown) {
      const error = toAppError(thrown);
      // Wrong settings and damaged data do not mend by themselves.
      if (once || error.kind === 'usage' || error.kind === 'integrity') throw thrown;
      if (said !== error.code) tellError(thrown, { ...cli, verbose: cli.verbose });
      said = error.code;
      cli.screen.tell(cli.say('watch.retry', { seconds: Math.ceil(next / 1000) }));
      const wait = next;
      next = Math.min(LONGEST, next * 2);
      await sleep(wait, undefined, { signal: cli.signal }).catch(() => undefined);
    },
    mended() {
      if (said !== null) cli.screen.tell(cli.say('watch.mended'));
      said = null;
      next = quiet;
    },
  };
}
