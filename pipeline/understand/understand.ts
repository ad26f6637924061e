// From read pages to the kind of paper and its facts, by the lists' data alone. Pure and synchronous.
import type { Fact, IsoDate, OwnerRef, PageReading, Problem, Understanding } from '../../core/model.ts';
import type { Kind, Lists } from '../../lists/index.ts';
import { handTest, isOwners, isStamped, leastByHand } from './by-hand.ts';
import type { Candidate } from './candidate.ts';
import { checkFacts } from './check-facts.ts';
import { collectFacts } from './collect-facts.ts';
import { boxOf, confidenceOf } from './confidence.ts';
import { findHeader } from './find-header.ts';
import { findKind } from './find-kind.ts';
import { findLabels, type LabelledPage } from './find-labels.ts';
import { findTitles, type TitleMatch } from './find-title.ts';
import { labelBook } from './label-book.ts';
import { datesOf, type PaperLayout } from './layout-facts.ts';
import { layOut } from './page-layout.ts';
import { fieldOfKey } from './repeat-owners.ts';
import { findSignatures } from './signature-block.ts';

export interface UnderstandContext {
  /** Whom the clerk named for the dossier: agreement makes a fact surer, nothing is taken from here. */
  readonly owners?: readonly OwnerRef[];
  readonly received?: IsoDate;
  /** Code of the kind, where a clerk has said it. */
  readonly kind?: string;
}

/** Below this a value is left out. */
const shown = 0.005;
/** Handwriting alone is never sure; other evidence may make it so. */
const handMost = 0.88;

/**
 * Understands one paper: `pages` are its own in order. Confidences are meant as probabilities; a value that is not
 * printed, or written by hand and not surely read, is left out (the latter with a problem).
 */
export function understand(
  pages: readonly PageReading[],
  lists: Lists,
  context: UnderstandContext = {},
): Understanding {
  const layouts = pages.filter((page) => !page.blank && page.text.lines.length > 0).map(layOut);
  const [first] = layouts;
  if (!first)
    return { kind: { code: 'GIAY_TO_KHAC', confidence: 0.1, evidence: [] }, facts: [], problems: [] };
  const labelled: LabelledPage[] = layouts.map((layout) => ({
    layout,
    labels: findLabels(layout, labelBook(lists)),
  }));
  const titles = findTitles(layouts, lists);
  const title = titles[0];
  const titleTop =
    title && title.score > 0.45 && title.page === first.page ? (title.segments[0]?.y0 ?? 1) : 1;
  const header = findHeader(first, titleTop);
  const guess =
    context.kind === undefined
      ? findKind({ titles, header, pages: labelled, lists })
      : { code: context.kind, confidence: 1, evidence: ['clerk:kind'] };
  const kind = lists.kind(guess.code);
  if (!kind) return { kind: guess, facts: [], problems: [] };
  const own = ownTitle(titles, kind.code);
  const signer = kind.fields.find((field) => field.key === 'nguoi_ky');
  const paper: PaperLayout = {
    pages: layouts,
    header,
    title: own,
    dates: datesOf(layouts),
    signatures: findSignatures(layouts, signer?.labels ?? []),
  };
  const found = collectFacts({ kind, lists, pages: labelled, paper });
  const { facts, problems } = factsOf(kind, found.facts, {
    isByHand: handTest(found, labelled),
    owners: context.owners ?? [],
  });
  return checkFacts({ kind, guess, facts, problems, pages: layouts, context });
}

/** The kind's title: of good matches the topmost, for "QUYẾT ĐỊNH" comes again above the articles. */
function ownTitle(titles: readonly TitleMatch[], code: string): TitleMatch | undefined {
  const own = titles.filter((match) => match.kind === code);
  const good = own.filter((match) => match.score >= 0.8 * (own[0]?.score ?? 0));
  const place = (match: TitleMatch): number => match.page * 10 + (match.segments[0]?.y0 ?? 0);
  return good.sort((a, b) => place(a) - place(b) || b.score - a.score)[0];
}

interface HandRules {
  readonly isByHand: ReturnType<typeof handTest>;
  /** Handwriting that gives their name or number is shown however it reads. */
  readonly owners: readonly OwnerRef[];
}

/** Facts that are surely enough read, and problems for what is left out or missing. */
function factsOf(
  kind: Kind,
  candidates: ReadonlyMap<string, Candidate>,
  { isByHand, owners }: HandRules,
): { facts: Fact[]; problems: Problem[] } {
  const facts: Fact[] = [];
  const problems: Problem[] = [];
  const more = [...candidates.keys()]
    .filter((key) => key.includes('#'))
    .map((key) => ({ key, required: false }));
  for (const field of [...kind.fields, ...more]) {
    const candidate = candidates.get(field.key);
    const type = kind.fields.find((other) => other.key === fieldOfKey(field.key))?.type ?? 'text';
    const read = candidate ? confidenceOf(candidate) : 0;
    const hand = candidate !== undefined && isByHand({ key: field.key, type }, candidate);
    const least = hand && !isOwners(candidate.value, owners) ? leastByHand(type) : shown;
    if (!candidate || read < least) {
      if (hand) problems.push({ code: 'understand.handwriting', field: field.key, page: candidate.page });
      else if (field.required) problems.push({ code: 'understand.field-missing', field: field.key });
      continue;
    }
    const digits = /^(id|number|date)$/.test(type);
    const confidence = hand
      ? Math.min(read, handMost)
      : digits && isStamped(candidate.tokens)
        ? 0.92 * read
        : read;
    const box = boxOf(candidate.tokens);
    const { page, value } = candidate;
    const evidence = hand ? [...candidate.evidence, 'handwriting'] : candidate.evidence;
    facts.push({
      key: field.key,
      value,
      confidence,
      page,
      ...(box ? { box } : {}),
      origin: 'machine',
      evidence,
    });
  }
  return { facts, problems };
}
