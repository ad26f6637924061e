// Data keys and the marker of encryption at rest: given, wrapped anew, turned from one key-encryption key to the next.
import { and, eq, inArray, notExists, sql } from 'drizzle-orm';
import { AppError } from '../../core/errors.ts';
import type { KeyOperation } from '../../core/ports-keys.ts';
import type { Transaction } from './commit.ts';
import { rows, type Work } from './dialect.ts';

type Named<Name extends KeyOperation['op']> = Extract<KeyOperation, { op: Name }>;

const NAME = 'data';
const changed = (): AppError => new AppError('conflict', 'at-rest.changed');

export function applyKeys(on: Transaction, operation: KeyOperation): Work<void> {
  switch (operation.op) {
    case 'at-rest.put':
      return putMarker(on, operation);
    case 'at-rest.none':
      return expectPlain(on);
    case 'at-rest.turn':
      return turn(on, operation);
    case 'data-key.put':
      return putDataKey(on, operation);
    case 'data-key.wrap':
      return addWraps(on, operation.wraps);
    case 'data-key.unwrap':
      return dropWraps(on, operation);
  }
}

function* putMarker({ connection, database }: Transaction, { row, was }: Named<'at-rest.put'>): Work<void> {
  const { atRest } = connection.tables;
  const put =
    was === null
      ? database
          .insert(atRest)
          .values({ name: NAME, ...row })
          .onConflictDoNothing()
          .returning({ kekId: atRest.kekId })
      : database
          .update(atRest)
          .set(row)
          .where(and(eq(atRest.name, NAME), eq(atRest.kekId, was)))
          .returning({ kekId: atRest.kekId });
  if ((yield* rows<{ kekId: string }>(put)).length === 0) throw changed();
}

/** Holds the marker as it is until the transaction ends: an update, not a look. Its KEK, or none. */
function* heldMarker({ connection, database }: Transaction): Work<string | undefined> {
  const { atRest } = connection.tables;
  const [marker] = yield* rows(
    database
      .update(atRest)
      .set({ name: NAME })
      .where(eq(atRest.name, NAME))
      .returning({ kekId: atRest.kekId }),
  );
  return marker?.kekId;
}

function* expectPlain(on: Transaction): Work<void> {
  if ((yield* heldMarker(on)) !== undefined) throw new AppError('conflict', 'at-rest.kek-needed');
}

function* putDataKey(on: Transaction, { row }: Named<'data-key.put'>): Work<void> {
  const { dataKeys } = on.connection.tables;
  const { wraps, ...key } = row;
  const kekId = yield* heldMarker(on);
  if (!wraps.some((wrap) => wrap.kekId === kekId)) throw new AppError('conflict', 'at-rest.kek-retired');
  const added = yield* rows(
    on.database.insert(dataKeys).values(key).onConflictDoNothing().returning({ id: dataKeys.id }),
  );
  if (added.length > 0)
    yield* addWraps(
      on,
      wraps.map((wrap) => ({ dataKeyId: row.id, ...wrap })),
    );
}

function* addWraps(
  { connection, database }: Transaction,
  wraps: Named<'data-key.wrap'>['wraps'],
): Work<void> {
  if (wraps.length === 0) return;
  const { keyWraps } = connection.tables;
  yield* rows(
    database
      .insert(keyWraps)
      .values([...wraps])
      .onConflictDoNothing()
      .returning({ kekId: keyWraps.kekId }),
  );
}

function* turn(on: Transaction, { kekId, was }: Named<'at-rest.turn'>): Work<void> {
  const { atRest, dataKeys, keyWraps } = on.connection.tables;
  // First, so that no data key is given meanwhile.
  if ((yield* heldMarker(on)) !== was) throw changed();
  const wrap = on.database
    .select({ one: sql`1` })
    .from(keyWraps)
    .where(and(eq(keyWraps.dataKeyId, dataKeys.id), eq(keyWraps.kekId, kekId)));
  const lacking = yield* rows(
    on.database.select({ id: dataKeys.id }).from(dataKeys).where(notExists(wrap)).limit(1),
  );
  if (lacking.length > 0) throw changed();
  yield* rows(
    on.database.update(atRest).set({ kekId }).where(eq(atRest.name, NAME)).returning({ kekId: atRest.kekId }),
  );
}

function* dropWraps(on: Transaction, { kekId, limit }: Named<'data-key.unwrap'>): Work<void> {
  const { keyWraps } = on.connection.tables;
  if ((yield* heldMarker(on)) === kekId) throw changed();
  const old = yield* rows(
    on.database
      .select({ id: keyWraps.dataKeyId })
      .from(keyWraps)
      .where(eq(keyWraps.kekId, kekId))
      .limit(limit),
  );
  if (old.length === 0) return;
  const ids = old.map(({ id }) => id);
  yield* rows(
    on.database
      .delete(keyWraps)
      .where(and(eq(keyWraps.kekId, kekId), inArray(keyWraps.dataKeyId, ids)))
      .returning({ kekId: keyWraps.kekId }),
  );
}
