// The whole way on the samples with the adapters of the command line: scans in, papers filed, and what must never leak.
import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sha256 } from '../core/ids.ts';
import type { PaperRow } from '../core/ports.ts';
import { packageRoot } from '../lists/index.ts';
import { brokenLine } from '../pipeline/filing/evidence.ts';
import type { DigitizedPaper } from '../pipeline/run.ts';
import { type TruePaper, truthOf } from '../pipeline/testing/truth.ts';
import { verifyPdf } from '../signing/verify.ts';
import { type FoundBatch, findScans } from './digitize/find-scans.ts';
import { type Office, openOffice } from './testing/office.ts';

const dossiers = ['khai-sinh', 'giay-to-gia-dinh', 'doanh-nghiep'] as const;
const truth: TruePaper[] = dossiers.flatMap(truthOf);
const batches = new Map<string, FoundBatch>();
const longRun = 240_000;

let office: Office;
let first: DigitizedPaper[];
beforeAll(async () => {
  for (const name of dossiers) {
    const found = await findScans([join(packageRoot(), 'samples', name)]);
    batches.set(name, found.batches[0]!);
  }
  office = await openOffice();
  first = await runAll(office);
}, longRun);
afterAll(() => office.remove());

async function runAll(where: Office): Promise<DigitizedPaper[]> {
  const papers: DigitizedPaper[] = [];
  for (const { files, dossier } of batches.values()) papers.push(...(await where.run({ files, dossier })));
  return papers;
}

/** The paper of the truth, told by its dossier since files of two dossiers may have one name. */
function paperOf(papers: readonly DigitizedPaper[], wanted: TruePaper): DigitizedPaper | undefined {
  const dossier = dossiers.find((name) =>
    truthOf(name).some((p) => p.type === wanted.type && p.file === wanted.file),
  );
  const code = batches.get(dossier!)!.dossier!.code;
  return papers.find(
    (p) => p.dossier === code && p.source === wanted.file && p.pages[0]?.number === wanted.first_page,
  );
}

describe('every paper of the samples', () => {
  test.each(truth.map((t) => [t.type, t] as const))('%s', async (_type, wanted) => {
    const paper = paperOf(first, wanted)!;
    expect(['filed', 'review']).toContain(paper.status);
    expect(paper.type?.code).toBe(wanted.type);
    expect(paper.pages).toHaveLength(wanted.pages);
    expect(paper.pages.filter((p) => p.blank).map((p) => p.number - wanted.first_page + 1)).toEqual(
      wanted.blank_pages,
    );
    expect(paper.pages[0]?.rotation).toBe(wanted.rotation);
    expect(paper.code === null).toBe(paper.status !== 'filed');
    if (wanted.qr) expect(paper.qr).toContain(wanted.qr);
  });

  const owned = truth.filter((t) => t.owners.length > 0);
  test.each(owned.map((t) => [t.type, t] as const))('%s belongs to its owners', async (_type, wanted) => {
    const owners = await office.ports.registry.paperOwners(paperOf(first, wanted)!.id!);
    const numbers = owners.flatMap(({ owner }) => owner.identifiers.map(({ number }) => number));
    expect(numbers.sort()).toEqual([...wanted.owners].sort());
  });

  test('no more, and some need no clerk', () => {
    expect(first).toHaveLength(truth.length);
    // Reading a page alone takes longer than this: the time told holds it.
    expect(first.every((p) => p.milliseconds > 300)).toBe(true);
    expect(first.filter((p) => p.status === 'filed').length).toBeGreaterThanOrEqual(7);
  });

  /** Whether both spouses find the paper of this kind in their Kho. */
  const inBothKhos = async (kind: string): Promise<boolean[]> =>
    Promise.all(
      ['036194008214', '036091012667'].map(async (number) => {
        const owner = await office.ports.registry.ownerByIdentifier('SDD', number);
        const papers = await office.ports.registry.papers({ ownerId: owner!.id });
        return papers.some((p) => p.kind === kind);
      }),
    );

  test('land of two spouses is in the Kho of both', async () => {
    expect(await inBothKhos('GIAY_CHUNG_NHAN_QUYEN_SU_DUNG_DAT')).toEqual([true, true]);
  });

  test('each has its own code', () => {
    const codes = first.flatMap((p) => p.code ?? []);
    expect(new Set(codes).size).toBe(codes.length);
  });

  test('the marriage belongs to both, and each finds it in the own Kho', async () => {
    expect(await inBothKhos('GIAY_CHUNG_NHAN_KET_HON')).toEqual([true, true]);
  });

  test('every legal copy is signed over the whole document and its evidence chain holds', async () => {
    const trust = await office.wiring.ownAuthority();
    const pictured = first.filter((p) => p.files.legalCopy);
    expect(pictured).toHaveLength(truth.length - 1);
    for (const paper of first) {
      const files = await office.ports.registry.files(paper.id!);
      const evidence = files.find((f) => f.role === 'evidence')!;
      expect(brokenLine((await office.bytesOf(evidence.key)).toString('utf8'))).toBeNull();
      const copy = files.find((f) => f.role === 'legal-copy');
      if (!copy) continue;
      const report = await verifyPdf(await readFile(paper.files.legalCopy!), { trust, now: new Date() });
      expect(report).toMatchObject({ valid: true, signatures: [{ coversWholeDocument: true }] });
    }
  });

  test('the originals are there byte for byte', async () => {
    for (const { files } of batches.values()) {
      for (const { path } of files) {
        const scan = await readFile(path);
        const [paper] = await office.ports.registry.papersByOriginal(sha256(scan));
        const original = (await office.ports.registry.files(paper!.id)).find((f) => f.role === 'original');
        if (paper!.kind === 'CAN_CUOC_CONG_DAN') expect(original).toBeUndefined();
        else expect(Buffer.compare(await office.bytesOf(original!.key), scan)).toBe(0);
      }
    }
  });
});

