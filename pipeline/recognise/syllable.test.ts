// Vietnamese spelling by rule: what stands in official papers is allowed, what readers make of it is not.
import { expect, test } from 'vitest';
import { givenNames, prosePhrases } from '../../lists/name-words.ts';
import { unitPhrases } from '../../lists/words.ts';
import { isSyllable } from './syllable.ts';

const legal =
  'ủy Uỷ ỦY hòa hoà giấy khai sinh quyền nghĩa yêu oanh khuỷu ngoằn nguyệt giếng gì gìn quốc quýt quới xoong Thuở tỉnh ở ý ấp ngã nghe ghế kẻ cá qua quạc khuya khoảng thuế uống ươm ừ ướt tuyết chuyên hoạch huỳnh nghiêng lịch ách tách';
test.each(legal.split(' '))('%s is a syllable', (word) => {
  expect(isSyllable(word)).toBe(true);
});

test.each([
  ['a tone that a stop does not carry', 'bảc cat mích̉ lờp'],
  ['k, gh and ngh before a, c and ng before e', 'kách ghà ngha cê ngê gê'],
  ['a rhyme there is none of', 'điậh Hữh Kirn băo ongg iêu đuôa'],
  ['two tones', 'tỉ́nh'],
  ['no letters, or others', '12 Đ|a f zê wa'],
])('%s', (_what, words) => {
  for (const word of words.split(' ')) expect([word, isSyllable(word)]).toEqual([word, false]);
});

test.each([
  ['given names', givenNames],
  ['set phrases', prosePhrases],
  ['names of agencies', unitPhrases],
])('every word of our %s', (_what, texts) => {
  const words = texts.flatMap((text) => text.split(/[\s,-]+/));
  expect(words.length).toBeGreaterThan(50);
  expect(words.filter((word) => !isSyllable(word))).toEqual([]);
});
