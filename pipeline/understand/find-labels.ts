// Where known labels stand on a page, and where any value must end because another label begins.
import { editDistance, tolerance, withinEdits } from './fuzzy.ts';
import { type LabelBook, type LabelEntry, labelKey, markedKey } from './label-book.ts';
import { following } from './line-flow.ts';
import type { PageLayout, Token } from './page-layout.ts';

export interface LabelHit {
  readonly entry: LabelEntry;
  /** Tokens of the page's flow: first and last of the label, its colon included. */
  readonly start: number;
  readonly last: number;
  /** 0..1: how surely these words are printed as a label. */
  readonly strength: number;
  /** 0..1: how well they were read. */
  readonly likeness: number;
  readonly colon: boolean;
}

export interface PageLabels {
  readonly hits: readonly LabelHit[];
  /** Tokens at which a label begins. */
  readonly stops: ReadonlySet<number>;
  /** Those of them without a colon, with their labels' keys: a value may open so ("Tên cơ sở: Cơ sở chế biến ..."). */
  readonly soft: ReadonlyMap<number, string>;
}

const bullet = /^([-–•+*]|\(?\d{1,2}[.)]|\(?[a-zđ][.)]|[IVX]{1,4}[.)])$/u;
const endsBreak = /[;,.:)\]]$/u;

/** A page with the labels found on it. */
export interface LabelledPage {
  readonly layout: PageLayout;
  readonly labels: PageLabels;
}

/** True where only bullets stand before the token in its segment. */
export const opensSegment = (layout: PageLayout, index: number): boolean => {
  const segment = layout.flow[index]?.segment;
  for (let i = index - 1; i >= 0; i--) {
    const token = layout.flow[i];
    if (!token || token.segment !== segment) return true;
    const count = token === segment?.tokens[0] && /^\d{1,2}$/.test(token.text);
    if (!count && !bullet.test(token.text) && token.key !== '') return false;
  }
  return true;
};

const endsColon = (token: Token | undefined): boolean =>
  token !== undefined && /:[.…_\s]*$/u.test(token.text);
const next = (layout: PageLayout, index: number): Token | undefined => layout.flow[index + 1];
const sameLine = (a: Token | undefined, b: Token | undefined): boolean =>
  a !== undefined && b !== undefined && a.segment === b.segment;

/** Lost marks are common, but with wrong letters as well it is another text: "Nam Định" is no "Năm sinh". */
function marksFit(layout: PageLayout, tokens: readonly number[], entry: LabelEntry, edits: number): boolean {
  const read = markedKey(tokens.map((index) => layout.flow[index]?.text ?? '').join(''));
  if (read === entry.marked) return true;
  const marks = editDistance(read, entry.marked) - edits;
  return edits + 0.5 * marks <= tolerance(entry.key.length) + (edits === 0 ? 1.5 : 0.5);
}

/** Walks a label's letters through the page from a token; gives the tokens it takes and the edits. */
function walk(
  layout: PageLayout,
  from: number,
  entry: LabelEntry,
): { tokens: number[]; edits: number } | null {
  const most = tolerance(entry.key.length);
  const tokens: number[] = [];
  let [text, index] = ['', from];
  let best: { tokens: number[]; edits: number } | null = null;
  while (text.length < entry.key.length + most) {
    const token = layout.flow[index];
    if (!token) break;
    text += token.key;
    tokens.push(index);
    if (text.length >= entry.key.length - most) {
      const edits = editDistance(text, entry.key, most);
      const whole = edits === 0 || tokens.length >= entry.words.length - (entry.words.length > 2 ? 1 : 0);
      if (edits <= most && whole && (!best || edits < best.edits) && marksFit(layout, tokens, entry, edits)) {
        best = { tokens: [...tokens], edits };
      }
    }
    const after = endsColon(token) && !entry.label.includes(':') ? undefined : following(layout, index);
    if (!after) break;
    index = after.index;
  }
  return best;
}

/**
 * Is there a colon after the label: `right` behind it, behind a translation or a bracket, or behind more words, which
 * makes it another, longer label?
 */
