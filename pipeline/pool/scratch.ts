// Folders for pictures that another program must find as files: in memory where that is possible, gone with their process.
import { accessSync, constants, mkdtempSync, statfsSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';

/** As Linux numbers them (statfs(2)). */
const IN_MEMORY = new Set([0x01021994 /* tmpfs */, 0x858458f6 /* ramfs */]);
const PLACES = ['/dev/shm', '/run/shm'];
const PREFIX = 'sohoa-read-';
/** Younger ones may belong to a process that cannot be seen from here. */
const LEFT_MS = 60 * 60 * 1000;

/** A file system in memory that we may write to; null where there is none. Swap may still take its pages to a disk. */
export function memoryFolder(): string | null {
  for (const place of PLACES) {
    try {
      accessSync(place, constants.W_OK | constants.X_OK);
      if (IN_MEMORY.has(statfsSync(place).type)) return place;
    } catch {
      // Not there, or not ours: the next one.
    }
  }
  return null;
}

const here = (): string => hostname().replace(/[^\w]/g, '_').slice(0, 40);

/** A new folder below `root` that only this account can read, named by who made it. */
export const makeScratch = (root: string = tmpdir()): string =>
  mkdtempSync(join(root, `${PREFIX}${here()}-${process.pid}-`));

/** Folders that processes of this machine left when they were killed, an hour ago or more. */
export async function leftScratch(now: Date): Promise<string[]> {
  const found: string[] = [];
  for (const root of new Set([tmpdir(), ...PLACES])) {
    for (const name of await readdir(root).catch(() => [])) {
      const [, host, pid] = new RegExp(`^${PREFIX}(\\w+)-(\\d+)-\\w+$`).exec(name) ?? [];
      if (host !== here() || isRunning(Number(pid))) continue;
      const info = await stat(join(root, name)).catch(() => null);
      const ours = info?.isDirectory() && (process.getuid === undefined || info.uid === process.getuid());
      if (info && ours && now.getTime() - info.mtimeMs >= LEFT_MS) found.push(join(root, name));
    }
  }
  return found;
}

export const removeScratch = (folder: string): Promise<void> =>
  rm(folder, { recursive: true, force: true, maxRetries: 3 });

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
