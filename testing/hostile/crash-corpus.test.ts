// The crash corpus through the real program: every file ends with a clear word, sound files among them are filed, nothing
// is left behind. The PDF with very many pages is a short one here; in full: node testing/crash-corpus.ts DIR, then digitize.
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CliRun, sohoa } from '../../cli/testing/run-cli.ts';
import { hasMessage, message } from '../../core/messages/index.ts';
import { packageRoot } from '../../lists/index.ts';
import type { DigitizedPaper } from '../../pipeline/run.ts';
import { type CrashCorpus, makeCrashCorpus } from './crash-corpus.ts';

const LONG = 900_000;
/** Lies inside files that are refused: no message, no log may say it. */
const SECRET = 'NGUYEN-VAN-BI-MAT-001099000000';
const SOUND = ['good/01.tif', 'dossier/scans/03.jpg'];

const root = mkdtempSync(join(tmpdir(), 'sohoa-crash-'));
const [scans, data, temporary] = ['scans', 'data', 'tmp'].map((name) => join(root, name)) as [
  string,
  string,
  string,
];
const environment = {
  TMPDIR: temporary,
  NODE_COMPILE_CACHE: join(root, 'code'),
};
let corpus: CrashCorpus;
let run: CliRun;
let papers: DigitizedPaper[];
const of = (name: string): DigitizedPaper[] => papers.filter(({ source }) => source === name);

beforeAll(async () => {
  mkdirSync(temporary);
  mkdirSync(data);
  // A few of the files would take a minute each to be given up.
  writeFileSync(join(data, 'sohoa.json'), JSON.stringify({ limits: { seconds: 15 } }));
  corpus = await makeCrashCorpus(scans, { pages: 40 });
  const samples = join(packageRoot(), 'samples', 'doanh-nghiep');
  mkdirSync(join(scans, 'good'));
  copyFileSync(join(samples, 'scans', '03.tif'), join(scans, 'good', '01.tif'));
  mkdirSync(join(scans, 'dossier', 'scans'), { recursive: true });
  cpSync(join(samples, 'dossier.json'), join(scans, 'dossier', 'dossier.json'));
  copyFileSync(
    join(packageRoot(), 'samples', 'khai-sinh', 'scans', '03.jpg'),
    join(scans, 'dossier', 'scans', '03.jpg'),
  );
  writeFileSync(
    join(scans, 'good', 'secret.pdf'),
    `%PDF-1.7\n% ${SECRET}\n1 0 obj (${SECRET}) endobj\n%%EOF`,
  );
  writeFileSync(join(scans, 'good', 'secret.jpg'), `${SECRET}\n`.repeat(30));
  run = await sohoa(['digitize', scans, '--data', data, '--json', '--verbose'], { environment });
  papers = run.stdout === '' ? [] : JSON.parse(run.stdout).documents;
}, LONG);
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('ends by itself with 2: some were refused', () => {
  expect([run.code, run.signal]).toEqual([2, null]);
});

test('every file has its word', () => {
  const untold = corpus.files.filter(({ name }) => of(name).length === 0).map(({ name }) => name);
  expect(untold).toEqual([]);
  expect(papers.length).toBeGreaterThan(180);
});

test('each ends as it must', () => {
  const taken = new Set(['filed', 'review', 'awaiting-signature']);
  const wrong = corpus.files.flatMap(({ name, ends }) =>
    of(name)
      .filter(({ status }) => ends !== 'either' && taken.has(status) !== (ends === 'taken'))
      .map(({ status, problems }) => `${name} ${status} ${problems.map(({ code }) => code)}`),
  );
  expect(wrong).toEqual([]);
});

test('what is refused says why, in both languages, and names the file', () => {
  const refused = papers.filter(({ status }) => status === 'refused' || status === 'failed');
  expect(refused.length).toBeGreaterThan(60);
  const unclear = refused.flatMap(({ source, problems }) => {
    const [problem] = problems;
    if (!problem || !hasMessage(problem.code)) return [`${source}: ${problem?.code}`];
    const texts = (['vi', 'en'] as const).map((lang) => message(lang, problem.code, problem.params));
    // What is wrong with a paper rather than with a file stands below the line that names the file.
    const named = problem.code.startsWith('intake.') ? basename(source) : '';
    const clear = texts.every((text) => text.includes(named) && !/[{}]/.test(text.replace(source, '')));
    return clear || source.includes('{') ? [] : texts;
  });
  expect(unclear).toEqual([]);
  expect(
    refused.filter(({ problems }) => problems[0]?.code === 'error.unexpected').map((p) => p.source),
  ).toEqual([]);
});

test('sound files among them are filed all the same', () => {
  expect(SOUND.map((name) => of(name).map(({ status }) => status))).toEqual([
    [expect.stringMatching(/^(filed|review)$/)],
    [expect.stringMatching(/^(filed|review)$/)],
  ]);
  expect(of(SOUND[0]!)[0]?.pages[0]?.text.length).toBeGreaterThan(200);
});

describe('what is told', () => {
  test('holds no stack trace and no uncaught error', () => {
    const lines = run.stderr.split('\n').filter((line) => !line.startsWith('{'));
    expect(lines.filter((line) => /^\s+at |Uncaught|Unhandled|node:internal|Error:/.test(line))).toEqual([]);
  });

  test('never quotes what is in a file', () => {
    expect(run.stderr).not.toContain(SECRET);
    expect(run.stdout).not.toContain(SECRET);
  });

  test('names what was left out: links, pipes, devices, hidden files', () => {
    for (const name of corpus.odd.leftOut) {
      expect(run.stderr).toContain(name);
      expect(of(name)).toEqual([]);
    }
  });

  test('a name that is no UTF-8 is refused by that name', () => {
    if (corpus.odd.notUtf8 === null) return;
    const named = papers.filter(({ source }) => source.includes('\ufffd'));
    expect(named.map(({ problems }) => problems[0]?.code)).toEqual(['intake.name-not-text']);
  });
});

test(
  'odd names are names: one paper under all of them, each told in one line',
  async () => {
    const names = papers.filter(({ source, id }) => source.startsWith('name/') && id !== null);
    expect(new Set(names.map(({ id }) => id)).size).toBe(1);
    const again = await sohoa(['digitize', join(scans, 'name'), '--data', data], { environment });
    const lines = again.stdout.split('\n').filter((line) => line !== '');
    expect(lines.filter((line) => !/\.jpg/i.test(line))).toEqual([]);
    expect(lines).toHaveLength(names.length + (corpus.odd.notUtf8 === null ? 0 : 1));
  },
  LONG,
);

test(
  'named outright: a pipe and a device are refused at once, a link is followed',
  async () => {
    const odd = (name: string): string => join(scans, 'odd', name);
    const names = ['/dev/zero', ...(corpus.odd.leftOut.includes('odd/pipe.jpg') ? [odd('pipe.jpg')] : [])];
    const args = [...names, odd('link-to-a-scan.jpg'), '--data', data, '--json'];
    const { code, stdout } = await sohoa(['digitize', ...args], { environment });
    const documents: DigitizedPaper[] = JSON.parse(stdout).documents;
    expect(code).toBe(2);
    expect(documents.map(({ status, alreadyFiled }) => (alreadyFiled ? 'known' : status))).toEqual([
      ...names.map(() => 'refused'),
      'known',
    ]);
  },
  LONG,
);

test('nothing is left among temporary files', () => {
  expect(readdirSync(temporary)).toEqual([]);
});
