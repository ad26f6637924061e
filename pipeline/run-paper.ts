// One paper through the visible list of steps, each leaving a line in its evidence chain.
import { createHash } from 'node:crypto';
import { hashOfJson } from '../core/canonical-json.ts';
import { AppError } from '../core/errors.ts';
import type { DossierInput, Sha256 } from '../core/model.ts';
import { type DigitizedPaper, digitizedPaper, failedPaper } from './digitized-paper.ts';
import { reportKnown } from './filing/known-papers.ts';
import type { DigitizePorts, Original, PaperWork, StepContext } from './paper.ts';
import { paperSteps } from './pipeline.ts';
import type { DigitizeRequest } from './request.ts';
import type { PaperPages } from './split/split-run.ts';

interface Cut {
  readonly original: Original;
  readonly cut: PaperPages;
  /** What reading each page took. */
  readonly milliseconds: ReadonlyMap<number, number>;
}

export async function runPaper(
  { original, cut, milliseconds: reading }: Cut,
  request: DigitizeRequest,
  ports: DigitizePorts,
  signal: AbortSignal,
): Promise<DigitizedPaper> {
  const begun = performance.now();
  const started = ports.clock.now().toISOString();
  const dossier = dossierFor(request.dossier, cut.dossierCode);
  let work: PaperWork = {
    id: ports.newId(),
    original,
    pages: cut.pages,
    dossier,
    started,
    evidence: [],
    problems: [],
  };
  const context: StepContext = { ports, production: request.production, officer: request.officer, signal };
  try {
    const already = await reportKnown(work, { ports, out: request.out });
    if (already) return already;
    for (const step of paperSteps) {
      signal.throwIfAborted();
      const input = stateHash(work);
      const next = await step.run(work, context);
      const line = {
        step: step.name,
        version: step.version,
        at: ports.clock.now().toISOString(),
        actor: request.officer,
        input,
        output: stateHash(next),
        versions: { reader: ports.pages.reader },
      };
      work = { ...next, evidence: [...work.evidence, line] };
    }
    const pages = cut.pages.reduce((sum, page) => sum + (reading.get(page.number) ?? 0), 0);
    const milliseconds = Math.round(pages + performance.now() - begun);
    ports.log.info('paper', { paper: work.id, state: work.state, ms: milliseconds });
    return await digitizedPaper(work, { ports, out: request.out, milliseconds });
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.kind !== 'input') throw thrown;
    return failedPaper(original.source, thrown, cut.pages);
  }
}

/** A dossier sheet in the run names the dossier; what the clerk gave for another one does not hold for it. */
function dossierFor(given: DossierInput | null, sheet: string | null): DossierInput | null {
  if (sheet === null || sheet === given?.code) return given;
  return { code: sheet, owners: [] };
}

/** Hash of what a step works on: the pages, the copy as it stands and the facts. */
function stateHash(work: PaperWork): Sha256 {
  return hashOfJson({
    original: work.original.sha256,
    pages: work.pages,
    copy: work.legalCopy ? createHash('sha256').update(work.legalCopy).digest('hex') : null,
    understanding: work.understanding ?? null,
    state: work.state ?? null,
  });
}
