// One paper through the visible list of steps, each leaving a line in its evidence chain.
import { createHash } from 'node:crypto';
import { hashOfJson } from '../core/canonical-json.ts';
import { AppError } from '../core/errors.ts';
import type { DossierInput, Sha256 } from '../core/model.ts';
import type { ReplacedPaper } from '../core/ports-deposit.ts';
import { type DigitizedPaper, digitizedPaper, failedPaper } from './digitized-paper.ts';
import type { EvidenceLine } from './filing/evidence.ts';
import { reportKnown } from './filing/known-papers.ts';
import { refusedPaper } from './gate/refused-paper.ts';
import type { DigitizePorts, Original, PaperWork, StepContext } from './paper.ts';
import { paperSteps } from './pipeline.ts';
import type { CarriedWord, DigitizeRequest } from './request.ts';
import type { PaperPages } from './split/split-run.ts';

interface Cut {
  readonly original: Original;
  readonly cut: PaperPages;
  /** What reading each page took. */
  readonly milliseconds: ReadonlyMap<number, number>;
  /** Papers that give way to this one. */
  readonly replaces?: readonly ReplacedPaper[];
  /** What a clerk did before the steps. */
  readonly evidence?: readonly EvidenceLine[];
  readonly carried?: CarriedWord;
}

export async function runPaper(
  { original, cut, milliseconds: reading, replaces, carried, evidence = [] }: Cut,
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
    evidence,
    problems: original.problems,
    ...(replaces ? { replaces } : {}),
    ...(carried ? { carried } : {}),
  };
  const { production, officer, override = null } = request;
  const context: StepContext = { ports, production, officer, override, signal };
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
        ...(next.gate !== work.gate && next.gate ? { gate: next.gate.verdicts } : {}),
      };
      work = { ...next, evidence: [...work.evidence, line] };
      // What the gate refuses goes no further: nothing of it is composed, sealed or stored.
      if (work.state === 'refused') break;
    }
    const pages = cut.pages.reduce((sum, page) => sum + (reading.get(page.number) ?? 0), 0);
    const milliseconds = Math.round(pages + performance.now() - begun);
    ports.log.info('paper', { paper: work.id, state: work.state, ms: milliseconds });
    if (work.state === 'refused') return refusedPaper(work, milliseconds);
    return await digitizedPaper(work, { ports, out: request.out, milliseconds });
  } catch (thrown) {
    // Another machine on the same registry was quicker.
    if (isKnownNow(thrown)) {
      const already = await reportKnown(work, { ports, out: request.out });
      if (already) return already;
    }
    if (!(thrown instanceof AppError) || thrown.kind !== 'input') throw thrown;
    return failedPaper(original.source, thrown, cut.pages);
  }
}

const isKnownNow = (thrown: unknown): boolean =>
  thrown instanceof AppError && thrown.code === 'warehouse.paper-known';

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
