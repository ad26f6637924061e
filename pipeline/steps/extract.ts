// Facts are taken: kind of paper and its fields, after the seal.
import type { PaperStep, ReadingPorts } from '../paper.ts';
import { withCarried } from '../review/recut-paper.ts';
import { understand } from '../understand/index.ts';
import { contextOf } from './check.ts';

export const extract: PaperStep<ReadingPorts> = {
  name: 'extract',
  version: 2,
  async run(work, { ports }) {
    // `sohoa try` walks on where a paper was refused.
    if (work.state === 'refused') return work;
    const read = understand(work.pages, ports.lists, contextOf(work));
    const understanding = work.carried ? withCarried(read, work.carried) : read;
    return { ...work, understanding, problems: [...work.problems, ...understanding.problems] };
  },
};
