// Registry contract: numbers given out once, and leases that fence off who came before.
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { RegistryUnderTest } from './registry-contract.ts';
import { newId, paperRow } from './rows.ts';

export function sequenceContract({ registry, other }: RegistryUnderTest): void {
  test('sequences count from 1, each by itself', async () => {
    const [one, two] = [`sequence ${newId()}`, `sequence ${newId()}`];
    expect([await registry().nextInSequence(one), await other().nextInSequence(one)]).toEqual([1, 2]);
    expect(await registry().nextInSequence(two)).toBe(1);
  });

  test('400 at once from two connections get 400 different numbers without a gap', async () => {
    const name = `sequence ${newId()}`;
    const numbers = await Promise.all(
      Array.from({ length: 400 }, (_, index) => (index % 2 ? registry() : other()).nextInSequence(name)),
    );
    expect(numbers.sort((one, two) => one - two)).toEqual(
      Array.from({ length: 400 }, (_, index) => index + 1),
    );
  });

  describe('leases', () => {
    test('one holder at a time; he may prolong; released, the next has a higher epoch', async () => {
      const paperId = newId();
      const held = await registry().lease(paperId, 'one', 60);
      expect(held).toEqual({ paperId, epoch: 1, holder: 'one', until: expect.any(String) });
      const left = Date.parse(held!.until) - Date.now();
      expect(left).toBeGreaterThan(50_000);
      expect(left).toBeLessThan(70_000);
      expect(await other().lease(paperId, 'two', 60)).toBeNull();
      const prolonged = await registry().lease(paperId, 'one', 600);
      expect(prolonged?.epoch).toBe(1);
      expect(Date.parse(prolonged!.until)).toBeGreaterThan(Date.parse(held!.until));
      await registry().release(prolonged!);
      expect((await other().lease(paperId, 'two', 60))?.epoch).toBe(2);
    });

    test('of many that ask at once, one gets it', async () => {
      const paperId = newId();
      const asked = Array.from({ length: 30 }, (_, i) =>
        (i % 2 ? registry() : other()).lease(paperId, `w${i}`, 60),
      );
      expect((await Promise.all(asked)).filter(Boolean)).toHaveLength(1);
    });

    test('who was overtaken can neither commit nor release', async () => {
      const paper = paperRow({ state: 'review' });
      await registry().commit([{ op: 'paper.insert', row: paper }]);
      const slow = await registry().lease(paper.id, 'slow', 0.05);
      await wait(100);
      const quick = await other().lease(paper.id, 'quick', 60);
      expect(quick?.epoch).toBe(slow!.epoch + 1);
      await registry().release(slow!);
      expect(await registry().lease(paper.id, 'third', 60)).toBeNull();

      const file = (epoch: number) =>
        [
          { op: 'paper.update', id: paper.id, set: { state: 'filed' } },
          { op: 'lease.check', paperId: paper.id, epoch },
        ] as const;
      await expect(registry().commit(file(slow!.epoch))).rejects.toEqual(
        expect.objectContaining({ kind: 'conflict', code: 'warehouse.lease-lost' }),
      );
      expect((await registry().paper(paper.id))?.state).toBe('review');
      await other().commit(file(quick!.epoch));
      expect((await registry().paper(paper.id))?.state).toBe('filed');
    });

    test('the same holder after his lease has run out counts as another', async () => {
      const paperId = newId();
      const first = await registry().lease(paperId, 'one', 0.05);
      await wait(100);
      expect((await registry().lease(paperId, 'one', 60))?.epoch).toBe(first!.epoch + 1);
    });
  });
}
