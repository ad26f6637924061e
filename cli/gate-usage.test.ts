// What the command line says of the gate before anything is read: overrides said in full, and the site's file.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { sampleFile } from '../pipeline/testing/pages.ts';
import { EXIT } from './exit-codes.ts';
import { sohoa } from './testing/run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'sohoa-gate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const site = (name: string, content: string): string => {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
};

const scan = sampleFile('khai-sinh/01.jpg');
const of = (...words: string[]) => ['digitize', scan, '--data', join(folder, 'data'), ...words];

test.each([
  [
    'no reason',
    of('--override', 'plain-copy', '--role', 'supervisor'),
    /phải ghi đủ --override, --role và --reason/,
  ],
  [
    'a secret',
    of('--override', 'secret', '--role', 'supervisor', '--reason', 'x'),
    /Không ai được cho qua quy tắc secret/,
  ],
  [
    'the wrong role',
    of('--override', 'secret-doubt', '--role', 'supervisor', '--reason', 'x'),
    /Vai trò được phép: secrecy-officer/,
  ],
  [
    'a weaker gate',
    of('--gate', site('weak.json', '{"secret":{"action":"warn"}}')),
    /Quy tắc secret không được nới lỏng/,
  ],
  ['no JSON', of('--gate', scan), /Không đọc được tệp quy tắc số hóa/],
])('%s', { timeout: 60_000 }, async (_what, words, wanted) => {
  const run = await sohoa(words);
  expect(run.stderr).toMatch(wanted);
  expect(run.stdout).toBe('');
  expect(run.code).toBe(EXIT.usage);
});
