// Facts behind labels on papers of one person or several: names first, then what belongs to each name.
import type { Kind, KindField, Lists } from '../../lists/index.ts';
import { type Candidate, orderOf } from './candidate.ts';
import type { LabelHit, LabelledPage } from './find-labels.ts';
import { blockHeads } from './find-parties.ts';
import { type Choice, choose, type LabelCandidate, labelCandidates } from './label-facts.ts';
import type { PaperLayout } from './layout-facts.ts';
import type { Token } from './page-layout.ts';
import type { PartyGroup } from './party-groups.ts';

export interface FactSource {
  readonly kind: Kind;
  readonly lists: Lists;
  readonly pages: readonly LabelledPage[];
  readonly paper: PaperLayout;
}

/** Labels too short or too common to name a value by themselves: the layout decides. */
export const layoutLabels: Readonly<Record<string, RegExp>> = {
  so_ky_hieu: /^(Số|Số \/ No\.|Số\/No)$/,
  ngay_ban_hanh: /^ngày$/i,
  ngay_lam_don: /^(ngày|Làm tại)$/i,
  ngay_thong_qua: /^ngày$/,
  trich_yeu: /./,
  chuc_vu: /./,
};

const withoutLayoutLabels = (field: KindField): KindField => {
  const pattern = layoutLabels[field.key];
  return pattern ? { ...field, labels: field.labels.filter((label) => !pattern.test(label)) } : field;
};

interface Person {
  readonly at: number;
  readonly until: number;
  readonly x: number;
}

/** Where the facts of a named person end: at the next person's name, or at the next party's head. */
function reachOf(name: LabelCandidate, names: readonly number[], heads: readonly { at: number }[]): Person {
  const ends = [...names, ...heads.map((head) => head.at)].filter((place) => place > name.at);
  return { at: name.at - 1, until: Math.min(Number.POSITIVE_INFINITY, ...ends), x: name.x };
}

const personLabel = /^(hovaten|hochudem|hoten|ten|ong|ba$|ben|nguoi|toi)/;

/** Every label that opens a person on the paper, in reading order. */
const personPlaces = (pages: readonly LabelledPage[]): number[] =>
  pages.flatMap(({ layout, labels }) =>
    labels.hits
      .filter((hit) => hit.strength >= 0.69 && personLabel.test(hit.entry.key))
      .map((hit) => orderOf(layout.page, hit.start)),
  );

/** Labels of a name that any party's block may print. */
const nameLabels = ['Họ và tên', 'Họ, chữ đệm, tên', 'Họ, chữ đệm và tên', 'Họ tên', 'Ông/Bà', 'Ông', 'Bà'];

/** A party's name behind a common label within its block, where the kind's list has no label for it. */
function nameInBlock(
  pages: readonly LabelledPage[],
  field: KindField,
  choice: Required<Pick<Choice, 'used' | 'anchor'>>,
): LabelCandidate | null {
  const candidates = labelCandidates(pages, { ...field, labels: nameLabels }).filter(
    (candidate) =>
      candidate.at > choice.anchor.at && candidate.at < choice.anchor.until && candidate.quality > 0.6,
  );
  return choose(candidates, choice);
}

/** What is known while the fields of a paper are sought one after another. */
interface Search {
  readonly source: FactSource;
  readonly groups: readonly PartyGroup[];
  readonly heads: readonly { group: string; at: number }[];
  readonly places: readonly number[];
  readonly persons: Map<string, Person>;
  /** Labels and words that gave a fact: a number or a name on the page serves one role only. */
  readonly used: Set<LabelHit>;
  readonly given: Set<Token>;
}

/** The party's block, from its head to the next party's. */
function blockOf({ heads }: Search, group: PartyGroup | undefined): Person | undefined {
  const head = group ? heads.find((candidate) => candidate.group === group.name) : undefined;
  const next = head
    ? heads.find((candidate) => candidate.at > head.at && candidate.group !== head.group)
    : undefined;
  return head ? { at: head.at, until: next?.at ?? Number.POSITIVE_INFINITY, x: 0.2 } : undefined;
}

/** Does it stand among the facts of another party, who has one of this type too? */
function isOthers({ source, groups, persons }: Search, candidate: Candidate, field: KindField): boolean {
  const typed = new Set(source.kind.fields.filter(({ type }) => type === field.type).map(({ key }) => key));
  return groups.some((group) => {
    const reach = group.fields.has(field.key) ? undefined : persons.get(group.name);
    const wants = [...group.fields].some((key) => typed.has(key));
    return reach !== undefined && wants && candidate.at > reach.at && candidate.at < reach.until;
  });
}

/** A title's words are no label: "GIẤY CHỨNG NHẬN / CƠ SỞ ĐỦ ĐIỀU KIỆN ...". */
const inTitle = ({ title }: PaperLayout, { at, hit }: LabelCandidate): boolean =>
  !hit.colon &&
  (title?.segments ?? []).some(({ page, tokens }) =>
    tokens.some((token) => orderOf(page, token.index) === at),
  );

/** The best value behind a label of this field, near its party where it belongs to one. */
function seek(search: Search, field: KindField): LabelCandidate | null {
  const { source, groups, persons, used, given } = search;
  const group = groups.find((candidate) => candidate.fields.has(field.key));
  const isName = groups.some((candidate) => candidate.nameField === field.key);
  const block = blockOf(search, group);
  const anchor = isName ? block : (persons.get(group?.name ?? '') ?? block);
  const candidates = labelCandidates(source.pages, withoutLayoutLabels(field)).filter(
    (candidate) =>
      !inTitle(source.paper, candidate) &&
      (!group ||
        !(
          candidate.tokens.some((token) => given.has(token)) ||
          (!isName && isOthers(search, candidate, field))
        )),
  );
  const last = /the last one printed/.test(field.convention);
  const direct = choose(candidates, { used, last, ...(anchor ? { anchor } : {}) });
  const weak = isName && block && (!direct || direct.quality < 0.6 || direct.place < 0.6);
  const best = weak ? (nameInBlock(source.pages, field, { used, anchor: block }) ?? direct) : direct;
  if (!best) return null;
  used.add(best.hit);
  for (const token of group ? best.tokens : []) given.add(token);
  if (group && isName) persons.set(group.name, reachOf(best, search.places, search.heads));
  return best;
}

/** Facts behind labels by field key: names first, then what belongs to each name; `taken` fields are left alone. */
export function labelledFacts(
  source: FactSource,
  groups: readonly PartyGroup[],
  taken: ReadonlySet<string>,
): Map<string, Candidate> {
  const search: Search = {
    source,
    groups,
    heads: blockHeads(source.paper.pages, groups),
    places: personPlaces(source.pages),
    persons: new Map(),
    used: new Set(),
    given: new Set(),
  };
  const names = new Set(groups.map((group) => group.nameField));
  const open = source.kind.fields.filter((field) => !taken.has(field.key));
  const ordered = [
    ...open.filter((field) => names.has(field.key)),
    ...open.filter((field) => !names.has(field.key)),
  ];
  const found = new Map<string, Candidate>();
  for (const field of ordered) {
    const best = seek(search, field);
    if (best) found.set(field.key, best);
  }
  return found;
}
