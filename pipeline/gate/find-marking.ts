// Markings of secrecy on a page: stamped in red, printed alone in the head, or named in a line "Độ mật". Words inside a
// sentence, names of people and headings that merely look alike are none.
import type { Line, PageReading } from '../../core/model.ts';
import { fold } from '../../core/text.ts';
import type { GateRule } from '../../lists/index.ts';
import { familyNames } from '../../lists/words.ts';
import { editDistance } from '../understand/fuzzy.ts';
import { layOut, type PageLayout, type Segment, textOf } from '../understand/page-layout.ts';

export interface Marking {
  readonly page: number;
  /** The marking of the list it is or looks like. */
  readonly word: string;
  readonly sure: boolean;
  readonly how: 'stamp' | 'head' | 'label';
}

/** Where markings are printed: box 10a of Decree 30/2020 ends at 0.40 of the page's height; a cropped page shifts it. */
const headEnds = 0.45;
/** Markings stand in the left column of the head. */
const leftColumn = 0.5;

/** Letters alone, with what readers take for one another made equal: l, 1 and | for I, 0 for O. */
export const keyOf = (text: string): string =>
  fold(
    text
      .normalize('NFC')
      .replace(/[l1|!]/gu, 'I')
      .replace(/0/gu, 'O'),
  ).replace(/[^a-z0-9]/gu, '');

/** Every place of the page that is, or looks like, one of the words (`MẬT`, `TỐI MẬT`, …). */
export function findMarkings(page: PageReading, words: readonly string[]): Marking[] {
  const layout = layOut(page);
  return [
    ...rowsOf(page.stamps ?? [], page).flatMap((row) => stamped(row, page, words)),
    ...layout.segments.flatMap((segment) => printed(segment, layout, words)),
    ...layout.rows.flatMap((row) => labelled(row, page.number, words)),
  ];
}

/** What a rule of markings finds on a page; a sure one is none where the page also says that secrecy was lifted. */
export function markingsFor({ markings, liftedBy }: GateRule['when'], page: PageReading): Marking[] {
  if (!markings) return [];
  const found = findMarkings(page, markings.words);
  if (!markings.sure) return found;
  const lifted = liftedBy && findMarkings(page, liftedBy).some(({ sure }) => sure);
  return lifted ? [] : found.filter(({ sure }) => sure);
}

interface Row {
  readonly text: string;
  /** Middle, fraction of the page's height. */
  readonly y: number;
}

/** A stamp's words may be found one by one: each line of it, and lines side by side as one. */
function rowsOf(stamps: readonly Line[], page: PageReading): Row[] {
  const { rows } = layOut({ ...page, text: { ...page.text, lines: stamps } });
  return rows.flatMap((row) => {
    const texts = new Set([
      ...row.map((segment) => textOf(segment.tokens)),
      row.map(textOfSegment).join(' '),
    ]);
    const first = row[0];
    return first ? [...texts].map((text) => ({ text, y: (first.y0 + first.y1) / 2 })) : [];
  });
}

const textOfSegment = (segment: Segment): string => textOf(segment.tokens);

/** Red print: nothing of the paper's own wording is printed so but titles of cards and forms. */
function stamped({ text, y }: Row, page: PageReading, words: readonly string[]): Marking[] {
  const best = nearest(text, words);
  if (!best) return [];
  const asWritten = hasWord(text, best.word);
  // One syllable may be a heading ("MẮT", "MẶT"): what is not the word as written counts only where markings stand.
  if (!asWritten && keyOf(best.word).length < 6 && y > headEnds) return [];
  return [{ page: page.number, word: best.word, sure: asWritten && best.edits === 0, how: 'stamp' }];
}

/** Black or coloured print of the page: alone on its line, in capitals, in the left of the head. */
function printed(segment: Segment, layout: PageLayout, words: readonly string[]): Marking[] {
  const text = textOf(segment.tokens);
  if (/\p{Ll}/u.test(text.replace(/l/gu, ''))) return [];
  const best = nearest(text, words);
  if (!best || best.edits > 1 || !couldBe(text, best.word)) return [];
  const marking = { page: layout.page, word: best.word, how: 'head' as const };
  const inHead = (segment.y0 + segment.y1) / 2 < headEnds;
  const asWritten = hasWord(text, best.word) && best.edits === 0;
  if (keyOf(best.word).length < 6) {
    const alone =
      segment.x0 < leftColumn && isFirstOfRow(segment, layout) && !goesOnWithName(segment, layout);
    if (!inHead || !alone) return [];
    return [{ ...marking, sure: asWritten && hasHead(segment, layout) }];
  }
  if (!asWritten && !inHead) return [];
  return [{ ...marking, sure: asWritten && inHead && segment.x0 < leftColumn }];
}

