// Split, join, rotate, rescan: bytes that are sealed never change, so the stored scan (or a new one) goes the way of
// every paper once more, and the old papers give way in the commit that files the last new one.
import { mkdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError } from '../../core/errors.ts';
import { sha256, ulidSource } from '../../core/ids.ts';
import type { DossierInput, RightAngle } from '../../core/model.ts';
import type { PaperRow, RegistryOperation } from '../../core/ports.ts';
import type { ReplacedPaper } from '../../core/ports-deposit.ts';
import type { DigitizePorts } from '../paper.ts';
import type { Following, Recut } from '../request.ts';
import { type DigitizedPaper, digitize } from '../run.ts';
import { carriedFrom } from './recut-paper.ts';
import { type StoredPaper, scanIn, storedFile, storedPages, storedPaper } from './stored-paper.ts';

export type RecutOrder = { readonly actor: string; readonly production: boolean } & (
  | { readonly what: 'split'; readonly paper: PaperRow; readonly at: readonly number[] }
  | { readonly what: 'join'; readonly papers: readonly PaperRow[] }
  | { readonly what: 'rotate'; readonly paper: PaperRow; readonly turns: ReadonlyMap<number, RightAngle> }
  | { readonly what: 'rescan'; readonly paper: PaperRow; readonly file: string }
);

/**
 * What came of it. A kill leaves the old papers as they are, beside new ones at most; the same order again goes on.
 * @throws AppError conflict `review.not-open`, `review.other-scan`, `review.signed-input`, `review.no-original`,
 * `review.same-scan`; usage for pages the paper has not; input where a new paper came to nothing, with its reason.
 */
export async function recut(
  ports: DigitizePorts,
  order: RecutOrder,
  following: Following,
): Promise<DigitizedPaper[]> {
  const papers = order.what === 'join' ? order.papers : [order.paper];
  const stored = await Promise.all(papers.map((paper) => storedPaper(ports, paper)));
  for (const each of stored) requireOpen(each.paper);
  const replaces = papers.map((paper) => replacedBy(paper, order.actor));
  const made =
    order.what === 'rescan'
      ? await newScan(ports, { ...order, stored, replaces }, following)
      : await newCut(ports, { order, stored, replaces }, following);
  const lost = made.find(({ id }) => id === null);
  if (lost || made.length === 0) {
    const [why] = lost?.problems ?? [];
    throw new AppError('input', why?.code ?? 'review.scan-failed', { params: why?.params ?? {} });
  }
  await letGo(ports, replaces, made);
  return made;
}

function requireOpen({ id, state, legalStatus }: PaperRow): void {
  if (!['review', 'filed', 'awaiting-signature'].includes(state) || legalStatus === 'superseded')
    throw new AppError('conflict', 'review.not-open', { params: { id } });
}

const replacedBy = ({ id, state }: PaperRow, actor: string): ReplacedPaper => ({
  id,
  as: state === 'filed' ? 'superseded' : 'discarded',
  state,
  actor,
});

interface Work {
  readonly stored: readonly StoredPaper[];
  readonly replaces: readonly ReplacedPaper[];
}

type NewScan = Extract<RecutOrder, { what: 'rescan' }> & Work;

async function newScan(
  ports: DigitizePorts,
  order: NewScan,
  following: Following,
): Promise<DigitizedPaper[]> {
  const source = await ports.openSource(order.file, following.signal);
  await source.close();
  const { id, originalSha256 } = order.paper;
  if (source.sha256 === originalSha256)
    throw new AppError('conflict', 'review.same-scan', { params: { id } });
  const said: Recut = {
    what: 'rescan',
    cuts: null,
    turns: new Map(),
    replaces: order.replaces,
    carried: carriedFrom(order.stored),
  };
  const files = [{ path: order.file, source: basename(order.file), recut: said }];
  return digitize({ ...requestOf(order, order.stored), files }, ports, following);
}

interface NewCut extends Work {
  readonly order: Exclude<RecutOrder, { what: 'rescan' }>;
}

async function newCut(
  ports: DigitizePorts,
  { order, stored, replaces }: NewCut,
  following: Following,
): Promise<DigitizedPaper[]> {
  const [first] = stored;
  const bytes = first && (await storedFile(ports, first, 'original'));
  const id = first?.paper.id ?? '';
  if (!bytes || !first) throw new AppError('conflict', 'review.no-original', { params: { id } });
  if (stored.some(({ paper }) => paper.signedInput))
    throw new AppError('conflict', 'review.signed-input', { params: { id } });
  if (new Set(stored.map(scanOf)).size > 1) throw new AppError('conflict', 'review.other-scan');
  const cuts = cutsOf(order);
  const turns = await turnsOf(ports, order, stored);
  const place = placesIn(first);
  const said: Recut = {
    what: order.what,
    cuts: cuts.map((pages) => pages.map(place)),
    turns: new Map([...turns].map(([page, turn]) => [place(page), turn])),
    replaces,
    // What was said of the whole need not hold for a part.
    ...(order.what === 'split' ? {} : { carried: carriedFrom(stored) }),
  };
  // A room of its own: work on the same scan that a stopped run left is not mixed up with this.
  const workRoot = reviewRoom(ports, id);
  await mkdir(workRoot, { recursive: true, mode: 0o700 });
  try {
    const source = first.paper.sourceName;
    const files = [{ path: source, stored: scanIn(first, bytes), source, recut: said }];
    return await digitize({ ...requestOf(order, stored), files }, { ...ports, workRoot }, following);
  } finally {
    await rm(workRoot, { recursive: true, force: true });
  }
}

