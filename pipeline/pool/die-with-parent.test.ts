// A worker in the midst of an endless loop ends with its program, also when that is killed.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { residentBytes } from './watch-memory.ts';

const program = new URL('./testing/killed-program.ts', import.meta.url).pathname;
const linux = process.platform === 'linux' && existsSync('/usr/bin/setpriv');

test.skipIf(!linux)(
  'the program is killed: its looping worker is gone (Linux with util-linux to run)',
  async () => {
    const parent = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'inherit'] });
    const worker = await new Promise<number>((resolve) => {
      parent.stdout.setEncoding('utf8').once('data', (text: string) => resolve(Number(text)));
    });
    expect(residentBytes(worker)).toBeGreaterThan(0);
    parent.kill('SIGKILL');
    while (residentBytes(worker) > 0) await new Promise((resolve) => setTimeout(resolve, 20));
  },
);
