// A stated resolution is believed where it can be true; else A4 is assumed and said so.
import { expect, test } from 'vitest';
import { resolve } from './resolution.ts';

test.each([
  [1653, 2339, 200, 'header', 200, false],
  [2479, 3508, 300, 'placement', 300, false],
  [600, 400, 300, 'header', 300, false], // an identity card
  [1653, 2339, undefined, 'header', 200, true],
  [1653, 2339, 72, 'header', 200, true],
  [3024, 4032, 72, 'header', 345, true], // a phone's photograph
  [2480, 3508, 96, 'placement', 300, true],
  [595, 842, 72, 'placement', 72, false], // a page drawn at 72 dpi is coarse, but so it is
  [2479, 3508, 1, 'header', 300, true],
  [2479, 3508, 30_000, 'header', 300, true],
  [20_000, 20_000, 200, 'header', 1300, true],
  [10, 10, undefined, 'header', 50, true],
] as const)('%i × %i at %s from %s → %i', (width, height, dpi, from, expected, guessed) => {
  const found = resolve({ width, height, dpi, from, page: 3 });
  expect(found.dpi).toBe(expected);
  const problem = { code: 'intake.dpi-guessed', params: { dpi: expected, page: 3 }, page: 3 };
  expect(found.problems).toEqual(guessed ? [problem] : []);
});
