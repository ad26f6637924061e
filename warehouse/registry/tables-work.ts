// Tables of the work itself: events, access, batches, leases, deposits begun, counters, messages to the outside.
import type { EventKind, Instant, Sha256, Ulid } from '../../core/model.ts';
import type { Columns } from './columns.ts';

export function workTables(columns: Columns) {
  return { ...recordTables(columns), ...batchTables(columns), ...depositTables(columns) };
}

/** What happened. */
function recordTables(columns: Columns) {
  const { table, index, text, integer } = columns;
  // No foreign keys: an event must be recordable for a paper that never came to a row.
  const events = table(
    'events',
    {
      id: text().$type<Ulid>().primaryKey(),
      kind: text().$type<EventKind>().notNull(),
      at: text().$type<Instant>().notNull(),
      actor: text().notNull(),
      paperId: text().$type<Ulid>(),
      dossierId: text().$type<Ulid>(),
      agency: text(),
      area: text(),
      procedure: text(),
      procedureVersion: integer(),
      note: text(),
    },
    (own) => [
      index('events_paper').on(own.paperId, own.id),
      index('events_dossier').on(own.dossierId, own.id),
      index('events_at').on(own.at, own.kind),
    ],
  );

  return { events, ...accessTables(columns) };
}

/** Who may look, who looked. */
function accessTables({ table, index, uniqueIndex, text, sequence }: Columns) {
  const grants = table(
    'grants',
    {
      id: text().$type<Ulid>().primaryKey(),
      ownerId: text().$type<Ulid>().notNull(),
      grantee: text().notNull(),
      purpose: text().notNull(),
      from: text().$type<Instant>().notNull(),
      until: text().$type<Instant>(),
    },
    (own) => [index('grants_owner').on(own.ownerId), index('grants_grantee').on(own.grantee)],
  );

  /** Who looked at what and why, each line with the hash of the line before. */
  const ledger = table(
    'ledger',
    {
      seq: sequence(),
      at: text().$type<Instant>().notNull(),
      actor: text().notNull(),
      action: text().notNull(),
      purpose: text(),
      paperId: text().$type<Ulid>(),
      ownerId: text().$type<Ulid>(),
      dossierId: text().$type<Ulid>(),
      previous: text().$type<Sha256>().notNull(),
      hash: text().$type<Sha256>().notNull(),
    },
    (own) => [
      uniqueIndex('ledger_previous').on(own.previous),
      index('ledger_paper').on(own.paperId),
      index('ledger_owner').on(own.ownerId),
    ],
  );
  return { grants, ledger };
}

/** Back-digitising and messages to the outside. */
function batchTables({ table, index, primaryKey, text, integer, json, sequence }: Columns) {
  const batches = table('batches', {
    id: text().$type<Ulid>().primaryKey(),
    name: text().notNull(),
    createdAt: text().$type<Instant>().notNull(),
    state: text().notNull(),
  });

  const batchItems = table(
    'batch_items',
    {
      batchId: text()
        .notNull()
        .references(() => batches.id),
      position: integer().notNull(),
      source: text().notNull(),
      state: text().notNull(),
      result: json(),
    },
    (own) => [
      primaryKey({ name: 'batch_items_key', columns: [own.batchId, own.position] }),
      index('batch_items_state').on(own.batchId, own.state),
    ],
  );

  const outbox = table(
    'outbox',
    {
      seq: sequence(),
      topic: text().notNull(),
      payload: json().notNull(),
      createdAt: text().$type<Instant>().notNull(),
      sentAt: text().$type<Instant>(),
      attempts: integer().notNull(),
    },
    (own) => [index('outbox_open').on(own.sentAt, own.seq)],
  );
  return { batches, batchItems, outbox };
}

/** Who works on what, which deposits are under way. No foreign keys: all of this comes before the paper's row. */
function depositTables({ table, index, primaryKey, text, big, integer }: Columns) {
  const leases = table('leases', {
    paperId: text().$type<Ulid>().primaryKey(),
    epoch: integer().notNull(),
    holder: text().notNull(),
    until: text().$type<Instant>().notNull(),
  });

  const intents = table(
    'intents',
    { paperId: text().$type<Ulid>().primaryKey(), at: text().$type<Instant>().notNull() },
    (own) => [index('intents_at').on(own.at)],
  );
  const intentKeys = table(
    'intent_keys',
    {
      paperId: text()
        .notNull()
        .references(() => intents.paperId, { onDelete: 'cascade' }),
      key: text().notNull(),
    },
    (own) => [
      primaryKey({ name: 'intent_keys_key', columns: [own.paperId, own.key] }),
      index('intent_keys_object').on(own.key),
    ],
  );
  /** Objects that no row names any more and that are about to be removed from the object store. */
  const abandonedKeys = table('abandoned_keys', { key: text().primaryKey() });

  const counters = table('counters', { name: text().primaryKey(), value: big().notNull() });
  return { leases, intents, intentKeys, abandonedKeys, counters };
}
