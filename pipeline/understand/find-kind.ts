// What kind of paper this is: its title first, then the number's letters, the head of a letter, the labels it prints.
import { fold } from '../../core/text.ts';
import type { Kind, Lists } from '../../lists/index.ts';
import type { Header } from './find-header.ts';
import type { LabelledPage } from './find-labels.ts';
import type { TitleMatch } from './find-title.ts';
import { editDistance } from './fuzzy.ts';
import { keysOfField, labelKey } from './label-book.ts';
import { keyOf, textOf } from './page-layout.ts';
import { partyGroups } from './party-groups.ts';
import { findPartyTable } from './party-table.ts';

export interface KindGuess {
  readonly code: string;
  readonly confidence: number;
  readonly evidence: readonly string[];
}

/** The catalogue's special kinds: a letter has no title, the rest has none, a certified copy is known by its text. */
export const special = {
  letter: 'CONG_VAN',
  rest: 'GIAY_TO_KHAC',
  certifiedCopy: 'BAN_SAO_CHUNG_THUC',
} as const;

/** Letters behind the number's slash: "63/QĐ-UBND" is QĐ, "12/2019/HĐ-STC" is HĐ. */
function numberLetters(header: Header): string[] {
  const text = header.number ? textOf(header.number.tokens).replace(/\s/g, '') : '';
  return (text.split('/').slice(1).join('/').split(/[/-]/) ?? []).filter((part) => /\p{L}/u.test(part));
}

function byNumber(header: Header, lists: Lists): Kind | undefined {
  const [letters] = numberLetters(header);
  if (letters === undefined) return undefined;
  const withLetters = (same: (abbreviation: string) => boolean): Kind[] =>
    lists.kinds.filter((kind) => kind.numberAbbreviations?.some(same));
  // HĐ is no HD; only where no kind has these very letters may marks and one letter be lost.
  const exact = withLetters((abbreviation) => abbreviation.normalize('NFC') === letters.normalize('NFC'));
  const folded = withLetters((abbreviation) => fold(abbreviation) === fold(letters));
  const near = withLetters(
    (abbreviation) => letters.length > 2 && editDistance(fold(abbreviation), fold(letters), 1) <= 1,
  );
  return [exact, folded, near].find((kinds) => kinds.length > 0 && kinds.length < 2)?.[0];
}

const certification = ['chungthucbansaodungvoibanchinh'];

/** A certified copy shows the copied paper's title too: the certification's own line decides. */
function certifiedCopy(pages: readonly LabelledPage[], lists: Lists): KindGuess | null {
  const kind = lists.kind(special.certifiedCopy);
  if (!kind) return null;
  const keys = [...new Set([...kind.titles.map(labelKey), ...certification])];
  for (const { layout } of pages) {
    for (const segment of layout.segments) {
      const key = keyOf(segment.tokens);
      if (keys.some((title) => Math.abs(title.length - key.length) < 4 && editDistance(title, key, 3) <= 3)) {
        return { code: kind.code, confidence: 0.96, evidence: ['text:certification'] };
      }
    }
  }
  return null;
}

/** A letter by Decree 30/2020 without a title: units on the left, a number with letters, "V/v" or "Kính gửi". */
function letter(header: Header, pages: readonly LabelledPage[], lists: Lists): KindGuess | null {
  if (!lists.kind(special.letter) || !header.columns || header.issuer.length === 0) return null;
  const numbered = numberLetters(header).length > 0;
  const subject = header.subject.length > 0;
  const addressed =
    pages[0]?.layout.segments.some((segment) => /^kinh gui/.test(fold(textOf(segment.tokens)))) ?? false;
  const signs = Number(numbered) + Number(subject) + Number(addressed);
  if (signs < 2) return null;
  const evidence = [
    'layout:letter',
    ...(subject ? ['layout:subject-under-number'] : []),
    ...(addressed ? ['text:kính gửi'] : []),
  ];
  return { code: special.letter, confidence: signs === 3 ? 0.97 : subject ? 0.93 : 0.8, evidence };
}

interface LabelGuess {
  readonly kind: Kind;
  readonly share: number;
  readonly lead: number;
  /** Weight of its own labels and mentions. */
  readonly own: number;
}

/** Weight of each label printed on the pages: rare ones weigh most, those without a colon half. */
function labelWeights(pages: readonly LabelledPage[], lists: Lists): Map<string, number> {
  const weights = new Map<string, number>();
  for (const { labels } of pages) {
    for (const { entry, strength, likeness, colon } of labels.hits) {
      if (entry.kinds.size === 0 || strength < 0.7 || likeness < 0.85) continue;
      const weight =
        Math.log(1 + lists.kinds.length / entry.kinds.size) * (colon ? 1 : 0.5) * (entry.common ? 0.2 : 1);
      weights.set(entry.key, Math.max(weight, weights.get(entry.key) ?? 0));
    }
  }
  return weights;
}

/** Do the heads of this kind's parties stand side by side? */
function tabled(kind: Kind, pages: readonly LabelledPage[]): boolean {
  const groups = kind.ownerRoles.length > 1 ? partyGroups(kind) : [];
  return groups.length > 1 && pages.some(({ layout }) => findPartyTable(layout, groups, []) !== null);
}

