// The registry on PostgreSQL: the contract on a real server, and an address where nobody answers.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { havePostgres, postgresTitle, query, startPostgres, type TestPostgres } from '../testing/postgres.ts';
import { registryContract } from '../testing/registry-contract.ts';
import { eventRow } from '../testing/rows.ts';
import { postgresRegistry } from './postgres.ts';

describe.skipIf(!havePostgres)(postgresTitle, () => {
  let server: TestPostgres;
  let url = '';
  beforeAll(async () => {
    server = await startPostgres();
    url = await server.newDatabase();
  }, 60_000);
  afterAll(() => server?.stop());

  registryContract('PostgreSQL', async () => postgresRegistry({ url }));

  test('events are kept as they are', async () => {
    const registry = postgresRegistry({ url });
    await registry.commit([{ op: 'event.add', row: eventRow() }]);
    await expect(query(url, "update events set actor = 'x'")).rejects.toThrow('append-only');
    await expect(query(url, 'delete from events')).rejects.toThrow('append-only');
    await registry.close();
  });

  test('a database that is not there is refused with advice', async () => {
    const registry = postgresRegistry({ url: url.replace(/\w+$/, 'nowhere') });
    await expect(registry.migrate()).rejects.toEqual(
      expect.objectContaining({ kind: 'usage', code: 'warehouse.database-denied' }),
    );
    await registry.close();
  });
});

test('a server that does not answer is a transient error', async () => {
  const registry = postgresRegistry({ url: 'postgres://nobody@127.0.0.1:1/none' });
  await expect(registry.nextInSequence('x')).rejects.toEqual(
    expect.objectContaining({ kind: 'transient', code: 'warehouse.database-unreachable', retryable: true }),
  );
  await expect(registry.paper('x')).rejects.toEqual(expect.objectContaining({ kind: 'transient' }));
  await registry.close();
});
