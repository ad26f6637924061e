// Nobody's data leak: a whole run of the real program over the samples, with files that are refused, a page whose process
// is killed, and every question asked afterwards. What is written outside store and results is searched for every
// identity number and every name in the samples: log, messages, processes, names of files, work in progress.
import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drawLetter } from '../pipeline/gate/testing/stamped-page.ts';
import { sampleFile } from '../pipeline/testing/pages.ts';
import { personalData, sampleDossiers } from './testing/personal-data.ts';
import { type CliRun, sohoa } from './testing/run-cli.ts';
import { type Watched, watchRun } from './testing/watch-run.ts';

const LONG = 900_000;
const { numbers, names, foundIn } = personalData();
/** Of one person, whose Kho the questions ask for. */
const [number = '', name = ''] = [
  numbers.find((one) => one.length === 12),
  names.find((one) => /^Phạm/.test(one)),
];

const root = mkdtempSync(join(tmpdir(), 'sohoa-leak-'));
const [bad, data, temporary, out] = ['bad', 'data', 'tmp', 'out'].map((part) => join(root, part)) as [
  string,
  string,
  string,
  string,
];
const kek = join(root, 'kek');
const environment = { TMPDIR: temporary, NODE_COMPILE_CACHE: join(root, 'code'), SOHOA_KEK_FILE: kek };
const ask = (words: readonly string[], input?: string): Promise<CliRun> =>
  sohoa([...words, '--data', data, '--verbose'], { environment, ...(input === undefined ? {} : { input }) });

/** In the samples' own files they stand for certain: what finds nothing there finds nothing anywhere. */
test('the search finds what is there', () => {
  expect(numbers.length).toBeGreaterThan(3);
  expect(names.length).toBeGreaterThan(10);
  expect(foundIn(readFileSync(join(sampleDossiers[0] ?? '', 'truth.json'), 'utf8')).length).toBeGreaterThan(
    2,
  );
  expect(foundIn(`{"who":"${name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')}"}`)).toContain(name);
  expect(foundIn(`tệp ${name.replaceAll(' ', '_')}.pdf`)).toContain(name);
  expect(foundIn(`số ${number.replace(/(\d{3})(?=\d)/g, '$1 ')}`)).toContain(number);
  expect(foundIn(`/?q=${encodeURIComponent(name)}`)).toContain(name);
});

let run: CliRun;
let watched: Watched;
/** Processes of ours that were killed as if their memory had run out. */
let killed = 0;

async function badFiles(): Promise<void> {
  mkdirSync(join(bad, 'hong', 'scans'), { recursive: true });
  const lines = ['ỦY BAN NHÂN DÂN TỈNH', 'BÁO CÁO', `Họ và tên: ${name}`, `Số định danh: ${number}`];
  writeFileSync(
    join(bad, 'mat.png'),
    await drawLetter({ lines, stamps: [{ text: 'TỐI MẬT', x: 32, y: 60 }], sealed: true, dpi: 150 }),
  );
  writeFileSync(join(bad, 'cut-off.jpg'), readFileSync(sampleFile('khai-sinh/01.jpg')).subarray(0, 60_000));
  writeFileSync(join(bad, 'text.jpg'), `${name} ${number}\n`.repeat(30));
  writeFileSync(
    join(bad, 'broken.pdf'),
    `%PDF-1.7\n1 0 obj << /Title (${name}) /Subject (${number}) >> endobj\n%%EOF`,
  );
  writeFileSync(join(bad, 'empty.tif'), '');
}

beforeAll(async () => {
  mkdirSync(temporary);
  writeFileSync(kek, randomBytes(32), { mode: 0o600 });
  await badFiles();
  // A page of the second file is lost with its process; the file fails, the others go on.
  let looks = 0;
  run = await sohoa(
    ['digitize', ...sampleDossiers, bad, '--data', data, '--out', out, '--json', '--verbose'],
    {
      environment,
      running: (child) => {
        watched = watchRun({
          pid: child.pid ?? 0,
          folders: [data, temporary],
          reads: (file) => !file.startsWith('registry.sqlite') && !file.startsWith('objects/'),
          onProcess(pid, line) {
            if (killed > 0 || !line.includes('page-worker') || ++looks < 60) return;
            process.kill(pid, 'SIGKILL');
            killed += 1;
          },
        });
      },
    },
  );
  watched.stop();
}, LONG);
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('a run over samples and bad files', () => {
  test('did its work: papers filed, files refused, a process killed', () => {
    const { documents } = JSON.parse(run.stdout) as { documents: { status: string; source: string }[] };
    const states = documents.map(({ status }) => status);
    expect(states.filter((state) => state === 'filed').length).toBeGreaterThan(3);
    expect(states.filter((state) => state === 'refused').length).toBeGreaterThanOrEqual(4);
    expect(run.code).toBe(2);
    expect(foundIn(run.stdout).length).toBeGreaterThan(5);
    if (existsSync('/proc/self/cmdline')) expect(killed).toBe(1);
  });

  test('the log and the messages hold nobody', () => {
    expect(run.stderr).toContain('"msg":"paper"');
    expect(foundIn(run.stderr)).toEqual([]);
  });

  test('problems of a result hold nobody', () => {
    const { documents } = JSON.parse(run.stdout) as { documents: { problems: unknown }[] };
    expect(foundIn(documents.map(({ problems }) => JSON.stringify(problems)).join('\n'))).toEqual([]);
  });

  test.skipIf(!existsSync('/proc/self/cmdline'))(
    'processes below hold nobody on their command lines, and nothing of our environment (needs /proc)',
    () => {
      expect(watched.commandLines.size).toBeGreaterThan(2);
      expect(foundIn([...watched.commandLines].join('\n'))).toEqual([]);
      // glibc takes its list of settings apart in place. Node hands the limits of a process down to the programs it starts; stdbuf tells tesseract to hold nothing back.
      const allowed =
        /^((GLIBC_TUNABLES=)?glibc\.malloc\.\w+=\d+|_STDBUF_O=0|LD_PRELOAD=\S+libstdbuf\.so|(ORT_DISABLE_TELEMETRY|NODE_CHANNEL_FD|NODE_CHANNEL_SERIALIZATION_MODE|OMP_THREAD_LIMIT)=\w*|NODE_OPTIONS=( *--(permission|allow-[a-z-]+)(=\S+)?)+)$/;
      expect([...watched.variables].filter((variable) => !allowed.test(variable))).toEqual([]);
    },
  );

  test('names of files and folders hold nobody: objects, work, temporary files', () => {
    expect(watched.names.size).toBeGreaterThan(20);
    expect(foundIn([...watched.names].join('\n'))).toEqual([]);
  });

  test('work in progress and temporary files hold nobody in clear', () => {
    expect([...watched.contents.keys()].some((file) => file.includes('/cache/'))).toBe(true);
    const told = [...watched.contents].filter(([, bytes]) => foundIn(bytes.toString('utf8')).length > 0);
    expect(told.map(([file]) => file)).toEqual([]);
  });

  test('objects hold nobody in clear, since there is a key', () => {
    const files = readdirSync(join(data, 'objects'), { recursive: true, withFileTypes: true }).filter((f) =>
      f.isFile(),
    );
    expect(files.length).toBeGreaterThan(20);
    const told = files.filter((f) => foundIn(readFileSync(join(f.parentPath, f.name), 'latin1')).length > 0);
    expect(told).toEqual([]);
  });

  test('no temporary file is left', () => {
    expect(readdirSync(temporary)).toEqual([]);
  });
});

