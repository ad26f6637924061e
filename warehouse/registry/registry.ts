// The Registry port over either database: reads, sequences and leases; writes are in commit.ts.
import { and, eq, sql } from 'drizzle-orm';
import type { Registry } from '../../core/ports.ts';
import { commitAll } from './commit.ts';
import { type Connection, type Database, read, rows, type Work } from './dialect.ts';
import { keyReads } from './read-keys.ts';
import { dossierReads, ownerReads } from './read-owner.ts';
import { paperReads } from './read-paper.ts';
import { searchPapers } from './search.ts';

/** Builds the port; the connection is closed with it. */
export function registryOver(connection: Connection): Registry {
  const once = <Result>(work: (database: Database) => Work<Result>): Promise<Result> =>
    connection.transaction(work);
  return {
    migrate: () => connection.migrate(),
    commit: (operations) => once((database) => commitAll({ connection, database }, operations)),
    ...paperReads(connection),
    ...ownerReads(connection),
    ...dossierReads(connection),
    ...leases(connection),
    ...intentReads(connection),
    ...keyReads(connection),
    search: (query, options) => searchPapers(connection, query, options),
    close: () => connection.close(),
  };
}

function leases(connection: Connection): Pick<Registry, 'nextInSequence' | 'lease' | 'release'> {
  const { leases: table, counters } = connection.tables;
  return {
    async nextInSequence(name) {
      const [row] = await connection.transaction((database) =>
        rows(
          database
            .insert(counters)
            .values({ name, value: 1 })
            .onConflictDoUpdate({ target: counters.name, set: { value: sql`counters.value + 1` } })
            .returning({ value: counters.value }),
        ),
      );
      return row!.value;
    },
    async lease(paperId, holder, seconds) {
      const now = connection.now(0);
      const free = sql`leases.until <= ${now}`;
      const until = connection.now(seconds);
      const [row] = await connection.transaction((database) =>
        rows(
          database
            .insert(table)
            .values({ paperId, epoch: 1, holder, until })
            .onConflictDoUpdate({
              target: table.paperId,
              set: { holder, until, epoch: sql`leases.epoch + case when ${free} then 1 else 0 end` },
              setWhere: sql`${free} or leases.holder = ${holder}`,
            })
            .returning(),
        ),
      );
      return row ?? null;
    },
    async release({ paperId, epoch }) {
      await connection.transaction((database) =>
        rows(
          database
            .update(table)
            .set({ until: connection.now(0) })
            .where(and(eq(table.paperId, paperId), eq(table.epoch, epoch)))
            .returning({ epoch: table.epoch }),
        ),
      );
    },
  };
}

function intentReads(connection: Connection): Pick<Registry, 'intents' | 'abandonedKeys'> {
  const { tables, database } = connection;
  const { intents, intentKeys } = tables;
  return {
    async intents(before) {
      const found = await read(
        connection,
        database
          .select({ paperId: intents.paperId, at: intents.at, key: intentKeys.key })
          .from(intents)
          .leftJoin(intentKeys, eq(intentKeys.paperId, intents.paperId))
          .where(sql`${intents.at} < ${before}`)
          .orderBy(intents.at, intents.paperId, intentKeys.key),
      );
      const byPaper = Map.groupBy(found, (row) => row.paperId);
      return [...byPaper].map(([paperId, lines]) => ({
        paperId,
        at: lines[0]!.at,
        keys: lines.flatMap(({ key }) => (key === null ? [] : [key])),
      }));
    },
    async abandonedKeys() {
      const { abandonedKeys: table } = tables;
      return (await read(connection, database.select().from(table).orderBy(table.key))).map(({ key }) => key);
    },
  };
}
