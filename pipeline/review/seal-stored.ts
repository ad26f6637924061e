// Seals a paper that waited for the capture check: its copy is made of the stored scan, as it would have been then.
import { mkdir, rm } from 'node:fs/promises';
import { AppError } from '../../core/errors.ts';
import type { DigitizePorts, Original, PaperWork, StepContext } from '../paper.ts';
import { readSource } from '../read-source.ts';
import { compose } from '../steps/compose.ts';
import { sealPaper } from '../steps/seal.ts';
import { placesIn, reviewRoom } from './recut.ts';
import { type StoredPaper, scanIn, storedFile, storedPages } from './stored-paper.ts';

export interface SealedCopy {
  readonly pdf: Uint8Array;
  readonly signatures: number;
}

export interface SealOrder {
  readonly stored: StoredPaper;
  readonly officer: string;
  readonly production: boolean;
  readonly signal: AbortSignal;
}

/** Reads the scan again for its pictures; nothing is filed here. @throws AppError conflict `review.no-original`. */
export async function sealStored(ports: DigitizePorts, order: SealOrder): Promise<SealedCopy> {
  const { stored, signal } = order;
  const { id } = stored.paper;
  const [scan, pages] = [await storedFile(ports, stored, 'original'), await storedPages(ports, stored)];
  if (!scan || !pages) throw new AppError('conflict', 'review.no-original', { params: { id } });
  const workRoot = reviewRoom(ports, id);
  await mkdir(workRoot, { recursive: true, mode: 0o700 });
  try {
    const inMemory = scanIn(stored, scan);
    const source = await ports.openSource(inMemory, signal);
    try {
      const place = placesIn(stored);
      const own = pages.map((page) => ({ ...page, number: place(page.number) }));
      const wanted = own.map(({ number }) => number);
      const read = await readSource(
        { path: inMemory.facts.file, stored: inMemory, source, signal, wanted, onPage: () => undefined },
        { ...ports, workRoot },
      );
      if (read.unread.size > 0) throw [...read.unread.values()][0];
      const { sha256, size, mediaType, pageCount, problems, cut } = source;
      const scanned = { sha256, size, mediaType, signed: false, pageCount, problems, cut };
      const original: Original = {
        ...scanned,
        kept: 'whole',
        source: stored.paper.sourceName,
        folder: read.folder,
      };
      return await sealedWork(ports, { original, pages: own }, order);
    } finally {
      await source.close();
    }
  } finally {
    await rm(workRoot, { recursive: true, force: true });
  }
}

async function sealedWork(
  ports: DigitizePorts,
  { original, pages }: Pick<PaperWork, 'original' | 'pages'>,
  { stored, officer, production, signal }: SealOrder,
): Promise<SealedCopy> {
  const context: StepContext = { ports, production, officer, signal };
  const { paper, dossier } = stored;
  const named = { ...original, sha256: paper.originalSha256 };
  const work: PaperWork = {
    ...{ id: paper.id, original: named, pages, dossier, started: paper.createdAt },
    ...{ evidence: [], problems: [] },
  };
  const sealed = await sealPaper.run(await compose.run(work, context), context);
  if (!sealed.legalCopy || !sealed.signatures)
    throw new AppError('conflict', 'review.unsealed', { params: { id: paper.id } });
  return { pdf: sealed.legalCopy, signatures: sealed.signatures };
}
