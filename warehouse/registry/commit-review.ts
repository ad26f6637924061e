// Operations of a paper that is changed after a clerk looked at it.
import { and, eq, inArray, sql } from 'drizzle-orm';
import { AppError } from '../../core/errors.ts';
import type { RegistryOperation } from '../../core/ports.ts';
import type { Transaction } from './commit.ts';
import { rows, type Work } from './dialect.ts';

type Expectation = Extract<RegistryOperation, { op: 'paper.expect' }>;

/** An update, not a look: the row stays as it is until this transaction has ended. */
export function* expectPaper({ connection, database }: Transaction, expected: Expectation): Work<void> {
  const { papers, facts } = connection.tables;
  const { id, state } = expected;
  const held = yield* rows(
    database
      .update(papers)
      .set({ state })
      .where(and(eq(papers.id, id), eq(papers.state, state)))
      .returning({ id: papers.id }),
  );
  const [counted] = yield* rows(
    database
      .select({ count: sql<number>`count(*)`.mapWith(Number) })
      .from(facts)
      .where(eq(facts.paperId, id)),
  );
  if (held.length === 0 || (expected.facts !== undefined && counted?.count !== expected.facts))
    throw new AppError('conflict', 'warehouse.paper-changed');
}

/** Roles a paper came with; what other dossiers took from the Kho stays. */
const OWN_ROLES = ['submitted', 'result'] as const;

export function* detachPaper({ connection, database }: Transaction, id: string): Work<void> {
  const { paperOwners, dossierPapers } = connection.tables;
  yield* rows(
    database.delete(paperOwners).where(eq(paperOwners.paperId, id)).returning({ id: paperOwners.paperId }),
  );
  yield* rows(
    database
      .delete(dossierPapers)
      .where(and(eq(dossierPapers.paperId, id), inArray(dossierPapers.role, [...OWN_ROLES])))
      .returning({ id: dossierPapers.paperId }),
  );
}
