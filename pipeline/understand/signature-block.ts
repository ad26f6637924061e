// Who signed: the name below a rank in the lower right, the rank, and the unit named above it.
import { fold, nfc } from '../../core/text.ts';
import { rankWords } from '../../lists/words.ts';
import { withinEdits } from './fuzzy.ts';
import { labelKey } from './label-book.ts';
import { keyOf, type PageLayout, type Segment, type Token, textOf } from './page-layout.ts';
import { isFamilyName, personLikeness, withoutTitles } from './read-name.ts';

export interface SignatureBlock {
  readonly page: number;
  /** Lines above the name, top down: authority, unit, rank. */
  readonly titles: readonly Segment[];
  /** The signer's name in pieces from left to right. */
  readonly name: readonly Token[];
  readonly likeness: number;
  readonly x: number;
  readonly y: number;
}

const flat = (segment: Segment): string =>
  fold(textOf(segment.tokens))
    .replace(/[^a-z0-9/. ]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
const centre = (segment: Segment): number => (segment.x0 + segment.x1) / 2;
const upper = (segment: Segment): boolean => {
  const letters = textOf(segment.tokens).replace(/\P{L}/gu, '');
  return (
    letters.length > 2 &&
    [...letters].filter((sign) => sign === sign.toUpperCase()).length / letters.length > 0.8
  );
};
const holdsRank = (text: string): boolean =>
  rankWords.some((word) => text.startsWith(word) || text.includes(` ${word}`));
const rankStart =
  /^(chu tich|pho (chu|giam|truong|chanh|cuc|tong|vien|hieu)|giam doc|truong (phong|ban|khoa|cong|chi)|chanh |cuc truong|bo truong|thu truong|hieu truong|vien truong|chu (toa|tri|nhiem|ho)|tong |tham phan|cong chung|dai dien|nguoi |thu ky|ke toan|can bo|cong chuc|ben [abc]|noi nhan|kinh gui|uy ban|so [a-z]+ [a-z]+ )/;
const authority = /^(tm|kt|tl|tuq|q|t\/m|k\/t|t\/l)[./ ]/;

export const isTitleLine = (segment: Segment): boolean => {
  const text = flat(segment);
  // Recipients are listed beside the signature: "- Chủ tịch, các PCT;".
  if (/^[-–+*•]/u.test(segment.tokens[0]?.text ?? '')) return false;
  if (text.length < 3 || /\d{3}/.test(text) || /:/.test(textOf(segment.tokens).slice(0, -1))) return false;
  return (
    authority.test(text) ||
    (holdsRank(text) && text.split(' ').length <= 9) ||
    (upper(segment) && text.split(' ').length <= 9)
  );
};

const wordsOf = (tokens: readonly Token[]): string[] =>
  tokens.map((token) => token.text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ''));
/** Words of a row segment that may be a name: letters only. */
const nameWords = (segment: Segment): string[] =>
  withoutTitles(segment.tokens).map((token) => token.text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ''));
/** A scrap of a stamp or of the signature itself: nothing but colour, or far lower than the line below it. */
const isScrap = (segment: Segment, name: Segment): boolean =>
  segment.y1 - segment.y0 < 0.55 * (name.y1 - name.y0) ||
  (segment.tokens.length < 3 && segment.tokens.every((token) => token.colour > 0.6));
const isName = (token: Token): boolean => /\p{L}/u.test(token.text);

/** Rank lines in the same column above a name, allowing the room a signature takes. */
function titlesAbove(layout: PageLayout, name: Segment): Segment[] {
  const column = layout.segments.filter(
    (other) =>
      other.y1 <= name.y0 + 0.004 &&
      other.y0 > name.y0 - 0.3 &&
      !isScrap(other, name) &&
      Math.abs(centre(other) - centre(name)) < 0.14,
  );
  const lines: Segment[] = [];
  for (const segment of [...column].sort((a, b) => b.y0 - a.y0)) {
    const below = lines[0];
    if (!below) {
      if (isTitleLine(segment) && name.y0 - segment.y1 < 0.17) lines.unshift(segment);
      continue;
    }
    if (below.y0 - segment.y1 > 1.2 * (below.y1 - below.y0)) break;
    if (!isTitleLine(segment) && !(upper(segment) && textOf(segment.tokens).length > 2)) break;
    lines.unshift(segment);
  }
  return lines;
}

