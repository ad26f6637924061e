// Tables of encryption at rest: data keys, each wrapped by one or two key-encryption keys, and the marker.

import type { Instant, Ulid } from '../../core/model.ts';
import type { AtRestRow } from '../../core/ports-keys.ts';
import type { Columns } from './columns.ts';

/** No foreign keys to papers: a data key comes before its paper's row. */
export function keyTables({ table, index, uniqueIndex, primaryKey, text }: Columns) {
  /** At most one row, of the name `data`: the data are encrypted. */
  const atRest = table('at_rest', {
    name: text().primaryKey(),
    kekId: text().notNull(),
    state: text().$type<AtRestRow['state']>().notNull(),
    since: text().$type<Instant>().notNull(),
  });

  const dataKeys = table(
    'data_keys',
    {
      id: text().$type<Ulid>().primaryKey(),
      paperId: text().$type<Ulid>().notNull(),
      createdAt: text().$type<Instant>().notNull(),
    },
    (own) => [uniqueIndex('data_keys_paper').on(own.paperId)],
  );

  const keyWraps = table(
    'key_wraps',
    {
      dataKeyId: text()
        .$type<Ulid>()
        .notNull()
        .references(() => dataKeys.id, { onDelete: 'cascade' }),
      kekId: text().notNull(),
      wrapped: text().notNull(),
    },
    (own) => [
      primaryKey({ name: 'key_wraps_key', columns: [own.dataKeyId, own.kekId] }),
      index('key_wraps_kek').on(own.kekId),
    ],
  );
  return { atRest, dataKeys, keyWraps };
}
