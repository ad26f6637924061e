// The fuzz in short: some hundred mutated files, each a page or a clear refusal. In full: node testing/fuzz.ts.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FuzzReport, fuzz, fuzzedFile } from './fuzz-run.ts';
import { type SeedFile, seedFiles } from './seed-files.ts';

const COUNT = 300;
const kept = mkdtempSync(join(tmpdir(), 'sohoa-fuzz-kept-'));
let pool: SeedFile[];
let report: FuzzReport;
beforeAll(async () => {
  pool = await seedFiles();
  const order = { seed: 7, from: 0, count: COUNT, wholeWay: 60, processes: 2, keep: kept };
  report = await fuzz({ ...order, tell: () => undefined });
}, 900_000);
afterAll(() => rmSync(kept, { recursive: true, force: true }));

test('every file is a page or a clear refusal: no uncaught error, no hang, nothing left behind', () => {
  expect(report.failures).toEqual([]);
  expect(report.files).toBe(COUNT);
});

test('the files reach deep: many are opened and many are refused, for many reasons', () => {
  expect(report.ends.get('opened')).toBeGreaterThan(COUNT / 10);
  expect(report.pages).toBeGreaterThan(COUNT / 10);
  expect([...report.ends.keys()].filter((how) => how.startsWith('intake.')).length).toBeGreaterThan(4);
  expect([...report.ends.keys()].some((how) => how.startsWith('whole way: '))).toBe(true);
});

test('the same seed and index give the same file', () => {
  for (const index of [0, 1, 99]) {
    const [one, other] = [fuzzedFile(3, index, pool), fuzzedFile(3, index, pool)];
    expect(one.name).toBe(other.name);
    expect(one.bytes.equals(other.bytes)).toBe(true);
  }
  expect(fuzzedFile(3, 1, pool).bytes.equals(fuzzedFile(4, 1, pool).bytes)).toBe(false);
});
