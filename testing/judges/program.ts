// Runs an outside program that judges our files; shared by all judges.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Whether a judge can be asked, and if not, what to install. */
export interface Availability {
  readonly ok: boolean;
  readonly reason: string;
}

export interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

const root = fileURLToPath(new URL('../../', import.meta.url));
/** Where `testing/judges/install.sh` puts what the judges need; not in git. */
export const cacheFolder = `${root}.cache`;

/** Runs a program to its end; `status` is -1 when it could not be started or took more than two minutes. */
export function run(program: string, options: readonly string[], input?: Uint8Array): Outcome {
  const result = spawnSync(program, options, {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    timeout: 120_000,
    ...(input ? { input } : {}),
  });
  return { status: result.status ?? -1, stdout: result.stdout ?? '', stderr: result.stderr ?? '' };
}

/** Available where the program answers at all. */
export function answers(program: string, option: string, install: string): Availability {
  const found = run(program, [option]).status !== -1;
  return { ok: found, reason: found ? '' : `${program} is not installed: ${install}` };
}
