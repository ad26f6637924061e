// Test of the commands over PostgreSQL instead of the data folder's SQLite.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  havePostgres,
  postgresTitle,
  startPostgres,
  type TestPostgres,
} from '../warehouse/testing/postgres.ts';
import { type FilledData, fillData } from './testing/filled-data.ts';
import { sohoa } from './testing/run-cli.ts';

describe.skipIf(!havePostgres)(postgresTitle, () => {
  let server: TestPostgres;
  let url: string;
  let data: FilledData;
  beforeAll(async () => {
    server = await startPostgres();
    url = await server.newDatabase();
    data = await fillData(url);
  });
  afterAll(() => server.stop());

  test('by --registry and by SOHOA_REGISTRY, no SQLite is made', async () => {
    const where = ['--data', data.folder];
    const [option, environment] = await Promise.all([
      sohoa(['papers', '--json', '--registry', url, ...where]),
      sohoa(['papers', '--json', ...where], { environment: { SOHOA_REGISTRY: url } }),
    ]);
    expect([option.code, option.stderr]).toEqual([0, '']);
    expect(option.stdout.trim().split('\n')).toHaveLength(5);
    expect(environment.stdout).toBe(option.stdout);
    expect(existsSync(join(data.folder, 'registry.sqlite'))).toBe(false);
    expect((await sohoa(['show', data.land.id, '--registry', url, ...where])).stdout).toContain('Lê Văn Mẫu');
  });

  test('a server that does not answer: exit 1, the address is not repeated', async () => {
    const { code, stderr } = await sohoa([
      'papers',
      '--registry',
      'postgres://sohoa:hidden@127.0.0.1:1/none',
      '--verbose',
    ]);
    expect(code).toBe(1);
    expect(stderr).toContain('Không kết nối được máy chủ cơ sở dữ liệu');
    expect(stderr).not.toContain('hidden');
  });
});
