// What of the original is kept for a paper: the whole file, or its own pages where another paper of the run may not be.
import type { DepositFile } from '../../core/ports-deposit.ts';
import type { PaperWork } from '../paper.ts';

/** The file of role `original`; its bytes are those of the scan, for a run with an identity card only this paper's. */
export async function keptOriginal(work: PaperWork): Promise<DepositFile> {
  const { original } = work;
  if (original.kept === 'whole')
    return {
      role: 'original',
      mediaType: original.mediaType,
      read: () => original.folder.readOriginal(),
      sha256: original.sha256,
      size: original.size,
    };
  const bytes = await original.cut(work.pages.map((p) => p.number));
  return { role: 'original', mediaType: 'application/pdf', bytes };
}