/** "Độ mật: Tối mật", a line of its own. */
function labelled(row: readonly Segment[], page: number, words: readonly string[]): Marking[] {
  const text = fold(row.map(textOfSegment).join(' '))
    .replace(/[^a-z0-9]+/gu, ' ')
    .trim();
  const said = /^(?:muc )?do mat (?:la )?([a-z ]{3,12})$/u.exec(text)?.[1];
  const word = words.find((known) => said !== undefined && keyOf(known) === keyOf(said));
  const first = row[0];
  return word && first && first.y0 < headEnds ? [{ page, word, sure: true, how: 'label' }] : [];
}

/** The word a text is or is meant to be, and how many letters are wrong; a frame read as a letter is none of it. */
function nearest(text: string, words: readonly string[]): { word: string; edits: number } | null {
  const bare = keyOf(text.replace(/^[\p{P}\p{S}Il1\s]+(?=\p{L}{2})|[\p{P}\p{S}\s]+[Il1]?$/gu, ''));
  let best: { word: string; edits: number } | null = null;
  for (const key of new Set([bare, keyOf(text)])) {
    for (const word of words) {
      const wanted = keyOf(word);
      const most = wanted.length < 6 ? 0 : wanted.length < 9 ? 1 : Math.floor(wanted.length / 6);
      const edits = editDistance(key, wanted, most);
      if (edits <= most && edits < (best?.edits ?? Number.POSITIVE_INFINITY)) best = { word, edits };
    }
  }
  return best;
}

const marked = (text: string): string =>
  text
    .normalize('NFC')
    .toUpperCase()
    .replace(/[L1|!]/gu, 'I');
const hasWord = (text: string, word: string): boolean =>
  marked(text)
    .replace(/[^\p{L}]/gu, '')
    .includes(marked(word).replace(/[^\p{L}]/gu, ''));

/**
 * Marks a reader loses, never others: "MẮT", "MẶT" and "MẤT" are words of their own, "MÂT" and "MAT" are not. Behind a
 * first syllable that stands as written, the last one may have any.
 */
function couldBe(text: string, word: string): boolean {
  const upper = text.normalize('NFC').toUpperCase();
  const [first = '', ...more] = word.split(' ');
  return (
    hasWord(text, word) || (more.length > 0 && hasWord(text, first)) || /M[AÂẠẬ]T[^\p{L}]*$/u.test(upper)
  );
}

const isFirstOfRow = (segment: Segment, layout: PageLayout): boolean =>
  layout.rows[segment.row]?.[0] === segment;

const families = new Set(familyNames.map(fold));

/** Broken off a name, or the value under its label: "Họ và tên", "NGUYỄN THỊ" above. */
function goesOnWithName(segment: Segment, layout: PageLayout): boolean {
  const above = (layout.rows[segment.row - 1] ?? []).filter(
    (other) => other.x0 < segment.x1 + 0.3 && other.x1 > segment.x0 - 0.05,
  );
  return above.some((other) => {
    const text = textOfSegment(other);
    const key = fold(text);
    if (/\b(ho|ten|name|names|surname)\b/u.test(key)) return true;
    const value = text.replace(/^[^:]*:\s*/u, '').split(' ');
    const capital = value.every((word) => /^\p{Lu}+$/u.test(word));
    return capital && value.length <= 4 && families.has(fold(value[0] ?? '')) && !isAgency(key);
  });
}

const isAgency = (key: string): boolean =>
  /\b(uy ban|ubnd|so|bo|cuc|phong|cong an|tinh|huyen|xa)\b/u.test(key);

/** An official head above it: the state's title, or the line of the number. */
function hasHead(segment: Segment, layout: PageLayout): boolean {
  return layout.segments.some((other) => {
    if (other.y0 > segment.y1 + 0.02) return false;
    const key = other.tokens.map((token) => token.key).join('');
    return /xahoichunghia|doclaptudo/u.test(key) || /^s[oô0ố]\s?[:.]/iu.test(textOfSegment(other));
  });
}
