// A whole run with encryption: killed, taken up again, filed; what whoever has the disk sees, and what the keys do.
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packageRoot } from '../lists/index.ts';
import { type CliOptions, type CliRun, sohoa } from './testing/run-cli.ts';

const SLOW = 300_000;
let folder: string;
let [data, scans, kek] = ['', '', ''];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sohoa-at-rest-'));
  [data, scans, kek] = [join(folder, 'data'), join(folder, 'scans'), join(folder, 'kek')];
  await mkdir(scans);
  // A certificate, and an identity card of which only facts are kept.
  for (const name of ['01.jpg', '03.jpg'])
    await copyFile(join(packageRoot(), 'samples/khai-sinh/scans', name), join(scans, name));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** By the bundled reader, so that the run is the same wherever the test runs. */
const run = (
  args: readonly string[],
  environment: Readonly<Record<string, string>> = { SOHOA_KEK_FILE: kek },
  running?: CliOptions['running'],
): Promise<CliRun> =>
  sohoa([...args, '--data', data, '--lang', 'en'], { environment, ...(running ? { running } : {}) });

async function filesIn(place: string): Promise<{ path: string; bytes: Buffer }[]> {
  const entries = await readdir(place, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all(
    files.map(async ({ parentPath, name }) => {
      const path = join(parentPath, name);
      return { path: path.slice(data.length + 1), bytes: await readFile(path) };
    }),
  );
}

/** Of the two papers: pictures, PDF, what is printed on them, as UTF-8 and as the search index folds it. */
const TELLING = [
  ...['%PDF-', 'JFIF', 'Exif', 'so_ky_hieu'],
  ...['036194008214', 'Ngọc Lan', 'NGỌC LAN', 'ngoc lan', 'Ngô Quang Hiển', '0862/GCS', '17/03/1994'],
  ...['Hạnh phúc', 'khỏe mạnh', 'khoe', 'Trần Huy Liệu'],
];
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);
const tells = (bytes: Buffer): string[] => [
  ...TELLING.filter((word) => bytes.includes(word)),
  ...(bytes.subarray(0, 3).equals(JPEG) ? ['a JPEG'] : []),
];
const leaks = (files: readonly { path: string; bytes: Buffer }[]): string[] =>
  files.flatMap(({ path, bytes }) => tells(bytes).map((word) => `${path}: ${word}`));

test('the scans themselves tell, so the looks below can fail', async () => {
  const { bytes } = (await filesIn(scans))[0]!;
  expect(tells(bytes)).toContain('a JPEG');
});

test(
  'a key is made once, for its owner alone, and shown nowhere',
  async () => {
    const made = await run(['keys', 'new-kek', kek], {});
    expect([made.code, made.stderr]).toEqual([0, expect.stringContaining('all data are lost')]);
    expect((await stat(kek)).mode & 0o777).toBe(0o600);
    const key = (await readFile(kek, 'utf8')).split('\n')[1] ?? '';
    expect(Buffer.from(key, 'base64')).toHaveLength(32);
    const again = await run(['keys', 'new-kek', kek], {});
    expect(again.code).toBe(2);
    const listed = await run(['keys', 'list']);
    expect([listed.code, listed.stdout]).toEqual([0, expect.stringContaining('Nothing is encrypted yet')]);
    for (const { stdout, stderr } of [made, again, listed]) expect(stdout + stderr).not.toContain(key);
  },
  SLOW,
);

test(
  'killed in its midst, the work that lies there is sealed',
  async () => {
    const cache = join(data, 'cache');
    const { signal } = await run(['digitize', scans, '--ocr', 'wasm', '--json'], undefined, (child) => {
      // The first page that was read: its original, its picture and its words lie there.
      const look = setInterval(async () => {
        const names = existsSync(cache) ? await readdir(cache, { recursive: true }) : [];
        if (names.some((name) => /\d{4}\.json$/.test(name))) child.kill('SIGKILL');
      }, 20);
      child.on('exit', () => clearInterval(look));
    });
    expect(signal).toBe('SIGKILL');
    const files = await filesIn(cache);
    expect(files.map(({ path }) => path)).toEqual(
      expect.arrayContaining([expect.stringMatching(/original$/)]),
    );
    expect(files.map(({ path }) => path)).toEqual(expect.arrayContaining([expect.stringMatching(/\.jpg$/)]));
    expect(leaks(files)).toEqual([]);
  },
  SLOW,
);

