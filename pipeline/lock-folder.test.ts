// One at a time among processes: the living are waited for, the dead and those of long ago are not.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lock, tryLock } from './lock-folder.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sohoa-lock-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));
const folder = (): string => join(root, 'paper.lock');
const waiting = { signal: new AbortController().signal, onWait: () => undefined };

/** Another process that takes the lock and keeps it until it is killed. */
async function holder(): Promise<{ pid: number; kill(): Promise<void> }> {
  const code = `const { tryLock } = await import(${JSON.stringify(new URL('./lock-folder.ts', import.meta.url).href)});
    await tryLock(${JSON.stringify(folder())}); console.log('held'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  return {
    pid: child.pid ?? 0,
    kill: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGKILL');
      }),
  };
}

describe('a lock', () => {
  test('is taken, told to others, and leaves nothing', async () => {
    const held = await lock(folder(), waiting);
    expect(await tryLock(folder())).toMatchObject({ pid: process.pid });
    await held.release();
    expect(readdirSync(root)).toEqual([]);
    const again = await tryLock(folder());
    expect(again).toHaveProperty('release');
  });

  test('many at once get it one after the other', async () => {
    let inside = 0;
    let most = 0;
    const one = async (): Promise<void> => {
      const held = await lock(folder(), waiting);
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setTimeout(resolve, 5));
      inside -= 1;
      await held.release();
    };
    await Promise.all(Array.from({ length: 8 }, one));
    expect(most).toBe(1);
    expect(readdirSync(root)).toEqual([]);
  });

  test('of a living process is waited for, of a killed one is not', async () => {
    const other = await holder();
    expect(await tryLock(folder())).toMatchObject({ pid: other.pid });
    let tell!: (pid: number) => void;
    const told = new Promise<number>((resolve) => {
      tell = resolve;
    });
    const taken = lock(folder(), { ...waiting, onWait: ({ pid }) => tell(pid) });
    expect(await told).toBe(other.pid);
    await other.kill();
    await (await taken).release();
  });

  test("whose process number is another's by now counts as dead", async () => {
    const held = await lock(folder(), waiting);
    const [name = ''] = readdirSync(folder());
    await held.release();
    const [pid, host, machine] = name.split('.');
    mkdirSync(folder());
    writeFileSync(join(folder(), [pid, host, machine, '1', 'abcdef'].join('.')), '');
    expect(await tryLock(folder())).toHaveProperty('release');
  });

  test('of another machine counts while it beats', async () => {
    mkdirSync(folder());
    const file = join(folder(), '1.may-khac.0123456789ab.77.abcdef');
    writeFileSync(file, '');
    expect(await tryLock(folder())).toEqual({ pid: 1, host: 'may-khac' });
    const longAgo = new Date(Date.now() - 120_000);
    utimesSync(file, longAgo, longAgo);
    expect(await tryLock(folder())).toHaveProperty('release');
  });

  test('is not waited for once the signal says so', async () => {
    await lock(folder(), waiting);
    const stop = new AbortController();
    const second = lock(folder(), { ...waiting, signal: stop.signal });
    stop.abort();
    await expect(second).rejects.toThrow();
  });

  test('in a folder that is gone is an error', async () => {
    await expect(tryLock(join(root, 'none', 'x.lock'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
