// What a run leaves in the work folder when it ends badly: nothing of a paper whose picture may not be kept.
import type { PageReading } from '../../core/model.ts';
import type { Lists } from '../../lists/index.ts';
import { type GatedPages, holdsUnkept } from './gate-of-pages.ts';
import { wipeFolder } from './wipe.ts';

export { finishWipes } from './wipe.ts';

export interface Guarded extends Omit<GatedPages, 'pages'> {
  readonly lists: Lists;
  /** Work folder of the file. */
  readonly folder: string;
}

/**
 * Does the work on a file. Where it fails or is cancelled, its work folder stays to be taken up again, unless a page
 * that was read belongs to a paper that may not be kept: then it is wiped, and the next run reads anew.
 */
export async function withoutLeftovers<Result>(
  { folder, lists, ...file }: Guarded,
  work: (seen: (page: PageReading) => void) => Promise<Result>,
): Promise<Result> {
  const pages: PageReading[] = [];
  try {
    return await work((page) => pages.push(page));
  } catch (thrown) {
    const alone = pages.map((page) => ({ ...file, pages: [page] }));
    if (holdsUnkept(alone, lists)) await wipeFolder(folder);
    throw thrown;
  }
}
