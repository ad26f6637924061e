// Looks at a registry file without changing it: is it whole, how is it written, which migrations does it lack?
import BetterSqlite3 from 'better-sqlite3';
import type { RegistryState } from '../../core/ports.ts';
import { driverError } from './errors.ts';
import { loadMigrations } from './migrations.ts';

/** Milliseconds to wait for a writer. */
const PATIENCE = 5_000;

/** Never throws for what is wrong with the file: that is the answer. `file` must exist. */
export function inspectSqlite(file: string): RegistryState {
  const nothing = { dialect: 'sqlite', version: '', pending: [], newer: false, durable: false } as const;
  let client: BetterSqlite3.Database;
  try {
    client = new BetterSqlite3(file, { readonly: true, fileMustExist: true, timeout: PATIENCE });
  } catch (error) {
    return { ...nothing, fault: driverError(error).code || 'SQLITE_CANTOPEN' };
  }
  try {
    const version = String(client.prepare('select sqlite_version()').pluck().get());
    const journal = String(client.pragma('journal_mode', { simple: true }));
    // The quick form reads every page, and leaves out whether indexes agree with their tables.
    const check = String(client.pragma('quick_check(1)', { simple: true }));
    const state = { ...nothing, version, durable: journal === 'wal', ...lacking(client) };
    return check === 'ok' ? state : { ...state, fault: 'SQLITE_CORRUPT' };
  } catch (error) {
    return { ...nothing, fault: driverError(error).code || 'SQLITE_ERROR' };
  } finally {
    client.close();
  }
}

function lacking(client: BetterSqlite3.Database): Pick<RegistryState, 'pending' | 'newer'> {
  const known = loadMigrations('sqlite').map(({ tag }) => tag);
  const has =
    client.prepare("select 1 from sqlite_master where name = 'schema_migrations'").get() !== undefined;
  const applied = has ? client.prepare<[], string>('select tag from schema_migrations').pluck().all() : [];
  return {
    pending: known.filter((tag) => !applied.includes(tag)),
    newer: applied.some((tag) => !known.includes(tag)),
  };
}
