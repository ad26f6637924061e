// Clears up the folder of work in progress: what failed long ago, what a stopped run left, temporary files of the dead.
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { finishWipes, wipeFolder } from './gate/wipe.ts';
import { tryLock } from './lock-folder.ts';
import { FAILED } from './work-folder.ts';

export interface WorkRules {
  /** Folder for all work. */
  readonly root: string;
  readonly now: Date;
  /** Milliseconds after which work on a file that failed goes. */
  readonly failedAfter: number;
  /** The same of a run that was stopped or killed. */
  readonly stoppedAfter: number;
  /** Only say what would go. */
  readonly dryRun: boolean;
}

/** Things of one sort and the bytes in them. */
export interface Cleared {
  readonly count: number;
  readonly bytes: number;
}

export interface SweptWork {
  readonly failed: Cleared;
  readonly stopped: Cleared;
  readonly temporaries: Cleared;
}

type Sort = keyof SweptWork;

/**
 * Work that somebody is at just now stays as it is, and so does what has been written since. What goes is overwritten
 * first: it may hold pictures that may not be kept. Safe beside runs and other sweeps.
 */
export async function sweepWork(rules: WorkRules): Promise<SweptWork> {
  const { root, dryRun } = rules;
  const swept: Record<Sort, Cleared> = { failed: nothing, stopped: nothing, temporaries: nothing };
  if (!dryRun) await finishWipes(root);
  for (const name of await readdir(root).catch(() => [])) {
    if (!/^[0-9a-f]{64}$/.test(name)) continue;
    const folder = join(root, name);
    const going = await whatGoes(folder, rules);
    if (going.length === 0) continue;
    const held = await tryLock(join(root, `${name}.lock`));
    if (!('release' in held)) continue;
    try {
      for (const { sort, path, bytes } of await whatGoes(folder, rules)) {
        const { count, bytes: before } = swept[sort];
        swept[sort] = { count: count + 1, bytes: before + bytes };
        if (dryRun) continue;
        if (sort === 'temporaries') await rm(path, { force: true });
        else await wipeFolder(path);
      }
    } finally {
      await held.release();
    }
  }
  return swept;
}

const nothing: Cleared = { count: 0, bytes: 0 };

interface Going {
  readonly sort: Sort;
  readonly path: string;
  readonly bytes: number;
}

/** The folder as a whole, or temporary files in it. */
async function whatGoes(folder: string, rules: WorkRules): Promise<Going[]> {
  const files = await filesIn(folder);
  if (files === null) return [];
  const newest = Math.max(...files.map(({ time }) => time));
  const sort = files.some(({ name }) => name === FAILED) ? 'failed' : 'stopped';
  const age = rules.now.getTime() - newest;
  if (age >= (sort === 'failed' ? rules.failedAfter : rules.stoppedAfter))
    return [{ sort, path: folder, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) }];
  // Under the lock nobody is writing one.
  return files
    .filter(({ name }) => /\.\d+$/.test(name))
    .map(({ path, bytes }) => ({ sort: 'temporaries', path, bytes }) as const);
}

interface Found {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  /** Milliseconds. */
  readonly time: number;
}

/** Every file in the folder, and the folder itself; null where it is gone. */
async function filesIn(folder: string): Promise<Found[] | null> {
  const self = await stat(folder).catch(() => null);
  if (!self?.isDirectory()) return null;
  const found: Found[] = [{ name: '', path: folder, bytes: 0, time: self.mtimeMs }];
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  for (const { name, parentPath } of entries) {
    const path = join(parentPath, name);
    const info = await stat(path).catch(() => null);
    if (info) found.push({ name, path, bytes: info.isFile() ? info.size : 0, time: info.mtimeMs });
  }
  return found;
}
