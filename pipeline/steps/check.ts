// Capture check and gate: what must be known before anything is sealed, above all whether the picture may be kept.
import { isRefused } from '../gate/gate.ts';
import { gateOfPages } from '../gate/gate-of-pages.ts';
import type { PaperStep, PaperWork, ReadingPorts } from '../paper.ts';

export const check: PaperStep<ReadingPorts> = {
  name: 'check',
  version: 3,
  async run(work, { ports, override = null }) {
    const { source, signed } = work.original;
    const { kind, confidence, gate } = gateOfPages({ ...work, source, signed, override }, ports.lists);
    const state = isRefused(gate) ? ({ state: 'refused' } as const) : {};
    const problems = work.pages.flatMap((page) => page.problems);
    if (work.pages.every((page) => page.blank))
      problems.push({ code: 'check.all-blank', params: { source } });
    const told = [...work.problems, ...gate.problems, ...(isRefused(gate) ? [] : problems)];
    return { ...work, ...state, ...(kind ? { kind, kindConfidence: confidence } : {}), gate, problems: told };
  },
};

/** What the clerk said of the dossier: agreement makes facts surer. */
export const contextOf = (work: PaperWork) => ({
  ...(work.dossier ? { owners: work.dossier.owners } : {}),
  ...(work.dossier?.received ? { received: work.dossier.received } : {}),
  ...(work.carried?.kind ? { kind: work.carried.kind } : {}),
});

/** Of such a paper the facts are kept and the picture is not (DOMAIN 1, DESIGN 5). */
export const factsOnly = (work: PaperWork): boolean =>
  work.gate ? work.gate.action === 'facts-only' : work.kind?.digitise === 'facts-only';
