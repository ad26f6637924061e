// What the committed samples truly say.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../lists/package-root.ts';

export interface TruePaper {
  /** Relative to the dossier's folder, e.g. `scans/01.jpg`. */
  readonly file: string;
  readonly first_page: number;
  readonly pages: number;
  readonly type: string;
  readonly rotation: number;
  readonly blank_pages: readonly number[];
  readonly qr: string | null;
  readonly fields: Readonly<Record<string, string | null>>;
  readonly owners: readonly string[];
  readonly text: readonly string[];
}

export const truthOf = (dossier: string): TruePaper[] =>
  JSON.parse(readFileSync(join(packageRoot(), 'samples', dossier, 'truth.json'), 'utf8'));
