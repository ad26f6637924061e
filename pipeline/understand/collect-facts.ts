// Finds every field of a kind on the paper: by label, by column, by layout, as the field's convention says.
import { fold } from '../../core/text.ts';
import type { Kind, KindField, Lists } from '../../lists/index.ts';
import type { Candidate } from './candidate.ts';
import { partyTables, tableFacts } from './find-parties.ts';
import { labelBook, markedKey } from './label-book.ts';
import { type FactSource, labelledFacts, layoutLabels } from './labelled-facts.ts';
import * as at from './layout-facts.ts';
import { type Mended, mendNotation, mendPerson, mendProse, mendUnit } from './mend-name.ts';
import type { PageLayout } from './page-layout.ts';
import { partyGroups } from './party-groups.ts';
import type { PartyTable } from './party-table.ts';
import { isMaimed } from './read-name.ts';
import { isPersonField, namesUnit } from './read-typed.ts';
import { fieldOfKey, repeatedOwners } from './repeat-owners.ts';

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
  if (isPersonField(field) && !namesUnit(words.join(' '))) return mendPerson(words);
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

/** Least share of words with a Vietnamese mark on a page printed with marks (most have three in four). */
const leastMarked = 0.12;
function printsMarks(pages: readonly PageLayout[]): boolean {
  const words = pages.flatMap(({ flow }) => flow.filter((token) => /^[a-z]{2,}$/.test(token.key)));
  const marked = words.filter(({ text }) => markedKey(text) !== fold(text).replace(/[^\p{L}\p{N}]/gu, ''));
  return words.length < 20 || marked.length > leastMarked * words.length;
}

/** One candidate for each field that the paper prints. */
export function collectFacts(source: FactSource): CollectedFacts {
  const groups = partyGroups(source.kind);
  const book = labelBook(source.lists);
  const tables = partyTables(source.paper.pages, groups, book.entries);
  const found = tableFacts(tables, source.kind, groups);
  // Where parties have columns, a label's next value is the first column's, whosever fact is sought.
  const inColumns = tables.size > 0 ? groups.flatMap((group) => [...group.fields]) : [];
  const labelled = labelledFacts(source, groups, new Set([...found.keys(), ...inColumns]));
  for (const field of source.kind.fields) {
    if (found.has(field.key)) continue;
    const derived = field.type === 'enum' && /derived from the title/.test(field.convention);
    const laid = derived ? at.titleEnum(source.paper, field) : (byLayout[field.key]?.(source, field) ?? null);
    const label = labelled.get(field.key) ?? null;
    const chosen = label && laid ? (labelFirst(field, label, laid) ? label : laid) : (label ?? laid);
    if (chosen) found.set(field.key, chosen);
  }
  for (const [key, candidate] of repeatedOwners(source.pages, source.kind, found)) found.set(key, candidate);
  // Old typewriters had no marks: what they print without is no loss of the reader's.
  const marked = printsMarks(source.paper.pages);
  for (const [key, candidate] of marked ? found : []) {
    const field = source.kind.fields.find((other) => other.key === fieldOfKey(key));
    if (field)
      found.set(
        key,
        key === 'so_ky_hieu' ? mendNumber(candidate, source.kind) : mend(candidate, field, source.lists),
      );
  }
  return { facts: found, tables };
}
