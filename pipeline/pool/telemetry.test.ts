// onnxruntime carries a client that sends usage to its maker: a worker of the pool must never start it.
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { asPage, drawn } from '../testing/pages.ts';
import { openPagePool } from './page-pool.ts';

const logsOfClient = async () =>
  (await readdir(tmpdir())).filter((name) => name.startsWith('mat-debug-')).toSorted();

test('reading a page starts no telemetry: the client would leave its log at once', async () => {
  const page = await asPage(
    await drawn({ width: 600, height: 840, shapes: '<rect x="100" y="100" width="300" height="20"/>' }),
    100,
  );
  const before = await logsOfClient();
  const pool = openPagePool({ workers: 1, settings: { native: null } });
  await pool.read({ ...page, number: 1, jpegQuality: 40 });
  await pool.close();
  // Other programs of this machine may use the same library: only logs that came meanwhile count.
  expect((await logsOfClient()).filter((name) => !before.includes(name))).toEqual([]);
});
