// What breaks around a watched folder is waited for: told once, nothing lost, and it goes on when it is mended.
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { havePostgres, postgresTitle, query, startPostgres } from '../../warehouse/testing/postgres.ts';
import { expectFault, expectNoStack, newPlace, type Place } from '../faults/testing/place.ts';
import { whitePage } from '../faults/testing/white-page.ts';
import { today } from '../print/words.ts';
import { sohoa } from '../testing/run-cli.ts';
import { begun, countOf, type Running, startWatch } from './testing/running.ts';

const long = 600_000;
const day = today(new Date());
let place: Place;
let inbox: string;
let data: string;
const runs: Running[] = [];
const running = (watch: Running): Running => {
  runs.push(watch);
  return watch;
};
beforeEach(() => {
  place = newPlace();
  inbox = place.path('inbox');
  data = place.path('data');
  mkdirSync(inbox);
});
afterEach(() => {
  // One that a failed test left behind.
  for (const { child } of runs.splice(0)) child.kill('SIGKILL');
  place.remove();
});
const put = (name: string, content: Uint8Array): void => writeFileSync(join(inbox, name), content);

describe('what can never work ends it at the start', { timeout: long }, () => {
  test.each([
    ['no such folder', () => ['watch', place.path('none')], 'cli.no-such-file'],
    ['a file', () => ['watch', `${place.scans('x', 1)}/1.png`], 'watch.not-a-folder'],
    ['the data folder itself', () => ['watch', data], 'watch.is-data'],
    ['no keys in production', () => ['watch', inbox, '--production'], 'cli.no-keys'],
    ['a settling time that is none', () => ['watch', inbox, '--settle', 'lâu'], 'watch.seconds'],
  ])('%s', async (_name, command, code) => {
    mkdirSync(data);
    const run = await sohoa([...command(), '--data', data]);
    if (code === 'watch.seconds') expect([run.code, run.stderr.includes('--settle')]).toEqual([1, true]);
    else expectFault(run, code, 1);
  });
});

describe('what breaks around it', { timeout: long }, () => {
  test('a folder that goes away and comes back', async () => {
    const watch = running(startWatch({ inbox, data }));
    await watch.until(begun);
    renameSync(inbox, `${inbox}-away`);
    await watch.until((told) => told.includes('Không mở được thư mục được theo dõi'));
    renameSync(`${inbox}-away`, inbox);
    await watch.until((told) => told.includes('Đã hoạt động trở lại'));
    put('1.png', whitePage(1));
    await watch.until(() => existsSync(join(inbox, 'da-xu-ly', day, '1.png')));
    expect((await watch.stop('SIGINT')).code).toBe(130);
  });

  test('a data folder that goes away: none is made anew, and it goes on when it is back', async () => {
    const watch = running(startWatch({ inbox, data }));
    await watch.until(begun);
    put('1.png', whitePage(1));
    await watch.until(() => existsSync(join(inbox, 'da-xu-ly', day, '1.png')));
    renameSync(data, `${data}-away`);
    put('2.png', whitePage(2));
    await watch.until((told) => countOf('Thử lại sau')(told) >= 3);
    expect(existsSync(data)).toBe(false);
    expect(existsSync(join(inbox, '2.png'))).toBe(true);
    renameSync(`${data}-away`, data);
    await watch.until(() => existsSync(join(inbox, 'da-xu-ly', day, '2.png')));
    const run = await watch.stop('SIGTERM');
    expectNoStack(run);
    const papers = await sohoa(['papers', '--json', '--data', data]);
    expect(papers.stdout.trim().split('\n')).toHaveLength(2);
  });

  const title = `a registry that goes away and comes back (${postgresTitle})`;
  test.runIf(havePostgres)(title, async () => {
    const server = await startPostgres();
    try {
      const url = await server.newDatabase();
      const name = url.split('/').at(-1) ?? '';
      const admin = url.replace(/[^/]+$/, 'postgres');
      const allow = (yes: boolean) => query(admin, `alter database ${name} allow_connections ${yes}`);
      await allow(false);
      const watch = running(startWatch({ inbox, data }, { SOHOA_REGISTRY: url }));
      put('1.png', whitePage(1));
      await watch.until((told) => told.includes('Thử lại sau'));
      expect(existsSync(join(inbox, '1.png'))).toBe(true);
      await allow(true);
      await watch.until(() => existsSync(join(inbox, 'da-xu-ly', day, '1.png')));
      await query(admin, `alter database ${name} allow_connections false`);
      await query(admin, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
      put('2.png', whitePage(2));
      const before = watch.child;
      await watch.until((told) => countOf('Thử lại sau')(told) >= 2);
      await allow(true);
      await watch.until(() => existsSync(join(inbox, 'da-xu-ly', day, '2.png')));
      expect(before.exitCode).toBeNull();
      const run = await watch.stop('SIGINT');
      expectNoStack(run);
      expect(await query(url, 'select count(*)::int as n from papers')).toEqual([{ n: 2 }]);
    } finally {
      await server.stop();
    }
  });
});
