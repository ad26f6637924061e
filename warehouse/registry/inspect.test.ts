// Looking at a registry without changing it: new, up to date, of a newer program, damaged, not there.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { havePostgres, postgresTitle, startPostgres, type TestPostgres } from '../testing/postgres.ts';
import { inspectPostgres } from './inspect-postgres.ts';
import { inspectSqlite } from './inspect-sqlite.ts';
import { loadMigrations } from './migrations.ts';
import { postgresRegistry } from './postgres.ts';
import { sqliteRegistry } from './sqlite.ts';

const folder = mkdtempSync(join(tmpdir(), 'sohoa-inspect-'));
const file = (name: string): string => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const migrated = async (name: string): Promise<string> => {
  const registry = sqliteRegistry(file(name));
  await registry.migrate();
  await registry.close();
  return file(name);
};

describe('SQLite', () => {
  test('up to date: whole, durable, nothing pending', async () => {
    const state = inspectSqlite(await migrated('now.sqlite'));
    expect(state).toMatchObject({ dialect: 'sqlite', pending: [], newer: false, durable: true });
    expect(state.version).toMatch(/^3\./);
    expect(state.fault).toBeUndefined();
  });

  test('a database without a schema lacks every migration, and stays without', () => {
    new BetterSqlite3(file('new.sqlite')).exec('create table other (x)').close();
    const { pending, durable } = inspectSqlite(file('new.sqlite'));
    expect(pending).toEqual(loadMigrations('sqlite').map(({ tag }) => tag));
    expect(durable).toBe(false);
    const tables = new BetterSqlite3(file('new.sqlite'), { readonly: true });
    expect(tables.prepare('select name from sqlite_master').pluck().all()).toEqual(['other']);
    tables.close();
  });

  test('one of a newer program', async () => {
    const client = new BetterSqlite3(await migrated('newer.sqlite'));
    client.exec("insert into schema_migrations values ('9999_future', '2099-01-01T00:00:00.000Z')");
    client.close();
    expect(inspectSqlite(file('newer.sqlite')).newer).toBe(true);
  });

  test('a damaged one', async () => {
    const bytes = readFileSync(await migrated('whole.sqlite'));
    bytes.fill(0x5a, 4096 * 3, 4096 * 20);
    writeFileSync(file('damaged.sqlite'), bytes);
    expect(inspectSqlite(file('damaged.sqlite')).fault).toMatch(/^SQLITE_(CORRUPT|NOTADB)/);
  });

  test('none at all', () => {
    expect(inspectSqlite(file('nowhere.sqlite')).fault).toBe('SQLITE_CANTOPEN');
  });
});

describe.skipIf(!havePostgres)(postgresTitle, () => {
  let server: TestPostgres;
  beforeAll(async () => {
    server = await startPostgres();
  }, 120_000);
  afterAll(() => server?.stop());

  test('a new database lacks every migration, one that was brought up to date none', async () => {
    const url = await server.newDatabase();
    const fresh = await inspectPostgres(url);
    expect(fresh.version).toMatch(/^\d+/);
    expect(fresh.pending).toEqual(loadMigrations('postgres').map(({ tag }) => tag));
    const registry = postgresRegistry({ url });
    await registry.migrate();
    await registry.close();
    const state = await inspectPostgres(url);
    expect(state).toMatchObject({ dialect: 'postgres', pending: [], newer: false });
    expect(state.fault).toBeUndefined();
  });

  test('a database that is not there', async () => {
    const url = (await server.newDatabase()).replace(/\w+$/, 'nowhere');
    expect((await inspectPostgres(url)).fault).toBe('3D000');
  });
});

test('where nobody answers for PostgreSQL', async () => {
  expect((await inspectPostgres('postgres://clerk@127.0.0.1:1/sohoa')).fault).toBe('ECONNREFUSED');
});
