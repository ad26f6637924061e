// The evidence chain holds as written, and any change of it is found.
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../core/canonical-json.ts';
import { brokenLine, type EvidenceLine, evidenceChain } from './evidence.ts';

const line = (step: string, output: string): EvidenceLine => ({
  step,
  version: 1,
  at: '2026-11-22T02:30:00.000Z',
  actor: 'Cán Bộ Thử',
  input: 'a'.repeat(64),
  output: output.repeat(64),
  versions: { reader: 'tesseract-wasm' },
});
const chain = evidenceChain([line('check', 'b'), line('compose', 'c'), line('seal', 'd'), line('file', 'e')]);
const lines = chain.split('\n').slice(0, -1);
const joined = (changed: readonly string[]) => changed.map((l) => `${l}\n`).join('');

test('holds, one canonical line a step', () => {
  expect(brokenLine(chain)).toBeNull();
  expect(lines).toHaveLength(4);
  for (const text of lines) expect(canonicalJson(JSON.parse(text))).toBe(text);
  expect(brokenLine('')).toBeNull();
});

test('same steps, same bytes', () => {
  expect(evidenceChain([line('check', 'b')])).toBe(`${lines[0]}\n`);
});

describe('a change is found', () => {
  test.each([
    ['an output', joined(lines.with(1, lines[1]!.replace('cccc', 'cccd'))), 3],
    ['an actor', joined(lines.with(0, lines[0]!.replace('Thử', 'Khác'))), 2],
    ['a line left out', joined([lines[0]!, ...lines.slice(2)]), 2],
    ['the first line left out', joined(lines.slice(1)), 1],
    ['two lines exchanged', joined([lines[0]!, lines[2]!, lines[1]!, lines[3]!]), 2],
    ['a line twice', joined([lines[0]!, lines[0]!, ...lines.slice(1)]), 2],
    [
      'members in another order',
      joined(lines.with(3, JSON.stringify({ step: 'file', ...JSON.parse(lines[3]!) }))),
      4,
    ],
    ['the text of the last line', joined(lines.with(3, `${lines[3]} `)), 4],
    ['no JSON', joined(lines.with(2, 'seal')), 3],
    ['no object', joined(lines.with(2, '7')), 3],
    ['cut off within the last line', chain.slice(0, -20), 4],
  ])('%s', (_what, changed, at) => {
    expect(brokenLine(changed)).toBe(at);
  });
});
