// What counts as passed, failed, skipped in the closing line that CI reads.
import { expect, test } from 'vitest';
import { closingLines, countOutcomes } from './counts-reporter.ts';

test('a test that never ended and a file that did not load are failures', () => {
  const counts = countOutcomes([{ name: 'a', state: 'pending' }], 1);
  expect(closingLines(counts)).toBe('0 passed, 2 failed, 0 skipped\n');
});

test('every skip is named with its reason before the last line', () => {
  const counts = countOutcomes([
    { name: 'a', state: 'passed' },
    { name: 'b', state: 'skipped', note: 'needs PostgreSQL' },
    { name: 'c (install qpdf to enable)', state: 'skipped' },
    { name: 'd', state: 'failed' },
  ]);
  expect(closingLines(counts)).toBe(
    'skipped: b (needs PostgreSQL)\nskipped: c (install qpdf to enable)\n1 passed, 1 failed, 2 skipped\n',
  );
});
