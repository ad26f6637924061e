// Asks a PostgreSQL server what it is and which migrations its registry lacks, without changing anything.
import pg from 'pg';
import type { RegistryState } from '../../core/ports.ts';
import { driverError } from './errors.ts';
import { loadMigrations } from './migrations.ts';

/** Milliseconds for the server to answer. */
const PATIENCE = 5_000;
/** The first version that has all we ask of it, as the server numbers it. */
const OLDEST = 140_000;

/** Never throws for what is wrong with the server: that is the answer. */
export async function inspectPostgres(url: string): Promise<RegistryState> {
  const nothing = { dialect: 'postgres', version: '', pending: [], newer: false, durable: false } as const;
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: PATIENCE,
    query_timeout: PATIENCE,
  });
  // A connection that breaks is told by the question that was asked.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const ask = async (text: string): Promise<string[]> =>
      (await client.query<Record<string, string>>(text)).rows.map((row) => Object.values(row)[0] ?? '');
    const [version = ''] = await ask('show server_version');
    const [number = '0'] = await ask('show server_version_num');
    const durable =
      (await ask('show fsync'))[0] === 'on' && (await ask('show synchronous_commit'))[0] !== 'off';
    const [there] = await ask("select to_regclass('schema_migrations')::text");
    const applied = there ? await ask('select tag from schema_migrations') : [];
    const known = loadMigrations('postgres').map(({ tag }) => tag);
    const state = {
      dialect: 'postgres',
      version,
      durable,
      pending: known.filter((tag) => !applied.includes(tag)),
      newer: applied.some((tag) => !known.includes(tag)),
    } as const;
    return Number(number) < OLDEST ? { ...state, fault: 'version' } : state;
  } catch (error) {
    return { ...nothing, fault: driverError(error).code || 'unreachable' };
  } finally {
    await client.end().catch(() => undefined);
  }
}
