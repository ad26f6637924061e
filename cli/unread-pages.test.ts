// A run of three papers in which the program that opens files dies on a page of the second: that paper alone fails, the
// others are filed with their own pages, and the next run files the rest and nothing twice.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { separatorSheets } from '../pipeline/compose/separator-sheets.ts';
import { defaultLimits } from '../pipeline/intake/source.ts';
import { openSourcePool, type SourcePool } from '../pipeline/intake/source-pool.ts';
import { type DigitizedPaper, digitize } from '../pipeline/run.ts';
import { sampleFile } from '../pipeline/testing/pages.ts';
import { type Office, openOffice } from './testing/office.ts';

const longRun = 240_000;
let folder: string;
let office: Office;
let hostile: SourcePool;
let first: DigitizedPaper[];
let second: DigitizedPaper[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sohoa-unread-'));
  const run = { path: join(folder, 'dies-3.pdf'), source: 'dies-3.pdf' };
  await writeFile(run.path, await runOf(['khai-sinh/01.jpg', 'khai-sinh/02.jpg', 'doanh-nghiep/01.jpg']));
  office = await openOffice();
  const worker = new URL('../pipeline/intake/testing/hostile-worker.ts', import.meta.url);
  hostile = openSourcePool({
    processes: 1,
    limits: defaultLimits,
    memoryMegabytes: 1000,
    seconds: 60,
    worker,
  });
  const request = { files: [run], dossier: null, out: null, production: false, officer: 'Cán Bộ Thử' };
  const following = { signal: new AbortController().signal, onProgress: () => {} };
  first = await digitize(request, { ...office.ports, openSource: hostile.open }, following);
  second = await office.run({ files: [run] });
}, longRun);
afterAll(async () => {
  await hostile.close();
  await office.remove();
  await rm(folder, { recursive: true });
});

/** Scans with a separator sheet between each two, as a feeder gives them. */
async function runOf(scans: readonly string[]): Promise<Uint8Array> {
  const whole = await PDFDocument.create();
  const sheets = await PDFDocument.load(await separatorSheets({ count: 1 }));
  for (const [index, scan] of scans.entries()) {
    if (index > 0) for (const page of await whole.copyPages(sheets, [0])) whole.addPage(page);
    const picture = await whole.embedJpg(await readFile(sampleFile(scan)));
    whole.addPage([595, 842]).drawImage(picture, { x: 0, y: 0, width: 595, height: 842 });
  }
  return whole.save();
}

const pagesOf = (papers: readonly DigitizedPaper[]) =>
  papers.map((paper) => paper.pages.map(({ number }) => number));

test('the run is split as if the page were there', () => {
  expect(pagesOf(first)).toEqual([[1], [3], [5]]);
});

test('the paper of that page has its problem and is not filed; the others are', () => {
  expect(first[1]).toMatchObject({ status: 'refused', id: null, code: null, files: {} });
  expect(first[1]?.problems).toEqual([
    {
      code: 'intake.page-crashed',
      page: 3,
      params: expect.objectContaining({ file: 'dies-3.pdf', page: 3 }),
    },
  ]);
  for (const paper of [first[0], first[2]]) {
    expect(['filed', 'review']).toContain(paper?.status);
    expect(paper?.problems.map(({ code }) => code)).not.toContain('intake.page-crashed');
  }
});

test('what the lost page shows is not known, so no other paper keeps it with its original', async () => {
  for (const paper of [first[0], first[2]]) {
    const files = await office.ports.registry.files(paper!.id!);
    const original = files.find(({ role }) => role === 'original')!;
    const pdf = await PDFDocument.load(await office.bytesOf(original.key));
    expect(pdf.getPageCount()).toBe(1);
  }
});

test('the next run files the rest, and nothing twice', async () => {
  expect(pagesOf(second)).toEqual([[1], [3], [5]]);
  expect(second.map(({ alreadyFiled }) => alreadyFiled)).toEqual([true, false, true]);
  expect([second[0]?.id, second[2]?.id]).toEqual([first[0]?.id, first[2]?.id]);
  expect(['filed', 'review']).toContain(second[1]?.status);
  expect(
    await office.ports.registry.papersByOriginal(
      (await office.ports.registry.paper(second[1]!.id!))!.originalSha256,
    ),
  ).toHaveLength(3);
});
