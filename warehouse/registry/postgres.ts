// The registry on PostgreSQL: what is its own (pool, transactions, full-text search, clock, locks, errors).
import { sql } from 'drizzle-orm';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { AppError } from '../../core/errors.ts';
import type { Registry } from '../../core/ports.ts';
import type { Connection, Database, RowsQuery, SearchWords, Work } from './dialect.ts';
import { conflictError, driverError, type Failure, failureError, safeCause } from './errors.ts';
import { loadMigrations, pendingMigrations } from './migrations.ts';
import { registryOver } from './registry.ts';
import { postgresTables } from './schema-postgres.ts';

export interface PostgresOptions {
  /** `postgres://user@host:port/database`. */
  readonly url: string;
  /** Connections at most. */
  readonly connections?: number;
}

/** Any number that no other program uses for its advisory locks in this database. */
const MIGRATION_LOCK = 7_305_112_001;
/** Rows looked through before the index is asked: a word so frequent that the index would sort half the table is there. */
const RECENT_ROWS = 1000;

/**
 * The registry in a PostgreSQL database (14 or later); call `migrate` before use. Connects at first use.
 * @throws AppError transient where the server does not answer, from every operation.
 */
export function postgresRegistry({ url, connections = 10 }: PostgresOptions): Registry {
  const pool = new pg.Pool({ connectionString: url, max: connections, connectionTimeoutMillis: 10_000 });
  // A connection that breaks while idle is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  return registryOver(connectionOf(pool));
}

function connectionOf(pool: pg.Pool): Connection {
  const native = drizzle(pool, { casing: 'snake_case' });
  return {
    tables: postgresTables,
    database: asDatabase(native),
    transaction: (work) => settle(() => native.transaction((inner) => runAwaiting(work(asDatabase(inner))))),
    now: (plusSeconds) =>
      sql`to_char((clock_timestamp() + make_interval(secs => ${plusSeconds})) at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
    lock: (database, key) =>
      database
        .select({ held: sql`pg_advisory_xact_lock(hashtextextended(${key}, 0))::text` })
        .from(sql`(select 1) as once`),
    matches: (query, limit) => settle(() => matches(pool, query, limit)),
    migrate: () => settle(() => migrate(pool)),
    translate,
    close: () => pool.end(),
  };
}

/** One cast, for the reason given in columns.ts: the builders answer to the same calls. */
const asDatabase = (native: Pick<NodePgDatabase, 'select' | 'insert'>): Database =>
  native as unknown as Database;

async function runAwaiting<Result>(work: Work<Result>): Promise<Result> {
  let step = work.next();
  while (!step.done) step = work.next(await (step.value as RowsQuery<unknown>));
  return step.value;
}

async function matches(pool: pg.Pool, { words, openEnd }: SearchWords, limit: number): Promise<number[]> {
  const last = words.length - 1;
  const query = words.map((word, index) => `'${word}'${openEnd && index === last ? ':*' : ''}`).join(' & ');
  const ask = async (text: string, values: unknown[]): Promise<number[]> =>
    (await pool.query<{ seq: string }>(text, values)).rows.map((row) => Number(row.seq));
  const recent = await ask(
    `select seq from (select seq, text from search order by seq desc limit ${RECENT_ROWS}) as recent
     where words_of(text) @@ $1::tsquery order by seq desc limit $2`,
    [query, limit],
  );
  if (recent.length === limit) return recent;
  // Materialised, so that the index is used: walking back through every row would take minutes for a rare word.
  return ask(
    `with hits as materialized (select seq from search where words_of(text) @@ $1::tsquery)
     select seq from hits order by seq desc limit $2`,
    [query, limit],
  );
}

async function migrate(pool: pg.Pool): Promise<void> {
  const migrations = loadMigrations('postgres');
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    await client.query(
      'create table if not exists schema_migrations (tag text primary key not null, at text not null)',
    );
    const applied = (await client.query<{ tag: string }>('select tag from schema_migrations')).rows;
    for (const { tag, statements } of pendingMigrations(
      migrations,
      applied.map((row) => row.tag),
    )) {
      for (const statement of statements) await client.query(statement);
      await client.query('insert into schema_migrations values ($1, now()::text)', [tag]);
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

async function settle<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw translate(error);
  }
}

function translate(thrown: unknown): Error {
  if (thrown instanceof AppError) return thrown;
  const { code, constraint, message } = driverError(thrown);
  if (code.startsWith('23')) return conflictError(constraint, safeCause(code, constraint));
  if (code === '' && !/timeout|terminated|ended/i.test(message)) return thrown as Error;
  return failureError(failureOf(code), safeCause(code));
}

function failureOf(code: string): Failure {
  if (/^(40001|40P01|55P03|53300)$/.test(code)) return 'busy';
  if (code === '53100') return 'full';
  if (/^(XX001|XX002)$/.test(code)) return 'damaged';
  if (/^(28|3D|42501)/.test(code)) return 'denied';
  if (code === '' || /^(08|57P|ECONN|ENOTFOUND|ETIMEDOUT|EHOST|EPIPE|EAI)/.test(code)) return 'unreachable';
  return 'other';
}
