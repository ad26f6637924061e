// A clerk's word is filed: new versions of facts, the row they make, owners, code, evidence and events in one commit.
import { hashOfJson } from '../../core/canonical-json.ts';
import { AppError } from '../../core/errors.ts';
import { sha256 } from '../../core/ids.ts';
import type { EventKind, PaperState, Problem } from '../../core/model.ts';
import type { PaperRow } from '../../core/ports.ts';
import type { DepositEvent, DepositFile, DepositRequest } from '../../core/ports-deposit.ts';
import type { Kind } from '../../lists/index.ts';
import { dossierPart } from '../filing/dossier-part.ts';
import { factColumns } from '../filing/fact-columns.ts';
import { ownersFor } from '../filing/owners-for.ts';
import { codeOf } from '../filing/paper-code-of.ts';
import { textOf } from '../steps/file.ts';
import { understand } from '../understand/index.ts';
import { acceptedDoubts, type Corrected, type Correction, corrected } from './corrections.ts';
import { doubtsOf } from './doubts.ts';
import { longerChain } from './evidence-file.ts';
import { type ReviewPorts, type StoredPaper, storedPages, storedPaper } from './stored-paper.ts';

export interface Settlement {
  readonly paper: PaperRow;
  readonly corrections: readonly Correction[];
  /** Code of the kind the clerk chose. */
  readonly kind?: string;
  /** Everything else is right as it stands: the paper is filed. */
  readonly accept: boolean;
  readonly actor: string;
  /** The copy of a paper that the capture check held. */
  readonly sealed?: { readonly pdf: Uint8Array; readonly signatures: number };
}

/**
 * Files what a clerk said. A paper in review that is accepted becomes filed with its code; one that is filed stays so,
 * and is also found by the code it would have now. All of it or, after an error or a kill, nothing.
 * @throws AppError conflict `warehouse.paper-changed` where somebody was quicker, `review.not-open` where the paper
 * is neither in review nor filed, `review.picture-gone` where its picture was not kept; usage `review.no-such-kind`.
 */
export async function settle(ports: ReviewPorts, order: Settlement): Promise<PaperRow> {
  const { paper, accept } = order;
  if (
    !['review', 'filed', 'awaiting-signature'].includes(paper.state) ||
    (accept && paper.state !== 'review')
  )
    throw new AppError('conflict', 'review.not-open', { params: { id: paper.id } });
  const stored = await storedPaper(ports, paper);
  const result = await applied(ports, stored, order);
  const state: PaperState = accept ? 'filed' : paper.state;
  if (accept && !result.kind) throw new AppError('usage', 'review.kind-needed', { params: { id: paper.id } });
  if (accept && !order.sealed && !becomesFactsOnly(stored, result.kind) && isUnsealed(stored))
    throw new AppError('conflict', 'review.unsealed', { params: { id: paper.id } });
  return ports.deposit(await requestOf(ports, { stored, result, order, state }));
}

/** Its scan is kept and no copy of it was made yet. */
export const isUnsealed = ({ paper, files }: Pick<StoredPaper, 'paper' | 'files'>): boolean =>
  paper.legalCopySha256 === null && files.some(({ role }) => role === 'original');

/** It turned out to be of a kind of which neither picture nor words may be kept (DOMAIN 1). */
const becomesFactsOnly = (stored: StoredPaper, kind: Kind | undefined): boolean =>
  kind?.digitise === 'facts-only' && stored.kind?.digitise !== 'facts-only';

async function applied(ports: ReviewPorts, stored: StoredPaper, order: Settlement): Promise<Corrected> {
  const kind = order.kind === undefined ? null : await chosenKind(ports, stored, order.kind);
  const said = corrected(stored, { corrections: order.corrections, kind });
  if (!order.accept) return said;
  const now: StoredPaper = { ...stored, understanding: said.understanding, kind: said.kind };
  const keys = new Set(order.corrections.map(({ key }) => key));
  const rest = doubtsOf(now, ports.settings).filter(({ field }) => field !== null && !keys.has(field));
  const corrections = [...order.corrections, ...acceptedDoubts(rest)];
  const all = corrected(stored, { corrections, kind });
  // Who accepts a paper accepts its kind.
  const { code, evidence } = all.understanding.kind;
  return { ...all, understanding: { ...all.understanding, kind: { code, confidence: 1, evidence } } };
}

/** The kind, and what the pages say when they are read as one of it. */
async function chosenKind(ports: ReviewPorts, stored: StoredPaper, code: string) {
  const kind = ports.lists.kind(code);
  if (!kind) throw new AppError('usage', 'review.no-such-kind', { params: { code } });
  const pages = await storedPages(ports, stored);
  if (kind.digitise !== 'facts-only' && !stored.files.some(({ role }) => role === 'original'))
    throw new AppError('conflict', 'review.picture-gone', { params: { id: stored.paper.id } });
  const { dossier, people } = stored;
  const context = {
    owners: people,
    ...(dossier?.received ? { received: dossier.received } : {}),
    kind: code,
  };
  return { kind, read: pages ? understand(pages, ports.lists, context).facts : [] };
}

