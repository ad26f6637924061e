// Numerals of sections: the numbering tells what runs of bars were, and only where it holds together.
import { expect, test } from 'vitest';
import type { Line } from '../../core/model.ts';
import { withNumerals } from './list-numerals.ts';

const line = (text: string): Line => {
  const box = [0.1, 0.1, 0.1, 0.02] as const;
  return { box, height: 0.02, words: text.split(' ').map((word) => ({ text: word, box, confidence: 0.6 })) };
};
const numbered = (heads: string): string =>
  withNumerals(heads.split(' ').flatMap((head) => [line(`${head} Tổ chức`), line('thực hiện việc số hóa')]))
    .filter((_, i) => i % 2 === 0)
    .map(({ words }) => words[0]!.text)
    .join(' ');

test.each([
  ['I. H. HI. TV. V. VL VH. VHI. IX', 'I. II. III. IV. V. VI. VII. VIII. IX.'],
  ['I. II. II. IV. V.', 'I. II. III. IV. V.'],
  ['L I. HI IV. V. VI. VI. VILL', 'I. II. III. IV. V. VI. VII. VIII.'],
  ['I. H.', 'I. II.'],
  ['IH. IV. V.', 'III. IV. V.'],
  ['I. II. III. IV.', 'I. II. III. IV.'],
])('%s is %s', (read, right) => {
  expect(numbered(read)).toBe(right);
});

test.each([
  ['letters in their order', 'G. H. I. K.'],
  ['two runs, as where a head was lost', 'I. II. IV. V.'],
  ['for somebody', 'TM. TL. KT.'],
  ['figures', '1. 2. 1. 4.'],
  ['one head alone', 'H.'],
])('left alone: %s', (_what, heads) => {
  expect(numbered(heads)).toBe(heads);
});

test('what was read at first is kept beside it', () => {
  const [, second] = withNumerals([line('I. Tổ chức'), line('H. Thực hiện')]);
  expect(second!.words[0]).toMatchObject({ text: 'II.', firstRead: 'H.' });
});
