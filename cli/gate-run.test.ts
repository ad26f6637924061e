// The gate on the whole way: a stamped letter leaves nothing anywhere, its neighbours of the run are filed, a doubt can be
// let pass by whoever may.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EventRow } from '../core/ports.ts';
import { packageRoot } from '../lists/index.ts';
import { separatorSheets } from '../pipeline/compose/separator-sheets.ts';
import { brokenLine } from '../pipeline/filing/evidence.ts';
import { type DrawnStamp, drawLetter } from '../pipeline/gate/testing/stamped-page.ts';
import { type DigitizedPaper, digitize } from '../pipeline/run.ts';
import { type Office, openOffice } from './testing/office.ts';

// Words that only the secret letter prints.
const told = ['Kim Tự Tháp', 'Hồ Bán Nguyệt', 'kim tu thap', 'ban nguyet'];
const letter = (stamp: DrawnStamp | null, about: readonly string[]): Promise<Buffer> =>
  drawLetter({
    lines: ['ỦY BAN NHÂN DÂN TỈNH', 'Số: 12/BC-UBND', '', '', '', 'BÁO CÁO', ...about],
    stamps: stamp ? [stamp] : [],
    sealed: true,
    dpi: 150,
  });
const secret = () => letter({ text: 'TỐI MẬT', x: 32, y: 40 }, [`Về ${told[0]}`, `và ${told[1]} năm 2026`]);

let office: Office;
let folder: string;
beforeAll(async () => {
  office = await openOffice();
  folder = await mkdtemp(join(tmpdir(), 'sohoa-gate-'));
}, 60_000);
afterAll(async () => {
  await office.remove();
  await rm(folder, { recursive: true, force: true });
});

const longRun = 240_000;
const fileOf = (name: string) => ({ path: join(folder, name), source: name });

