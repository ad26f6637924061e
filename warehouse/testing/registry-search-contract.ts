// Registry contract: search by every word, with or without diacritics, newest first.
import { beforeAll, describe, expect, test } from 'vitest';
import type { RegistryOperation } from '../../core/ports.ts';
import type { RegistryUnderTest } from './registry-contract.ts';
import { newId, ownerRow, paperRow } from './rows.ts';

export function searchContract({ registry }: RegistryUnderTest): void {
  describe('search', () => {
    const mark = newId().toLowerCase();
    const number = `0681${newId().slice(-8)}`;
    const [old, middle, young] = [paperRow(), paperRow(), paperRow()];
    const owner = ownerRow();
    const texts: [typeof old, string][] = [
      [old, `${mark} Nguyễn Văn Đường, sinh tại Đắk Lắk. Số 45/2018`],
      [middle, `${mark} NGUYỄN THỊ ĐƯỢC ${number}.KQ.G15.000031.123/2019-KS.01 hoà giải`],
      [young, `${mark} Trích lục: nguyen van duong; Thửa đất số 45 tờ bản đồ 12 🏠 O'Neil 100%`],
    ];
    beforeAll(async () => {
      const operations = texts.flatMap(([row, text]): RegistryOperation[] => [
        { op: 'paper.insert', row },
        { op: 'search.put', paperId: row.id, text: 'to be replaced, obsolete' },
        { op: 'search.put', paperId: row.id, text },
      ]);
      const whose = { paperId: old.id, ownerId: owner.id, role: 'chu', lead: true };
      await registry().commit([
        ...operations,
        { op: 'owner.put', row: owner },
        { op: 'paper.owner', row: whose },
      ]);
    });

    const cases: [query: string, found: (typeof old)[]][] = [
      [mark, [young, middle, old]],
      [`${mark} nguyễn`, [young, middle, old]],
      [`${mark} NGUYEN VAN DUONG`, [young, old]],
      [`${mark} đường văn`, [young, old]],
      [`duoc ${mark}`, [middle]],
      [`dak lak ${mark}`, [old]],
      [`${mark} 45/2018`, [old]],
      [number, [middle]],
      [number.slice(0, 10), [middle]],
      [`${number}.KQ.G15.000031.123/2019-KS.01`, [middle]],
      [`${mark} hoa giai`, [middle]],
      [`${mark} hòa giải`, [middle]],
      [`${mark} o'neil 100%`, [young]],
      [`${mark} trí`, [young]],
      [`${mark} absentword`, []],
      [`${mark} obsolete`, []],
      [`guyen ${mark}`, []],
      [`${mark} "x" OR (nguyen*) NEAR & | ! :* ^ \\ '`, []],
      [`' " * ( ) - : & | ! %`, []],
      ['', []],
    ];
    test.each(cases)('%s', async (query, found) => {
      const hits = await registry().search(query, { limit: 10 });
      expect(hits.map(({ paper }) => paper.id)).toEqual(found.map(({ id }) => id));
    });

    test('gives whole papers, at most as many as asked for, the newest', async () => {
      expect(await registry().search(mark, { limit: 2 })).toEqual([{ paper: young }, { paper: middle }]);
    });

    test.each(cases)('of one owner: %s', async (query, found) => {
      const hits = await registry().search(query, { limit: 10, ownerId: owner.id });
      expect(hits.map(({ paper }) => paper.id)).toEqual(found.includes(old) ? [old.id] : []);
    });

    test('a text beyond all bounds is found by its beginning', async () => {
      const paper = paperRow();
      const noise = Array.from({ length: 120_000 }, (_, index) => `w${index.toString(36)}`).join(' ');
      const text = `begins${paper.id} ${'z'.repeat(5000)} ${noise}`;
      await registry().commit([
        { op: 'paper.insert', row: paper },
        { op: 'search.put', paperId: paper.id, text },
      ]);
      expect(await registry().search(`begins${paper.id}`, { limit: 5 })).toEqual([{ paper }]);
    });
  });
}
