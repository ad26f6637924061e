// Which gaps between known papers may hold one that was refused: nothing is noted of such a paper.
import { expect, test } from 'vitest';
import { mayHoldMore } from './known-papers.ts';

const papers = (...pages: number[][]) => pages.map((own) => ({ pages: own }));

test.each<[string, ReturnType<typeof papers>, number, boolean]>([
  ['one file, one paper', papers([1, 2]), 2, false],
  ['sheets between papers', papers([1], [3], [5, 6]), 6, false],
  ['sheets with blank backs', papers([1, 2], [5, 6]), 6, false],
  ['a sheet at both ends', papers([2], [4]), 5, false],
  ['a page between two sheets', papers([1], [5]), 5, true],
  ['a sheet and a page in front', papers([3]), 3, true],
  ['a sheet and a page behind', papers([1]), 3, true],
])('%s', (_what, known, pageCount, more) => {
  expect(mayHoldMore(known, pageCount)).toBe(more);
});
