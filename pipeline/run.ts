// The runner: files in, filed papers out. Knows order, resuming and reporting; what is done to a paper is pipeline.ts.
import { AppError } from '../core/errors.ts';
import type { Sha256 } from '../core/model.ts';
import { type DigitizedPaper, failedPaper } from './digitized-paper.ts';
import { knownPapers } from './filing/known-papers.ts';
import { openSource } from './intake/open-source.ts';
import { defaultLimits, type Source } from './intake/source.ts';
import type { DigitizePorts } from './paper.ts';
import { inputError, readSource } from './read-source.ts';
import type { DigitizeFile, DigitizeRequest, Following } from './request.ts';
import { runPaper } from './run-paper.ts';
import { type PaperPages, splitRun } from './split/split-run.ts';
import { understand } from './understand/index.ts';

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
  const context = { request, ports, following, count: { done: 0, total: 0 }, originals: new Map() };
  // One source more than there are workers: they stay busy where one source ends and the next begins.
  const running = new Set<Promise<unknown>>();
  for (const file of request.files) {
    if (following.signal.aborted) break;
    const task = digitizeFile(file, context);
    results.push(task);
    const tracked: Promise<unknown> = task.catch(() => undefined).finally(() => running.delete(tracked));
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
    const error = inputError(thrown, file.source);
    if (error.kind !== 'input' && error.kind !== 'dependency') throw error;
    context.ports.log.error('source failed', { code: error.code, cause: causeOf(error) });
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
  const source = await openSource(file.path, { limits: defaultLimits });
  try {
    const before = context.originals.get(source.sha256) ?? Promise.resolve();
    const papers = before.then(() => papersOfSource(file, source, context));
    context.originals.set(
      source.sha256,
      papers.catch(() => undefined),
    );
    return await papers;
  } finally {
    await source.close();
  }
}

async function papersOfSource(
  file: DigitizeFile,
  source: Source,
  context: FileContext,
): Promise<DigitizedPaper[]> {
  const { request, ports, following, count } = context;
  const known = await knownPapers(source.sha256, { ports, out: request.out, source: file.source });
  if (known) return known;
  count.total += source.pageCount;
  following.onProgress({ kind: 'source', source: file.source, pages: source.pageCount });
  const read = await readSource(
    {
      path: file.path,
      source,
      signal: following.signal,
      onPage: (page) =>
        following.onProgress({
          kind: 'page',
          source: file.source,
          page,
          done: ++count.done,
          total: count.total,
        }),
    },
    ports,
  );
  const { sha256, size, mediaType, signed, pageCount } = source;
  const cuts = splitRun(read.pages);
  const kept = cuts.length > 1 && cuts.some((cut) => pictureMayNotBeKept(cut, ports)) ? 'own-pages' : 'whole';
  const original = {
    sha256,
    size,
    mediaType,
    signed,
    pageCount,
    kept,
    source: file.source,
    folder: read.folder,
  } as const;
  const papers: DigitizedPaper[] = [];
  for (const cut of cuts)
    papers.push(
      await runPaper({ original, cut, milliseconds: read.milliseconds }, request, ports, following.signal),
    );
  if (papers.every((p) => p.status !== 'failed')) await read.folder.remove();
  return papers;
}

/** Kind alone, before anything is filed: whether the run as a whole may be kept hangs on every paper of it. */
const pictureMayNotBeKept = (cut: PaperPages, { lists }: DigitizePorts): boolean =>
  lists.kind(understand(cut.pages, lists).kind.code)?.digitise === 'facts-only';