test(
  'taken up again both papers are filed; nothing of them is to be seen but facts in the registry',
  async () => {
    const { code, stdout, stderr } = await run(['digitize', scans, '--ocr', 'wasm', '--json']);
    expect(code).toBe(0);
    const { documents } = JSON.parse(stdout) as {
      documents: { status: string; files: { legalCopy?: string }; code: string }[];
    };
    expect(documents.map(({ status }) => status)).toEqual(['filed', 'filed']);
    expect(documents[0]?.files.legalCopy).toMatch(/^store:[0-9a-f]{64}$/);
    expect(stderr).not.toContain('036194008214');
    const files = await filesIn(data);
    expect(files.filter(({ path }) => path.startsWith('cache/'))).toEqual([]);
    const isRegistry = ({ path }: { path: string }): boolean => path.startsWith('registry.sqlite');
    expect(leaks(files.filter((file) => !isRegistry(file)))).toEqual([]);
    // Facts are what the registry is for; a page of text is not in it.
    const inRegistry = files.filter(isRegistry).flatMap(({ bytes }) => tells(bytes));
    expect(inRegistry).toContain('036194008214');
    for (const words of ['Hạnh phúc', 'khỏe mạnh', 'khoe']) expect(inRegistry).not.toContain(words);
  },
  SLOW,
);

test(
  'the copy comes out with the key, and not without it or with another',
  async () => {
    const listed = await run(['papers', '--json']);
    const papers = listed.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { code: string; kind: string });
    const code = papers.find(({ kind }) => kind === 'GIAY_CHUNG_SINH')?.code ?? '';
    const opened = await run(['open', code, '-o', '-']);
    expect([opened.code, opened.stdout.slice(0, 5)]).toEqual([0, '%PDF-']);
    const other = join(folder, 'other');
    await writeFile(other, '00112233445566778899aabbccddeeff'.repeat(2), { mode: 0o600 });
    for (const [environment, says] of [
      [{}, 'the key is needed'],
      [{ SOHOA_KEK_FILE: other }, 'not the one of these data'],
      [{ SOHOA_KEK_FILE: kek, SOHOA_AT_REST: 'plain' }, 'do not go back to plain'],
    ] as const) {
      const { code: exit, stdout, stderr } = await run(['open', code, '-o', '-'], environment);
      expect([exit, stdout, stderr]).toEqual([1, '', expect.stringContaining(says)]);
    }
  },
  SLOW,
);

test(
  'keys are changed, the old one opens nothing any more',
  async () => {
    const next = join(folder, 'next');
    await run(['keys', 'new-kek', next], {});
    const rotated = await run(['keys', 'rotate', '--to', next]);
    expect([rotated.code, rotated.stdout]).toEqual([0, expect.stringContaining('Wrapped 2 data keys')]);
    const after = await run(['keys', 'list'], { SOHOA_KEK_FILE: next });
    expect([after.code, after.stdout]).toEqual([0, expect.stringContaining('in use, configured')]);
    const before = await run(['keys', 'list']);
    expect([before.code, before.stdout]).toEqual([2, expect.stringContaining('NOT configured')]);
    const again = await run(['digitize', scans, '--ocr', 'wasm', '--json'], { SOHOA_KEK_FILE: next });
    const { documents } = JSON.parse(again.stdout) as { documents: { alreadyFiled: boolean }[] };
    expect(documents[0]?.alreadyFiled).toBe(true);
  },
  SLOW,
);
