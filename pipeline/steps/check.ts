// Capture check and gate: what must be known before anything is sealed, above all whether the picture may be kept.
import type { PaperStep } from '../paper.ts';
import { understand } from '../understand/index.ts';

export const check: PaperStep = {
  name: 'check',
  version: 1,
  async run(work, { ports }) {
    const { kind } = understand(work.pages, ports.lists, contextOf(work));
    const found = ports.lists.kind(kind.code);
    const problems = work.pages.flatMap((page) => page.problems);
    if (work.pages.every((page) => page.blank))
      problems.push({ code: 'check.all-blank', params: { source: work.original.source } });
    return { ...work, ...(found ? { kind: found } : {}), problems: [...work.problems, ...problems] };
  },
};

/** What the clerk said of the dossier: agreement makes facts surer. */
export const contextOf = (work: Parameters<PaperStep['run']>[0]) => ({
  ...(work.dossier ? { owners: work.dossier.owners } : {}),
  ...(work.dossier?.received ? { received: work.dossier.received } : {}),
});

/** Of such a paper the facts are kept and the picture is not (DOMAIN 1, DESIGN 5). */
export const factsOnly = (work: Parameters<PaperStep['run']>[0]): boolean =>
  work.kind?.digitise === 'facts-only';
