// The runner: files in, filed papers out. Knows order, resuming and reporting; what is done to a paper is pipeline.ts.
import { join } from 'node:path';
import { AppError } from '../core/errors.ts';
import { type DigitizedPaper, failedPaper } from './digitized-paper.ts';
import { finishWipes } from './gate/leftovers.ts';
import type { Source } from './intake/source.ts';
import { judgeError } from './judge-error.ts';
import { lock } from './lock-folder.ts';
import type { DigitizePorts } from './paper.ts';
import { type FileContext, papersOfSource } from './papers-of-source.ts';
import type { DigitizeFile, DigitizeRequest, Following } from './request.ts';

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
