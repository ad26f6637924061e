// Everything a run may leave behind, cleared up: old work, temporary files and folders of the dead, deposits never ended.
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../core/config.ts';
import type { Clock, ObjectStore, Registry } from '../core/ports.ts';
import type { Cleared, SweptWork } from '../pipeline/sweep-work.ts';
import type { Swept } from '../warehouse/sweep.ts';

export interface ClearedUp extends SweptWork {
  readonly scratch: Cleared;
  readonly deposits: number;
  readonly objects: number;
}

export interface ClearUp {
  readonly config: Pick<Config, 'keepFailed' | 'keepWork'>;
  readonly clock: Clock;
  /** Folder for work in progress. */
  readonly workRoot: string;
  /** Null where nothing is stored yet. */
  readonly store: { readonly registry: Registry; readonly objects: ObjectStore } | null;
  readonly dryRun: boolean;
}

const HOUR = 60 * 60 * 1000;
/** Deposits that began so long ago ended with their process. */
const GIVEN_UP = HOUR;

/** Safe beside running processes, and beside others that clear up. */
export async function clearUp({ config, clock, workRoot, store, dryRun }: ClearUp): Promise<ClearedUp> {
  const [{ sweepWork }, { leftScratch, removeScratch }] = await Promise.all([
    import('../pipeline/sweep-work.ts'),
    import('../pipeline/pool/scratch.ts'),
  ]);
  const now = clock.now();
  const work = await sweepWork({
    root: workRoot,
    now,
    failedAfter: config.keepFailed * 24 * HOUR,
    stoppedAfter: config.keepWork * HOUR,
    dryRun,
  });
  const folders = await leftScratch(now);
  let bytes = 0;
  for (const folder of folders) {
    bytes += await sizeOf(folder);
    if (!dryRun) await removeScratch(folder);
  }
  const { givenUp, removed } = store ? await swept(store, { clock, dryRun }) : { givenUp: 0, removed: 0 };
  return { ...work, scratch: { count: folders.length, bytes }, deposits: givenUp, objects: removed };
}

/** For what runs on and on: does the work when called an hour after the last time; its trouble is the next hour's. */
export function hourly(work: () => Promise<unknown>): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < HOUR) return;
    last = performance.now();
    await work().catch(() => undefined);
  };
}

async function swept(
  { registry, objects }: NonNullable<ClearUp['store']>,
  { clock, dryRun }: Pick<ClearUp, 'clock' | 'dryRun'>,
): Promise<Swept> {
  const before = new Date(clock.now().getTime() - GIVEN_UP).toISOString();
  const { sweep } = await import('../warehouse/sweep.ts');
  if (!dryRun) return sweep({ registry, objects, clock }, before);
  const [intents, keys] = [await registry.intents(before), await registry.abandonedKeys()];
  return { givenUp: intents.length, removed: keys.length };
}

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  const sizes = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      stat(join(parentPath, name)).then(
        ({ size }) => size,
        () => 0,
      ),
    );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
