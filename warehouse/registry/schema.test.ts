// Holds the two schemas equal, and the checked-in migrations equal to the tables the queries are written for.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getTableColumns, getTableName } from 'drizzle-orm';
import { CasingCache } from 'drizzle-orm/casing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describePostgres, describeSqlite, type SchemaLines } from '../testing/describe-schema.ts';
import { havePostgres, postgresTitle, startPostgres, type TestPostgres } from '../testing/postgres.ts';
import { loadMigrations, pendingMigrations } from './migrations.ts';
import { readPages, writePages } from './page-ranges.ts';
import { postgresRegistry } from './postgres.ts';
import { postgresTables } from './schema-postgres.ts';
import { sqliteTables } from './schema-sqlite.ts';
import { sqliteRegistry } from './sqlite.ts';

const folder = mkdtempSync(join(tmpdir(), 'sohoa-schema-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function sqliteLines(): Promise<SchemaLines> {
  const file = join(folder, 'schema.db');
  const registry = sqliteRegistry(file);
  await registry.migrate();
  await registry.close();
  return describeSqlite(file);
}

/** Columns as the queries name them. */
function declared(tables: typeof sqliteTables): string[] {
  const casing = new CasingCache('snake_case');
  return Object.values(tables).flatMap((table) =>
    Object.values(getTableColumns(table)).map(
      (column) => `${getTableName(table)}.${casing.getColumnCasing(column)}`,
    ),
  );
}
const migrated = (lines: SchemaLines): string[] =>
  lines.flatMap((line) => /^(?!schema_migrations)(\w+\.\w+) \w+ (?:not )?null$/.exec(line)?.[1] ?? []);

test('the SQLite migrations make the tables the queries are written for', async () => {
  const lines = await sqliteLines();
  expect(migrated(lines)).toEqual(declared(sqliteTables).sort());
  expect(lines).toContain(
    "papers unique (original_sha256, pages) where state not in 'refused', 'failed', 'discarded' and legal_status <> 'superseded'",
  );
  expect(lines).toContain('owner_identifiers unique (scheme, number)');
});

describe.skipIf(!havePostgres)(postgresTitle, () => {
  let server: TestPostgres;
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server?.stop());

  test('has the same tables, columns, nullability, keys, indexes and references as SQLite', async () => {
    const url = await server.newDatabase();
    const registry = postgresRegistry({ url });
    await registry.migrate();
    await registry.close();
    const lines = await describePostgres(url);
    expect(migrated(lines)).toEqual(declared(postgresTables).sort());
    expect(lines).toEqual(await sqliteLines());
  }, 60_000);
});

test('both dialects have migrations of the same names', () => {
  const [one, two] = [loadMigrations('sqlite'), loadMigrations('postgres')];
  expect(one.map(({ tag }) => tag)).toEqual(two.map(({ tag }) => tag));
  expect(pendingMigrations(one, [one[0]!.tag])).toEqual(one.slice(1));
});

test.each([
  [[], ''],
  [[7], '7'],
  [[1, 2, 3, 5, 9, 10], '1-3,5,9-10'],
  [[3, 2, 1], '3,2,1'],
])('pages %j are written %s', (pages, text) => {
  expect(writePages(pages)).toBe(text);
  expect(readPages(text)).toEqual(pages);
});
