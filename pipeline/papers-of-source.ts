// One source file: its pages are read, cut into papers, and each paper goes its way; what was done before is found again.
import { join } from 'node:path';
import type { PageReading, Sha256 } from '../core/model.ts';
import { type DigitizedPaper, unreadPaper } from './digitized-paper.ts';
import { knownPapers } from './filing/known-papers.ts';
import { isRefused, mayBeKept } from './gate/gate.ts';
import { type GatedPages, gateOfPages } from './gate/gate-of-pages.ts';
import { withoutLeftovers } from './gate/leftovers.ts';
import type { Source } from './intake/source.ts';
import type { DigitizePorts } from './paper.ts';
import { type ReadSource, readSource } from './read-source.ts';
import type { DigitizeFile, DigitizeRequest, Following } from './request.ts';
import { cutsAt, recutOf } from './review/recut-paper.ts';
import { runPaper } from './run-paper.ts';
import { splitRun } from './split/split-run.ts';
import { markFailed } from './work-folder.ts';

/** What the files of a run share. */
export interface FileContext {
  readonly request: DigitizeRequest;
  readonly ports: DigitizePorts;
  readonly following: Following;
  readonly count: { done: number; total: number };
  /** Work on each original begun in this run: the same bytes under two names are done one after the other. */
  readonly originals: Map<Sha256, Promise<unknown>>;
}

/**
 * The papers of an opened source, in the order of its pages. No other process may work on the same original meanwhile.
 * @throws AppError where the file as a whole comes to nothing; the work done so far is kept and marked.
 */
export async function papersOfSource(
  file: DigitizeFile,
  source: Source,
  context: FileContext,
): Promise<DigitizedPaper[]> {
  const { request, ports, following, count } = context;
  const { recut } = file;
  // A clerk's cut goes before what is known; a new scan may have been digitised already.
  const known = recut?.cuts
    ? null
    : await knownPapers(source, { ports, out: request.out, source: file.source });
  if (known) return known;
  count.total += source.pageCount;
  following.onProgress({ kind: 'source', source: file.source, pages: source.pageCount });
  const override = request.override ?? null;
  const gated = { ...file, signed: source.signed, dossier: request.dossier, override };
  const folder = join(ports.workRoot, source.sha256);
  return withoutLeftovers({ ...gated, folder, lists: ports.lists }, async (seen) => {
    const onPage = (page: number, reading: PageReading) => {
      seen(reading);
      const { problems } = reading;
      const at = { page, done: ++count.done, total: count.total };
      following.onProgress({ kind: 'page', source: file.source, ...at, problems });
    };
    const cut = recut && { turns: recut.turns, ...(recut.cuts ? { wanted: recut.cuts.flat() } : {}) };
    const { path, stored } = file;
    const order = {
      path,
      ...(stored ? { stored } : {}),
      source,
      override,
      signal: following.signal,
      onPage,
      ...cut,
    };
    return papersOfPages(await readSource(order, ports), { file, source, gated }, context);
  }).catch(async (thrown: unknown) => {
    if (!following.signal.aborted) await markFailed(folder);
    throw thrown;
  });
}

interface ReadFile {
  readonly file: DigitizeFile;
  readonly source: Source;
  readonly gated: Omit<GatedPages, 'pages'>;
}

async function papersOfPages(
  read: ReadSource,
  { file, source, gated }: ReadFile,
  { request, ports, following }: FileContext,
): Promise<DigitizedPaper[]> {
  const { sha256, size, mediaType, pageCount } = source;
  const cuts = file.recut?.cuts ? cutsAt(file.recut.cuts, read.pages) : splitRun(read.pages);
  if (cuts.length === 0)
    following.onProgress({ kind: 'no-papers', source: file.source, pages: source.pageCount });
  const gates = cuts.map(({ pages }) => gateOfPages({ ...gated, pages }, ports.lists).gate);
  const unkept = !gates.every(mayBeKept);
  // What a page shows that could not be read is not known either: it may be a card.
  const kept = cuts.length > 1 && (unkept || read.unread.size > 0) ? 'own-pages' : 'whole';
  // A signed file is signed as a whole: parts of it are copies like any other.
  const signed = source.signed && kept === 'whole';
  const { folder, milliseconds, unread } = read;
  const { problems, cut: cutPages } = source;
  const scan = { sha256, size, mediaType, signed, pageCount, problems, cut: cutPages };
  const original = { ...scan, kept, source: file.source, folder } as const;
  const papers: DigitizedPaper[] = [];
  for (const [index, cut] of cuts.entries()) {
    // The old papers go with the last new one, and stay where one of the new ones came to nothing.
    const last = index === cuts.length - 1 && papers.every(({ id }) => id !== null);
    const given = recutOf(file.recut, {
      pages: cut.pages,
      last,
      officer: request.officer,
      clock: ports.clock,
    });
    // What the gate refuses is refused whether or not all of it could be read.
    const refused = gates[index] !== undefined && isRefused(gates[index]);
    papers.push(
      (refused ? null : unreadPaper(file.source, cut.pages, unread)) ??
        (await runPaper({ original, cut, milliseconds, ...given }, request, ports, following.signal)),
    );
  }
  // What may not be kept does not lie there to be taken up again either.
  if (unkept || !toBeTriedAgain(papers, unread.size)) await folder.remove();
  else await markFailed(folder.place);
  return papers;
}

/** What was done of a run is then found done, and only the rest is tried. */
const toBeTriedAgain = (papers: readonly DigitizedPaper[], unread: number): boolean =>
  papers.some(({ status }) => status === 'failed') ||
  (unread > 0 && papers.some(({ status }) => status !== 'refused'));
