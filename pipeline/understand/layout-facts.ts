// Facts that a paper's layout holds without a label of their own: number, date, units, signer, subject.
import { fold } from '../../core/text.ts';
import type { Kind, KindField } from '../../lists/index.ts';
import { unitWords } from '../../lists/words.ts';
import type { Candidate } from './candidate.ts';
import { type Header, isMotto, isNumberLine, numberTokensOf, tokensOf, unitText } from './find-header.ts';
import { findSubject } from './find-subject.ts';
import type { TitleMatch } from './find-title.ts';
import { type PageLayout, type Segment, textOf } from './page-layout.ts';
import { type PlaceDate, placeDates, standsAlone } from './place-dates.ts';
import { readPerson } from './read-name.ts';
import { readNumber } from './read-typed.ts';
import { rankOf, type SignatureBlock } from './signature-block.ts';

export interface PaperLayout {
  readonly pages: readonly PageLayout[];
  readonly header: Header;
  readonly title: TitleMatch | undefined;
  readonly dates: readonly PlaceDate[];
  readonly signatures: readonly SignatureBlock[];
}

export const datesOf = (pages: readonly PageLayout[]): PlaceDate[] => pages.flatMap(placeDates);

const flat = (segment: Segment): string =>
  fold(textOf(segment.tokens))
    .replace(/[^a-z0-9 ]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
const fact = (value: string, segments: readonly Segment[], place: number, evidence: string): Candidate => ({
  value,
  page: segments[0]?.page ?? 0,
  tokens: tokensOf(segments),
  place,
  quality: 0.97,
  evidence: [evidence],
  at: -1,
});

const titleTop = (paper: PaperLayout): number => paper.title?.segments[0]?.y0 ?? 1;
const titleEnd = (paper: PaperLayout): number => paper.title?.segments.at(-1)?.y1 ?? paper.header.bottom;

/** The number of the paper: the "Số:" line of the head, else one near the title. */
export function numberFact(paper: PaperLayout): Candidate | null {
  const [first] = paper.pages;
  if (!first) return null;
  const lines = first.segments.filter(isNumberLine);
  const rated = lines
    .map((segment) => {
      const inHead = paper.header.number === segment;
      const stamp = paper.header.columns && !inHead && paper.header.number !== undefined;
      const near = segment.y0 > titleTop(paper) - 0.15 && segment.y0 < titleEnd(paper) + 0.1;
      return { segment, place: inHead ? 0.98 : stamp ? 0.2 : near ? 0.95 : segment.y0 < 0.5 ? 0.6 : 0.3 };
    })
    .sort((a, b) => b.place - a.place);
  for (const { segment, place } of rated) {
    const after = numberTokensOf(segment).slice(1);
    const row = first.rows[segment.row] ?? [];
    const right = row[row.indexOf(segment) + 1];
    const bareNumber = textOf(after).replace(/[^\p{L}\d/]/gu, '');
    const open = bareNumber === '' || /\/$/.test(textOf(after)) || /^[/]/.test(right?.tokens[0]?.text ?? '');
    const more =
      open && right && !isMotto(right)
        ? right
        : bareNumber === ''
          ? first.rows[segment.row + 1]?.[0]
          : undefined;
    const typed = readNumber(more ? [...after, ...more.tokens] : after);
    if (typed) return { ...typed, page: first.page, place, evidence: ['layout:number-line'], at: -1 };
  }
  return null;
}

/** A serial number that stands alone on the sheet: one or two letters, six or eight digits. */
export function serialFact(paper: PaperLayout): Candidate | null {
  for (const layout of paper.pages) {
    for (const segment of layout.segments) {
      const [, letters, digits] = /^(\p{Lu}{1,2}) ?(\d{6}|\d{8})$/u.exec(textOf(segment.tokens)) ?? [];
      if (letters && digits)
        return { ...fact(`${letters} ${digits}`, [segment], 0.85, 'layout:serial'), quality: 0.95 };
    }
  }
  return null;
}

/** The date beside the place in the head. */
export function headerDate(paper: PaperLayout): Candidate | null {
  const first = paper.pages[0]?.page;
  const limit = paper.title ? titleTop(paper) + 0.01 : paper.header.bottom + 0.03;
  const own = paper.dates.filter((date) => date.page === first && standsAlone(date));
  const found =
    own.find((date) => date.y < limit) ??
    own.find((date) => date.y < titleEnd(paper) + 0.05 && date.x > 0.4 && paper.title);
  return found ? dateFact(found, 'layout:header-date', 0.98) : null;
}

const dateFact = (date: PlaceDate, evidence: string, place: number): Candidate => ({
  value: date.iso,
  page: date.page,
  tokens: date.tokens,
  place,
  quality: date.quality,
  evidence: [evidence],
  at: -1,
});

/** The date above the signature: the last one that stands alone above the name. */
export function signatureDate(paper: PaperLayout): Candidate | null {
  const [signature] = paper.signatures;
  const after = titleEnd(paper);
  const own = paper.dates.filter(
    (date) => standsAlone(date) && (date.page !== paper.title?.page || date.y > after),
  );
  const above = signature
    ? own.filter((date) => date.page === signature.page && date.y < signature.y + 0.01)
    : [];
  const found = above.at(-1) ?? own.at(-1);
  return found ? dateFact(found, 'layout:signature-date', above.length > 0 ? 0.97 : 0.9) : null;
}

/** The issuing unit of the head, or the superior unit above it. */
export function headerUnit(paper: PaperLayout, which: 'issuer' | 'superior'): Candidate | null {
  const lines = paper.header[which];
  const text = unitText(lines);
  return text.length > 2 ? fact(text, lines, isCut(text) ? 0.3 : 0.96, `layout:header-${which}`) : null;
}

const authority = /^(TM|KT|TL|TUQ|Q)\s*[./]/u;
const stripAuthority = (text: string): string => text.replace(/^(TM|KT|TL|TUQ|Q)(\s*[./]\s*|\s+)/u, '');
// A committee without its place was cut off: half a name is no name.
const isCut = (text: string): boolean => /^(uy ban nhan dan|ubnd|hoi dong nhan dan)$/.test(fold(text));

/** The unit named above the signature, without TM. and the rank. */
export function signatureUnit(paper: PaperLayout): Candidate | null {
  const [signature] = paper.signatures;
  if (!signature) return null;
  const rank = rankOf(signature);
  const above = signature.titles.filter((line) => !rank?.segments.includes(line));
  const start = above.findIndex(unitLine);
  const end = above.findIndex((line, i) => i > start && authority.test(textOf(line.tokens)));
  const lines = start < 0 ? [] : above.slice(start, end < 0 ? undefined : end);
  const text = stripAuthority(unitText(lines));
  return text.length > 2 ? fact(text, lines, isCut(text) ? 0.3 : 0.95, 'layout:signature-unit') : null;
}

const unitLine = (segment: Segment): boolean =>
  !/^(chi cuc|tong cuc|cuc|bo) (truong|pho)/.test(fold(stripAuthority(textOf(segment.tokens)))) &&
  unitWords.some((word) => `${fold(stripAuthority(textOf(segment.tokens)))} `.startsWith(`${word} `));

/** A unit in capitals alone on a line between the title and the body ("ỦY BAN NHÂN DÂN HUYỆN ... CHỨNG NHẬN"). */
export function centredUnit(paper: PaperLayout): Candidate | null {
  const [first] = paper.pages;
  if (!first || !paper.title) return null;
  const under = first.segments.filter(
    (segment) => segment.y0 >= titleEnd(paper) - 0.005 && segment.y0 < titleEnd(paper) + 0.12,
  );
  const at = under.findIndex(
    (segment) => unitLine(segment) && upper(segment) && Math.abs((segment.x0 + segment.x1) / 2 - 0.52) < 0.12,
  );
  const line = under[at];
  if (!line) return null;
  const more = under[at + 1];
  const goesOn =
    more &&
    upper(more) &&
    !unitLine(more) &&
    more.y0 - line.y1 < 0.6 * (line.y1 - line.y0) &&
    /^(tinh|thanh|huyen|quan|thi|xa|phuong)/.test(flat(more));
  const lines = goesOn ? [line, more] : [line];
  return fact(unitText(lines), lines, 0.93, 'layout:unit-below-title');
}

const upper = (segment: Segment): boolean => {
  const letters = [...textOf(segment.tokens)].filter((sign) => /\p{L}/u.test(sign));
  return (
    letters.length > 3 && letters.filter((sign) => sign === sign.toUpperCase()).length / letters.length > 0.85
  );
};

/** The signer's name. */
export function signerFact(paper: PaperLayout): Candidate | null {
  const [signature] = paper.signatures;
  if (!signature) return null;
  // Degrees before the name ("BSCKII.", "ThS.") are no part of it.
  const person = readPerson(signature.name);
  if (!person) return null;
  const { value, tokens } = person;
  return {
    value,
    page: signature.page,
    tokens,
    place: signature.titles.length > 0 ? 0.96 : 0.7,
    quality: 0.5 + 0.5 * signature.likeness,
    evidence: ['layout:signature-name'],
    at: -1,
  };
}

/** The signer's rank. */
export function rankFact(paper: PaperLayout): Candidate | null {
  const rank = paper.signatures[0] ? rankOf(paper.signatures[0]) : null;
  // A contract's party is no rank.
  return rank && !/^(đại diện )?bên [abc]\b/iu.test(rank.text)
    ? fact(rank.text, rank.segments, 0.96, 'layout:signature-rank')
    : null;
}

/** What the paper is about: under "V/v" in the head, else the lines below the title. */
export function subjectFact(paper: PaperLayout, kind: Kind): Candidate | null {
  const titled = kind.titles.length > 0 && paper.title;
  if (!titled && paper.header.subject.length > 0) {
    const text = unitText(paper.header.subject).replace(/^(v\s*[/.]?\s*v|viv|v[eề] vi[eệ]c)[\s:.]*/iu, '');
    return fact(text, paper.header.subject, 0.96, 'layout:subject-under-number');
  }
  const lines = paper.title && paper.pages[0] ? findSubject(paper.pages[0], paper.title) : [];
  const text = unitText(lines).replace(/^v\s*[/.]\s*v[\s:.]+/iu, '');
  return text.length > 3 ? fact(text, lines, 0.95, 'layout:subject-under-title') : null;
}

/** A value derived from the title: the longest of the field's values whose words it prints, else the last one. */
export function titleEnum(paper: PaperLayout, field: KindField): Candidate | null {
  if (!paper.title || !field.values) return null;
  const title = fold(paper.title.title);
  const named = field.values
    .filter((value) => value.split('_').every((word) => title.includes(word)))
    .sort((a, b) => b.length - a.length)[0];
  const value = named ?? field.values.at(-1);
  return value === undefined ? null : fact(value, paper.title.segments, 0.95, 'layout:title');
}