describe('an identity card', () => {
  let card: DigitizedPaper;
  let scan: Buffer;
  beforeAll(async () => {
    card = first.find((p) => p.type?.code === 'CAN_CUOC_CONG_DAN')!;
    scan = await readFile(batches.get('khai-sinh')!.files.find((f) => f.source === card.source)!.path);
  });

  test('prints its text and names no copy', () => {
    expect(card.files).toEqual({});
    expect(card.pages[0]?.text).toContain('CĂN CƯỚC CÔNG DÂN');
    expect(card.fields.so_dinh_danh?.value).toBe('036194008214');
  });

  test('leaves facts and evidence in the store, no picture, no text, no original', async () => {
    const files = await office.ports.registry.files(card.id!);
    expect(files.map((f) => f.role).sort()).toEqual(['evidence', 'facts']);
    for (const { key } of files)
      expect((await office.bytesOf(key)).toString('utf8')).not.toContain('Citizen Identity Card');
    for (const key of await office.keys()) {
      const object = await office.bytesOf(key);
      expect(sha256(object)).not.toBe(sha256(scan));
      expect(object.includes(scan.subarray(1000, 1400))).toBe(false);
    }
  });

  test('leaves nothing in the work folder, and words that only it prints are not found', async () => {
    expect(await readdir(join(office.folder, 'cache'))).toEqual([]);
    for (const query of ['sẹo chấm', 'lông mày', 'Place of origin'])
      expect(await office.ports.registry.search(query, { limit: 5 })).toEqual([]);
    // Words of the others are.
    expect((await office.ports.registry.search('bệnh viện phụ sản', { limit: 5 })).length).toBeGreaterThan(0);
  });
});

describe('what must not leak', () => {
  const secret = new Set(
    truth.flatMap((p) => [
      ...p.owners,
      ...Object.entries(p.fields).flatMap(([key, value]) =>
        /ten|nguoi|so_|noi_/.test(key) && value && value.length > 5 ? [value] : [],
      ),
    ]),
  );

  test('no number and no name of the samples is in a log line or an object key', async () => {
    expect(secret.size).toBeGreaterThan(20);
    expect(office.logged.length).toBeGreaterThan(truth.length);
    const keys = await office.keys();
    expect(keys.length).toBeGreaterThan(30);
    const told = [...office.logged, ...keys].join('\n').normalize('NFC').toLowerCase();
    for (const word of secret) expect(told).not.toContain(word.normalize('NFC').toLowerCase());
    const files = await Promise.all(first.map((paper) => office.ports.registry.files(paper.id!)));
    for (const { sha256: hash } of files.flat()) expect(keys.join()).not.toContain(hash);
  });
});

test('the same command again says so and files nothing twice', async () => {
  const rows = await office.ports.registry.papers({});
  const keys = await office.keys();
  const again = await runAll(office);
  expect(again.every((p) => p.alreadyFiled)).toBe(true);
  const essence = (p: DigitizedPaper) => [
    p.id,
    p.code,
    p.status,
    p.source,
    p.dossier,
    p.type?.code,
    p.pages.map((q) => q.number),
    p.files,
  ];
  expect(again.map(essence)).toEqual(first.map(essence));
  expect(await office.ports.registry.papers({})).toEqual(rows);
  expect(await office.keys()).toEqual(keys);
});