/** Other words for a kind: its title in running text or above the signature, its short code in the number. */
function mentions(
  kind: Kind,
  pages: readonly LabelledPage[],
  { text, notation }: { text: string; notation: readonly string[] },
): number {
  const named = kind.titles.some((title) => labelKey(title).length > 11 && text.includes(labelKey(title)));
  return (named ? 1.5 : 0) + (tabled(kind, pages) ? 2.5 : 0) + (notation.includes(kind.shortCode) ? 3 : 0);
}

/** How much the printed labels speak for each kind, less what they speak of others; the best with its lead. */
export function byLabels(pages: readonly LabelledPage[], header: Header, lists: Lists): LabelGuess | null {
  const weights = labelWeights(pages, lists);
  const total = [...weights.values()].reduce((a, b) => a + b, 0);
  const text = pages.map(({ layout }) => keyOf(layout.flow)).join('');
  const notation = numberLetters(header);
  const rated = lists.kinds
    .map((kind) => {
      const keys = new Set(kind.fields.flatMap(keysOfField));
      const own = [...weights].filter(([key]) => keys.has(key)).reduce((sum, [, weight]) => sum + weight, 0);
      const fields = kind.fields.filter((field) => keysOfField(field).some((key) => weights.has(key))).length;
      const labelled = kind.fields.filter((field) => field.labels.length > 0 && field.required).length;
      const share = labelled === 0 ? 0 : Math.min(1, fields / labelled);
      const said = mentions(kind, pages, { text, notation });
      return { kind, share, own: own + said, sum: own - 0.4 * (total - own) + said + share };
    })
    .sort((a, b) => b.sum - a.sum);
  const [best, second] = rated;
  if (!best || best.sum <= 0) return null;
  return { kind: best.kind, share: best.share, lead: best.sum - (second?.sum ?? 0), own: best.own };
}

/** Does a line like a title stand high on the first page though no list knows it? */
function hasOtherTitle(pages: readonly LabelledPage[], header: Header): boolean {
  const first = pages[0]?.layout;
  return (first?.segments ?? []).some((segment) => {
    const text = textOf(segment.tokens);
    const letters = text.replace(/\P{L}/gu, '');
    const middle = (segment.x0 + segment.x1) / 2;
    const head = header.motto.includes(segment) || header.left.includes(segment);
    const titled = letters.length > 9 && letters === letters.toUpperCase() && segment.tokens.length > 2;
    return titled && !head && segment.y0 < 0.3 && Math.abs(middle - 0.52) < 0.1;
  });
}

export interface KindEvidence {
  readonly titles: readonly TitleMatch[];
  readonly header: Header;
  readonly pages: readonly LabelledPage[];
  readonly lists: Lists;
}

/** The kind with its confidence; GIAY_TO_KHAC, unsure, where nothing speaks for any. */
export function findKind({ titles, header, pages, lists }: KindEvidence): KindGuess {
  const copy = certifiedCopy(pages, lists);
  if (copy) return copy;
  const [title] = titles;
  const numbered = byNumber(header, lists);
  if (title && title.score > 0.45) return byTitle(title, numbered, lists);
  const untitled = letter(header, pages, lists);
  const labels = byLabels(pages, header, lists);
  // A notation that ends in a kind's own short code ("/UBND-XNTTHN") says more than its first letters.
  const coded = labels !== null && numberLetters(header).includes(labels.kind.shortCode);
  if (numbered && !coded && (!untitled || header.subject.length === 0)) {
    return { code: numbered.code, confidence: 0.8, evidence: ['layout:number-letters'] };
  }
  if (untitled && !coded) return untitled;
  if (
    labels &&
    labels.share >= 0.25 &&
    labels.lead > 0.5 &&
    labels.own > (hasOtherTitle(pages, header) ? 7 : 3)
  ) {
    const confidence = Math.min(0.88, 0.4 + 0.3 * labels.share + 0.08 * labels.lead);
    return { code: labels.kind.code, confidence, evidence: ['labels'] };
  }
  if (title?.kind)
    return { code: title.kind, confidence: 0.5 * title.score, evidence: [`title:${title.title}`] };
  return { code: special.rest, confidence: 0.3, evidence: [] };
}

function byTitle(title: TitleMatch, numbered: Kind | undefined, lists: Lists): KindGuess {
  const evidence = [`title:${title.title}`];
  if (title.kind === null) return { code: special.rest, confidence: 0.6, evidence };
  const kind = lists.kind(title.kind);
  const letters = (kind?.numberAbbreviations?.length ?? 0) > 0;
  const agrees = letters && numbered?.code === title.kind;
  const differs = letters && numbered !== undefined && !agrees;
  const confidence = Math.min(0.995, 0.6 + 0.4 * title.score + (agrees ? 0.05 : 0) - (differs ? 0.3 : 0));
  return {
    code: title.kind,
    confidence,
    evidence: agrees ? [...evidence, 'layout:number-letters'] : evidence,
  };
}
