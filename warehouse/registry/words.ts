// Text to search words: folded runs of letters and digits, the same for what is stored and for what is asked.
import { fold } from '../../core/text.ts';
import type { SearchWords } from './dialect.ts';

/** Both databases bound a word and the words of one row; no page comes near. */
const LONGEST_WORD = 64;
const MOST_LETTERS = 400_000;
const MOST_QUERY_WORDS = 24;
/** From so many letters on the last word of a query may be the beginning of a word. */
const SHORTEST_BEGINNING = 3;

const wordsOf = (text: string): string[] =>
  (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.slice(0, LONGEST_WORD));

/** The distinct words of a text, one space between them; what goes beyond the bound is not found. */
export function searchText(text: string): string {
  const kept = [...new Set(wordsOf(text))].join(' ');
  return kept.length <= MOST_LETTERS ? kept : kept.slice(0, kept.lastIndexOf(' ', MOST_LETTERS));
}

/** The words of a query; none where it holds no letter or digit. */
export function searchWords(query: string): SearchWords {
  const words = wordsOf(query).slice(0, MOST_QUERY_WORDS);
  const last = words.at(-1) ?? '';
  return {
    words: [...new Set(words)],
    openEnd: last.length >= SHORTEST_BEGINNING && words.indexOf(last) === words.length - 1,
  };
}
