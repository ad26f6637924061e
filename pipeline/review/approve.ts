// Whether a filed paper counts: approved or rejected, for some kinds by somebody who had no hand in it.
import { hashOfJson } from '../../core/canonical-json.ts';
import { AppError } from '../../core/errors.ts';
import type { EventKind } from '../../core/model.ts';
import type { EventRow, PaperRow } from '../../core/ports.ts';
import type { DepositRequest } from '../../core/ports-deposit.ts';
import { needsSecondPerson } from '../../lists/index.ts';
import { longerChain } from './evidence-file.ts';
import { unchanged } from './settle.ts';
import { type ReviewPorts, storedPaper } from './stored-paper.ts';

export interface Decision {
  readonly paper: PaperRow;
  readonly verdict: 'approved' | 'rejected';
  readonly actor: string;
  /** Why; stands in the event. */
  readonly reason?: string;
  /** Kinds that want a second person beside those whose list entry says so. */
  readonly secondPerson: readonly string[];
}

/** Events by which a person had a hand in a paper. */
const OWN_WORK: readonly EventKind[] = ['received', 'scanned', 'checked', 'sealed', 'reviewed', 'filed'];
const nameOf = (actor: string) => actor.normalize('NFC').trim().toLowerCase();

const hadAHand = (events: readonly EventRow[], actor: string): boolean =>
  events.some((event) => OWN_WORK.includes(event.kind) && nameOf(event.actor) === nameOf(actor));

/**
 * Writes the decision with its event and a line of evidence, in one commit. The same decision again changes nothing.
 * @throws AppError conflict `review.not-filed`, `review.second-person` where the same person worked on it.
 */
export async function decide(ports: ReviewPorts, decision: Decision): Promise<PaperRow> {
  const { paper, verdict, actor, reason } = decision;
  const { id } = paper;
  if (paper.state !== 'filed') throw new AppError('conflict', 'review.not-filed', { params: { id } });
  if (paper.approval === verdict) return paper;
  const stored = await storedPaper(ports, paper);
  const events = await ports.registry.events({ paperId: id });
  if (needsSecondPerson(stored.kind, decision.secondPerson) && hadAHand(events, actor))
    throw new AppError('conflict', 'review.second-person', { params: { id } });
  const at = ports.clock.now().toISOString();
  const evidence = await longerChain(ports, stored, {
    step: `review-${verdict}`,
    actor,
    input: hashOfJson(paper.approval),
    output: hashOfJson(verdict),
  });
  const request: DepositRequest = {
    ...(await unchanged(ports, stored)),
    files: [evidence],
    events: [{ kind: verdict, at, actor, ...(reason ? { note: reason } : {}) }],
  };
  const row = { ...request.paper, approval: verdict, approvedBy: actor, approvedAt: at };
  return ports.deposit({ ...request, paper: row });
}
