// Our own column helpers: one declaration of a table gives its SQLite and its PostgreSQL schema.
import * as pg from 'drizzle-orm/pg-core';
import * as lite from 'drizzle-orm/sqlite-core';
import { readPages, writePages } from './page-ranges.ts';

const pageRanges = {
  dataType: () => 'text',
  toDriver: (pages: readonly number[]) => writePages(pages),
  fromDriver: (text: string) => readPages(text),
};
const litePages = lite.customType<{ data: readonly number[]; driverData: string }>(pageRanges);
const pgPages = pg.customType<{ data: readonly number[]; driverData: string }>(pageRanges);

/** What a table declaration may use; every word gives the same meaning in both databases. */
const sqlite = {
  table: lite.sqliteTable,
  primaryKey: lite.primaryKey,
  index: lite.index,
  uniqueIndex: lite.uniqueIndex,
  /** ULIDs, codes, dates and instants too: ISO 8601 text sorts as time does. */
  text: () => lite.text(),
  integer: () => lite.integer(),
  /** Bytes, amounts: beyond 32 bits. */
  big: () => lite.integer(),
  real: () => lite.real(),
  boolean: () => lite.integer({ mode: 'boolean' }),
  /** JSON as text in both. */
  json: () => lite.text({ mode: 'json' }),
  pages: () => litePages(),
  /** Primary key that grows with every row. */
  sequence: () => lite.integer().primaryKey({ autoIncrement: true }),
};
export type Columns = typeof sqlite;

const jsonText = pg.customType<{ data: unknown; driverData: string }>({
  dataType: () => 'text',
  toDriver: (value) => JSON.stringify(value),
  fromDriver: (text) => JSON.parse(text) as unknown,
});

const postgres = {
  table: pg.pgTable,
  primaryKey: pg.primaryKey,
  index: pg.index,
  uniqueIndex: pg.uniqueIndex,
  text: () => pg.text(),
  integer: () => pg.integer(),
  big: () => pg.bigint({ mode: 'number' }),
  real: () => pg.doublePrecision(),
  boolean: () => pg.boolean(),
  json: () => jsonText(),
  pages: () => pgPages(),
  sequence: () => pg.bigserial({ mode: 'number' }).primaryKey(),
};

export const sqliteColumns: Columns = sqlite;
/**
 * Typed as the SQLite columns: the builders of both dialects answer to the same calls and rows have the same types, so
 * that queries are written once. The contract suite, run on both, holds this true.
 */
export const postgresColumns = postgres as unknown as Columns;
