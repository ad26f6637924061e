// What the two databases must each bring; everything else is written once, against this.
import type { SQL } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { Tables } from './tables.ts';

/** The query builder, of a connection or of a transaction; PostgreSQL's answers to the same calls (see columns.ts). */
export type Database = Pick<
  BetterSQLite3Database,
  'select' | 'selectDistinct' | 'insert' | 'update' | 'delete'
>;

/** A built query: SQLite runs it at once by `all`, PostgreSQL by awaiting it. */
export interface RowsQuery<Row> extends PromiseLike<Row[]> {
  all(): Row[];
}

/**
 * The work of a transaction, as queries that are handed out one by one: better-sqlite3 must run them without a pause,
 * PostgreSQL cannot. Each `yield` gives back the rows.
 */
export type Work<Result> = Generator<RowsQuery<unknown>, Result, unknown[]>;

/** Runs one query of a `Work` and types its rows. */
export function* rows<Row>(query: RowsQuery<Row>): Work<Row[]> {
  return (yield query) as Row[];
}

/** Words of a search, folded; the last one may be the beginning of a word. */
export interface SearchWords {
  readonly words: readonly string[];
  readonly openEnd: boolean;
}

export interface Connection {
  readonly tables: Tables;
  readonly database: Database;
  /** Runs the work in one transaction that excludes other writers of the same rows; errors come out as AppError. */
  transaction<Result>(work: (database: Database) => Work<Result>): Promise<Result>;
  /** The database's clock plus seconds, as an instant of `core/model.ts`. */
  now(plusSeconds: number): SQL<string>;
  /** Keeps other transactions that ask for the same key waiting until this one ends; null where that is so anyway. */
  lock(database: Database, key: string): RowsQuery<unknown> | null;
  /** `search.seq` of the newest rows that hold every word, newest first. Never empty words. */
  matches(query: SearchWords, limit: number): Promise<number[]>;
  /** Brings the schema up to date, one process at a time. */
  migrate(): Promise<void>;
  /** AppError for what the driver threw; it carries no value of any row. */
  translate(thrown: unknown): Error;
  close(): Promise<void>;
}

/** Awaits a read; errors come out as AppError. */
export async function read<Row>(connection: Connection, query: PromiseLike<Row[]>): Promise<Row[]> {
  try {
    return await query;
  } catch (error) {
    throw connection.translate(error);
  }
}
