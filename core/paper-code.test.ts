// Tests of paper-code.ts: examples and a round trip over arbitrary parts.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildPaperCode, kindCodeFor, paperCodeTemplateFaults, parsePaperCode } from './paper-code.ts';

test.each([
  ['068183004512.KQ.G15.000031.123/2019.01', ['068183004512', 'KQ.G15.000031', '123/2019', 1]],
  ['.000.00.00.G15-KQ004389..02', ['', '000.00.00.G15-KQ004389', '', 2]],
  ['0100109106-001.H36.12-DKDN.0100109106.137', ['0100109106-001', 'H36.12-DKDN', '0100109106', 137]],
  ['012345678.KQ-H24.000001.45.a/QĐ.03', ['012345678', 'KQ-H24.000001', '45.a/QĐ', 3]],
] as const)('%s', (code, [owner, kind, number, sequence]) => {
  expect(parsePaperCode(code)).toEqual({ owner, kind, number, sequence });
  expect(buildPaperCode({ owner, kind, number, sequence })).toBe(code);
});

test('a number that would read as part of the kind has its dots written out', () => {
  const parts = { owner: '1', kind: 'KQ', number: 'G15.000031.7', sequence: 1 };
  const code = buildPaperCode(parts);
  expect(code).toBe('1.KQ.G15%2E000031%2E7.01');
  expect(parsePaperCode(code)).toEqual(parts);
});

test('not a code', () => {
  for (const text of ['', 'x', '068183004512.KQ.G15.000031.1']) expect(parsePaperCode(text)).toBeNull();
});

const kinds = fc.oneof(
  fc.constantFrom(
    'KQ.G15.000031',
    '000.00.00.G15-KQ004389',
    'G17-KQ005477',
    'KQ-H24.000001',
    'H36.12-KS',
    'TP-H24.000040',
  ),
  fc.string({ unit: fc.constantFrom('A', 'B', '1', '2', '-', '.'), minLength: 1, maxLength: 12 }),
);
const numbers = fc.oneof(
  fc.string({ unit: fc.constantFrom('1', '2', '/', '-', '.', 'Đ', 'Q', '%', ' '), maxLength: 14 }),
  fc.string({ maxLength: 10 }).map((text) => text.normalize('NFC')),
);

test('every code reads back to its parts', () => {
  fc.assert(
    fc.property(
      fc.record({
        owner: fc.oneof(fc.stringMatching(/^\d{0,12}$/), fc.stringMatching(/^[A-Z]\d{7}$/)),
        kind: kinds,
        number: numbers,
        sequence: fc.integer({ min: 1, max: 100_000 }),
      }),
      fc.constantFrom('{owner}.{kind}.{number}.{nn}', 'VN-{kind}/{nn}', '{owner}_{kind}_{number}_{nn}'),
      (parts, template) => {
        const read = parsePaperCode(buildPaperCode(parts, template), template);
        expect(read).toMatchObject({ kind: parts.kind, sequence: parts.sequence });
        if (template.includes('{number}')) expect(read).toEqual(parts);
      },
    ),
    { seed: 22_11_2026, numRuns: 3000 },
  );
});

test('templates and kind codes', () => {
  expect(paperCodeTemplateFaults('{owner}.{kind}.{number}.{nn}')).toEqual([]);
  expect(paperCodeTemplateFaults('{owner}.{kind}')).toEqual(['nn']);
  expect(paperCodeTemplateFaults('{kind}.{nn}.{nn}.{colour}')).toEqual(['colour', 'nn']);
  const kind = { resultCode: null, componentCode: null, shortCode: 'KS' };
  expect(kindCodeFor(kind, 'H36.12')).toBe('H36.12-KS');
  expect(kindCodeFor({ ...kind, resultCode: 'KQ.G15.000031', componentCode: 'x' }, 'H36.12')).toBe(
    'KQ.G15.000031',
  );
});
