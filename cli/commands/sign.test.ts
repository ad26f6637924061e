// Tests of verify, keys and separators as child processes.
import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type FilledData, fillData } from '../testing/filled-data.ts';
import { sohoa } from '../testing/run-cli.ts';

const work = mkdtempSync(join(tmpdir(), 'sohoa-sign-'));
const copy = join(work, 'copy.pdf');
let data: FilledData;
beforeAll(async () => {
  data = await fillData();
  await sohoa(['open', data.diploma.id, '--data', data.folder, '-o', copy]);
});

describe('verify', () => {
  const trusted = (): string[] => ['--trust', join(data.folder, 'keys', 'ca.pem')];

  test('signed, whole and trusted: exit 0', async () => {
    const { code, stdout, stderr } = await sohoa(['verify', copy, '--json', ...trusted()]);
    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({
      valid: true,
      signatures: [
        { kind: 'signature', integrity: true, coversWholeDocument: true, trusted: true, level: 'B-B' },
      ],
    });
  });

  test('without its authority: not valid, exit 2', async () => {
    const { code, stdout } = await sohoa(['verify', copy, '--json']);
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({
      valid: false,
      signatures: [{ integrity: true, trusted: false }],
    });
  });

  test('changed: not valid', async () => {
    const bytes = readFileSync(copy);
    const changed = join(work, 'changed.pdf');
    bytes[200] = (bytes[200] ?? 0) ^ 1;
    writeFileSync(changed, bytes);
    const { code, stdout } = await sohoa(['verify', changed, ...trusted(), '--json']);
    expect(code).toBe(2);
    expect(JSON.parse(stdout).valid).toBe(false);
  });

  test('unsigned, no PDF, no file: the report says so', async () => {
    const unsigned = join(work, 'unsigned.pdf');
    await sohoa(['separators', '-n', '1', '-o', unsigned]);
    const text = join(work, 'text.pdf');
    writeFileSync(text, 'no PDF');
    const files = [unsigned, text, join(work, 'none.pdf')];
    const runs = await Promise.all(files.map((file) => sohoa(['verify', file, '--json'])));
    expect(runs.map(({ code }) => code)).toEqual([2, 2, 2]);
    expect(runs.map(({ stdout }) => JSON.parse(stdout).problems)).toEqual([
      ['unsigned'],
      ['unreadable'],
      ['unreadable'],
    ]);
  });

  test('for people', async () => {
    const { stdout } = await sohoa(['verify', copy, ...trusted()]);
    expect(stdout).toContain('HỢP LỆ');
    expect(stdout).toContain('ký toàn bộ tệp');
  });
});

describe('keys', () => {
  const folder = join(work, 'keys-data');

  test('are made once and shown', async () => {
    const before = await sohoa(['keys', 'show', '--data', folder]);
    expect([before.code, before.stdout]).toEqual([2, '']);
    const made = await sohoa(['keys', 'init', '--officer', 'Trần Thị Mẫu', '--data', folder]);
    expect(made.code).toBe(0);
    expect(made.stdout).toContain(join(folder, 'keys', 'ca.pem'));
    expect(made.stderr).toContain('BẢN THỬ');
    expect(statSync(join(folder, 'keys', 'officer.p12')).mode & 0o777).toBe(0o600);
    const shown = await sohoa(['keys', 'show', '--data', folder]);
    expect(shown.stdout).toContain('Trần Thị Mẫu');
    const again = await sohoa(['keys', 'init', '--data', folder]);
    expect(again.code).toBe(2);
    expect(again.stderr).toContain('đã có khóa');
  });

  test('made by two at once are one set', async () => {
    const both = join(work, 'both');
    const runs = await Promise.all([1, 2].map(() => sohoa(['keys', 'init', '--data', both])));
    expect(runs.map(({ code }) => code).sort()).toEqual([0, 2]);
    expect((await sohoa(['keys', 'show', '--data', both])).code).toBe(0);
  });

  test('for trying out are refused in production, before anything is made', async () => {
    const scan = join(work, 'scan.pdf');
    writeFileSync(scan, '%PDF-1.4');
    const refused = await sohoa(['digitize', scan, '--production', '--data', folder]);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('không được dùng để ký chính thức');
    const none = await sohoa(['digitize', scan, '--production', '--data', join(work, 'new')]);
    expect(none.code).toBe(1);
    expect(none.stderr).toContain('SOHOA_P12');
    expect(existsSync(join(work, 'new'))).toBe(false);
  });

  test('of a P12 that the environment names', async () => {
    const environment = {
      SOHOA_P12: join(data.folder, 'keys', 'officer.p12'),
      SOHOA_P12_PASSWORD_FILE: join(data.folder, 'keys', 'password.txt'),
    };
    const shown = await sohoa(['keys', 'show', '--data', join(work, 'other')], { environment });
    expect(shown.stdout).toContain('Cán Bộ Thử');
    const { SOHOA_P12_PASSWORD_FILE: _, ...without } = environment;
    const wrong = await sohoa(['keys', 'show', '--data', work], { environment: without });
    expect(wrong.code).toBe(1);
    expect(wrong.stderr).toContain('mật khẩu');
  });
});

test('separators: sheets for papers and dossiers, not written over', async () => {
  const file = join(work, 'sheets.pdf');
  const args = [
    'separators',
    '-n',
    '2',
    '--dossier',
    'H36.12-20261122-0001',
    '--dossier',
    'H1-2',
    '-o',
    file,
  ];
  const { code, stdout, stderr } = await sohoa(args);
  expect([code, stdout]).toEqual([0, `${file}\n`]);
  expect(stderr).toContain('2 tờ phân tách giấy tờ, 2 tờ mở hồ sơ');
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
  expect((await sohoa(args)).code).toBe(2);
});
