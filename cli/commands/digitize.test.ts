// Tests of digitize on our own samples, as a child process: contract 1, stopping and going on, refused files.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../lists/index.ts';
import { sohoa } from '../testing/run-cli.ts';

const sample = join(packageRoot(), 'samples', 'khai-sinh');

/** Three papers, a file that is no scan, and one that is told as left out. */
function dossierFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sohoa-dossier-'));
  mkdirSync(join(folder, 'scans'));
  cpSync(join(sample, 'dossier.json'), join(folder, 'dossier.json'));
  for (const name of ['01.jpg', '03.jpg']) cpSync(join(sample, 'scans', name), join(folder, 'scans', name));
  writeFileSync(join(folder, 'scans', '04.pdf'), '%PDF-1.7\nno more');
  cpSync(join(sample, 'scans', '04.pdf'), join(folder, 'scans', '10.pdf'));
  writeFileSync(join(folder, 'scans', 'notes.txt'), 'notes');
  return folder;
}

interface Document {
  readonly source: string;
  readonly status: string;
  readonly code: string | null;
  readonly dossier: string | null;
  readonly alreadyFiled: boolean;
  readonly pages: { number: number; rotation: number; text: string }[];
  readonly type: { code: string } | null;
  readonly files: { legalCopy?: string };
  readonly problems: { code: string }[];
}

const documentsOf = (stdout: string): Document[] => JSON.parse(stdout).documents;

describe('a dossier', () => {
  const folder = dossierFolder();
  const data = join(folder, 'data');
  const args = ['digitize', folder, '--json', '--workers', '1', '--data', data];

  test('Ctrl-C: what was done is printed and kept, exit 130', { timeout: 240_000 }, async () => {
    const { code, signal, stdout, stderr } = await sohoa([...args, '--verbose'], {
      running: (child, said) => {
        const watch = setInterval(() => {
          if (!/"msg":"document"/.test(said())) return;
          clearInterval(watch);
          child.kill('SIGINT');
        }, 10);
        child.on('close', () => clearInterval(watch));
      },
    });
    expect([code, signal]).toEqual([130, null]);
    expect(stderr).toContain('Đã dừng theo yêu cầu');
    const documents = documentsOf(stdout);
    expect(documents.length).toBeGreaterThan(0);
    expect(documents.length).toBeLessThan(4);
  });

  test('again: goes on, files nothing twice, tells refused files, exit 2', { timeout: 240_000 }, async () => {
    const out = join(folder, 'out');
    const { code, stdout, stderr } = await sohoa([...args, '--out', out]);
    expect(code).toBe(2);
    expect(stderr).toContain('Bỏ qua scans/notes.txt: không phải tệp quét');
    expect(stderr).toContain('BẢN THỬ');
    const documents = documentsOf(stdout);
    const sources = ['scans/01.jpg', 'scans/03.jpg', 'scans/04.pdf', 'scans/10.pdf'];
    expect(documents.map(({ source }) => source)).toEqual(sources);
    const [birth, card, broken] = documents;
    expect(birth).toMatchObject({ type: { code: 'GIAY_CHUNG_SINH' }, dossier: 'H42.38-260603-0147' });
    expect(birth?.pages).toMatchObject([{ number: 1, rotation: 0 }]);
    expect(birth?.pages[0]?.text).toContain('GIẤY CHỨNG SINH');
    expect(existsSync(birth?.files.legalCopy ?? '')).toBe(true);
    expect(card).toMatchObject({ type: { code: 'CAN_CUOC_CONG_DAN' }, files: {} });
    expect(broken).toMatchObject({ status: 'refused', code: null });
    expect(broken?.problems[0]?.code).toMatch(/^intake\./);
    expect(documents.some(({ alreadyFiled }) => alreadyFiled)).toBe(true);

    const papers = await sohoa(['papers', '--json', '--data', data]);
    const lines = papers.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ kind }) => kind).sort()).toEqual([
      'CAN_CUOC_CONG_DAN',
      'GIAY_CHUNG_SINH',
      'TO_KHAI_DANG_KY_KHAI_SINH',
    ]);
  });

  test('the data folder keeps its secrets to its owner', () => {
    expect(readdirSync(data).sort()).toEqual(expect.arrayContaining(['keys', 'objects', 'registry.sqlite']));
    const mode = (name: string): number => statSync(join(data, name)).mode & 0o777;
    expect([mode('keys'), mode('keys/objects.secret'), mode('keys/officer.p12')]).toEqual([
      0o700, 0o600, 0o600,
    ]);
  });
});

test('a second Ctrl-C ends at once', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sohoa-twice-'));
  const { signal } = await sohoa(['digitize', sample, '--data', folder], {
    running: (child, said) => {
      const watch = setInterval(() => {
        if (!said().includes('BẢN THỬ')) return;
        clearInterval(watch);
        child.kill('SIGINT');
        setTimeout(() => child.kill('SIGINT'), 20);
      }, 10);
      child.on('close', () => clearInterval(watch));
    },
  });
  // A shell calls that 130.
  expect(signal).toBe('SIGINT');
});

test('nothing to digitise is an error of usage', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sohoa-empty-'));
  writeFileSync(join(folder, 'a.txt'), '');
  const { code, stdout, stderr } = await sohoa([
    'digitize',
    folder,
    '--json',
    '--data',
    join(folder, 'data'),
  ]);
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toContain('Bỏ qua a.txt');
  expect(stderr).toContain('Không có tệp quét nào');
  expect(existsSync(join(folder, 'data'))).toBe(false);
});

test('one dossier on the command line for several found is refused', async () => {
  const root = mkdtempSync(join(tmpdir(), 'sohoa-several-'));
  for (const name of ['a', 'b']) cpSync(dossierFolder(), join(root, name), { recursive: true });
  const { code, stderr } = await sohoa(['digitize', root, '--dossier', 'H1', '--data', join(root, 'data')]);
  expect(code).toBe(1);
  expect(stderr).toContain('Tìm thấy nhiều hồ sơ');
});
