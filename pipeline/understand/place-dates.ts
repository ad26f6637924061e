// Dates that stand alone in a paper's layout: beside its place in the head, above a signature.
import { type PageLayout, type Segment, type Token, textOf } from './page-layout.ts';
import { type ReadDate, readDates } from './read-date.ts';

export interface PlaceDate {
  readonly iso: string;
  readonly quality: number;
  readonly tokens: readonly Token[];
  readonly page: number;
  readonly y: number;
  /** Middle of the line. */
  readonly x: number;
  /** Words before the date on its line: none or a place name for a line of its own. */
  readonly lead: string;
  /** Letters behind the date on its line. */
  readonly tail: number;
  /** Words left of it on its row may name it: a table's value. */
  readonly named: boolean;
}

const mentions = /(ng[aàáảãạ]y|th[aáàảãạ]ng|n[aăâ]m)/iu;

/** The line below in the same column: a date may break over it. */
function continuation(layout: PageLayout, segment: Segment): Segment | undefined {
  return layout.rows
    .slice(segment.row + 1, segment.row + 3)
    .flat()
    .find((next) => {
      const gap = next.y0 - segment.y1;
      return gap < 1.2 * (segment.y1 - segment.y0) && next.x0 < segment.x1 && next.x1 > segment.x0;
    });
}

/** Does a label end right before this line on its row? */
function isNamed(layout: PageLayout, segment: Segment): boolean {
  const row = layout.rows[segment.row] ?? [];
  const left = row[row.indexOf(segment) - 1];
  return (
    left !== undefined && /:$/.test(textOf(left.tokens)) && !/^n[oơ]i nh[aậ]n/iu.test(textOf(left.tokens))
  );
}

function placed(
  segment: Segment,
  tokens: readonly Token[],
  date: ReadDate,
  text: string,
): Omit<PlaceDate, 'named'> {
  let at = 0;
  const within = tokens.filter((token) => {
    const [start, end] = [at, at + token.text.length];
    at = end + 1;
    return start < date.end && end > date.start && /\d/.test(token.text);
  });
  return {
    iso: date.iso,
    quality: date.quality,
    tokens: within,
    page: segment.page,
    y: segment.y0,
    x: (segment.x0 + segment.x1) / 2,
    lead: text.slice(0, date.start).trim(),
    tail: text.slice(date.end).replace(/[^\p{L}]/gu, '').length,
  };
}

/** Every "ngày .. tháng .. năm ..." of a page with where it stands. */
export function placeDates(layout: PageLayout): PlaceDate[] {
  const found: PlaceDate[] = [];
  for (const segment of layout.segments) {
    const text = textOf(segment.tokens);
    if (!mentions.test(text)) continue;
    const dates = readDates(text).filter((date) => /[a-zđ]/iu.test(text.slice(date.start, date.end)));
    const named = isNamed(layout, segment);
    found.push(...dates.map((date) => ({ ...placed(segment, segment.tokens, date, text), named })));
    if (dates.length > 0) continue;
    const neighbours = [
      layout.rows[segment.row]?.find((next) => next.x0 >= segment.x1 - 0.005),
      continuation(layout, segment),
    ];
    for (const next of neighbours) {
      if (!next) continue;
      const tokens = [...segment.tokens, ...next.tokens];
      const joined = textOf(tokens);
      const date = readDates(joined).find(
        (candidate) => candidate.start < text.length && candidate.end > text.length,
      );
      if (!date) continue;
      found.push({ ...placed(segment, tokens, { ...date, quality: date.quality * 0.98 }, joined), named });
      break;
    }
  }
  return found;
}

/** A place name or nothing before the date and nothing behind it: a line of its own. */
export const standsAlone = (date: PlaceDate): boolean =>
  date.tail <= 3 &&
  !(date.named && date.lead.replace(/ngày/iu, '').trim() === '') &&
  !/(^|\s)số\b|\d\//iu.test(date.lead) &&
  (date.lead === '' || /^.{0,40}(,|ngày|ng[aà]y)$/iu.test(date.lead) || date.lead.split(' ').length <= 4);
