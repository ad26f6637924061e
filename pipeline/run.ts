// The runner: files in, filed papers out. Knows order, resuming and reporting; what is done to a paper is pipeline.ts.
import { join } from 'node:path';
import { AppError } from '../core/errors.ts';
import type { PageReading, Sha256 } from '../core/model.ts';
import { type DigitizedPaper, failedPaper, unreadPaper } from './digitized-paper.ts';
import { knownPapers } from './filing/known-papers.ts';
import { isRefused, mayBeKept } from './gate/gate.ts';
import { type GatedPages, gateOfPages } from './gate/gate-of-pages.ts';
import { finishWipes, withoutLeftovers } from './gate/leftovers.ts';
import type { Source } from './intake/source.ts';
import { judgeError } from './judge-error.ts';
import { lock } from './lock-folder.ts';
import type { DigitizePorts } from './paper.ts';
import { type ReadSource, readSource } from './read-source.ts';
import type { DigitizeFile, DigitizeRequest, Following } from './request.ts';
import { cutsAt, recutOf } from './review/recut-paper.ts';
import { runPaper } from './run-paper.ts';
import { splitRun } from './split/split-run.ts';
import { markFailed } from './work-folder.ts';

export type { DigitizedPaper } from './digitized-paper.ts';
export type { DigitizePorts, DigitizeSettings } from './paper.ts';
export type { DigitizeFile, DigitizeRequest, Following, ProgressEvent } from './request.ts';

/**
 * Digitises files into papers, in the order of the files. One file's trouble ends as that file's `refused` or `failed`
 * paper; the rest goes on. A second call with the same files takes up where the first was stopped and files nothing
 * twice.
 * @throws AppError cancelled when the signal says so; errors of the registry or the object store as a whole.
 */
export async function digitize(
  request: DigitizeRequest,
  ports: DigitizePorts,
  following: Following,
): Promise<DigitizedPaper[]> {
  const results: Promise<DigitizedPaper[]>[] = [];
  await finishWipes(ports.workRoot);
  const context = { request, ports, following, count: { done: 0, total: 0 }, originals: new Map() };
  // One source more than there are workers: they stay busy where one source ends and the next begins.
  const running = new Set<Promise<unknown>>();
  let broken = false;
  for (const file of request.files) {
    // What breaks around us breaks for the next file too.
    if (following.signal.aborted || broken) break;
    const task = digitizeFile(file, context);
    results.push(task);
    const noticed = () => {
      broken = true;
    };
    const tracked: Promise<unknown> = task.catch(noticed).finally(() => running.delete(tracked));
    running.add(tracked);
    if (running.size > ports.pages.size) await Promise.race(running);
  }
  await Promise.all(running);
  const papers = (await Promise.all(results)).flat();
  if (following.signal.aborted) throw new AppError('cancelled', 'error.cancelled');
  return papers;
}

interface FileContext {
  readonly request: DigitizeRequest;
  readonly ports: DigitizePorts;
  readonly following: Following;
  readonly count: { done: number; total: number };
  /** Work on each original begun in this run: the same bytes under two names are done one after the other. */
  readonly originals: Map<Sha256, Promise<unknown>>;
}

async function digitizeFile(file: DigitizeFile, context: FileContext): Promise<DigitizedPaper[]> {
  const { following } = context;
  try {
    const papers = await papersOf(file, context);
    for (const paper of papers) following.onProgress({ kind: 'paper', paper });
    return papers;
  } catch (thrown) {
    if (following.signal.aborted) throw new AppError('cancelled', 'error.cancelled', { cause: thrown });
    const judged = judgeError(thrown, { file, workRoot: context.ports.workRoot });
    if ('around' in judged) throw judged.around;
    const error = judged.own;
    const { log } = context.ports;
    const plain = error.kind === 'input' || error.code.startsWith('fault.');
    if (plain) log.info('source refused', { code: error.code });
    else log.error('source failed', { code: error.code, cause: causeOf(error) });
    const paper = failedPaper(file.source, error);
    following.onProgress({ kind: 'paper', paper });
    return [paper];
  }
}

/** Class and place of a cause, never its message: that may quote what was read. */
const causeOf = (error: AppError): string | undefined =>
  error.cause instanceof Error
    ? (error.cause.stack?.split('\n').slice(1, 4).join(' | ') ?? error.cause.name)
    : undefined;

async function papersOf(file: DigitizeFile, context: FileContext): Promise<DigitizedPaper[]> {
  const source = await context.ports.openSource(file.stored ?? file.path, context.following.signal);
  try {
    const before = context.originals.get(source.sha256) ?? Promise.resolve();
    const papers = before.then(() => papersAlone(file, source, context));
    context.originals.set(
      source.sha256,
      papers.catch(() => undefined),
    );
    return await papers;
  } finally {
    await source.close();
  }
}

/** No other process works on this original meanwhile: what it did is then found as known. */
async function papersAlone(
  file: DigitizeFile,
  source: Source,
  context: FileContext,
): Promise<DigitizedPaper[]> {
  const { ports, following } = context;
  const held = await lock(join(ports.workRoot, `${source.sha256}.lock`), {
    signal: following.signal,
    onWait: ({ pid, host }) => following.onProgress({ kind: 'waiting', source: file.source, pid, host }),
  });
  try {
    return await papersOfSource(file, source, context);
  } finally {
    await held.release();
  }
}

async function papersOfSource(
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
