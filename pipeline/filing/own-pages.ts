// What of the original is kept for a paper: the whole file, or its own pages where another paper of the run may not be.
import { readFile } from 'node:fs/promises';
import type { DepositFile } from '../../core/ports-deposit.ts';
import { cutPdfPages, wrapPictures } from '../compose/cut-pages.ts';
import { openSource } from '../intake/open-source.ts';
import type { PaperWork } from '../paper.ts';

/** The file of role `original`; its bytes are those of the scan, for a run with an identity card only this paper's. */
export async function keptOriginal(work: PaperWork): Promise<DepositFile> {
  const { original } = work;
  const path = original.folder.originalPath;
  if (original.kept === 'whole')
    return {
      role: 'original',
      mediaType: original.mediaType,
      path,
      sha256: original.sha256,
      size: original.size,
    };
  const numbers = work.pages.map((p) => p.number);
  const bytes =
    original.mediaType === 'application/pdf'
      ? await cutPdfPages(await readFile(path), numbers)
      : await wrapPictures(picturesOf(path, numbers));
  return { role: 'original', mediaType: 'application/pdf', bytes };
}

async function* picturesOf(path: string, numbers: readonly number[]) {
  const source = await openSource(path);
  try {
    for (const number of numbers) yield await source.page(number);
  } finally {
    await source.close();
  }
}