interface Filing {
  readonly stored: StoredPaper;
  readonly result: Corrected;
  readonly order: Settlement;
  readonly state: PaperState;
}

async function requestOf(ports: ReviewPorts, filing: Filing): Promise<DepositRequest> {
  const { stored, result, order, state } = filing;
  const base = await asItStands(ports, { ...stored, ...result }, state);
  const { sealed } = order;
  const copy = sealed && { legalCopySha256: sha256(sealed.pdf), signatures: sealed.signatures };
  const request: DepositRequest = {
    ...base,
    paper: { ...base.paper, problems: problemsLeft(filing), ...approvalLeft(filing), ...copy },
    facts: [...result.understanding.facts, ...result.gone],
    files: [
      await evidenceOf(ports, filing),
      ...(sealed ? [{ role: 'legal-copy', mediaType: 'application/pdf', bytes: sealed.pdf } as const] : []),
    ],
    events: eventsOf(ports, filing),
  };
  return becomesFactsOnly(stored, result.kind) ? withoutPicture(request) : request;
}

const withoutPicture = (request: DepositRequest): DepositRequest => ({
  ...request,
  paper: { ...request.paper, legalCopySha256: null, signatures: 0 },
  files: request.files.filter(({ role }) => role === 'evidence'),
  dropFiles: ['original', 'legal-copy', 'text'],
  text: '',
});

/** What was approved has changed: it waits to be approved again. */
const approvalLeft = ({ stored, order, result }: Filing): Partial<PaperRow> => {
  const before = new Map(stored.understanding.facts.map(({ key, value }) => [key, value]));
  const now = result.understanding.facts;
  const same = now.length === before.size && now.every(({ key, value }) => before.get(key) === value);
  return same && order.kind === undefined ? {} : { approval: 'pending', approvedBy: null, approvedAt: null };
};

/** A deposit that says of a stored paper what is there already, to be changed in one point. */
export const unchanged = (ports: ReviewPorts, stored: StoredPaper): Promise<DepositRequest> =>
  asItStands(ports, stored, stored.paper.state);

async function asItStands(
  ports: ReviewPorts,
  stored: StoredPaper,
  state: PaperState,
): Promise<DepositRequest> {
  const { understanding, kind } = stored;
  const { code: _, dossierId: __, createdAt: started, filedAt: ___, ...row } = stored.paper;
  const matching = { code: stored.dossier?.code ?? '', owners: stored.people };
  const owners = ownersFor({ understanding, dossier: matching }, ports.lists);
  const work = { understanding, dossier: stored.dossier, started, ...(kind ? { kind } : {}) };
  const pages = await storedPages(ports, stored);
  return {
    paper: { ...row, ...factColumns(understanding, ports.lists), state },
    code: state === 'filed' ? codeOf(work, owners, ports.settings) : null,
    owners: owners.map(({ role, lead, ...ref }) => ({ ref, role, lead })),
    dossier: stored.dossier && { ...stored.dossier, ...dossierPart(work, ports.lists) },
    facts: understanding.facts,
    files: [],
    events: [],
    text: pages ? textOf({ pages }) : '',
    expect: { state: stored.paper.state, facts: stored.history.length },
  };
}

/** What was asked and answered is no problem any more; what is wrong with the scan stays known. */
function problemsLeft({ stored, result, order, state }: Filing): Problem[] {
  const answered = new Set(result.touched);
  return stored.paper.problems.filter(({ code, field }) => {
    if (field !== undefined) return state !== 'filed' && !answered.has(field);
    if (code.endsWith('.kind-unsure')) return state !== 'filed' && order.kind === undefined;
    return state !== 'filed' || !/^(review|capture)\./.test(code);
  });
}

function evidenceOf(ports: ReviewPorts, { stored, result, order, state }: Filing): Promise<DepositFile> {
  const seen = ({ kind, facts }: StoredPaper['understanding']) => ({ kind: kind.code, facts });
  return longerChain(ports, stored, {
    step: order.accept ? 'review-accept' : 'review-correct',
    actor: order.actor,
    input: hashOfJson({ ...seen(stored.understanding), state: stored.paper.state }),
    output: hashOfJson({ ...seen(result.understanding), state }),
  });
}

function eventsOf({ clock, lists }: ReviewPorts, { stored, order, state }: Filing): DepositEvent[] {
  const { dossier, paper } = stored;
  const procedure = dossier?.procedure
    ? lists.procedureInForce(dossier.procedure, dossier.received ?? paper.received)
    : undefined;
  const at = clock.now().toISOString();
  const kinds: EventKind[] = ['reviewed', ...(order.sealed ? (['sealed'] as const) : [])];
  if (order.accept && state === 'filed') kinds.push('filed');
  return kinds.map((kind) => ({
    kind,
    at,
    actor: order.actor,
    ...(procedure ? { area: procedure.field } : {}),
  }));
}
