// The scans a bench works on, and the built command that reads them.
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openSource } from '../pipeline/intake/open-source.ts';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

export interface DossierFolder {
  readonly name: string;
  readonly path: string;
  /** Absolute paths of the scans. */
  readonly files: readonly string[];
}

/** Folders below `root` that hold `scans/`, by name. */
export function dossierFolders(root: string): DossierFolder[] {
  return readdirSync(root)
    .sort()
    .filter((name) => existsSync(join(root, name, 'scans')))
    .map((name) => {
      const path = join(root, name);
      const files = readdirSync(join(path, 'scans')).sort();
      return { name, path, files: files.map((file) => join(path, 'scans', file)) };
    });
}

export async function countPages(files: readonly string[]): Promise<number> {
  let pages = 0;
  for (const file of files) {
    const source = await openSource(file);
    pages += source.pageCount;
    await source.close();
  }
  return pages;
}

/** The command as an operator runs it; `npm run build` must have run. */
export function sohoa(...rest: readonly string[]): string[] {
  return [process.execPath, join(ROOT, 'dist/cli/bin.js'), ...rest];
}
