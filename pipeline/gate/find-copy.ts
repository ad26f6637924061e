// Signs of a copy: the words of a certification, a title such as "SAO Y", or no coloured ink where a seal should be.
import type { PageReading } from '../../core/model.ts';
import { fold } from '../../core/text.ts';
import type { Kind } from '../../lists/index.ts';
import { editDistance } from '../understand/fuzzy.ts';
import { layOut, textOf } from '../understand/page-layout.ts';

const bare = (text: string): string => fold(text).replace(/[^a-z0-9]/gu, '');

/** Everything printed or stamped on a page, letters alone, so that line breaks do not matter. */
const wordsOf = (page: PageReading): string =>
  bare(
    [...page.text.lines, ...(page.stamps ?? [])]
      .map((line) => line.words.map((word) => word.text).join(' '))
      .join(' '),
  );

/** First page on which one of the phrases stands, with the letters a reader gets wrong; null where none does. */
export function pageWithPhrase(pages: readonly PageReading[], phrases: readonly string[]): number | null {
  const wanted = phrases.map(bare);
  const page = pages.find((each) => {
    const words = wordsOf(each);
    return wanted.some((phrase) => holds(words, phrase));
  });
  return page?.number ?? null;
}

/** "Chứng thực bản sao từ bản chính" names a procedure: no more letters than this may be wrong. */
const wrongOneIn = 9;

/** The phrase, or a stretch of its length within the reader's usual errors. */
function holds(text: string, phrase: string): boolean {
  if (text.includes(phrase)) return true;
  const most = Math.floor(phrase.length / wrongOneIn);
  if (most === 0) return false;
  const start = phrase.slice(0, 4);
  for (let at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1))
    if (editDistance(text.slice(at, at + phrase.length), phrase, most) <= most) return true;
  return false;
}

/** Titles stand in the upper half of a page, or in a stamp anywhere. */
const titlesEnd = 0.5;

/** First page where one of the titles stands alone on its line, in capitals. */
export function pageWithTitle(pages: readonly PageReading[], titles: readonly string[]): number | null {
  const wanted = new Set(titles.map(bare));
  const page = pages.find((each) => {
    const head = layOut(each).segments.filter(({ y0 }) => y0 < titlesEnd);
    const texts = [
      ...head.map((segment) => textOf(segment.tokens)),
      ...(each.stamps ?? []).map((line) => line.words.map((word) => word.text).join(' ')),
    ];
    return texts.some((text) => !/\p{Ll}/u.test(text) && wanted.has(bare(text)));
  });
  return page?.number ?? null;
}

// Fewer cells than this are JPEG fringes and specks; the smallest signature covers more.
const fewestCells = 12;

/**
 * A colour scan of a paper that an agency sealed and signed, and no ink of a clear colour on any page: what a copier
 * gives. A grey scan says nothing. Papers that people write themselves carry no seal.
 */
export function isWithoutColour(pages: readonly PageReading[], kind: Kind | undefined): boolean {
  const signed =
    kind !== undefined &&
    kind.kind !== 'thanh_phan' &&
    kind.fields.some((f) => f.key === 'nguoi_ky' && f.required);
  const printed = pages.filter((page) => !page.blank);
  if (!signed || printed.length === 0) return false;
  if (!printed.every((page) => page.colour?.seen)) return false;
  return printed.reduce((sum, page) => sum + (page.colour?.cells ?? 0), 0) < fewestCells;
}
