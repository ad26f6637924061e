// Finds every field of a kind on the paper: by label, by column, by layout, as the field's convention says.
import type { Kind, KindField, Lists } from '../../lists/index.ts';
import { type Candidate, orderOf } from './candidate.ts';
import type { LabelHit, LabelledPage } from './find-labels.ts';
import { blockHeads, partyTables, tableFacts } from './find-parties.ts';
import { labelBook } from './label-book.ts';
import { type Choice, choose, type LabelCandidate, labelCandidates } from './label-facts.ts';
import * as at from './layout-facts.ts';
import { type Mended, mendNotation, mendPerson, mendProse, mendUnit } from './mend-name.ts';
import type { Token } from './page-layout.ts';
import { type PartyGroup, partyGroups } from './party-groups.ts';
import type { PartyTable } from './party-table.ts';
import { isMaimed } from './read-name.ts';
import { isPersonField } from './read-typed.ts';
import { fieldOfKey, repeatedOwners } from './repeat-owners.ts';

export interface FactSource {
  readonly kind: Kind;
  readonly lists: Lists;
  readonly pages: readonly LabelledPage[];
  readonly paper: at.PaperLayout;
}

/** Labels too short or too common to name a value by themselves: the layout decides. */
const layoutLabels: Readonly<Record<string, RegExp>> = {
  so_ky_hieu: /^(Số|Số \/ No\.|Số\/No)$/,
  ngay_ban_hanh: /^ngày$/i,
  ngay_lam_don: /^(ngày|Làm tại)$/i,
  ngay_thong_qua: /^ngày$/,
  trich_yeu: /./,
  chuc_vu: /./,
};

type Finder = (source: FactSource, field: KindField) => Candidate | null;

/** The order in which a convention names the places of a date. */
function dateFinder(source: FactSource, field: KindField): Candidate | null {
  const { convention } = field;
  const head = convention.search(/header|place name/);
  const signature = convention.search(/signature/);
  const signatureFirst = signature >= 0 && (head < 0 || signature < head || field.key === 'ngay_lam_don');
  const finders = signatureFirst ? [at.signatureDate, at.headerDate] : [at.headerDate, at.signatureDate];
  return finders.map((find) => find(source.paper)).find((found) => found !== null) ?? null;
}

function unitFinder(source: FactSource, field: KindField): Candidate | null {
  const { paper } = source;
  const issuer = at.headerUnit(paper, 'issuer');
  const signed = at.signatureUnit(paper);
  if (!/above the (certifying )?signature/.test(field.convention))
    return issuer ?? at.centredUnit(paper) ?? signed;
  const centred = /CHỨNG NHẬN/.test(field.convention) ? at.centredUnit(paper) : null;
  return centred ?? signed ?? issuer;
}

