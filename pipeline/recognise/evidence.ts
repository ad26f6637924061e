// What lists say for a reading of a word: that it stands in a set phrase with its neighbour, or is a word of names.
import { givenNames, prosePhrases } from '../../lists/name-words.ts';
import { familyNames, unitPhrases } from '../../lists/words.ts';
import { coreOf } from './plausible.ts';
import type { Evidence } from './vote.ts';

const lower = (text: string): string => coreOf(text).toLowerCase().normalize('NFC');

const pairs = new Set<string>();
for (const phrase of [...prosePhrases, ...unitPhrases]) {
  const words = phrase.toLowerCase().split(/[\s-]+/);
  for (let i = 1; i < words.length; i++) pairs.add(`${words[i - 1]} ${words[i]}`);
}
const names = new Set([...givenNames, ...familyNames].map((name) => name.toLowerCase()));

/** A name says less than a phrase: names are many, and short. */
const asName = 0.5;

/** Evidence for a word between these neighbours. */
export const evidenceFor =
  (before = '', after = ''): Evidence =>
  (text) => {
    const word = lower(text);
    if (pairs.has(`${lower(before)} ${word}`) || pairs.has(`${word} ${lower(after)}`)) return 1;
    return isName(text) && [before, after].some(isName) ? asName : 0;
  };

const isName = (text: string): boolean => /^\p{Lu}/u.test(coreOf(text)) && names.has(lower(text));
