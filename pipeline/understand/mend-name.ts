// Restores marks a reader lost in set phrases, provinces and family names; other words stay as read.
import { fold } from '../../core/text.ts';
import type { Lists } from '../../lists/index.ts';
import { givenNames, prosePhrases } from '../../lists/name-words.ts';
import { familyNames, placePrefixes, unitPhrases } from '../../lists/words.ts';
import { editDistance, withinEdits } from './fuzzy.ts';

export interface Mended {
  readonly words: readonly string[];
  /** Places of words a list confirms, mended or not. */
  readonly known: ReadonlySet<number>;
  readonly changed: boolean;
  /** Places of words no list of names holds, or that had to be mended in their letters. */
  readonly doubtful?: ReadonlySet<number>;
}

interface Phrase {
  readonly words: readonly string[];
  readonly key: string;
  readonly place: boolean;
}

const bare = (word: string): string => fold(word).replace(/[^\p{L}\p{N}]/gu, '');
const phrase = (text: string, place: boolean): Phrase => {
  const words = text.toLowerCase().split(/[\s-]+/);
  return { words, key: words.map(bare).join(' '), place };
};

const books = new WeakMap<Lists, readonly Phrase[]>();

/** Set phrases and the provinces of the lists, the longest first. */
function phrasesOf(lists: Lists): readonly Phrase[] {
  const known = books.get(lists);
  if (known) return known;
  const provinces = lists.agencies
    .filter((agency) => agency.kind === 'tinh')
    .flatMap((agency) => [agency.name, ...agency.aliases.map((alias) => alias.name)])
    .map((name) => name.replace(/^(Tỉnh|Thành phố|TP\.?) /u, ''))
    .filter((name) => name.includes(' '));
  const book = [
    ...unitPhrases.map((text) => phrase(text, false)),
    ...provinces.map((name) => phrase(name, true)),
  ];
  book.sort((a, b) => b.words.length - a.words.length || b.key.length - a.key.length);
  books.set(lists, book);
  return book;
}

/** Old spelling sets the tone on another letter (uỷ, hoà): no difference of marks, no reason to mend. */
const marksOf = (word: string): string => [...word.normalize('NFD')].sort().join('').toLowerCase();
const sameMarks = (a: string, b: string): boolean => marksOf(a.replace(/[^\p{L}\p{M}]/gu, '')) === marksOf(b);

/** The word with the other's letters, in the case and with the punctuation of the print. */
function dressed(printed: string, right: string): string {
  const [, lead = '', core = '', tail = ''] = /^([^\p{L}]*)(.*?)([^\p{L}]*)$/u.exec(printed) ?? [];
  if (sameMarks(core, right)) return printed;
  const upper = core.length > 1 && core === core.toUpperCase();
  const capital = /^\p{Lu}/u.test(core);
  const cased = upper
    ? right.toUpperCase()
    : capital
      ? right.charAt(0).toUpperCase() + right.slice(1)
      : right;
  return lead.replace(/[.·]+$/, '') + cased + tail.replace(/\.{2,}/, '');
}

const prefixes = new Map(
  placePrefixes.filter((word) => !word.includes(' ')).map((word) => [bare(word), word]),
);

/**
 * Do these words read as the phrase? Marks may be lost; of letters one or two, but none of a short word: BỘ is no SỞ.
 * A province must be read letter by letter.
 */
function readsAs(read: readonly string[], { words, key, place }: Phrase): boolean {
  const edits = words.map((word, i) => {
    const [right, seen] = [bare(word), read[i] ?? ''];
    if (right === seen || (right === 'y' && seen === 'v')) return 0;
    if (right.length < 4)
      return seen.startsWith(right) && seen.length === right.length + 1 && right.length > 2 ? 1 : 9;
    return editDistance(seen, right, 1);
  });
  const most = place || key.length < 9 ? 0 : key.length < 18 ? 1 : 2;
  return edits.every((edit) => edit < 2) && edits.reduce((sum, edit) => sum + edit, 0) <= most;
}

/** Where a set phrase stands at a place of the words, dashes between its words allowed. */
function phraseAt(
  words: readonly string[],
  at: number,
  book: readonly Phrase[],
): { phrase: Phrase; places: number[] } | null {
  for (const candidate of book) {
    const places: number[] = [];
    for (let i = at; i < words.length && places.length < candidate.words.length; i++) {
      if (bare(words[i] ?? '') !== '') places.push(i);
      else if (places.length === 0) break;
    }
    // "xã Hồng Hà, tỉnh ..." is not Hà Tĩnh: a comma parts names.
    const parted = places.slice(0, -1).some((place) => /[,;]$/u.test(words[place] ?? ''));
    if (places.length < candidate.words.length || (candidate.place && parted)) continue;
    const read = places.map((place) => bare(words[place] ?? ''));
    if (readsAs(read, candidate)) return { phrase: candidate, places };
  }
  return null;
}

/** First words of phrases that no punctuation may part. */
const whole = new Set(['ủy', 'hội', 'thành', 'thị', 'đặc']);

/** Two words of a set phrase that were read as one ("NHÂNDÂN"), parted again; any other word stays. */
function parted(word: string, book: readonly Phrase[]): string[] {
  const key = bare(word);
  if (key.length < 6 || /[\s,;]/.test(word)) return [word];
  for (const { words, place } of book) {
    for (let i = 0; !place && i + 1 < words.length; i++) {
      const [first = '', second = ''] = [words[i], words[i + 1]];
      const pair = bare(first) + bare(second);
      if (Math.abs(pair.length - key.length) > 1 || pair.length < 6 || bare(first) === key) continue;
      if (withinEdits(pair, key, pair.length > 6 ? 1 : 0)) {
        const upper = word === word.toUpperCase();
        return upper ? [first.toUpperCase(), second.toUpperCase()] : [first, second];
      }
    }
  }
  return [word];
}

