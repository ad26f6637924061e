// The temporary place of a trial: gone at its end, and one that a kill left behind is gone at the next trial.
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PREFIX = 'sohoa-try-';
/** Younger ones may be another container's, whose processes are not seen from here. */
const LEFT_BEHIND_MS = 60 * 60 * 1000;

/** Runs `work` with a folder only this account can read; the folder is removed however `work` ends. */
export async function inTrialFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  await removeLeftBehind();
  const folder = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function removeLeftBehind(): Promise<void> {
  const names = await readdir(tmpdir()).catch(() => []);
  for (const name of names) {
    const pid = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
    if (pid === undefined || isRunning(Number(pid))) continue;
    const folder = join(tmpdir(), name);
    const info = await stat(folder).catch(() => null);
    if (!info?.isDirectory() || Date.now() - info.mtimeMs < LEFT_BEHIND_MS) continue;
    // Another account's stays: that is its own to remove.
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
