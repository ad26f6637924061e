// Where this package lies, whether it runs from its sources or from dist/.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AppError } from '../core/errors.ts';

/** Absolute path of the folder that holds the package.json named `sohoa`. */
export function packageRoot(): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    if (existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).name === 'sohoa') return folder;
    if (folder === dirname(folder)) throw new AppError('dependency', 'lists.no-package-root');
  }
}
