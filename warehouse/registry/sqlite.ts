// The registry on SQLite: what is its own (pragmas, transactions, full-text search, clock, errors).
import { closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { AppError } from '../../core/errors.ts';
import type { Registry } from '../../core/ports.ts';
import type { Connection, SearchWords, Work } from './dialect.ts';
import { conflictError, driverError, type Failure, failureError, safeCause } from './errors.ts';
import { loadMigrations, pendingMigrations } from './migrations.ts';
import { registryOver } from './registry.ts';
import { sqliteTables } from './schema-sqlite.ts';

/** Milliseconds a writer waits for another process. */
const BUSY_TIMEOUT = 30_000;

/**
 * The registry in one SQLite file, made with its folder where missing; call `migrate` before use. Several processes
 * may have it open. A commit is on the disk when it returns (WAL, synchronous FULL).
 * @throws AppError usage, transient or integrity where the file cannot be opened or is no database.
 */
export function sqliteRegistry(file: string): Registry {
  return registryOver(connect(file));
}

function connect(file: string): Connection {
  const client = open(file);
  const isThere = watchOver(file);
  const database = drizzle(client, { casing: 'snake_case' });
  return {
    tables: sqliteTables,
    database,
    // Not `async`: no other work of this process may come between the queries of a transaction.
    transaction: (work) =>
      settle(() => {
        isThere();
        return database.transaction((inner) => runAtOnce(work(inner)), { behavior: 'immediate' });
      }),
    now: (plusSeconds) => sql`strftime('%Y-%m-%dT%H:%M:%fZ', 'now', ${`${plusSeconds} seconds`})`,
    lock: () => null,
    matches: (query, limit) => settle(() => matches(client, query, limit)),
    migrate: () => settle(() => migrate(client)),
    translate,
    close: () => settle(() => void client.close()),
  };
}

function open(file: string): BetterSqlite3.Database {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    // Ours alone, also where a copy of the folder loses the folder's own bits; SQLite's files beside it follow.
    if (file !== ':memory:' && !existsSync(file)) closeSync(openSync(file, 'a', 0o600));
    const client = new BetterSqlite3(file, { timeout: BUSY_TIMEOUT });
    client.pragma('journal_mode = WAL');
    client.pragma('synchronous = FULL');
    client.pragma('foreign_keys = ON');
    return client;
  } catch (error) {
    throw translate(error);
  }
}

/** A file that was removed while it is open takes every commit and keeps none: says so before one is made. */
function watchOver(file: string): () => void {
  if (file === ':memory:') return () => undefined;
  const inode = (): number => statSync(file, { throwIfNoEntry: false })?.ino ?? 0;
  const opened = inode();
  return () => {
    if (inode() === opened) return;
    throw new AppError('dependency', 'fault.data-lost', { params: { folder: dirname(file) } });
  };
}

function runAtOnce<Result>(work: Work<Result>): Result {
  let step = work.next();
  while (!step.done) step = work.next(step.value.all());
  return step.value;
}

function matches(client: BetterSqlite3.Database, { words, openEnd }: SearchWords, limit: number): number[] {
  const last = words.length - 1;
  const query = words.map((word, index) => `"${word}"${openEnd && index === last ? '*' : ''}`).join(' AND ');
  return client
    .prepare<[string, number], number>(
      'select rowid from search_index where search_index match ? order by rowid desc limit ?',
    )
    .pluck()
    .all(query, limit);
}

function migrate(client: BetterSqlite3.Database): void {
  const migrations = loadMigrations('sqlite');
  const apply = client.transaction(() => {
    client.exec(
      'create table if not exists schema_migrations (tag text primary key not null, at text not null)',
    );
    const applied = client.prepare<[], string>('select tag from schema_migrations').pluck().all();
    for (const { tag, statements } of pendingMigrations(migrations, applied)) {
      for (const statement of statements) client.exec(statement);
      client.prepare("insert into schema_migrations values (?, strftime('%Y-%m-%dT%H:%M:%fZ'))").run(tag);
    }
  });
  apply.immediate();
}

async function settle<Result>(work: () => Result): Promise<Result> {
  try {
    return work();
  } catch (error) {
    throw translate(error);
  }
}

function translate(thrown: unknown): Error {
  if (thrown instanceof AppError) return thrown;
  const { code, message } = driverError(thrown);
  if (/^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)/.test(code)) {
    const constraint = constraintOf(message);
    return conflictError(constraint, safeCause(code, constraint));
  }
  if (code.startsWith('SQLITE_CONSTRAINT')) return conflictError('', safeCause(code));
  if (code === '' && !(thrown instanceof Error && thrown.name === 'SqliteError')) return thrown as Error;
  return failureError(failureOf(code), safeCause(code));
}

/** SQLite names the columns, not the index: `UNIQUE constraint failed: papers.original_sha256, papers.pages`. */
function constraintOf(message: string): string {
  const columns = message.replace(/^.*failed: /, '').replaceAll(' ', '');
  const names: Readonly<Record<string, string>> = {
    'papers.id': 'papers_pkey',
    'papers.code': 'papers_code',
    'papers.original_sha256,papers.pages': 'papers_original_pages',
    'owner_identifiers.scheme,owner_identifiers.number': 'owner_identifiers_key',
    'dossiers.code': 'dossiers_code',
    'paper_aliases.code': 'paper_aliases_pkey',
  };
  return names[columns] ?? '';
}

function failureOf(code: string): Failure {
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return 'busy';
  if (/^SQLITE_FULL|ENOSPC/.test(code)) return 'full';
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return 'damaged';
  if (/^SQLITE_(CANTOPEN|READONLY|PERM)|^E(ACCES|PERM|ROFS|NOTDIR|EXIST)/.test(code)) return 'denied';
  return 'other';
}
