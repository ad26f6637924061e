// Scans through the pipeline for a look at what it makes of them: nothing is sealed, coded or stored.
import { AppError } from '../core/errors.ts';
import type { DossierInput, PageReading, PaperState, Problem, Understanding } from '../core/model.ts';
import type { Kind } from '../lists/index.ts';
import { unreadPaper } from './digitized-paper.ts';
import { eachFile, oneAtATime } from './each-file.ts';
import type { Source } from './intake/source.ts';
import { judgeError } from './judge-error.ts';
import type { Original, PaperWork, ReadingPorts, StepContext } from './paper.ts';
import { tryingSteps } from './pipeline.ts';
import { type ReadSource, readSource } from './read-source.ts';
import type { DigitizeFile, ProgressEvent } from './request.ts';
import { type PaperPages, splitRun } from './split/split-run.ts';
import { factsOnly } from './steps/check.ts';
import { compose } from './steps/compose.ts';
import type { LegalPicture } from './work-folder.ts';

export interface TryRequest {
  readonly files: readonly (DigitizeFile & { readonly dossier: DossierInput | null })[];
  onProgress(event: ProgressEvent): void;
  readonly signal: AbortSignal;
}

/** One paper as it would be filed. */
export interface TriedPaper {
  readonly dossier: DossierInput | null;
  readonly pages: readonly PageReading[];
  readonly state: PaperState;
  readonly kind: Kind | null;
  readonly understanding: Understanding | null;
  readonly problems: readonly Problem[];
  /** Bytes of the legal copy before its signature; null where none would be kept. */
  readonly copyBytes: number | null;
  readonly signed: boolean;
}

export interface TriedFile {
  readonly source: string;
  readonly bytes: number;
  readonly papers: readonly TriedPaper[];
  /** Why the file is not taken; then it has no papers. */
  readonly refused: Problem | null;
  /** Milliseconds a step, by page. */
  readonly timings: ReadSource['timings'];
  /** Pages of the file that belong to no paper: separator sheets and their backs. */
  readonly sheets: number;
  /** The legal picture of a page, as long as the work root stands. */
  picture(page: number): Promise<LegalPicture>;
}

/**
 * In the order of the files. A file's trouble ends as that file's `refused`. `ports.workRoot` holds the scans until the
 * caller removes it.
 * @throws AppError cancelled when the signal says so.
 */
export async function tryScans(request: TryRequest, ports: ReadingPorts): Promise<TriedFile[]> {
  const { files, signal } = request;
  const inTurn = oneAtATime();
  const count = { done: 0, total: 0 };
  const tried = await eachFile(files, { busy: ports.pages.size, signal }, async (file) => {
    try {
      const source = await ports.openSource(file.path, signal);
      try {
        return await inTurn(source.sha256, () => tryFile({ file, source, count }, request, ports));
      } finally {
        await source.close();
      }
    } catch (thrown) {
      if (signal.aborted) throw new AppError('cancelled', 'error.cancelled', { cause: thrown });
      const judged = judgeError(thrown, { file, workRoot: ports.workRoot });
      if ('around' in judged) throw judged.around;
      return refusedFile(file.source, judged.own);
    }
  });
  if (signal.aborted) throw new AppError('cancelled', 'error.cancelled');
  return tried;
}

interface Opened {
  readonly file: TryRequest['files'][number];
  readonly source: Source;
  readonly count: { done: number; total: number };
}

async function tryFile(
  { file, source, count }: Opened,
  { signal, onProgress }: TryRequest,
  ports: ReadingPorts,
): Promise<TriedFile> {
  count.total += source.pageCount;
  onProgress({ kind: 'source', source: file.source, pages: source.pageCount });
  const onPage = (page: number, { problems }: PageReading) => {
    const at = { page, done: ++count.done, total: count.total };
    onProgress({ kind: 'page', source: file.source, ...at, problems });
  };
  const read = await readSource({ path: file.path, source, signal, onPage }, ports);
  const { sha256, size, mediaType, signed, pageCount } = source;
  const original: Original = {
    ...{ sha256, size, mediaType, signed, pageCount },
    kept: 'whole',
    source: file.source,
    folder: read.folder,
    problems: source.problems,
    cut: source.cut,
  };
  const papers: TriedPaper[] = [];
  for (const cut of splitRun(read.pages)) {
    const unread = unreadPaper(file.source, cut.pages, read.unread);
    if (unread)
      papers.push(stoppedPaper(file.dossier, cut.pages, { state: unread.status, problems: unread.problems }));
    else papers.push(await triedPaper(original, { dossier: file.dossier, cut }, { ports, signal }));
  }
  const own = papers.reduce((sum, paper) => sum + paper.pages.length, 0);
  return {
    source: file.source,
    bytes: size,
    papers,
    refused: null,
    timings: read.timings,
    sheets: pageCount - own,
    picture: (page) => read.folder.picture(page),
  };
}

function refusedFile(source: string, error: AppError): TriedFile {
  return {
    source,
    bytes: 0,
    papers: [],
    refused: { code: error.code, params: error.params },
    timings: new Map(),
    sheets: 0,
    picture: () => Promise.reject(error),
  };
}

type Trying = Pick<StepContext<ReadingPorts>, 'ports' | 'signal'>;

async function triedPaper(
  original: Original,
  { dossier, cut }: { dossier: DossierInput | null; cut: PaperPages },
  { ports, signal }: Trying,
): Promise<TriedPaper> {
  const context = { ports, signal, production: false, officer: '' };
  const other = cut.dossierCode !== null && cut.dossierCode !== dossier?.code;
  let work: PaperWork = {
    id: ports.newId(),
    original,
    pages: cut.pages,
    dossier: other ? { code: cut.dossierCode ?? '', owners: [] } : dossier,
    started: ports.clock.now().toISOString(),
    evidence: [],
    problems: original.problems,
  };
  for (const step of tryingSteps) {
    signal.throwIfAborted();
    work = await step.run(work, context);
  }
  const { understanding = null, problems, state = 'review' } = work;
  if (state === 'refused' || state === 'failed')
    return stoppedPaper(work.dossier, work.pages, { state, problems });
  // A held paper is composed once a clerk has let it go on.
  const { held: _, ...free } = work;
  const copy = factsOnly(work) ? null : (await compose.run(free, context)).legalCopy;
  return {
    dossier: work.dossier,
    pages: work.pages,
    state,
    kind: (understanding && ports.lists.kind(understanding.kind.code)) ?? null,
    understanding,
    problems,
    copyBytes: copy?.length ?? null,
    signed: original.signed,
  };
}

/** Nothing of it would be kept, so nothing of what its pages say is handed on. */
function stoppedPaper(
  dossier: DossierInput | null,
  pages: readonly PageReading[],
  { state, problems }: Pick<TriedPaper, 'state' | 'problems'>,
): TriedPaper {
  const emptied = pages.map((page) => ({ ...page, text: { ...page.text, lines: [] }, marks: [] }));
  return {
    dossier,
    pages: emptied,
    state,
    kind: null,
    understanding: null,
    problems,
    copyBytes: null,
    signed: false,
  };
}
