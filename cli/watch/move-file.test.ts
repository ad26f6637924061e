// Moving loses nothing: no name is overwritten, nothing that came meanwhile is taken, other file systems are copied to.
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { moveFile, numbered } from './move-file.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sohoa-move-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));
const put = (name: string, text: string): string => {
  writeFileSync(join(root, name), text);
  return join(root, name);
};

test('names that are taken get a number before their ending', () => {
  expect(numbered('/a/b.c/01.pdf', 2)).toBe('/a/b.c/01 (2).pdf');
  expect(numbered('/a/b.c/scan', 3)).toBe('/a/b.c/scan (3)');
});

describe('a move', () => {
  test('makes folders and never overwrites', async () => {
    const to = join(root, 'da-xu-ly', 'H1', '01.pdf');
    expect(await moveFile({ from: put('1', 'one'), to, wanted: null })).toBe(to);
    expect(await moveFile({ from: put('2', 'two'), to, wanted: null })).toBe(numbered(to, 2));
    expect(await moveFile({ from: put('3', 'three'), to, wanted: null })).toBe(numbered(to, 3));
    expect([to, numbered(to, 2), numbered(to, 3)].map((path) => readFileSync(path, 'utf8'))).toEqual([
      'one',
      'two',
      'three',
    ]);
    expect(readdirSync(root)).toEqual(['da-xu-ly']);
  });

  test('leaves what came under the name since it was looked at', async () => {
    const from = put('1', 'one');
    const { size, mtimeMs } = statSync(from);
    utimesSync(from, 1_700_000_000, 1_700_000_000);
    expect(await moveFile({ from, to: join(root, 'to'), wanted: { size, time: mtimeMs } })).toBeNull();
    expect(readdirSync(root)).toEqual(['1']);
  });

  test('puts back what came at the last moment', async () => {
    const from = put('1', 'one');
    const { size, mtimeMs } = statSync(from);
    const before = async (): Promise<void> => writeFileSync(from, 'another');
    expect(
      await moveFile({ from, to: join(root, 'to'), wanted: { size, time: mtimeMs }, before }),
    ).toBeNull();
    expect(readFileSync(from, 'utf8')).toBe('another');
    expect(readdirSync(root)).toEqual(['1']);
  });

  test('shortens a name that would be too long with its number', async () => {
    const [ending, stem] = ['.pdf', 'ệ'.repeat(80)];
    const from = put(`${stem}${ending}`, 'one');
    for (const each of [from, put('2', 'two')]) await moveFile({ from: each, to: from, wanted: null });
    const names = readdirSync(root).sort();
    expect(names.every((name) => name.startsWith('ệệệ') && name.endsWith(ending))).toBe(true);
    expect(names).toHaveLength(2);
  });

  test('says the name before anything has it', async () => {
    const to = put('to', 'there');
    const told: string[] = [];
    const before = async (target: string): Promise<void> => {
      told.push(target, String(readdirSync(root).includes('to (2)')));
    };
    await moveFile({ from: put('1', 'one'), to, wanted: null, before });
    expect(told).toEqual([numbered(to, 2), 'false']);
  });

  test('of what is gone fails and leaves nothing', async () => {
    await expect(
      moveFile({ from: join(root, 'none'), to: join(root, 'to'), wanted: null }),
    ).rejects.toMatchObject({ code: 'ENOENT' });
    expect(readdirSync(root)).toEqual([]);
  });

  const memory = '/dev/shm';
  const otherDevice = ((): boolean => {
    try {
      return statSync(memory).dev !== statSync(tmpdir()).dev;
    } catch {
      return false;
    }
  })();
  const title = 'to another file system copies, keeps the time, and numbers';
  test.runIf(otherDevice)(otherDevice ? title : `${title} (skipped: needs /dev/shm)`, async () => {
    const far = mkdtempSync(join(memory, 'sohoa-move-'));
    try {
      const [from, other] = [put('1', 'one'), put('2', 'two')];
      utimesSync(from, 1_700_000_000, 1_700_000_000);
      mkdirSync(join(far, 'x'));
      const to = join(far, 'x', '01.pdf');
      await moveFile({ from, to, wanted: null });
      await moveFile({ from: other, to, wanted: null });
      expect(readdirSync(join(far, 'x')).sort()).toEqual(['01 (2).pdf', '01.pdf']);
      expect([readFileSync(to, 'utf8'), statSync(to).mtimeMs]).toEqual(['one', 1_700_000_000_000]);
      expect(readdirSync(root)).toEqual([]);
    } finally {
      rmSync(far, { recursive: true });
    }
  });
});
