// Killed while a secret letter is being read: the next run with the same command takes away what was left.
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { drawLetter } from '../pipeline/gate/testing/stamped-page.ts';
import { EXIT } from './exit-codes.ts';
import { sohoa } from './testing/run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'sohoa-gate-killed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('nothing of it stays', { timeout: 300_000 }, async () => {
  const scan = join(folder, 'letter.png');
  const data = join(folder, 'data');
  const cache = join(data, 'cache');
  const lines = ['ỦY BAN NHÂN DÂN TỈNH', 'Số: 12/BC-UBND', '', '', 'BÁO CÁO', 'Về một việc'];
  writeFileSync(scan, await drawLetter({ lines, stamps: [{ text: 'TUYỆT MẬT', x: 32, y: 40 }], dpi: 150 }));
  const isBegun = () =>
    existsSync(cache) &&
    readdirSync(cache, { recursive: true }).some((name) => String(name).endsWith('original'));
  const killed = await sohoa(['digitize', scan, '--data', data], {
    running: (child) => {
      const watch = setInterval(() => {
        if (!isBegun()) return;
        clearInterval(watch);
        child.kill('SIGKILL');
      }, 5);
      child.on('close', () => clearInterval(watch));
    },
  });
  expect(killed.signal).toBe('SIGKILL');
  const next = await sohoa(['digitize', scan, '--data', data, '--json']);
  expect(next.code).toBe(EXIT.failed);
  expect(JSON.parse(next.stdout).documents).toMatchObject([
    { status: 'refused', problems: [{ code: 'gate.secret' }] },
  ]);
  expect(readdirSync(cache)).toEqual([]);
});