/** A name the finder cut in two: its other words stand close by on the row. */
function wholeName(layout: PageLayout, segment: Segment): Token[] {
  const row = layout.rows[segment.row] ?? [segment];
  const near = (a: Segment, b: Segment): boolean =>
    (b.x0 - a.x1) / ((a.y1 - a.y0) * layout.aspect) < 2.5 &&
    /^\p{Lu}\p{Ll}*$/u.test(wordsOf(b.tokens)[0] ?? '');
  let [from, to] = [row.indexOf(segment), row.indexOf(segment)];
  while (to + 1 < row.length && near(row[to] as Segment, row[to + 1] as Segment)) to += 1;
  while (
    from > 0 &&
    near(row[from - 1] as Segment, row[from] as Segment) &&
    personLikeness(wordsOf((row[from - 1] as Segment).tokens.slice(-1)).concat('Văn')) > 0.3
  )
    from -= 1;
  return row.slice(from, to + 1).flatMap((part) => part.tokens.filter(isName));
}

/** Names under ranks on a page, with how much each looks like a signature. */
function blocksOf(layout: PageLayout): SignatureBlock[] {
  const blocks: SignatureBlock[] = [];
  for (const segment of layout.segments) {
    if (segment.y0 < 0.3 && layout.segments.length > 25) continue;
    const words = nameWords(segment).filter((word) => word !== '');
    const likeness = personLikeness(words);
    if (
      likeness < 0.5 ||
      /^[-–+*•]/u.test(segment.tokens[0]?.text ?? '') ||
      rankStart.test(`${flat(segment)} `) ||
      authority.test(flat(segment)) ||
      (upper(segment) && !isFamilyName(words[0] ?? ''))
    )
      continue;
    const titles = titlesAbove(layout, segment);
    if (titles.length === 0) continue;
    const name = wholeName(layout, segment);
    blocks.push({
      page: layout.page,
      titles,
      name,
      likeness: Math.max(likeness, personLikeness(wordsOf(withoutTitles(name)))),
      x: centre(segment),
      y: segment.y0,
    });
  }
  return blocks;
}

const titleText = (block: SignatureBlock): string => block.titles.map(flat).join(' ');
/** Signers who decide stand before those who attend: a contract's first party, a meeting's chair, a unit's head. */
function weight(block: SignatureBlock, labels: readonly string[]): number {
  const text = titleText(block);
  const keys = block.titles.map((line) => keyOf(line.tokens));
  const label = labels.findIndex((candidate) => keys.some((key) => withinEdits(key, labelKey(candidate), 2)));
  let score = block.likeness + 0.6 * block.x;
  if (label >= 0) score += 1.5 - 0.3 * label;
  if (/\bben a\b|chu toa|chu tri/.test(text)) score += 1.2;
  if (
    /\bben b\b|thu ky|nguoi nop|nguoi lap|nguoi lam|nguoi yeu cau|nguoi khai|lam chung|do de|ke toan|tham du/.test(
      text,
    )
  )
    score -= 0.7;
  if (/\b(tm|kt|tl|tuq)\b|chu tich|giam doc|truong|chanh|cuc truong|thu truong|nguoi ky/.test(text))
    score += 0.5;
  return score + 0.5 * block.y;
}

const opensWith = (layout: PageLayout, words: RegExp, lines: number): boolean =>
  layout.segments.slice(0, lines).some((segment) => words.test(flat(segment)));

/** Pages in the order in which their signatures count: with "Nơi nhận", then from the last back, annexes at the end. */
function signedPages(layouts: readonly PageLayout[]): PageLayout[] {
  const rank = (layout: PageLayout): number => {
    if (opensWith(layout, /^noi nhan/, layout.segments.length)) return 0;
    return layout !== layouts[0] && opensWith(layout, /^(phu luc|mau so|danh muc|danh sach)/, 4) ? 2 : 1;
  };
  return [...layouts].reverse().sort((a, b) => rank(a) - rank(b));
}

/** Signatures of a paper, the deciding one first; `labels` are the words a kind's list prints above its signer. */
export function findSignatures(layouts: readonly PageLayout[], labels: readonly string[]): SignatureBlock[] {
  for (const layout of signedPages(layouts)) {
    const blocks = blocksOf(layout);
    if (blocks.length > 0) return blocks.sort((a, b) => weight(b, labels) - weight(a, labels));
  }
  return [];
}

/** The rank of a signer without the authority line: "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH" is PHÓ CHỦ TỊCH. */
export function rankOf(block: SignatureBlock): { text: string; segments: Segment[] } | null {
  const lines = [...block.titles];
  let last = lines.length - 1;
  while (last >= 0 && /^\(/.test(textOf(lines[last]?.tokens ?? []))) last -= 1;
  let start = last;
  while (
    start > 0 &&
    !holdsRank(flat(lines[start] as Segment)) &&
    !authority.test(flat(lines[start - 1] as Segment))
  )
    start -= 1;
  const chosen = lines.slice(start, last + 1);
  const text = nfc(chosen.map((line) => textOf(line.tokens)).join(' ')).replace(
    /^(TM|KT|TL|TUQ|Q)[./]\s*/u,
    '',
  );
  return text === '' ? null : { text, segments: chosen };
}
