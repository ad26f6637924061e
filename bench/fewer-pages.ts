// The first scans of dossiers, copied into a folder of their own, until there are so many pages: a short bench.
import { cp, mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { countPages, type DossierFolder, dossierFolders } from './scans.ts';

/** At least one scan, and no more than needed for `pages`. */
export async function fewerPages(
  folders: readonly DossierFolder[],
  pages: number,
  to: string,
): Promise<DossierFolder[]> {
  let left = pages;
  for (const { name, path, files } of folders) {
    if (left <= 0) break;
    await mkdir(join(to, name), { recursive: true });
    await cp(path, join(to, name), {
      recursive: true,
      filter: (from) => !from.startsWith(join(path, 'scans')),
    });
    await mkdir(join(to, name, 'scans'));
    for (const file of files) {
      if (left <= 0) break;
      await cp(file, join(to, name, 'scans', basename(file)));
      left -= await countPages([file]);
    }
  }
  return dossierFolders(to);
}
