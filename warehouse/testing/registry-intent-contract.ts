// Registry contract: deposits begun are remembered, and what is given up can be removed without hurting anybody.
import { describe, expect, test } from 'vitest';
import type { RegistryUnderTest } from './registry-contract.ts';
import { fileRow, newId, paperRow } from './rows.ts';

const at = (minute: number): string => `2020-01-01T00:${String(minute).padStart(2, '0')}:00.000Z`;

export function depositContract({ registry, other }: RegistryUnderTest): void {
  describe('deposits begun', () => {
    test('are listed by age with their keys until they end', async () => {
      const [one, two] = [newId(), newId()];
      const keys = [`b-${one}`.toLowerCase(), `a-${one}`.toLowerCase()];
      await registry().commit([{ op: 'intent.put', paperId: one, at: at(1), keys }]);
      await registry().commit([{ op: 'intent.put', paperId: two, at: at(3), keys: [] }]);
      expect(await other().intents(at(1))).toEqual([]);
      expect(await other().intents(at(2))).toEqual([{ paperId: one, at: at(1), keys: [...keys].sort() }]);
      expect((await other().intents(at(4))).map(({ paperId }) => paperId)).toEqual([one, two]);
      await registry().commit([{ op: 'intent.remove', paperId: one }]);
      await registry().commit([{ op: 'intent.remove', paperId: two }]);
      expect(await other().intents(at(59))).toEqual([]);
    });

    test('given up, keys that a file or another deposit names stay; the others may not be put until forgotten', async () => {
      const paper = paperRow();
      const [stale, alive, late] = [newId(), newId(), newId()];
      const [filed, shared, lost] = [`f-${stale}`, `s-${stale}`, `l-${stale}`].map((key) =>
        key.toLowerCase(),
      ) as [string, string, string];
      await registry().commit([
        { op: 'paper.insert', row: paper },
        { op: 'file.put', row: fileRow(paper.id, { key: filed }) },
        { op: 'intent.put', paperId: stale, at: at(1), keys: [filed, shared, lost] },
        { op: 'intent.put', paperId: alive, at: at(1), keys: [shared] },
      ]);
      await other().commit([{ op: 'intent.abandon', paperId: stale }]);
      expect(await registry().abandonedKeys()).toEqual([lost]);

      const begin = { op: 'intent.put', paperId: late, at: at(5), keys: [lost] } as const;
      await expect(registry().commit([begin])).rejects.toEqual(
        expect.objectContaining({ kind: 'transient', code: 'warehouse.object-leaving' }),
      );
      await registry().commit([{ op: 'key.forget', key: lost }]);
      await registry().commit([begin]);
      await registry().commit([
        { op: 'intent.remove', paperId: late },
        { op: 'intent.remove', paperId: alive },
      ]);
    });

    test('a deposit that was given up cannot be finished', async () => {
      const paper = paperRow();
      await registry().commit([{ op: 'intent.put', paperId: paper.id, at: at(1), keys: [] }]);
      await other().commit([{ op: 'intent.abandon', paperId: paper.id }]);
      await expect(
        registry().commit([
          { op: 'paper.insert', row: paper },
          { op: 'intent.remove', paperId: paper.id },
        ]),
      ).rejects.toEqual(expect.objectContaining({ kind: 'conflict', code: 'warehouse.deposit-given-up' }));
      expect(await registry().paper(paper.id)).toBeNull();
      // Giving up what is not there is no error: the deposit may have ended meanwhile.
      await other().commit([{ op: 'intent.abandon', paperId: paper.id }]);
    });
  });
}