describe('another office', () => {
  let other: Office;
  let folder: string;
  beforeAll(async () => {
    other = await openOffice();
    folder = await mkdtemp(join(tmpdir(), 'sohoa-scans-'));
  });
  afterAll(async () => {
    await other.remove();
    await rm(folder, { recursive: true, force: true });
  });
  const sample = (dossier: string, source: string) =>
    batches.get(dossier)!.files.find((f) => f.source === source)!.path;

  test('a run stopped in the middle and begun again ends with the same papers', {
    timeout: longRun,
  }, async () => {
    const { files: all, dossier } = batches.get('khai-sinh')!;
    const files = all.slice(0, 3);
    const stop = new AbortController();
    const told: DigitizedPaper[] = [];
    const run = other.run({
      files,
      dossier,
      signal: stop.signal,
      onProgress: (event) => {
        if (event.kind !== 'paper') return;
        told.push(event.paper);
        stop.abort();
      },
    });
    await expect(run).rejects.toMatchObject({ kind: 'cancelled' });
    expect((await other.ports.registry.papers({})).length).toBeLessThan(files.length);
    const papers = await other.run({ files, dossier });
    expect(papers.filter((p) => p.alreadyFiled).map((p) => p.id)).toEqual(
      expect.arrayContaining(told.map((p) => p.id)),
    );
    const essence = (p: DigitizedPaper) => [
      p.source,
      p.status,
      p.code,
      p.type?.code,
      p.pages.map(({ number, text }) => [number, p.alreadyFiled && !p.files.legalCopy ? '' : text]),
    ];
    const taken = files.map((f) => f.source);
    const wanted = first.filter((p) => p.dossier === dossier!.code && taken.includes(p.source));
    expect(papers.map(essence)).toEqual(
      wanted.map((p, i) => essence({ ...p, alreadyFiled: papers[i]!.alreadyFiled })),
    );
    expect(await other.ports.registry.papers({})).toHaveLength(wanted.length);
  });

  test('broken files among good ones are refused, the rest is filed; the same scan under two names is one paper', async () => {
    const good = sample('doanh-nghiep', 'scans/03.tif');
    const names = ['a-broken.pdf', 'b-good.tif', 'c-empty.jpg', 'd-same.tif', 'e-cut.jpg', 'f-word.png'];
    const file = (name: string) => join(folder, name);
    await writeFile(file('a-broken.pdf'), '%PDF-1.7\n1 0 obj\n<< /Type /Catalog');
    await copyFile(good, file('b-good.tif'));
    await writeFile(file('c-empty.jpg'), '');
    await copyFile(good, file('d-same.tif'));
    await writeFile(
      file('e-cut.jpg'),
      (await readFile(sample('doanh-nghiep', 'scans/01.jpg'))).subarray(0, 60_000),
    );
    await writeFile(file('f-word.png'), 'PK\u0003\u0004 a document');
    const before = await other.ports.registry.papers({});
    const papers = await other.run({ files: names.map((name) => ({ path: file(name), source: name })) });
    expect(papers.map((p) => [p.source, p.status === 'refused'])).toEqual(
      names.map((name) => [name, !/good|same/.test(name)]),
    );
    const refused = papers.filter((p) => p.status === 'refused');
    for (const paper of refused) expect(paper.problems[0]?.code).toMatch(/^(intake|clean)\./);
    const [one, same] = papers.filter((p) => p.status !== 'refused');
    expect([one!.id, [one!.alreadyFiled, same!.alreadyFiled].sort()]).toEqual([same!.id, [false, true]]);
    expect(await other.ports.registry.papers({})).toHaveLength(before.length + 1);
  });

  test('a paper that came signed is kept byte for byte', async () => {
    const copy = first.find((p) => p.source === 'scans/01.jpg' && p.files.legalCopy)!;
    const signed = await readFile(copy.files.legalCopy!);
    const path = join(folder, 'signed.pdf');
    await writeFile(path, signed);
    const [paper, ...more] = await other.run({ files: [{ path, source: 'signed.pdf' }] });
    expect(more).toEqual([]);
    expect(paper).toMatchObject({ signed: true, type: { code: copy.type!.code } });
    expect(Buffer.compare(await readFile(paper!.files.legalCopy!), signed)).toBe(0);
    const row = (await other.ports.registry.paper(paper!.id!)) as PaperRow;
    expect(row).toMatchObject({
      signedInput: true,
      signatures: 1,
      source: 'signed-input',
      legalCopySha256: sha256(signed),
    });
  });
});
