// Split, rotate, join, rescan: read for real out of the stored scan; old papers give way in the commit of the last new one.
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PaperRow } from '../../core/ports.ts';
import { wrapPictures } from '../../pipeline/compose/cut-pages.ts';
import { brokenLine } from '../../pipeline/filing/evidence.ts';
import { openSource } from '../../pipeline/intake/open-source.ts';
import type { PagePicture } from '../../pipeline/intake/source.ts';
import type { DigitizePorts } from '../../pipeline/paper.ts';
import { type RecutOrder, recut } from '../../pipeline/review/recut.ts';
import { settle } from '../../pipeline/review/settle.ts';
import sharp from '../../pipeline/safe-sharp.ts';
import { sampleFile } from '../../pipeline/testing/pages.ts';
import { type Office, openOffice } from '../testing/office.ts';

let office: Office;
let first: PaperRow;
const longRun = 600_000;
beforeAll(async () => {
  office = await openOffice();
  // Two papers in a run without a separator between them; the upper part of each, which is quick to read.
  const pictures = (async function* () {
    for (const name of ['khai-sinh/01.jpg', 'khai-sinh/02.jpg']) yield await upperPart(name);
  })();
  const path = join(office.folder, 'run.pdf');
  await writeFile(path, await wrapPictures(pictures));
  const [paper] = await office.run({ files: [{ path, source: 'scans/run.pdf' }] });
  first = (await office.ports.registry.paper(paper!.id!))!;
}, longRun);
afterAll(() => office.remove());

async function upperPart(name: string): Promise<PagePicture> {
  const source = await openSource(sampleFile(name));
  const picture = await source.page(1);
  await source.close();
  const height = Math.round(picture.height / 4);
  const bytes = await sharp(picture.bytes)
    .extract({ left: 0, top: 0, width: picture.width, height })
    .jpeg()
    .toBuffer();
  return { ...picture, bytes, height, format: 'jpeg' };
}

type Asked = RecutOrder extends infer Order
  ? Order extends RecutOrder
    ? Omit<Order, 'actor' | 'production'>
    : never
  : never;
const following = { onProgress: () => undefined, signal: new AbortController().signal };
const cut = (asked: Asked, ports: DigitizePorts = office.ports) =>
  recut(ports, { ...asked, actor: 'Cán Bộ Kiểm', production: false } as RecutOrder, following);
const row = async (id: string | null) => (await office.ports.registry.paper(id ?? ''))!;

