// Writes a file whole or not at all, and never over one that is there unless told to.
import { randomUUID } from 'node:crypto';
import { link, mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../core/errors.ts';

/**
 * Readable by its owner only: such files hold people's papers. Folders on the way are made.
 * @throws AppError conflict `cli.file-exists`, usage `cli.cannot-write`.
 */
export async function writeNewFile(
  path: string,
  body: AsyncIterable<Uint8Array> | Uint8Array,
  force: boolean,
): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path).slice(0, 50)}.${randomUUID().slice(0, 8)}`);
  try {
    await mkdir(dirname(path), { recursive: true });
    const handle = await open(temporary, 'wx', 0o600);
    try {
      await handle.writeFile(body);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (force) await rename(temporary, path);
    else await moveToNew(temporary, path);
  } catch (cause) {
    throw refused(cause, path);
  } finally {
    await rm(temporary, { force: true });
  }
}

/** A link fails where the name is taken; memory sticks know no links, there an empty file claims the name first. */
async function moveToNew(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'ENOSYS'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    await (await open(to, 'wx', 0o600)).close();
    await rename(from, to);
  }
}

function refused(cause: unknown, path: string): unknown {
  if (cause instanceof AppError) return cause;
  const { code } = cause as NodeJS.ErrnoException;
  if (code === 'EEXIST')
    return new AppError('conflict', 'cli.file-exists', { params: { file: path }, cause });
  if (code === undefined) return cause;
  return new AppError('usage', 'cli.cannot-write', { params: { file: path, why: code }, cause });
}
