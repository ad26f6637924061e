// The clock: papers are signed by it. Against the registry, the operating system's own synchronisation, the zone data.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { localTime } from '../print/words.ts';
import { type Check, type Finding, ok, type Patient, problem, warning } from './finding.ts';

/** Clocks of machines on one registry differ a little; milliseconds. */
const TOLERANCE = 5 * 60_000;
/** When this was written: a clock before it was never set. */
const WRITTEN = Date.UTC(2026, 10, 1);
const PROGRAMS = ['/usr/bin/timedatectl', '/bin/timedatectl'];

export const clock: Check = {
  area: 'clock',
  look: async (patient) => [await present(patient), ...(await synchronised()), ...zones()],
};

async function present({ cli, askable }: Patient): Promise<Finding> {
  const now = cli.clock.now();
  const shown = localTime(now.toISOString());
  if (now.getTime() < WRITTEN) return problem('doctor.clock.never-set', { now: shown });
  const newest = askable ? await (await cli.wiring.registry()).newestEvent() : null;
  if (newest === null || now.getTime() >= Date.parse(newest) - TOLERANCE)
    return ok('doctor.clock.now', { now: shown });
  const params = { now: shown, newest: localTime(newest) };
  return cli.config.trustClock
    ? warning('doctor.clock.behind', params)
    : problem('doctor.clock.behind', params);
}

/** As systemd tells; where it does not run (container, other systems) nobody can tell from here. */
async function synchronised(): Promise<Finding[]> {
  for (const program of PROGRAMS) {
    try {
      const { stdout } = await promisify(execFile)(
        program,
        ['show', '--property=NTPSynchronized', '--value'],
        {
          env: {},
          timeout: 5_000,
        },
      );
      if (/^(yes|no)\s*$/.test(stdout))
        return [/yes/.test(stdout) ? ok('doctor.clock.synchronised') : warning('doctor.clock.alone')];
    } catch {
      // Not there, or systemd does not run: the next place.
    }
  }
  return [ok('doctor.clock.unseen')];
}

/** Dates are those of Viet Nam wherever the machine stands; without zone data they would be a day off at night. */
function zones(): Finding[] {
  const noon = new Date(Date.UTC(2026, 0, 1, 18));
  try {
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short' }).format(
      noon,
    );
    if (day === '2026-01-02') return [];
  } catch {
    // The zone is not known at all.
  }
  return [problem('doctor.clock.zones')];
}