/** Everything that lies below the data folder, names too, and what was logged. */
async function everything(): Promise<string> {
  const entries = await readdir(office.folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(
    files.map(async (file) => `${file}\n${(await readFile(file)).toString('utf8')}`),
  );
  return [...texts, ...office.logged].join('\n').normalize('NFC');
}

describe('a letter stamped TỐI MẬT', () => {
  let paper: DigitizedPaper;
  beforeAll(async () => {
    await writeFile(join(folder, 'letter.png'), await secret());
    [paper] = (await office.run({ files: [fileOf('letter.png')] })) as [DigitizedPaper];
  }, longRun);

  test('is refused with its legal basis, and nothing it says is told', () => {
    expect(paper).toMatchObject({
      status: 'refused',
      code: null,
      id: null,
      type: null,
      fields: {},
      files: {},
    });
    expect(paper.pages).toEqual([{ number: 1, blank: false, rotation: 0, text: '' }]);
    expect(paper.problems).toMatchObject([{ code: 'gate.secret', page: 1 }]);
    expect(String(paper.problems[0]?.params?.basis)).toContain('Luật Bảo vệ bí mật nhà nước');
  });

  test('leaves nothing: no row, no object, no work, no word in any file or log line', async () => {
    expect(await office.ports.registry.papers({})).toEqual([]);
    expect(await office.keys()).toEqual([]);
    expect(await readdir(join(office.folder, 'cache'))).toEqual([]);
    const all = await everything();
    for (const word of [...told, 'BÁO CÁO', 'TỐI MẬT', '12/BC']) expect(all).not.toContain(word);
    expect(await office.ports.registry.search('ban nguyet', { limit: 5 })).toEqual([]);
  });

  test('the scan itself is left alone, and a second run says the same', { timeout: longRun }, async () => {
    expect(await readdir(folder)).toEqual(['letter.png']);
    const [again] = await office.run({ files: [fileOf('letter.png')] });
    expect({ ...again, milliseconds: 0 }).toEqual({ ...paper, milliseconds: 0 });
    expect(await readdir(join(office.folder, 'cache'))).toEqual([]);
  });
});

describe('in a run through the feeder', () => {
  const open = 'Về trật tự giao thông';
  beforeAll(async () => {
    const pdf = await PDFDocument.create();
    const sheets = await PDFDocument.load(await separatorSheets({ count: 1 }));
    const add = async (png: Buffer): Promise<void> => {
      const image = await pdf.embedPng(png);
      pdf.addPage([595, 842]).drawImage(image, { x: 0, y: 0, width: 595, height: 842 });
    };
    await add(await letter(null, [open]));
    pdf.addPage((await pdf.copyPages(sheets, [0]))[0]);
    await add(await secret());
    await writeFile(join(folder, 'run.pdf'), await pdf.save());
  }, longRun);

  const brief = (papers: readonly DigitizedPaper[]) =>
    papers.map(({ status, pages, alreadyFiled }) => [
      status,
      pages.map(({ number }) => number),
      alreadyFiled,
    ]);

  test('the other papers are filed with their own pages alone; again, the same', {
    timeout: longRun,
  }, async () => {
    const papers = await office.run({ files: [fileOf('run.pdf')] });
    expect(brief(papers)).toEqual([
      ['review', [1], false],
      ['refused', [3], false],
    ]);
    expect(papers[0]?.pages[0]?.text).toContain(open);
    expect(papers[1]?.problems).toMatchObject([{ code: 'gate.secret', page: 3 }]);
    const files = await office.ports.registry.files(papers[0]!.id!);
    const original = files.find(({ role }) => role === 'original')!;
    const kept = await PDFDocument.load(await office.bytesOf(original.key));
    expect(kept.getPageCount()).toBe(1);
    expect(await readdir(join(office.folder, 'cache'))).toEqual([]);
    const all = await everything();
    for (const word of told) expect(all).not.toContain(word);
    // The same search finds what the other paper says.
    expect(all).toContain('trat tu giao thong');

    expect(brief(await office.run({ files: [fileOf('run.pdf')] }))).toEqual([
      ['review', [1], true],
      ['refused', [3], false],
    ]);
    expect(await office.ports.registry.papers({})).toHaveLength(1);
    expect(await readdir(join(office.folder, 'cache'))).toEqual([]);
  });
});

describe('what only looks like a marking', () => {
  const reason = 'Đã xem bản giấy, dấu in sẵn của biểu mẫu';
  const override = { rule: 'secret-doubt', role: 'secrecy-officer', actor: 'Cán Bộ Thử', reason };

  test('is stopped, and filed by the word of whoever may', { timeout: longRun }, async () => {
    await writeFile(
      join(folder, 'doubt.png'),
      await letter({ text: 'TÀI LIỆU THU HỒI', x: 32, y: 40 }, ['Về việc thu hồi mẫu cũ']),
    );
    const [stopped] = await office.run({ files: [fileOf('doubt.png')] });
    expect(stopped).toMatchObject({ status: 'refused', problems: [{ code: 'gate.secret-doubt' }] });
    const [passed] = await office.run({ files: [fileOf('doubt.png')], override });
    expect(passed).toMatchObject({ status: 'review' });
    expect(passed?.problems.map(({ code }) => code)).not.toContain('gate.secret-doubt');

    const files = await office.ports.registry.files(passed!.id!);
    const evidence = (await office.bytesOf(files.find(({ role }) => role === 'evidence')!.key)).toString(
      'utf8',
    );
    expect(brokenLine(evidence)).toBeNull();
    const check = JSON.parse(evidence.split('\n')[0]!);
    expect(check).toMatchObject({
      step: 'check',
      gate: [
        {
          rule: 'secret-doubt',
          action: 'stop',
          overridden: { actor: 'Cán Bộ Thử', role: 'secrecy-officer', reason },
        },
      ],
    });
    const events: EventRow[] = await office.ports.registry.events({ paperId: passed!.id! });
    expect(events.map(({ kind }) => kind)).toContain('gate-overridden');
    expect(JSON.stringify(events)).not.toContain(reason);
    expect(office.logged.join('\n')).not.toContain(reason);
  });
});

test('an identity card whose filing fails leaves no picture in the work folder', {
  timeout: longRun,
}, async () => {
  const path = join(packageRoot(), 'samples', 'khai-sinh', 'scans', '03.jpg');
  const begun: string[] = [];
  const ports = {
    ...office.ports,
    deposit: async () => {
      begun.push(...(await readdir(join(office.folder, 'cache'))));
      throw new Error('the store is gone');
    },
  };
  const order = { files: [{ path, source: '03.jpg' }], dossier: null, out: null, production: false };
  const following = { signal: new AbortController().signal, onProgress: () => {} };
  await digitize({ ...order, officer: 'Cán Bộ Thử' }, ports, following).catch(() => undefined);
  expect(begun.length).toBeGreaterThan(0);
  expect(await readdir(join(office.folder, 'cache'))).toEqual([]);
});