async function chainOf(id: string): Promise<{ step: string; actor: string }[]> {
  const file = (await office.ports.registry.files(id)).find(({ role }) => role === 'evidence')!;
  const text = (await office.bytesOf(file.key)).toString('utf8');
  expect(brokenLine(text)).toBeNull();
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe('one after the other', () => {
  let parts: PaperRow[];
  let whole: PaperRow;

  test(
    'split: a run that dies between two papers leaves the old one, and goes on',
    async () => {
      expect(first.pages).toEqual([1, 2]);
      let deposits = 0;
      const dying: DigitizePorts = {
        ...office.ports,
        deposit: (request) => {
          deposits += 1;
          if (deposits === 2) throw new Error('killed');
          return office.ports.deposit(request);
        },
      };
      const order: Asked = { what: 'split', paper: first, at: [2] };
      await expect(cut(order, dying)).rejects.toThrow();
      expect((await row(first.id)).state).toBe(first.state);
      const made = await cut(order);
      parts = await Promise.all(made.map(({ id }) => row(id)));
      expect(parts.map(({ pages }) => pages)).toEqual([[1], [2]]);
      const [, one] = made.map(({ alreadyFiled }) => alreadyFiled);
      expect([made[0]?.alreadyFiled, one]).toEqual([true, false]);
      const old = await row(first.id);
      expect(first.state === 'filed' ? old.legalStatus : old.state).toBe(
        first.state === 'filed' ? 'superseded' : 'discarded',
      );
      expect((await office.ports.registry.events({ paperId: first.id })).at(-1)).toMatchObject({
        actor: 'Cán Bộ Kiểm',
      });
      expect((await chainOf(parts[1]!.id))[0]).toMatchObject({ step: 'review-split', actor: 'Cán Bộ Kiểm' });
      expect(parts.every(({ signatures }) => signatures === 1)).toBe(true);
    },
    longRun,
  );

  test(
    'the same file again makes nothing new',
    async () => {
      const again = await office.run({
        files: [{ path: join(office.folder, 'run.pdf'), source: 'scans/run.pdf' }],
      });
      expect(again.map(({ id }) => id).sort()).toEqual(parts.map(({ id }) => id).sort());
      expect(again.every(({ alreadyFiled }) => alreadyFiled)).toBe(true);
    },
    longRun,
  );

  test(
    'join: one paper again, and the parts are gone',
    async () => {
      const [made] = await cut({ what: 'join', papers: parts.toReversed() });
      whole = await row(made!.id);
      expect(whole.pages).toEqual([1, 2]);
      expect(whole.id).not.toBe(first.id);
      const states = await Promise.all(parts.map(async ({ id }) => row(id)));
      for (const [index, { state, legalStatus }] of states.entries())
        expect(parts[index]?.state === 'filed' ? legalStatus : state).toMatch(/superseded|discarded/);
    },
    longRun,
  );

  test(
    'rotate: counts from what is shown, and what the clerk said stays said',
    async () => {
      const ports = await office.wiring.reviewPorts();
      const corrections = [{ key: 'nguoi_ky', value: 'Lê Thị Mẫu', how: 'typed' as const }];
      const kind = 'GIAY_KHAI_SINH';
      whole = await settle(ports, { paper: whole, corrections, kind, accept: false, actor: 'Cán Bộ Kiểm' });
      const before = await rotations(whole.id);
      const [made] = await cut({ what: 'rotate', paper: whole, turns: new Map([[2, 180]]) });
      const turned = await row(made!.id);
      const after = await rotations(turned.id);
      expect(after).toEqual([before[0], (before[1]! + 180) % 360]);
      expect(turned).toMatchObject({ kind, kindConfidence: 1, signer: 'Lê Thị Mẫu', pages: [1, 2] });
      whole = turned;
    },
    longRun,
  );

  const rotations = async (id: string): Promise<number[]> => {
    const file = (await office.ports.registry.files(id)).find(({ role }) => role === 'text')!;
    return JSON.parse((await office.bytesOf(file.key)).toString('utf8')).map(
      ({ rotation }: { rotation: number }) => rotation,
    );
  };

  test(
    'rescan: another file takes its place; the same one does not',
    async () => {
      const file = join(office.folder, 'again.jpg');
      await writeFile(file, (await upperPart('khai-sinh/03.jpg')).bytes);
      const run = join(office.folder, 'run.pdf');
      await expect(cut({ what: 'rescan', paper: whole, file: run })).rejects.toMatchObject({
        code: 'review.same-scan',
      });
      const [made] = await cut({ what: 'rescan', paper: whole, file });
      expect(await row(made!.id)).toMatchObject({ pages: [1], signer: 'Lê Thị Mẫu' });
      const old = await row(whole.id);
      expect(whole.state === 'filed' ? old.legalStatus : old.state).toMatch(/superseded|discarded/);
      await expect(cut({ what: 'rotate', paper: old, turns: new Map([[1, 90]]) })).rejects.toMatchObject({
        code: 'review.not-open',
      });
    },
    longRun,
  );

  test('nothing of the work is left behind', async () => {
    expect(await readdir(office.ports.workRoot)).toEqual([]);
  });
});

describe('what cannot be', () => {
  const paper = () => ({ ...first, state: 'review' as const, legalStatus: 'effective' as const });
  test.each([
    [() => ({ what: 'split' as const, paper: paper(), at: [1] }), 'review.cut-first-page'],
    [() => ({ what: 'split' as const, paper: paper(), at: [7] }), 'review.no-such-page'],
    [
      () => ({ what: 'rotate' as const, paper: paper(), turns: new Map([[9, 90 as const]]) }),
      'review.no-such-page',
    ],
  ])('is refused before anything is read', async (order, code) => {
    await expect(cut(order())).rejects.toMatchObject({ code });
  });
});
