// Facts are taken: kind of paper and its fields, after the seal.
import type { PaperStep } from '../paper.ts';
import { understand } from '../understand/index.ts';
import { contextOf } from './check.ts';

export const extract: PaperStep = {
  name: 'extract',
  version: 1,
  async run(work, { ports }) {
    const understanding = understand(work.pages, ports.lists, contextOf(work));
    return { ...work, understanding, problems: [...work.problems, ...understanding.problems] };
  },
};