function colonAfter(
  layout: PageLayout,
  last: number,
  starts: ReadonlySet<number>,
): { kind: 'right' | 'longer' | 'none'; end: number } {
  let [index, open] = [last, false];
  const lastToken = layout.flow[last];
  if (endsColon(lastToken)) return { kind: 'right', end: last + 1 };
  const first = next(layout, last);
  const aside = first !== undefined && sameLine(lastToken, first) && /^[/(]/u.test(first.text);
  for (let steps = 0; steps < 9; steps++) {
    const token = next(layout, index);
    if (!token || !sameLine(lastToken, token)) break;
    index = token.index;
    if (token.key === '' && token.text.startsWith(':'))
      return { kind: steps === 0 || aside ? 'right' : 'longer', end: index + 1 };
    if (steps > 0 && starts.has(index) && !aside) break;
    if (/\d{3}/.test(token.text) || /[;.]$/u.test(token.text)) break;
    open = token.text.startsWith('(') || (open && !token.text.includes(')'));
    const lower = !/^\p{Lu}/u.test(token.text) || open;
    if (!aside && !lower) break;
    if (endsColon(token)) return { kind: aside ? 'right' : 'longer', end: index + 1 };
  }
  return { kind: 'none', end: last + 1 };
}

/** The start of a label no list knows: words before a colon that open with a capital still end the value before. */
function unknownLabel(layout: PageLayout, at: number): number {
  const token = layout.flow[at];
  let start = at;
  for (let i = at; i >= 0 && at - i < 9; i--) {
    const word = layout.flow[i];
    if (!word || word.segment !== token?.segment) break;
    if (i < at && endsBreak.test(word.text) && !word.text.endsWith(',')) break;
    const before = layout.flow[i - 1];
    const named =
      word.text.endsWith(',') && before?.segment === word.segment && /^\p{Lu}[\p{L}]*$/u.test(before.text);
    if (i < at && named) break;
    start = i;
    if (/^\p{Lu}\p{Ll}/u.test(word.text)) break;
  }
  return start;
}

const unknownLabels = (layout: PageLayout, hits: readonly LabelHit[]): number[] =>
  layout.flow.flatMap((token, at) => {
    if (!endsColon(token) || /^\d+:?$/.test(token.text)) return [];
    const before = layout.flow[at - 1];
    // A semicolon read as a colon behind a name: "Hồ Công Thắng: Sinh năm" opens no label.
    const named =
      before?.segment === token.segment &&
      /^\p{Lu}[\p{L}]*$/u.test(before.text) &&
      /^\p{Lu}/u.test(token.text);
    return named || hits.some((hit) => hit.last === at && hit.colon) ? [] : [unknownLabel(layout, at)];
  });

function strengthOf(layout: PageLayout, start: number, colon: boolean): number {
  const opens = opensSegment(layout, start);
  const before = layout.flow[start - 1];
  const breaks = opens || (before !== undefined && endsBreak.test(before.text));
  const capital = /^\p{Lu}/u.test(layout.flow[start]?.text ?? '');
  if (colon) return breaks ? 1 : capital ? 0.9 : 0.75;
  return opens ? 0.7 : breaks ? 0.55 : 0.4;
}

/** The head of a table ("TT | Nội dung | Thông tin") names columns, no values. */
const isTableHead = (layout: PageLayout, token: Token): boolean =>
  (layout.rows[token.segment.row] ?? []).some(({ tokens }) => /^s?tt$/.test(tokens[0]?.key ?? ''));

/** All labels of a page, longest first where several begin at one token. */
export function findLabels(layout: PageLayout, book: LabelBook): PageLabels {
  const firsts = [...book.byFirst.keys()];
  const close = new Map<string, LabelEntry[]>();
  const candidates = (key: string): LabelEntry[] => {
    const known = close.get(key);
    if (known) return known;
    const near = firsts.filter((first) => first === key || withinEdits(first, key, key.length > 3 ? 1 : 0));
    const joined = firsts.filter(
      (first) => key.length > first.length && first.length > 1 && key.startsWith(first),
    );
    const found = [...new Set([...near, ...joined])].flatMap((first) => book.byFirst.get(first) ?? []);
    close.set(key, found);
    return found;
  };
  const raw: { entry: LabelEntry; start: number; last: number; edits: number }[] = [];
  for (const token of layout.flow) {
    if (token.key === '' || /^\d/.test(token.key) || isTableHead(layout, token)) continue;
    for (const entry of candidates(token.key)) {
      const found = walk(layout, token.index, entry);
      if (found)
        raw.push({ entry, start: token.index, last: found.tokens.at(-1) ?? token.index, edits: found.edits });
    }
  }
  return rate(layout, raw);
}

/** Words that differ from the label's in a mark or a letter and have capitals where it has none are a name: "Hồ Bá". */
function isOtherCase(
  layout: PageLayout,
  { entry, start, last }: { entry: LabelEntry; start: number; last: number },
): boolean {
  const printed = layout.flow.slice(start, last + 1).filter((token) => token.key !== '');
  if (markedKey(printed.map((token) => token.text).join('')) === entry.marked) return false;
  const capital = (text: string | undefined): boolean => /^\P{L}*\p{Lu}/u.test(text ?? '');
  return capital(printed.at(-1)?.text) && !capital(entry.label.split(' ').at(-1));
}

/** "Hạng / Class" is "Hạng" with its translation, no other label. */
const translates = (longer: LabelEntry, label: LabelEntry): boolean =>
  longer.label.includes('/') && labelKey(longer.label.split('/')[0] ?? '') === label.key;

function rate(
  layout: PageLayout,
  raw: readonly { entry: LabelEntry; start: number; last: number; edits: number }[],
): PageLabels {
  const starts = new Set(raw.filter((hit) => hit.entry.words.length > 1).map((hit) => hit.start));
  const hits = raw.flatMap((hit): LabelHit[] => {
    const colon = colonAfter(layout, hit.last, starts);
    const longer = raw.some(
      (other) =>
        other.start === hit.start &&
        other.last > hit.last &&
        !translates(other.entry, hit.entry) &&
        (other.edits <= hit.edits || colon.kind !== 'right'),
    );
    const single = hit.entry.key.length < 5;
    let strength = strengthOf(layout, hit.start, colon.kind === 'right');
    if (colon.kind === 'longer') strength *= 0.3;
    if (longer) strength *= 0.5;
    if ((single && strength < 0.6) || (colon.kind === 'none' && isOtherCase(layout, hit))) return [];
    const likeness = 1 - hit.edits / hit.entry.key.length;
    return [
      {
        entry: hit.entry,
        start: hit.start,
        last: colon.kind === 'right' ? colon.end - 1 : hit.last,
        strength,
        likeness,
        colon: colon.kind === 'right',
      },
    ];
  });
  const sure = hits
    .filter(
      (hit) => hit.strength >= 0.7 && hit.entry.key.length > 2 && (hit.colon || hit.entry.key !== 'ngay'),
    )
    .map(({ start, entry }) => ({ start, key: entry.key }));
  const unknown = unknownLabels(layout, hits);
  const firm = new Set([...unknown, ...hits.filter((hit) => hit.colon).map((hit) => hit.start)]);
  return {
    hits,
    stops: new Set([...sure.map(({ start }) => start), ...unknown]),
    soft: new Map(sure.filter(({ start }) => !firm.has(start)).map(({ start, key }) => [start, key])),
  };
}
