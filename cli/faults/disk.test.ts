// Disks and folders that fail: full, read-only, closed to us, gone while the program runs.
import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { message } from '../../core/messages/index.ts';
import { papersIn } from '../testing/papers-in.ts';
import { type CliRun, sohoa } from '../testing/run-cli.ts';
import {
  asNobody,
  canBeNobody,
  canMount,
  expectFault,
  expectNoStack,
  mountTitle,
  newPlace,
  nobodyTitle,
  type Place,
} from './testing/place.ts';
import { whitePage } from './testing/white-page.ts';

const long = 600_000;
let place: Place;
let scans: string;
beforeAll(() => {
  place = newPlace();
  scans = place.scans('scans', 2);
});
afterAll(() => place.remove());

const digitize = (data: string, ...more: string[]): Promise<CliRun> =>
  sohoa(['digitize', scans, '--data', data, ...more]);

/** Both pages are filed, once each, and nothing of the work is left. */
async function expectWhole(data: string): Promise<void> {
  const papers = await papersIn(data);
  expect(papers.map(({ status, signatures }) => [status, signatures])).toEqual([
    ['review', 1],
    ['review', 1],
  ]);
  expect(new Set(papers.map(({ originalSha256 }) => originalSha256)).size).toBe(2);
  expect(readdirSync(join(data, 'cache'))).toEqual([]);
  expect(readdirSync(join(data, 'objects', 'tmp'))).toEqual([]);
}

describe.runIf(canMount)(mountTitle('a full disk'), { timeout: long }, () => {
  const full = /đã đầy/;

  test('stops at whatever it meets first; the same command goes on when there is space', async () => {
    const disk = place.smallDisk('small', 16);
    const data = join(disk, 'data');
    const ends: (number | null)[] = [];
    for (const kilobytes of [16, 200, 420, 640, 900]) {
      place.resizeDisk(disk, kilobytes);
      const run = await digitize(data);
      ends.push(run.code);
      expectNoStack(run);
      if (run.code === 0) break;
      expect(run.code, run.stderr).toBe(1);
      expect(run.stderr).toMatch(full);
    }
    expect(ends.slice(0, 3)).toEqual([1, 1, 1]);
    place.resizeDisk(disk, 65_536);
    expect((await digitize(data)).code).toBe(0);
    await expectWhole(data);
  });

  test('of the folder for copies: the paper is filed, the same command copies it', async () => {
    const out = place.smallDisk('small-out', 8);
    const data = place.path('out-data');
    expectFault(await digitize(data, '--out', out), 'fault.out', 1);
    place.resizeDisk(out, 65_536);
    expect((await digitize(data, '--out', out)).code).toBe(0);
    await expectWhole(data);
    expect(readdirSync(out)).toHaveLength(2);
  });
});

describe.runIf(canMount)(mountTitle('a read-only disk'), { timeout: long }, () => {
  test('is told before anything is read', async () => {
    const data = place.path('shown');
    mkdirSync(data);
    const shown = place.readOnly(data);
    expectFault(await digitize(shown), 'fault.read-only', 1);
    expect(readdirSync(data)).toEqual([]);
  });
});

describe.runIf(canBeNobody)(nobodyTitle('no permission'), { timeout: long }, () => {
  const nobody = { prefix: asNobody };

  test('to write the data folder', async () => {
    const closed = place.path('closed');
    mkdirSync(closed, { mode: 0o755 });
    for (const data of [closed, join(closed, 'data')])
      expectFault(await sohoa(['digitize', scans, '--data', data], nobody), 'fault.data-denied', 1);
    expect(readdirSync(closed)).toEqual([]);
  });

  test("to look into another's data", async () => {
    const data = place.path('of-root');
    await digitize(data);
    chmodSync(data, 0o700);
    const run = await sohoa(['papers', '--data', data], nobody);
    expectFault(run, 'warehouse.database-denied', 1);
  });

  test('to read a folder of scans, or one scan of several', async () => {
    const mixed = place.scans('mixed', 2);
    chmodSync(join(mixed, '1.png'), 0o600);
    const data = place.path('of-nobody');
    mkdirSync(data);
    chmodSync(data, 0o777);
    const run = await sohoa(['digitize', mixed, '--data', data], nobody);
    expectFault(run, 'fault.input-denied', 2);
    expect(run.stderr).toContain('1.png');
    expect(run.stdout).toContain('2.png');
    chmodSync(mixed, 0o700);
    expectFault(await sohoa(['digitize', mixed, '--data', data], nobody), 'fault.input-folder', 1);
  });
});

describe('what vanishes while the program runs', { timeout: long }, () => {
  /** Does something as soon as the first paper is told. */
  const digitizeAnd = (folder: string, data: string, act: () => void): Promise<CliRun> =>
    sohoa(['digitize', folder, '--data', data, '--workers', '1'], {
      running: (child) => child.stdout?.once('data', act),
    });

  test('the scans: those that are gone fail, each by name, the others are filed', async () => {
    const many = place.scans('going', 8);
    const data = place.path('going-data');
    const run = await digitizeAnd(many, data, () => rmSync(many, { recursive: true }));
    expect(run.code, run.stderr).toBe(2);
    expect(run.stderr).toContain(message('vi', 'intake.not-found', { file: '8.png' }));
    expect(run.stdout.match(/\.png/g)).toHaveLength(8);
    const papers = await papersIn(data);
    expect(papers.length).toBeGreaterThan(0);
    expect(papers.length).toBeLessThan(8);
  });

  test('the data folder: the run stops and makes no new one', async () => {
    const many = place.scans('staying', 6);
    const data = place.path('lost-data');
    const run = await digitizeAnd(many, data, () => renameSync(data, `${data}.away`));
    expect(run.code, run.stderr).toBe(1);
    expect(run.stderr).toMatch(/không còn nữa|đã bị xóa hoặc tháo ra|Không đọc hoặc ghi được kho lưu/);
    expectNoStack(run);
    expect(existsSync(join(data, 'registry.sqlite'))).toBe(false);
    rmSync(data, { recursive: true, force: true });
    renameSync(`${data}.away`, data);
    expect((await sohoa(['digitize', many, '--data', data])).code).toBe(0);
    expect(await papersIn(data)).toHaveLength(6);
  });

  test('a scan that becomes another while it is read is refused as that, or taken as what it was or is', async () => {
    const many = place.scans('changing', 3);
    const data = place.path('changing-data');
    const change = () => {
      for (const name of ['2.png', '3.png']) writeFileSync(join(many, name), whitePage(30));
    };
    expect([0, 2]).toContain((await digitizeAnd(many, data, change)).code);
    const again = await sohoa(['digitize', many, '--data', data]);
    expect(again.code).toBe(0);
    // What is kept is what its hash says.
    expect(readdirSync(join(data, 'cache'))).toEqual([]);
  });
});
