// Reads of encryption at rest: the marker, data keys with their wraps, how many each key-encryption key wraps.
import { and, eq, gt, inArray, notExists, type SQL, sql } from 'drizzle-orm';
import type { DataKeyRow, KeyReads } from '../../core/ports-keys.ts';
import { type Connection, read } from './dialect.ts';

export function keyReads(connection: Connection): KeyReads {
  const { tables, database } = connection;
  const { atRest, dataKeys, keyWraps } = tables;

  async function keysWhere(condition: SQL, limit: number): Promise<DataKeyRow[]> {
    const found = await read(
      connection,
      database.select().from(dataKeys).where(condition).orderBy(dataKeys.id).limit(limit),
    );
    if (found.length === 0) return [];
    const ids = found.map(({ id }) => id);
    const wraps = await read(
      connection,
      database
        .select()
        .from(keyWraps)
        .where(inArray(keyWraps.dataKeyId, ids))
        .orderBy(keyWraps.dataKeyId, keyWraps.kekId),
    );
    const byKey = Map.groupBy(wraps, ({ dataKeyId }) => dataKeyId);
    return found.map((row) => ({
      ...row,
      wraps: (byKey.get(row.id) ?? []).map(({ kekId, wrapped }) => ({ kekId, wrapped })),
    }));
  }

  return {
    async atRest() {
      const [row] = await read(connection, database.select().from(atRest).limit(1));
      return row ? { kekId: row.kekId, state: row.state, since: row.since } : null;
    },
    async dataKey(by) {
      const condition = 'id' in by ? eq(dataKeys.id, by.id) : eq(dataKeys.paperId, by.paperId);
      return (await keysWhere(condition, 1))[0] ?? null;
    },
    dataKeysWithout(kekId, { after = '', limit }) {
      const wrap = database
        .select({ one: sql`1` })
        .from(keyWraps)
        .where(and(eq(keyWraps.dataKeyId, dataKeys.id), eq(keyWraps.kekId, kekId)));
      return keysWhere(and(gt(dataKeys.id, after), notExists(wrap))!, limit);
    },
    kekUse: () =>
      read(
        connection,
        database
          .select({ kekId: keyWraps.kekId, dataKeys: sql<number>`count(*)`.mapWith(Number) })
          .from(keyWraps)
          .groupBy(keyWraps.kekId)
          .orderBy(keyWraps.kekId),
      ),
  };
}
