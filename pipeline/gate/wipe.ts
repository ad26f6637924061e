// Wipes what must not stay on the disk. Overwriting reaches what the file system keeps in place; it cannot reach blocks
// that a copy-on-write or journalling file system, an SSD's wear levelling, a snapshot, a backup or swap keep elsewhere:
// against those only an encrypted volume helps.
import { randomBytes, randomUUID } from 'node:crypto';
import { open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

const mark = '.wiping-';
const chunk = 1 << 20;

/**
 * Takes the folder out of the way first, so that nobody goes on with it, then overwrites every file in it and removes
 * it. Killed in between, `finishWipes` ends it. No error where there is no such folder.
 */
export async function wipeFolder(folder: string): Promise<void> {
  const leaving = join(dirname(folder), `${basename(folder)}${mark}${randomUUID()}`);
  try {
    await rename(folder, leaving);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  await wipe(leaving);
}

/** Ends what a killed process began to wipe below `root`. */
export async function finishWipes(root: string): Promise<void> {
  const names = await readdir(root).catch(() => []);
  for (const name of names) if (name.includes(mark)) await wipe(join(root, name));
}

async function wipe(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true }))
    if (entry.isFile()) await overwrite(join(entry.parentPath, entry.name));
  await rm(folder, { recursive: true, force: true });
}

/** One pass of random bytes, brought to the disk; the name goes with the removal of the folder. */
async function overwrite(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    const { size } = await handle.stat();
    for (let at = 0; at < size; at += chunk)
      await handle.write(randomBytes(Math.min(chunk, size - at)), 0, undefined, at);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