/** Facts by key: keys are the same word in all kinds. */
const byLayout: Readonly<Record<string, Finder>> = {
  so_ky_hieu: ({ paper }) => at.numberFact(paper),
  ngay_ban_hanh: dateFinder,
  ngay_lam_don: dateFinder,
  co_quan_ban_hanh: unitFinder,
  co_quan_chu_quan: ({ paper }) => at.headerUnit(paper, 'superior'),
  so_phat_hanh: ({ paper }) => at.serialFact(paper),
  nguoi_ky: ({ paper }) => at.signerFact(paper),
  chuc_vu: ({ paper }) => at.rankFact(paper),
  trich_yeu: ({ paper, kind }) => at.subjectFact(paper, kind),
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

/** Facts behind labels: names first, then what belongs to each name. */
function labelFacts(
  source: FactSource,
  groups: readonly PartyGroup[],
  taken: ReadonlySet<string>,
): Map<string, Candidate> {
  const found = new Map<string, Candidate>();
  const used = new Set<LabelHit>();
  const given = new Set<Token>();
  const places = personPlaces(source.pages);
  const heads = blockHeads(source.paper.pages, groups);
  const persons = new Map<string, Person>();
  const open = source.kind.fields.filter((field) => !taken.has(field.key));
  const nameFields = new Set(groups.map((group) => group.nameField));
  const typeOf = new Map(source.kind.fields.map((field) => [field.key, field.type]));
  /** Does it stand among the facts of another party, who has one of this type too? */
  const isOthers = (candidate: Candidate, field: KindField, own: PartyGroup): boolean =>
    !nameFields.has(field.key) &&
    groups.some((group) => {
      const reach = group === own ? undefined : persons.get(group.name);
      const wants = [...group.fields].some((key) => typeOf.get(key) === field.type);
      return reach !== undefined && wants && candidate.at > reach.at && candidate.at < reach.until;
    });
  const take = (field: KindField): void => {
    const group = groups.find((candidate) => candidate.fields.has(field.key));
    const head = group ? heads.find((candidate) => candidate.group === group.name) : undefined;
    const next = head
      ? heads.find((candidate) => candidate.at > head.at && candidate.group !== head.group)
      : undefined;
    const block = head ? { at: head.at, until: next?.at ?? Number.POSITIVE_INFINITY, x: 0.2 } : undefined;
    const anchor = nameFields.has(field.key) ? block : (persons.get(group?.name ?? '') ?? block);
    // A number or a name on the page serves one role only.
    const candidates = labelCandidates(source.pages, withoutLayoutLabels(field)).filter(
      (candidate) =>
        !group || !(candidate.tokens.some((token) => given.has(token)) || isOthers(candidate, field, group)),
    );
    const last = /the last one printed/.test(field.convention);
    const direct = choose(candidates, { used, last, ...(anchor ? { anchor } : {}) });
    const weak =
      nameFields.has(field.key) && block && (!direct || direct.quality < 0.6 || direct.place < 0.6);
    const best = weak ? (nameInBlock(source.pages, field, { used, anchor: block }) ?? direct) : direct;
    if (!best) return;
    used.add(best.hit);
    found.set(field.key, best);
    for (const token of group ? best.tokens : []) given.add(token);
    if (group && nameFields.has(field.key)) persons.set(group.name, reachOf(best, places, heads));
  };
  for (const field of open.filter((candidate) => nameFields.has(candidate.key))) take(field);
  for (const field of open.filter((candidate) => !nameFields.has(candidate.key))) take(field);
  return found;
}

/** Does a label outrank the layout for this field? */
const labelFirst = (field: KindField, labelled: Candidate, laid: Candidate): boolean => {
  if (field.key === 'nguoi_ky') return laid.place < 0.9;
  const pattern = layoutLabels[field.key];
  const labels = field.labels;
  const rank = labels.findIndex((label) => labelled.evidence.includes(`label:${label}`));
  const own = pattern ? labels.findIndex((label) => pattern.test(label)) : -1;
  if (field.key === 'so_ky_hieu' && own >= 0 && own < rank)
    return laid.place < 0.9 && labelled.place > laid.place;
  return labelled.place > 0.5 || labelled.place >= laid.place;
};

/** Which list of words knows this field's value, if any. */
function mendedWords(words: readonly string[], field: KindField, lists: Lists): Mended | null {
  if (field.type === 'place' || (field.type === 'name' && /^(co_quan|don_vi)/.test(field.key)))
    return mendUnit(words, lists);
  if (isPersonField(field.key)) return mendPerson(words);
  return field.type === 'text' ? mendProse(words) : null;
}

/** A letter's number with its kind's type letters restored; what had to be mended is not sure. */
function mendNumber(candidate: Candidate, kind: Kind): Candidate {
  const value = mendNotation(candidate.value, kind.numberAbbreviations ?? []);
  if (value === candidate.value) return candidate;
  return {
    ...candidate,
    value,
    quality: candidate.quality * 0.85,
    evidence: [...candidate.evidence, 'mended:letters'],
  };
}

/** The candidate with marks restored in what lists of words know. */
function mend(candidate: Candidate, field: KindField, lists: Lists): Candidate {
  const words = candidate.value.split(' ');
  const isName = field.type === 'name' || field.type === 'place';
  const quality = candidate.quality * (isName && words.some(isMaimed) ? 0.75 : 1);
  const mended = mendedWords(words, field, lists);
  if (!mended) return { ...candidate, quality };
  const tokens = candidate.tokens.filter((token) => token.key !== '');
  // Words and tokens go side by side unless a title was cut off; from the end they do again.
  const shift = Math.max(0, tokens.length - words.length);
  const known = new Set([...mended.known].flatMap((place) => tokens[place + shift] ?? []));
  const doubts = mended.doubtful?.size ?? 0;
  const evidence = mended.changed ? [...candidate.evidence, 'mended:words'] : candidate.evidence;
  return {
    ...candidate,
    value: mended.words.join(' '),
    known,
    evidence,
    quality: quality * 0.84 ** doubts,
  };
}

export interface CollectedFacts {
  readonly facts: ReadonlyMap<string, Candidate>;
  /** Tables of parties by page. */
  readonly tables: ReadonlyMap<number, PartyTable>;
}

/** One candidate for each field that the paper prints. */
export function collectFacts(source: FactSource): CollectedFacts {
  const groups = partyGroups(source.kind);
  const book = labelBook(source.lists);
  const tables = partyTables(source.paper.pages, groups, book.entries);
  const found = tableFacts(tables, source.kind, groups);
  // Where parties have columns, a label's next value is the first column's, whosever fact is sought.
  const inColumns = tables.size > 0 ? groups.flatMap((group) => [...group.fields]) : [];
  const labelled = labelFacts(source, groups, new Set([...found.keys(), ...inColumns]));
  for (const field of source.kind.fields) {
    if (found.has(field.key)) continue;
    const derived = field.type === 'enum' && /derived from the title/.test(field.convention);
    const laid = derived ? at.titleEnum(source.paper, field) : (byLayout[field.key]?.(source, field) ?? null);
    const label = labelled.get(field.key) ?? null;
    const chosen = label && laid ? (labelFirst(field, label, laid) ? label : laid) : (label ?? laid);
    if (chosen) found.set(field.key, chosen);
  }
  for (const [key, candidate] of repeatedOwners(source.pages, source.kind, found)) found.set(key, candidate);
  for (const [key, candidate] of found) {
    const field = source.kind.fields.find((other) => other.key === fieldOfKey(key));
    if (field)
      found.set(
        key,
        key === 'so_ky_hieu' ? mendNumber(candidate, source.kind) : mend(candidate, field, source.lists),
      );
  }
  return { facts: found, tables };
}
