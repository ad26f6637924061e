// What each operation of a commit does to the tables, as queries; one transaction runs them all.
import { and, eq, sql } from 'drizzle-orm';
import { AppError } from '../../core/errors.ts';
import type { RegistryOperation } from '../../core/ports.ts';
import { abandonIntent, putIntent, removeIntent } from './commit-intent.ts';
import { applyKeys } from './commit-keys.ts';
import { putDossier, putOwner } from './commit-owner.ts';
import { detachPaper, expectPaper } from './commit-review.ts';
import { statement } from './commit-statement.ts';
import { type Connection, type Database, rows, type Work } from './dialect.ts';

/** The tables and the transaction an operation works with. */
export interface Transaction {
  readonly connection: Connection;
  readonly database: Database;
}

export function* commitAll(on: Transaction, operations: readonly RegistryOperation[]): Work<void> {
  for (const operation of operations) yield* apply(on, operation);
}

type Operation<Name extends RegistryOperation['op']> = Extract<RegistryOperation, { op: Name }>;

function apply(on: Transaction, operation: RegistryOperation): Work<unknown> {
  switch (operation.op) {
    case 'dossier.put':
      return putDossier(on, operation.row);
    case 'owner.put':
      return putOwner(on, operation.row);
    case 'intent.put':
      return putIntent(on, operation);
    case 'intent.remove':
      return removeIntent(on, operation.paperId);
    case 'intent.abandon':
      return abandonIntent(on, operation.paperId);
    case 'lease.check':
      return checkLease(on, operation);
    case 'paper.update':
      return updatePaper(on, operation);
    case 'paper.expect':
      return expectPaper(on, operation);
    case 'paper.detach':
      return detachPaper(on, operation.id);
    case 'at-rest.put':
    case 'at-rest.none':
    case 'at-rest.turn':
    case 'data-key.put':
    case 'data-key.wrap':
    case 'data-key.unwrap':
      return applyKeys(on, operation);
    case 'facts.add':
      return addFacts(on, operation);
    default:
      return rows(statement(on, operation));
  }
}

function* updatePaper(on: Transaction, { id, set }: Operation<'paper.update'>): Work<void> {
  const { papers } = on.connection.tables;
  // A statement that sets nothing is no SQL; setting the id to itself still says whether there is such a paper.
  const found = yield* rows(
    on.database
      .update(papers)
      .set({ ...set, id })
      .where(eq(papers.id, id))
      .returning({ id: papers.id }),
  );
  if (found.length === 0) throw new AppError('not-found', 'warehouse.paper-unknown');
}

function* checkLease(on: Transaction, { paperId, epoch }: Operation<'lease.check'>): Work<void> {
  const { leases } = on.connection.tables;
  // An update, not a look: it keeps the row from changing hands until this transaction has ended.
  const held = yield* rows(
    on.database
      .update(leases)
      .set({ epoch })
      .where(and(eq(leases.paperId, paperId), eq(leases.epoch, epoch)))
      .returning({ epoch: leases.epoch }),
  );
  if (held.length === 0) throw new AppError('conflict', 'warehouse.lease-lost');
}

function* addFacts(on: Transaction, { paperId, at, facts: added }: Operation<'facts.add'>): Work<void> {
  if (added.length === 0) return;
  const { facts } = on.connection.tables;
  const newest = yield* rows(
    on.database
      .select({ key: facts.key, version: sql<number>`max(${facts.version})`.mapWith(Number) })
      .from(facts)
      .where(eq(facts.paperId, paperId))
      .groupBy(facts.key),
  );
  const versions = new Map(newest.map(({ key, version }) => [key, version]));
  const ordinals = new Map<string, number>();
  const values = added.map(({ page, box, ...fact }) => {
    const ordinal = (ordinals.get(fact.key) ?? 0) + 1;
    ordinals.set(fact.key, ordinal);
    const version = (versions.get(fact.key) ?? 0) + 1;
    return { ...fact, paperId, at, version, ordinal, page: page ?? null, box: box ?? null };
  });
  yield* rows(on.database.insert(facts).values(values).returning({ key: facts.key }));
}
