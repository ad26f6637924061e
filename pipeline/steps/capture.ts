// The capture check as a step: with the setting `ask` a doubtful scan goes no further before a clerk has looked at it.
import type { PaperStep, ReadingPorts } from '../paper.ts';
import { captureDoubts } from '../review/capture-check.ts';
import { factsOnly } from './check.ts';

export const capture: PaperStep<ReadingPorts> = {
  name: 'capture',
  version: 1,
  async run(work, { ports }) {
    // What came signed is kept as it is, and of a facts-only paper no copy is made.
    if (ports.settings.captureCheck !== 'ask' || work.original.signed || factsOnly(work)) return work;
    const doubts = captureDoubts(work.pages);
    if (doubts.length === 0) return work;
    const known = new Set(work.problems.map(({ code, page }) => `${code} ${page}`));
    const fresh = doubts.filter(({ code, page }) => !known.has(`${code} ${page}`));
    return { ...work, held: true, problems: [...work.problems, ...fresh, { code: 'capture.held' }] };
  },
};