describe('questions asked afterwards', () => {
  let code = '';
  beforeAll(async () => {
    const { stdout } = await ask(['papers', '--json']);
    const rows = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { code: string | null });
    code = rows.find((row) => row.code && foundIn(row.code).length > 0)?.code ?? '';
    expect(code).not.toBe('');
  }, LONG);

  const nothing = (): undefined => undefined;
  const questions: readonly (readonly [string, () => readonly string[], () => string | undefined])[] = [
    ['papers', () => ['papers'], nothing],
    ['lookup', () => ['lookup', '-', '--json'], () => `${number}\n`],
    ['lookup of nobody', () => ['lookup', '-'], () => '001099999999\n'],
    ['lookup of what is no number', () => ['lookup', '-'], () => `${name}\n`],
    ['show', () => ['show', '-', '--json'], () => `${code}\n`],
    ['show of a code that is not there', () => ['show', '-'], () => `${number}.KQ.X.1.01\n`],
    ['open', () => ['open', '-', '-o', join(out, 'copy.pdf')], () => `${code}\n`],
    ['search', () => ['search', '-'], () => `${name}\n`],
    ['reuse', () => ['reuse', '-', '--procedure', '1.012289'], () => `${number}\n`],
    ['review', () => ['review', 'list', '--json'], nothing],
    ['verify of a PDF that is none', () => ['verify', join(bad, 'broken.pdf')], nothing],
    [
      'verify of a legal copy',
      () => ['verify', join(out, readdirSync(out).find((file) => file.endsWith('.pdf')) ?? '')],
      nothing,
    ],
    ['sweep', () => ['sweep', '--dry-run'], nothing],
    ['a second run', () => ['digitize', join(sampleDossiers[0] ?? '', 'scans'), '--json'], nothing],
    ['doctor', () => ['doctor', '--quick'], nothing],
  ];
  test.each(questions)(
    '%s: what is told beside the answer holds nobody',
    async (_what, words, input) => {
      const { stderr } = await ask(words(), input());
      expect(foundIn(stderr)).toEqual([]);
    },
    LONG,
  );
});

describe('mistakes', () => {
  const dossier = (content: string): string => {
    writeFileSync(join(bad, 'hong', 'dossier.json'), content);
    return join(bad, 'hong');
  };
  const owner = `{"code":"H36.12-20261122-0001","owners":[{"kind":"citizen","scheme":"SDD","id":"${number}9","name":"${name}"}]}`;
  test(
    'JSON with a word out of place is not quoted',
    async () => {
      const { stderr, code } = await ask(['digitize', dossier(`{"owners":[{"name":${name}}]}`)]);
      expect(code).toBe(1);
      expect(stderr).toContain('dossier.json');
      for (const word of name.split(' ')) expect(stderr).not.toContain(word);
    },
    LONG,
  );

  const mistakes: readonly (readonly [string, () => readonly string[]])[] = [
    ['a dossier.json with a wrong number', () => ['digitize', dossier(owner)]],
    [
      'a dossier.json that is no JSON',
      () => ['digitize', dossier(`{"owners":[{"id":"${number}","name":"${name}",]}`)],
    ],
    ['a dossier.json that breaks off', () => ['digitize', dossier(owner.slice(0, -20))]],
    [
      'an owner with a digit too many',
      () => ['digitize', join(bad, 'text.jpg'), '--dossier', 'H1', '--owner', `${number}9`],
    ],
    ['a number where none belongs', () => ['papers', number]],
    ['a name that is no command', () => [name]],
    ['a paper that is not there', () => ['show', `${number}.KQ.G15.000031.1.01`]],
  ];
  test.each(mistakes)(
    '%s: the error holds nobody',
    async (_what, words) => {
      const { stderr, code } = await ask(words());
      expect(code).not.toBe(0);
      expect(stderr).not.toBe('');
      expect(foundIn(stderr)).toEqual([]);
    },
    LONG,
  );
});
