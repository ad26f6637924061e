// The printed title: upper-case lines near the top, joined over line breaks, against every title of the lists.
import type { Lists } from '../../lists/index.ts';
import { editDistance } from './fuzzy.ts';
import { labelKey } from './label-book.ts';
import { keyOf, type PageLayout, type Segment, textOf } from './page-layout.ts';

interface TitleEntry {
  readonly title: string;
  readonly key: string;
  /** Null: belongs to no kind of the lists. */
  readonly kind: string | null;
  readonly letters: Uint8Array;
}

export interface TitleMatch {
  readonly title: string;
  readonly key: string;
  readonly kind: string | null;
  /** 0..1. */
  readonly score: number;
  readonly likeness: number;
  /** 1 where the lines print nothing else. */
  readonly whole: number;
  readonly page: number;
  readonly segments: readonly Segment[];
}

const books = new WeakMap<Lists, readonly TitleEntry[]>();

/** How often each letter stands in a folded text: a cheap bound on edits before they are counted. */
function lettersOf(key: string): Uint8Array {
  const counts = new Uint8Array(36);
  for (let i = 0; i < key.length; i++) {
    const code = key.charCodeAt(i);
    const place = code >= 97 ? code - 97 : code - 22;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts;
}

/** Letters of the title that the lines lack: each is an edit at least. */
function lacking(title: Uint8Array, lines: Uint8Array): number {
  let missing = 0;
  for (let i = 0; i < title.length; i++) missing += Math.max(0, (title[i] ?? 0) - (lines[i] ?? 0));
  return missing;
}

/** Every title, and every negative title that no kind claims, longest first. */
function titleBook(lists: Lists): readonly TitleEntry[] {
  const known = books.get(lists);
  if (known) return known;
  const entries = new Map<string, TitleEntry>();
  const add = (title: string, kind: string | null): void => {
    const key = labelKey(title);
    entries.set(key, { title, key, kind, letters: lettersOf(key) });
  };
  for (const kind of lists.kinds) {
    for (const title of kind.titles) add(title, kind.code);
  }
  for (const kind of lists.kinds) {
    for (const title of kind.negativeTitles) {
      const key = labelKey(title);
      if (!entries.has(key)) add(title, null);
    }
  }
  const book = [...entries.values()].sort((a, b) => b.key.length - a.key.length);
  books.set(lists, book);
  return book;
}

/** Titles are printed large and read well, and many differ in one word only. */
const editsOf = (key: string): number => Math.min(5, Math.max(1, Math.floor(key.length * 0.13)));

const upperShare = (segments: readonly Segment[]): number => {
  const letters = [
    ...segments.flatMap((segment) => segment.tokens.map((token) => token.text)).join(''),
  ].filter((sign) => /\p{L}/u.test(sign));
  return letters.length === 0
    ? 0
    : letters.filter((sign) => sign === sign.toUpperCase()).length / letters.length;
};

/** Lines that may be one title: consecutive, under one another, at most five. */
function windows(layout: PageLayout): Segment[][] {
  const found: Segment[][] = [];
  for (const segment of layout.segments) {
    let lines = [segment];
    found.push(lines);
    for (let steps = 0; steps < 4; steps++) {
      const last = lines.at(-1) ?? segment;
      const below = layout.rows
        .slice(last.row + 1, last.row + 3)
        .flat()
        .find((next) => {
          const gap = next.y0 - last.y1;
          const centred =
            Math.abs(next.x0 + next.x1 - last.x0 - last.x1) / 2 < 0.06 || Math.abs(next.x0 - last.x0) < 0.02;
          return gap < 1.3 * (last.y1 - last.y0) && centred;
        });
      if (!below) break;
      lines = [...lines, below];
      found.push(lines);
    }
  }
  return found;
}

/** Words after a title on its line that leave it what it is: whose, about what, which number, a translation. */
const goesOn = /^(cua|ve|vv|veviec|so|bansao|banchinh|trichluc|doivoi|cho|theo|trong|driver|workpermit|giua)/;
/** Words before a title that leave it what it is. */
const opens = /^(mau|bansao|banchinh|\d+)+$/;

/** Do at least three of the first five letters agree in their places? Cheaper than counting edits. */
function startsAlike(a: string, b: string): boolean {
  let same = 0;
  for (let i = 0; i < 5; i++) if (a[i] === b[i]) same += 1;
  return same >= 3;
}

/** How well one title fits lines; null where it does not. */
function fit(
  lines: readonly Segment[],
  key: string,
  entry: TitleEntry,
): { likeness: number; whole: number } | null {
  const most = editsOf(entry.key);
  if (Math.abs(key.length - entry.key.length) <= most) {
    const edits = editDistance(key, entry.key, most);
    if (edits <= most) return { likeness: 1 - edits / entry.key.length, whole: 1 };
  }
  // A word lost under a stamp or a fold: what is left is most of the title and nothing else.
  if (key.length >= 0.75 * entry.key.length && entry.key.includes(key)) return { likeness: 0.9, whole: 0.9 };
  if (key.length <= entry.key.length) return null;
  if (!startsAlike(key, entry.key) && !key.includes(entry.key.slice(0, 8))) return null;
  return fitPart(lines, entry, most);
}

/** The title as the first or last words of the lines. */
function fitPart(
  lines: readonly Segment[],
  entry: TitleEntry,
  most: number,
): { likeness: number; whole: number } | null {
  const tokens = lines.flatMap((line) => line.tokens);
  let [text, at] = ['', 0];
  for (; at < tokens.length && text.length < entry.key.length - most; at++) text += tokens[at]?.key ?? '';
  for (const end of [at, at + 1]) {
    const head = keyOf(tokens.slice(0, end));
    const edits = editDistance(head, entry.key, most);
    const rest = tokens.slice(end);
    if (edits > most || rest.length === 0) continue;
    const tail = keyOf(rest);
    const bracket = /^[(/:]/.test(rest[0]?.text ?? '') || /[:/(]$/.test(tokens[end - 1]?.text ?? '');
    // "HỘI ĐỒNG NHÂN DÂN" opens with no misread "HỢP ĐỒNG".
    if (!bracket && !goesOn.test(tail) && edits > 0.07 * entry.key.length) continue;
    return { likeness: 1 - edits / entry.key.length, whole: goesOn.test(tail) || bracket ? 0.95 : 0.8 };
  }
  const total = keyOf(tokens);
  const before = total.slice(0, total.length - entry.key.length);
  if (opens.test(before) && editDistance(total.slice(before.length), entry.key, most) <= most)
    return { likeness: 0.95, whole: 0.93 };
  return null;
}

/** Where on the page a title is to be expected: high up, in capitals, in large letters. */
function standing(layout: PageLayout, lines: readonly Segment[], median: number, first: boolean): number {
  const top = lines[0]?.y0 ?? 1;
  const place = top < 0.45 ? 1 : top < 0.6 ? 0.85 : 0.6;
  const capitals = upperShare(lines);
  const shape = capitals > 0.8 ? 1 : capitals > 0.5 ? 0.85 : 0.55;
  const size = (lines[0]?.height ?? median) >= 0.85 * median ? 1 : 0.9;
  const starts = layout.segments.some(
    (other) =>
      other.row === lines[0]?.row && other.x1 < (lines[0]?.x0 ?? 0) && textOf(other.tokens).length > 12,
  );
  return place * shape * size * (first ? 1 : 0.85) * (starts ? 0.9 : 1);
}

/** Titles found, the best first; longer ones beat shorter ones on the same lines. */
export function findTitles(layouts: readonly PageLayout[], lists: Lists): TitleMatch[] {
  const book = titleBook(lists);
  const matches: TitleMatch[] = [];
  for (const [number, layout] of layouts.entries()) {
    const heights = layout.segments.map((segment) => segment.height).sort((a, b) => a - b);
    const median = heights[Math.floor(heights.length / 2)] ?? 0;
    for (const lines of windows(layout)) {
      const key = lines.map((line) => keyOf(line.tokens)).join('');
      if (key.length < 6 || key.length > 200) continue;
      const letters = lettersOf(key);
      for (const entry of book) {
        const lost = entry.key.includes(key) ? entry.key.length : editsOf(entry.key);
        if (lacking(entry.letters, letters) > lost) continue;
        const found = entry.key.length - 6 > key.length ? null : fit(lines, key, entry);
        if (!found) continue;
        const score = found.likeness ** 1.5 * found.whole * standing(layout, lines, median, number === 0);
        matches.push({
          title: entry.title,
          key: entry.key,
          kind: entry.kind,
          score,
          likeness: found.likeness,
          whole: found.whole,
          page: layout.page,
          segments: lines,
        });
      }
    }
  }
  // On shared lines the longer title is the title; elsewhere the better placed one, then the higher up.
  const shadowed = (match: TitleMatch): boolean =>
    matches.some((other) => {
      if (other.key.length <= match.key.length) return false;
      if (!other.segments.some((segment) => match.segments.includes(segment))) return false;
      const same = other.segments.length === match.segments.length && other.segments[0] === match.segments[0];
      // Of two titles that both fill the lines the one read better is printed, be it the shorter.
      const margin = match.whole === 1 && (same || other.whole < 1) ? 0 : 0.07;
      return other.likeness > match.likeness - margin && other.score > (same ? 0.97 : 0.6) * match.score;
    });
  return matches
    .filter((match) => !shadowed(match))
    .sort(
      (a, b) =>
        Math.round(b.score * 25) - Math.round(a.score * 25) ||
        (a.segments[0]?.y0 ?? 0) - (b.segments[0]?.y0 ?? 0),
    );
}
