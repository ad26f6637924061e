// Starts a worker so that it ends with the program that started it. A decoder that loops hears no event, not even that
// its channel is closed; so the kernel is asked (Linux: prctl PR_SET_PDEATHSIG) through util-linux' setpriv.
import { execFileSync } from 'node:child_process';

const SETPRIV = '/usr/bin/setpriv';
const DEATH = ['--pdeathsig', 'KILL'];

export interface Launch {
  readonly execPath: string;
  readonly execArgv: readonly string[];
}

let known: boolean | undefined;
/** Where there is no such program the end of the channel is the only sign; every Debian, Ubuntu and Red Hat has it. */
function canAsk(): boolean {
  try {
    known ??= execFileSync(SETPRIV, [...DEATH, SETPRIV, '--version'], { stdio: 'pipe', env: {} }).length > 0;
  } catch {
    known = false;
  }
  return known;
}

/** How to fork Node with these flags. The process keeps its id: setpriv becomes Node. */
export function launch(flags: readonly string[]): Launch {
  return canAsk()
    ? { execPath: SETPRIV, execArgv: [...DEATH, process.execPath, ...flags] }
    : { execPath: process.execPath, execArgv: flags };
}
