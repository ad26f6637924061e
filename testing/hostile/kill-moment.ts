// Where a kill hit: what stands in the data folder right after it, looked at without touching it.
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { collect } from '../../cli/collect.ts';
import { layoutOf } from '../../cli/data-layout.ts';
import { allPapers } from '../../cli/find-paper.ts';
import { sqliteRegistry } from '../../warehouse/registry/sqlite.ts';

/** In the words of docs/ARCHITECTURE.md, "The way of one paper". */
export type KilledAt =
  | 'before the registry'
  | 'before the first page'
  | 'reading pages'
  | 'steps of a paper'
  | 'depositing'
  | 'filed, work not yet removed'
  | 'between files';

/** `pagesOf`: how many pages the originals have, by hash. */
export async function killedAt(data: string, pagesOf: ReadonlyMap<string, number>): Promise<KilledAt> {
  const { registry, cache } = layoutOf(data);
  if (!existsSync(registry)) return 'before the registry';
  const work = workFolders(cache);
  const known = await inCopy(registry);
  if (known === null) return 'before the registry';
  if (known.intents > 0) return 'depositing';
  if (work.some(({ sha256 }) => known.originals.has(sha256))) return 'filed, work not yet removed';
  if (work.some(({ sha256, pages }) => pages > 0 && pages === pagesOf.get(sha256))) return 'steps of a paper';
  if (work.some(({ pages }) => pages > 0)) return 'reading pages';
  return work.length > 0 || known.originals.size === 0 ? 'before the first page' : 'between files';
}

/** Originals in work, each with its finished pages. */
function workFolders(cache: string): { sha256: string; pages: number }[] {
  if (!existsSync(cache)) return [];
  return readdirSync(cache, { withFileTypes: true }).flatMap((entry) => {
    if (!entry.isDirectory()) return [];
    const inside = readdirSync(join(cache, entry.name), { recursive: true }) as string[];
    return [{ sha256: entry.name, pages: inside.filter((name) => name.endsWith('.json')).length }];
  });
}

/** The killed run's database mends itself when it is opened: that is left to the next run. */
async function inCopy(file: string): Promise<{ intents: number; originals: Set<string> } | null> {
  const folder = mkdtempSync(join(tmpdir(), 'sohoa-killed-at-'));
  try {
    for (const ending of ['', '-wal'])
      if (existsSync(file + ending)) cpSync(file + ending, join(folder, basename(file) + ending));
    const registry = sqliteRegistry(join(folder, basename(file)));
    try {
      const papers = await collect(allPapers(registry, {}));
      const intents = (await registry.intents('9999')).length;
      return { intents, originals: new Set(papers.map(({ originalSha256 }) => originalSha256)) };
    } catch {
      return null;
    } finally {
      await registry.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
