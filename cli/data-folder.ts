// The data folder as it must be before anything is digitised: writable, its parts belonging together, the clock not behind.
import { constants, existsSync, statSync } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { AppError } from '../core/errors.ts';
import type { Clock, ObjectStore, Registry } from '../core/ports.ts';
import { localTime } from './print/words.ts';

/** Makes it where missing. @throws AppError usage `fault.data-denied`, `fault.read-only`; dependency `fault.disk-full`. */
export async function usableFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    const why = (cause as NodeJS.ErrnoException).code ?? '';
    const params = { folder, why };
    if (why === 'ENOSPC' || why === 'EDQUOT')
      throw new AppError('dependency', 'fault.disk-full', { params, cause });
    if (why === 'EROFS') throw new AppError('usage', 'fault.read-only', { params, cause });
    throw new AppError('usage', 'fault.data-denied', { params, cause });
  }
}

/** A file that may not even be looked at is there. */
export function isMissing(file: string): boolean {
  try {
    return statSync(file, { throwIfNoEntry: false }) === undefined;
  } catch {
    return false;
  }
}

export interface SoundData {
  readonly registry: Registry;
  readonly objects: ObjectStore;
  readonly clock: Clock;
  /** Folder of the object store, as it is named in an error. */
  readonly folder: string;
  /** File of the secret that gives objects their names. */
  readonly secret: string;
  /** The clock is right, whatever the registry says. */
  readonly trustClock: boolean;
}

/** Clocks of machines on one registry differ a little; milliseconds. */
const TOLERANCE = 5 * 60_000;

/**
 * @throws AppError integrity `fault.secret-missing`, `fault.registry-lost`; dependency `fault.clock-behind` where the
 * clock is behind what is filed: signatures would name a wrong time.
 */
export async function soundData(data: SoundData): Promise<void> {
  const { registry, objects, clock, folder } = data;
  await mustHaveSecret(data.secret, registry);
  // Papers are asked for last: another process may be filing its first.
  if ((await hasObjects(objects)) && !(await hasUnfinished(registry)) && !(await hasPapers(registry)))
    throw new AppError('integrity', 'fault.registry-lost', { params: { folder } });
  const newest = await registry.newestEvent();
  const now = clock.now();
  if (data.trustClock || newest === null || now.getTime() >= Date.parse(newest) - TOLERANCE) return;
  const params = { now: localTime(now.toISOString()), newest: localTime(newest) };
  throw new AppError('dependency', 'fault.clock-behind', { params });
}

/** A secret made anew would find nothing of what is stored. @throws AppError integrity `fault.secret-missing`. */
export async function mustHaveSecret(file: string, registry: Registry): Promise<void> {
  if (!existsSync(file) && (await hasPapers(registry)))
    throw new AppError('integrity', 'fault.secret-missing', { params: { file } });
}

const hasPapers = async (registry: Registry): Promise<boolean> =>
  (await registry.papers({ limit: 1 })).length > 0;

async function hasObjects(objects: ObjectStore): Promise<boolean> {
  for await (const _ of objects.list('')) return true;
  return false;
}

/** What a run that was killed left is named by its intent, later by abandoned keys. */
async function hasUnfinished(registry: Registry): Promise<boolean> {
  const always = '9999-12-31T23:59:59.999Z';
  return (await registry.intents(always)).length > 0 || (await registry.abandonedKeys()).length > 0;
}
