// Shares that a person adds up come to 100.
import { expect, test } from 'vitest';
import { wholeShares } from './try-totals.ts';

test.each([
  [
    [8, 3, 0],
    [73, 27, 0],
  ],
  [
    [1, 1, 1],
    [34, 33, 33],
  ],
  [
    [0, 0, 0],
    [0, 0, 0],
  ],
  [
    [0, 0, 5],
    [0, 0, 100],
  ],
  [
    [199, 1, 0],
    [100, 0, 0],
  ],
  [
    [2, 1, 0],
    [67, 33, 0],
  ],
])('%j -> %j', (counts, shares) => {
  expect(wholeShares(counts)).toEqual(shares);
});

test('whatever the counts, they add up', () => {
  for (let a = 0; a < 40; a += 3)
    for (let b = 0; b < 40; b += 7)
      for (let c = 1; c < 9; c++) expect(wholeShares([a, b, c]).reduce((x, y) => x + y, 0)).toBe(100);
});
