// Gives back what starting up has left: loading the program (drizzle above all) leaves 150 MB of garbage, which V8 keeps
// for as long as the machine has memory, beside workers that need it.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

interface Collecting {
  readonly type: 'major';
  readonly execution: 'sync';
  readonly flavor: 'last-resort';
}

/** Collects once, thoroughly: 0.1 s, worth it only before work that takes minutes. */
export function releaseMemory(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as (how: Collecting) => void;
  setFlagsFromString('--no-expose-gc');
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