/** Named like the folder of a scan, so that what a killed run leaves there is swept up like that. */
export const reviewRoom = ({ workRoot }: Pick<DigitizePorts, 'workRoot'>, paperId: string): string =>
  join(workRoot, sha256(`review ${paperId}`));

const scanOf = ({ files }: StoredPaper): string =>
  files.find(({ role }) => role === 'original')?.sha256 ?? '';

/** Pages of the run in the file that is kept: of a run with an identity card that holds this paper's pages alone. */
export function placesIn(stored: StoredPaper): (page: number) => number {
  const { originalSha256, pages } = stored.paper;
  return scanOf(stored) === originalSha256 ? (page) => page : (page) => pages.indexOf(page) + 1;
}

function requestOf(
  { actor, production }: Pick<RecutOrder, 'actor' | 'production'>,
  stored: readonly StoredPaper[],
) {
  const known = stored.find(({ dossier }) => dossier !== null);
  const dossier: DossierInput | null = known?.dossier ? { ...known.dossier, owners: known.people } : null;
  return { dossier, out: null, production, officer: actor };
}

function cutsOf(order: NewCut['order']): number[][] {
  if (order.what === 'join') {
    const pages = order.papers.flatMap((paper) => paper.pages).sort((one, other) => one - other);
    return [[...new Set(pages)]];
  }
  const { pages } = order.paper;
  if (order.what === 'rotate') return [[...pages]];
  const [first] = pages;
  for (const page of order.at) {
    requirePage(order.paper, page);
    if (page === first) throw new AppError('usage', 'review.cut-first-page', { params: { page } });
  }
  const cuts: number[][] = [];
  for (const page of pages) {
    if (page === first || order.at.includes(page)) cuts.push([]);
    cuts.at(-1)?.push(page);
  }
  return cuts;
}

function requirePage({ id, pages }: PaperRow, page: number): void {
  if (!pages.includes(page))
    throw new AppError('usage', 'review.no-such-page', { params: { id, page, pages: pages.join(', ') } });
}

/** Turns count from what is shown now. What a clerk turned before stays turned. */
async function turnsOf(
  ports: DigitizePorts,
  order: NewCut['order'],
  stored: readonly StoredPaper[],
): Promise<Map<number, RightAngle>> {
  const asked = order.what === 'rotate' ? order.turns : new Map<number, RightAngle>();
  const turns = new Map<number, RightAngle>();
  for (const each of stored) {
    for (const page of asked.keys()) requirePage(each.paper, page);
    const chain = (await storedFile(ports, each, 'evidence'))?.toString('utf8') ?? '';
    const turnedBefore = chain.includes('"step":"review-rotate"');
    for (const { number, rotation } of (await storedPages(ports, each)) ?? []) {
      const turn = asked.get(number);
      if (turn !== undefined || turnedBefore)
        turns.set(number, ((rotation + (turn ?? 0)) % 360) as RightAngle);
    }
  }
  return turns;
}

/** Where nothing new was filed, since all of it was there already, the old papers go now. */
async function letGo(
  { registry, clock }: DigitizePorts,
  replaces: readonly ReplacedPaper[],
  made: readonly DigitizedPaper[],
): Promise<void> {
  const at = clock.now().toISOString();
  const newId = ulidSource(clock);
  const rest = { dossierId: null, agency: null, area: null, procedure: null, procedureVersion: null };
  for (const { id, as, state, actor } of replaces) {
    const now = await registry.paper(id);
    if (now?.state === 'discarded' || now?.legalStatus === 'superseded') continue;
    const set =
      as === 'discarded' ? ({ state: 'discarded' } as const) : ({ legalStatus: 'superseded' } as const);
    const relation = as === 'superseded' ? 'supersedes' : 're-scan-of';
    const operations: RegistryOperation[] = [
      { op: 'paper.expect', id, state },
      { op: 'paper.update', id, set },
      { op: 'event.add', row: { id: newId(), kind: as, at, actor, paperId: id, ...rest } },
      ...made.flatMap((paper): RegistryOperation[] =>
        paper.id === null ? [] : [{ op: 'relation.add', paperId: paper.id, relation, otherId: id }],
      ),
    ];
    await registry.commit(operations);
  }
}
