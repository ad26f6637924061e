// A registry that is damaged, of another version, lost, away, or ahead of our clock.
import {
  cpSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ulidSource } from '../../core/ids.ts';
import { sqliteRegistry } from '../../warehouse/registry/sqlite.ts';
import {
  havePostgres,
  postgresTitle,
  query,
  startPostgres,
  type TestPostgres,
} from '../../warehouse/testing/postgres.ts';
import { type CliRun, sohoa } from '../testing/run-cli.ts';
import { expectFault, expectNoStack, newPlace, type Place } from './testing/place.ts';

const long = 600_000;
let place: Place;
let scans: string;
let used: string;
beforeAll(async () => {
  place = newPlace();
  scans = place.scans('scans', 2);
  used = place.path('used');
  expect((await digitize(used)).code).toBe(0);
}, long);
afterAll(() => place.remove());

const digitize = (data: string, environment: Record<string, string> = {}): Promise<CliRun> =>
  sohoa(['digitize', scans, '--data', data], { environment });

function copyOf(name: string): { data: string; file: string } {
  const data = place.path(name);
  mkdirSync(data);
  cpSync(used, data, { recursive: true });
  return { data, file: join(data, 'registry.sqlite') };
}

/** Names of all objects: none went, none came. */
const objectsOf = (data: string): string[] =>
  readdirSync(join(data, 'objects'), { recursive: true }).map(String).sort();

describe('the SQLite file', { timeout: long }, () => {
  test.each([
    [
      'overwritten at its begin',
      (file: string) => writeSync(openSync(file, 'r+'), Buffer.alloc(4000, 7), 0, 4000, 0),
    ],
    [
      'overwritten in its middle',
      (file: string) => writeSync(openSync(file, 'r+'), Buffer.alloc(200_000, 7), 0, 200_000, 8192),
    ],
    ['cut off', (file: string) => truncateSync(file, 5000)],
    ['no database', (file: string) => writeFileSync(file, 'đây không phải cơ sở dữ liệu\n'.repeat(50))],
  ])('%s', async (name, damage) => {
    const { data, file } = copyOf(`damaged ${name}`);
    damage(file);
    expectFault(await digitize(data), 'warehouse.database-damaged', 1);
    expect(objectsOf(data)).toEqual(objectsOf(used));
  });

  test.each([
    ['gone', (file: string) => rmSync(file)],
    ['empty', (file: string) => truncateSync(file, 0)],
  ])('%s although objects are there', async (name, lose) => {
    const { data, file } = copyOf(`lost ${name}`);
    lose(file);
    expectFault(await digitize(data), 'fault.registry-lost', 1);
    expect(objectsOf(data)).toEqual(objectsOf(used));
  });

  test('of a newer version', async () => {
    const { data, file } = copyOf('newer');
    const database = new DatabaseSync(file);
    database.exec("insert into schema_migrations values ('9999_later', '2030-01-01')");
    database.close();
    expectFault(await digitize(data), 'warehouse.database-newer', 1);
  });

  test('removed while it is open takes no commit', async () => {
    const { file } = copyOf('removed');
    const registry = sqliteRegistry(file);
    await registry.migrate();
    rmSync(file);
    await expect(registry.nextInSequence('x')).rejects.toMatchObject({ code: 'fault.data-lost' });
    await registry.close();
  });
});

describe('a clock behind what is filed', { timeout: long }, () => {
  test('stops before anything is signed, unless it is said to be right', async () => {
    const { data, file } = copyOf('clock');
    const later = new Date(Date.now() + 48 * 3600_000);
    const registry = sqliteRegistry(file);
    const [paper] = await registry.papers({});
    const nowhere = { dossierId: null, agency: null, area: null, procedure: null, procedureVersion: null };
    const row = {
      id: ulidSource({ now: () => later })(),
      kind: 'reviewed',
      at: later.toISOString(),
      note: null,
    } as const;
    await registry.commit([{ op: 'event.add', row: { ...row, ...nowhere, actor: 'x', paperId: paper!.id } }]);
    await registry.close();
    expectFault(await digitize(data), 'fault.clock-behind', 1);
    expect((await digitize(data, { SOHOA_TRUST_CLOCK: '1' })).code).toBe(0);
  });
});

describe.runIf(havePostgres)(`away: ${postgresTitle}`, { timeout: long }, () => {
  let server: TestPostgres;
  beforeAll(async () => {
    server = await startPostgres();
  }, long);
  afterAll(() => server.stop());

  test('at the start', async () => {
    const run = await digitize(place.path('nobody-there'), { SOHOA_REGISTRY: 'postgres://x@127.0.0.1:9/x' });
    expectFault(run, 'warehouse.database-unreachable', 1);
  });

  test('no such database, no such account', async () => {
    const url = await server.newDatabase();
    const none = url.replace(/[^/]+$/, 'none');
    expectFault(
      await digitize(place.path('no-database'), { SOHOA_REGISTRY: none }),
      'warehouse.database-denied',
      1,
    );
    const other = url.replace('sohoa@', 'nobody@');
    expectFault(
      await digitize(place.path('no-account'), { SOHOA_REGISTRY: other }),
      'warehouse.database-denied',
      1,
    );
  });

  test('in the middle: the run stops, what was filed stays, the same command does the rest', async () => {
    const url = await server.newDatabase();
    const name = url.split('/').at(-1) ?? '';
    const admin = url.replace(/[^/]+$/, 'postgres');
    const many = place.scans('many', 6);
    const data = place.path('middle');
    const command = ['digitize', many, '--data', data, '--workers', '1'];
    const environment = { SOHOA_REGISTRY: url };
    const cut = async (): Promise<void> => {
      await query(admin, `alter database ${name} allow_connections false`);
      await query(admin, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
    };
    const run = await sohoa(command, {
      environment,
      running: (child) => child.stdout?.once('data', () => void cut()),
    });
    expect(run.code, run.stderr).toBe(1);
    expectNoStack(run);
    await query(admin, `alter database ${name} allow_connections true`);
    const before = await query(url, 'select id from papers order by id');
    expect(before.length).toBeGreaterThan(0);
    expect(before.length).toBeLessThan(6);
    expect((await sohoa(command, { environment })).code).toBe(0);
    const after = await query(url, 'select id from papers order by id');
    expect(after.slice(0, before.length)).toEqual(before);
    expect(await query(url, 'select count(distinct original_sha256)::int as n from papers')).toEqual([
      { n: 6 },
    ]);
    expect(await query(url, 'select * from intents')).toEqual([]);
  });
});
