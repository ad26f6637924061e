// Makes the crash corpus: files that broke other programs, and sound files among them that must be filed all the same.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { HostileFile } from './hostile-file.ts';
import { layOddEntries, ODD_NAMES, type OddEntries } from './odd-entries.ts';
import { pdfPages } from './pdf-pages.ts';
import { pagesPdf, pdfStructures } from './pdf-structures.ts';
import { pictures } from './pictures.ts';
import { smallScan } from './small-scan.ts';
import { tiffs } from './tiffs.ts';

export interface CrashCorpus {
  readonly folder: string;
  /** Every file that `digitize` must say something of. */
  readonly files: readonly Pick<HostileFile, 'name' | 'ends'>[];
  readonly odd: OddEntries;
}

/** The PDF with very many pages is a big one of 2,000 pages, or a small one where time is short. */
export async function makeCrashCorpus(folder: string, options: { pages: number }): Promise<CrashCorpus> {
  const many: HostileFile = {
    name: `many/pages-${options.pages}.pdf`,
    ends: 'taken',
    make: () => pagesPdf(options.pages),
  };
  const made = [...pdfStructures, ...pdfPages, ...pictures, ...tiffs, many];
  for (const { name, make } of made) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, await make());
  }
  const scan = await (await smallScan()).jpeg({ quality: 75 }).withMetadata({ density: 200 }).toBuffer();
  const odd = layOddEntries(folder, scan);
  const names = ODD_NAMES.map((name) => ({ name: `name/${name}`, ends: 'taken' }) as const);
  const files = [...made, ...names, { name: 'odd/huge.tif', ends: 'refused' } as const];
  return { folder, files, odd };
}