/** A phrase read letter by letter, but with its spaces elsewhere ("SỞY TẾ"). */
function reparted(text: readonly string[], book: readonly Phrase[]): string[] {
  const words: string[] = [];
  for (let at = 0; at < text.length; ) {
    const found = book.find(({ words: right, key, place }) => {
      const size = right.length - 1;
      const read = text.slice(at, at + size).map(bare);
      return !place && size > 1 && read.length === size && read.join('') === key.replaceAll(' ', '');
    });
    const upper = (text[at] ?? '') === (text[at] ?? '').toUpperCase();
    if (found) words.push(...found.words.map((word) => (upper ? word.toUpperCase() : word)));
    else words.push(text[at] ?? '');
    at += found ? found.words.length - 1 : 1;
  }
  return words;
}

/** A unit's or a place's name with its set phrases and provinces restored. */
export function mendUnit(text: readonly string[], lists: Lists): Mended {
  const book = phrasesOf(lists);
  const words = reparted(text, book).flatMap((word) => parted(word, book));
  const known = new Set<number>();
  for (let at = 0; at < words.length; ) {
    const found = phraseAt(words, at, book);
    if (found) {
      found.places.forEach((place, i) => {
        const last = i === found.phrase.words.length - 1 && place === words.length - 1;
        const inner = !last && !found.phrase.place && whole.has(found.phrase.words[0] ?? '');
        const word = dressed(words[place] ?? '', found.phrase.words[i] ?? '');
        words[place] = inner ? word.replace(/[,.;:]+$/u, '') : word;
        known.add(place);
      });
      at = (found.places.at(-1) ?? at) + 1;
      continue;
    }
    const single = prefixes.get(bare(words[at] ?? ''));
    const before = bare(words[at - 1] ?? '');
    const opens =
      at === 0 || ['dan', 'ubnd', 'truong', 'te', 'khoa'].includes(before) || /,$/.test(words[at - 1] ?? '');
    const beforeProvince = phraseAt(words, at + 1, book)?.phrase.place ?? false;
    if (single && (opens || beforeProvince)) {
      words[at] = dressed(words[at] ?? '', single);
      known.add(at);
    }
    at += 1;
  }
  return { words, known, changed: words.some((word, i) => word !== text[i]) };
}

const families = new Set(familyNames.map((name) => name.toLowerCase()));
const familyOf = (word: string): string | undefined =>
  familyNames.find((name) => fold(name) === fold(word))?.toLowerCase();

const given = new Map<string, string[]>();
for (const name of [...givenNames, ...familyNames]) {
  const lower = name.toLowerCase();
  given.set(fold(lower), [...new Set([...(given.get(fold(lower)) ?? []), lower])]);
}
const givenWords = [...new Set([...given.values()].flat())];

/** What a word that is no name may have been: the one name of its letters, else the one name a letter away. */
function nameLike(word: string): string | undefined {
  const same = given.get(fold(word)) ?? [];
  if (same.length > 0) return same.length === 1 ? same[0] : undefined;
  const near = givenWords.filter((name) => withinEdits(name, word, 1));
  return near.length === 1 && word.length > 3 ? near[0] : undefined;
}

/** A person's name: marks of the family name restored, words that are no name mended where only one name is near. */
export function mendPerson(text: readonly string[]): Mended {
  const doubtful = new Set<number>();
  const words = text.map((word, i) => {
    const lower = word.toLowerCase();
    const listed = i === 0 ? families.has(lower) : (given.get(fold(lower))?.includes(lower) ?? false);
    if (listed) return word;
    const family = i === 0 ? familyOf(word) : undefined;
    if (family !== undefined) return dressed(word, family);
    doubtful.add(i);
    const near = nameLike(lower);
    return near === undefined ? word : dressed(word, near);
  });
  // A name misread may be another name: being listed makes none surer.
  return { words, known: new Set(), doubtful, changed: words.some((word, i) => word !== text[i]) };
}

const prose = prosePhrases.map((text) => phrase(text, false)).sort((a, b) => b.words.length - a.words.length);

/** Running text with the marks of set phrases restored; letters stay as read. */
export function mendProse(text: readonly string[]): Mended {
  const words = [...text];
  const known = new Set<number>();
  for (let at = 0; at < words.length; ) {
    const found = phraseAt(words, at, prose);
    if (!found || found.places.some((place) => bare(text[place] ?? '') === '')) {
      at += 1;
      continue;
    }
    found.places.forEach((place, i) => {
      const right = found.phrase.words[i] ?? '';
      if (bare(words[place] ?? '') !== bare(right)) return;
      words[place] = dressed(words[place] ?? '', right);
      known.add(place);
    });
    at = (found.places.at(-1) ?? at) + 1;
  }
  return { words, known, changed: words.some((word, i) => word !== text[i]) };
}

/**
 * A letter's number with the type letters of its kind ("3191/TIr-PVHXH" of a TTr), where what was read is no more than
 * a letter or a mark away from the only ones the kind has.
 */
export function mendNotation(number: string, abbreviations: readonly string[]): string {
  const [right] = abbreviations;
  if (right === undefined || abbreviations.length > 1) return number;
  return number.replace(/(?<=\/)[\p{L}]{1,5}(?=-)/u, (letters) => {
    const near =
      fold(letters) === fold(right) || (right.length > 2 && withinEdits(fold(letters), fold(right), 1));
    return near ? right : letters;
  });
}
