// The registry on SQLite: the contract, and what several processes and a damaged file do.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import BetterSqlite3 from 'better-sqlite3';
import { afterAll, describe, expect, test } from 'vitest';
import { registryContract } from '../testing/registry-contract.ts';
import { eventRow } from '../testing/rows.ts';
import { sqliteRegistry } from './sqlite.ts';

const folder = mkdtempSync(join(tmpdir(), 'sohoa-sqlite-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

registryContract('SQLite', async () => sqliteRegistry(join(folder, 'contract', 'registry.db')));

describe('several processes', () => {
  test('start at once on a new file and share one sequence', async () => {
    const file = join(folder, 'shared.db');
    const child = fileURLToPath(new URL('../testing/sequence-child.ts', import.meta.url));
    const run = promisify(execFile);
    const outputs = await Promise.all(
      Array.from({ length: 4 }, () => run(process.execPath, [child, file, 'shared', '50'])),
    );
    const numbers = outputs.flatMap(({ stdout }) => JSON.parse(stdout) as number[]);
    expect(numbers.sort((one, two) => one - two)).toEqual(
      Array.from({ length: 200 }, (_, index) => index + 1),
    );
  }, 60_000);
});

describe('the file', () => {
  test('is durable by its settings and keeps events as they are', async () => {
    const file = join(folder, 'settings.db');
    const registry = sqliteRegistry(file);
    await registry.migrate();
    await registry.commit([{ op: 'event.add', row: eventRow() }]);
    const client = new BetterSqlite3(file);
    expect(client.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(() => client.exec("update events set actor = 'x'")).toThrow('append-only');
    expect(() => client.exec('delete from events')).toThrow('append-only');
    client.close();
    await registry.close();
  });

  test('that is no database is refused with advice', async () => {
    const file = join(folder, 'text.db');
    writeFileSync(file, 'this is no database, whatever its name says'.repeat(100));
    expect(() => sqliteRegistry(file)).toThrow(
      expect.objectContaining({ kind: 'integrity', code: 'warehouse.database-damaged' }),
    );
  });

  test('of a newer program is refused', async () => {
    const file = join(folder, 'newer.db');
    const registry = sqliteRegistry(file);
    await registry.migrate();
    const client = new BetterSqlite3(file);
    client.exec("insert into schema_migrations values ('9999_future', '')");
    client.close();
    await expect(registry.migrate()).rejects.toEqual(
      expect.objectContaining({ code: 'warehouse.database-newer' }),
    );
    await registry.close();
  });
});
