// Folders inside the watched one that are never scans: the data folder, copies, and where earlier runs moved files.
import { readdir, realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { AppError } from '../../core/errors.ts';
import { isMarked } from './places.ts';

/** Real paths. @throws AppError usage `watch.no-right` where the watched folder cannot be read. */
export async function ownFolders(
  root: string,
  known: readonly (string | null)[],
): Promise<ReadonlySet<string>> {
  const real = (path: string): Promise<string> => realpath(path).catch(() => resolve(path));
  const own = new Set(await Promise.all(known.flatMap((path) => (path === null ? [] : [real(path)]))));
  const names = await readdir(root).catch((cause: NodeJS.ErrnoException) => {
    throw new AppError('usage', 'watch.no-right', { params: { folder: root, why: cause.code ?? '' }, cause });
  });
  for (const name of names) {
    const path = join(root, name);
    if (await isMarked(path)) own.add(path);
  }
  return own;
}
