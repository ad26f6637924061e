// Several processes on one data folder, signals at any time, nobody who reads: nothing twice, nothing half.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { message } from '../../core/messages/index.ts';
import { papersIn } from '../testing/papers-in.ts';
import { type CliRun, sohoa } from '../testing/run-cli.ts';
import { expectFault, expectNoStack, newPlace, type Place } from './testing/place.ts';

const long = 600_000;
const stoppedWord = message('vi', 'cli.stopped').split('{')[0] ?? '';
let place: Place;
beforeAll(() => {
  place = newPlace();
});
afterAll(() => place.remove());

const digitize = (scans: string, data: string, ...more: string[]): Promise<CliRun> =>
  sohoa(['digitize', scans, '--data', data, '--workers', '1', ...more]);

async function expectOnceEach(data: string, count: number): Promise<void> {
  const filed = await papersIn(data);
  expect(filed.map(({ signatures }) => signatures)).toEqual(Array.from({ length: count }, () => 1));
  expect(new Set(filed.map(({ originalSha256 }) => originalSha256)).size).toBe(count);
  expect(readdirSync(join(data, 'cache'))).toEqual([]);
}

describe('two at once on one data folder, from its very beginning', { timeout: long }, () => {
  test('the same files: each is filed once, and told by both', async () => {
    const scans = place.scans('same', 4);
    const data = place.path('same-data');
    const runs = await Promise.all([digitize(scans, data, '--json'), digitize(scans, data, '--json')]);
    for (const run of runs) {
      expectNoStack(run);
      expect(run.code, run.stderr).toBe(0);
    }
    const told = runs.map(
      ({ stdout }) =>
        (JSON.parse(stdout) as { documents: { id: string; alreadyFiled: boolean }[] }).documents,
    );
    expect(told[0]?.map(({ id }) => id)).toEqual(told[1]?.map(({ id }) => id));
    expect(told.flat().filter(({ alreadyFiled }) => !alreadyFiled)).toHaveLength(4);
    await expectOnceEach(data, 4);
  });

  test('other files: both are filed', async () => {
    const data = place.path('other-data');
    const [left, right] = [place.scans('left', 2), place.scans('right', 5)];
    const runs = await Promise.all([digitize(left, data), digitize(right, data)]);
    for (const run of runs) expect(run.code, run.stderr).toBe(0);
    // Two pages of both are the same.
    await expectOnceEach(data, 5);
  });

  test('digitize and watch', async () => {
    const data = place.path('watch-data');
    const [scans, inbox] = [place.scans('for-digitize', 3), place.scans('inbox', 3)];
    const watch = sohoa(['watch', inbox, '--data', data, '--once', '--settle', '0.3', '--workers', '1']);
    const runs = await Promise.all([digitize(scans, data), watch]);
    for (const run of runs) expect(run.code, run.stderr).toBe(0);
    await expectOnceEach(data, 3);
  });
});

describe('a signal', { timeout: long }, () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    '%s at any time: stops clearly, and the same command goes on',
    async (signal) => {
      const scans = place.scans(`for-${signal}`, 3);
      const data = place.path(`data-${signal}`);
      let stopped = 0;
      for (const after of [0, 400, 1500, 3000, 5000]) {
        const run = await sohoa(['digitize', scans, '--data', data, '--workers', '1'], {
          running: (child) => void sleep(after).then(() => child.kill(signal)),
        });
        expectNoStack(run);
        if (run.code === 0) break;
        stopped += 1;
        // Before the program has begun there is nobody to say anything: the system ends it, which is 128 + n in a shell.
        if (run.code === null) expect(run.signal).toBe(signal);
        else expect([run.code, run.stderr]).toEqual([130, expect.stringContaining(stoppedWord)]);
      }
      expect(stopped).toBeGreaterThan(0);
      expect((await digitize(scans, data)).code).toBe(0);
      await expectOnceEach(data, 3);
    },
  );

  test('a second one ends at once, and the same command goes on', async () => {
    const scans = place.scans('twice', 3);
    const data = place.path('data-twice');
    const run = await sohoa(['digitize', scans, '--data', data, '--workers', '1'], {
      running: (child) =>
        child.stdout?.once('data', () => {
          child.kill('SIGINT');
          void sleep(20).then(() => child.kill('SIGINT'));
        }),
    });
    expect(run.code === 130 || run.signal === 'SIGINT').toBe(true);
    expect((await digitize(scans, data)).code).toBe(0);
    await expectOnceEach(data, 3);
  });
});

describe('nobody who reads', { timeout: long }, () => {
  test('what is done goes on, and is filed', async () => {
    const scans = place.scans('unread', 3);
    const data = place.path('data-unread');
    const run = await sohoa(['digitize', scans, '--data', data, '--workers', '1'], {
      running: (child) => child.stdout?.destroy(),
    });
    expectNoStack(run);
    expect(run.code).toBe(0);
    await expectOnceEach(data, 3);
  });

  test.runIf(existsSync('/dev/full'))(
    'a full disk behind the output is told, what was filed stays',
    async () => {
      const scans = place.scans('to-full', 1);
      const data = place.path('data-full');
      const command = 'exec "$@" > /dev/full';
      const full = { prefix: ['sh', '-c', command, 'sh'] };
      const run = await sohoa(['digitize', scans, '--data', data, '--workers', '1', '--json'], full);
      expectFault(run, 'fault.output', 1);
      await expectOnceEach(data, 1);
      expectFault(await sohoa(['papers', '--json', '--data', data], full), 'fault.output', 1);
    },
  );
});
