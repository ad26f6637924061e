// sohoa doctor on folders in every state: new, in order, open to others, damaged. It changes nothing.
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type FilledData, fillData } from '../testing/filled-data.ts';
import { type CliRun, sohoa } from '../testing/run-cli.ts';
import { fileSystemOf, nearest } from './file-system.ts';

// The real program is started a dozen times, once it reads a page.
vi.setConfig({ testTimeout: 300_000 });

interface Told {
  readonly ok: boolean;
  readonly problems: number;
  readonly warnings: number;
  readonly checks: readonly { area: string; level: string; code: string; message: string; hint?: string }[];
}

const examine = async (
  folder: string,
  words: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Promise<{ run: CliRun; told: Told; codes: string[] }> => {
  const run = await sohoa(['doctor', '--json', '--quick', '--data', folder, ...words], { environment });
  const told = JSON.parse(run.stdout) as Told;
  return { run, told, codes: told.checks.filter(({ level }) => level === 'problem').map(({ code }) => code) };
};

let data: FilledData;
beforeAll(async () => {
  data = await fillData();
});
afterAll(() => rmSync(data.folder, { recursive: true, force: true }));

describe('a machine without data', () => {
  test('is told what will be made; nothing is', async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'sohoa-doctor-test-')), 'data');
    const { run, told, codes } = await examine(folder);
    expect(codes).toEqual([]);
    expect(run.code).toBe(0);
    expect(told.checks.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['doctor.volume.to-be-made', 'doctor.registry.to-be-made']),
    );
    expect(existsSync(folder)).toBe(false);
  });

  test('for people: a line a finding, what to do below it, a verdict at the end', async () => {
    const { stdout, code } = await sohoa([
      'doctor',
      '--data',
      '/nowhere/at/all',
      '--production',
      '--lang',
      'en',
      '--ocr',
      'wasm',
    ]);
    expect(stdout).toMatch(/^Where the data lie\n {2}✓ There is no data folder yet/);
    expect(stdout).toContain('  ✗ A production run without an issued signing key\n      → Set SOHOA_P12');
    expect(stdout).toMatch(/✓ A trial page was read right in [\d.]+ s \(starting included; tesseract-wasm\)/);
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/^To be mended before use: 1\./);
    expect(code).toBe(1);
  });
});

describe('data in use', () => {
  test('in order: no problem; registry, objects and keys were looked at; nothing is left behind', async () => {
    const before = readdirSync(data.folder, { recursive: true }).filter(
      (name) => !/-(shm|wal)$/.test(String(name)),
    );
    const { run, told, codes } = await examine(data.folder);
    expect(codes).toEqual([]);
    expect(run.code).toBe(0);
    const found = told.checks.map(({ code }) => code);
    expect(found).toEqual(
      expect.arrayContaining([
        'doctor.registry.sound',
        'doctor.objects.works',
        'doctor.objects.sample',
        'doctor.keys.valid',
        'doctor.keys.development',
        'doctor.permissions.closed',
      ]),
    );
    const after = readdirSync(data.folder, { recursive: true }).filter(
      (name) => !/-(shm|wal)$/.test(String(name)),
    );
    // Empty shards of the store may stay, files may not.
    expect(
      after.filter((name) => !before.includes(name) && !/^objects\/[^/]{2}(\/[^/]{2})?$/.test(String(name))),
    ).toEqual([]);
  });

  test('keys and passwords are never said', async () => {
    const { run } = await examine(data.folder, ['--verbose']);
    const password = readFileSync(join(data.folder, 'keys', 'password.txt'), 'utf8').trim();
    const secret = readFileSync(join(data.folder, 'keys', 'objects.secret')).toString('hex');
    for (const hidden of [password, secret]) expect(run.stdout + run.stderr).not.toContain(hidden);
  });

  test('open to others, wrong password, development keys in production', async () => {
    const keys = join(data.folder, 'keys');
    const password = readFileSync(join(keys, 'password.txt'));
    chmodSync(join(keys, 'officer.p12'), 0o644);
    writeFileSync(join(keys, 'password.txt'), 'wrong\n');
    try {
      const { run, codes } = await examine(data.folder);
      expect(codes).toEqual(['doctor.permissions.open', 'signing.p12-password']);
      expect(run.code).toBe(1);
    } finally {
      writeFileSync(join(keys, 'password.txt'), password);
      chmodSync(join(keys, 'officer.p12'), 0o600);
    }
    expect((await examine(data.folder, ['--production'])).codes).toContain(
      'doctor.keys.development-production',
    );
  });

  test('an object changed on the disk, a secret that is gone, a clock behind', async () => {
    const objects = join(data.folder, 'objects');
    const file =
      readdirSync(objects, { recursive: true })
        .map(String)
        .find((name) => /[0-9a-f]{64}$/.test(name)) ?? '';
    const bytes = readFileSync(join(objects, file));
    const registry = new BetterSqlite3(join(data.folder, 'registry.sqlite'));
    const secret = join(data.folder, 'keys', 'objects.secret');
    const kept = readFileSync(secret);
    writeFileSync(join(objects, file), Buffer.concat([bytes.subarray(1), Buffer.of(0)]));
    rmSync(secret);
    registry.exec(
      "insert into events (id, kind, at, actor) values ('7ZZZZZZZZZZZZZZZZZZZZZZZZZ', 'filed', '2099-01-01T00:00:00.000Z', 'x')",
    );
    registry.close();
    try {
      const { codes } = await examine(data.folder);
      expect(codes).toEqual(['doctor.keys.secret-missing', 'doctor.clock.behind', 'doctor.objects.lost']);
    } finally {
      writeFileSync(join(objects, file), bytes);
      writeFileSync(secret, kept, { mode: 0o600 });
    }
  });
});

describe('a registry', () => {
  test('that is no database is told, and the rest is still looked at', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sohoa-doctor-test-'));
    writeFileSync(join(folder, 'registry.sqlite'), 'không phải cơ sở dữ liệu '.repeat(100), { mode: 0o600 });
    const { codes, told } = await examine(folder);
    expect(codes).toContain('doctor.registry.damaged');
    expect(told.checks.at(-1)?.code).toBe('doctor.tools.lists');
  });

  test('that nobody answers for is told without its password', async () => {
    const url = 'postgres://clerk:tuyetmat@127.0.0.1:1/sohoa';
    const { run, codes } = await examine(data.folder, ['--registry', url]);
    expect(codes).toContain('doctor.registry.unreachable-postgres');
    expect(run.stdout + run.stderr).not.toContain('tuyetmat');
  });
});

test('a file system is told by what Linux says of it', async () => {
  expect(fileSystemOf(tmpdir()).freeBytes).toBeGreaterThan(0);
  expect(nearest(join(tmpdir(), 'no', 'such', 'folder'))).toBe(tmpdir());
  if (existsSync('/dev/shm')) expect(fileSystemOf('/dev/shm').kind).toBe('memory');
});
