// Deposits begun, finished or given up. An intent names the objects a deposit puts before its rows stand; giving it up
// turns those that nobody else names into abandoned keys, and no deposit may put such a key until it is forgotten.
import { eq, inArray, sql } from 'drizzle-orm';
import { AppError } from '../../core/errors.ts';
import type { Instant, Ulid } from '../../core/model.ts';
import type { Transaction } from './commit.ts';
import { rows, type Work } from './dialect.ts';

/** In one order for all transactions, so that two of them never wait for each other. */
function* lockKeys({ connection, database }: Transaction, keys: readonly string[]): Work<void> {
  for (const key of [...keys].sort()) {
    const query = connection.lock(database, key);
    if (query) yield* rows(query);
  }
}

interface Intent {
  readonly paperId: Ulid;
  readonly at: Instant;
  readonly keys: readonly string[];
}

export function* putIntent(on: Transaction, { paperId, at, keys }: Intent): Work<void> {
  const { intents, intentKeys, abandonedKeys } = on.connection.tables;
  yield* lockKeys(on, keys);
  const leaving = keys.length
    ? yield* rows(
        on.database
          .select()
          .from(abandonedKeys)
          .where(inArray(abandonedKeys.key, [...keys])),
      )
    : [];
  if (leaving.length > 0) throw new AppError('transient', 'warehouse.object-leaving');
  yield* rows(
    on.database
      .insert(intents)
      .values({ paperId, at })
      .onConflictDoUpdate({ target: intents.paperId, set: { at } })
      .returning({ at: intents.at }),
  );
  if (keys.length === 0) return;
  yield* rows(
    on.database
      .insert(intentKeys)
      .values(keys.map((key) => ({ paperId, key })))
      .onConflictDoNothing()
      .returning({ key: intentKeys.key }),
  );
}

export function* removeIntent({ connection, database }: Transaction, paperId: Ulid): Work<void> {
  const { intents } = connection.tables;
  const removed = yield* rows(
    database.delete(intents).where(eq(intents.paperId, paperId)).returning({ at: intents.at }),
  );
  if (removed.length === 0) throw new AppError('conflict', 'warehouse.deposit-given-up');
}

export function* abandonIntent(on: Transaction, paperId: Ulid): Work<void> {
  const { intents, intentKeys, abandonedKeys, files } = on.connection.tables;
  const { database } = on;
  const named = yield* rows(
    database.select({ key: intentKeys.key }).from(intentKeys).where(eq(intentKeys.paperId, paperId)),
  );
  const keys = named.map(({ key }) => key);
  yield* lockKeys(on, keys);
  // Also when the deposit was finished meanwhile: then there is no intent, and files name its keys.
  yield* rows(database.delete(intents).where(eq(intents.paperId, paperId)).returning({ at: intents.at }));
  if (keys.length === 0) return;
  // Intents before files: a deposit that commits between the two turns from one into the other and is seen in either.
  const begun = yield* rows(
    database.select({ key: intentKeys.key }).from(intentKeys).where(inArray(intentKeys.key, keys)),
  );
  const filed = yield* rows(database.select({ key: files.key }).from(files).where(inArray(files.key, keys)));
  const needed = new Set([...begun, ...filed].map(({ key }) => key));
  const left = keys.filter((key) => !needed.has(key));
  if (left.length === 0) return;
  yield* rows(
    database
      .insert(abandonedKeys)
      .values(left.map((key) => ({ key })))
      .onConflictDoUpdate({ target: abandonedKeys.key, set: { key: sql`abandoned_keys.key` } })
      .returning({ key: abandonedKeys.key }),
  );
}
