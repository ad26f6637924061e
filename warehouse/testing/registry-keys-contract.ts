// Registry contract: data keys, their wraps, and the marker of encryption at rest that nobody goes behind.
import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { DataKeyRow } from '../../core/ports-keys.ts';
import type { RegistryUnderTest } from './registry-contract.ts';
import { newId } from './rows.ts';

const at = '2026-11-22T02:30:00.000Z';
const newKek = (): string => randomBytes(8).toString('hex');
const dataKey = (...keks: string[]): DataKeyRow => ({
  id: newId(),
  paperId: newId(),
  createdAt: at,
  wraps: keks.sort().map((kekId) => ({ kekId, wrapped: randomBytes(60).toString('base64') })),
});
const conflict = (code: string) => expect.objectContaining({ kind: 'conflict', code });

export function keysContract({ registry, other }: RegistryUnderTest): void {
  describe('encryption at rest', () => {
    const [first, second] = [newKek(), newKek()];

    test('is begun once, by one of many', async () => {
      expect(await registry().atRest()).toBeNull();
      expect(await registry().kekUse()).toEqual([]);
      await registry().commit([{ op: 'at-rest.none' }]);
      const put = { op: 'at-rest.put', row: { kekId: first, state: 'mixed', since: at }, was: null } as const;
      const begun = await Promise.allSettled(
        [registry(), other(), registry()].map((one) => one.commit([put])),
      );
      expect(begun.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(begun.find(({ status }) => status === 'rejected')).toMatchObject({
        reason: conflict('at-rest.changed'),
      });
      expect(await other().atRest()).toEqual({ kekId: first, state: 'mixed', since: at });
    });

    test('once begun, nothing more is filed plain', async () => {
      await expect(registry().commit([{ op: 'at-rest.none' }])).rejects.toEqual(
        conflict('at-rest.kek-needed'),
      );
    });

    test('the marker changes for whoever knows how it stands', async () => {
      const row = { kekId: first, state: 'sealed', since: at } as const;
      await expect(registry().commit([{ op: 'at-rest.put', row, was: second }])).rejects.toEqual(
        conflict('at-rest.changed'),
      );
      await registry().commit([{ op: 'at-rest.put', row, was: first }]);
      expect(await other().atRest()).toEqual(row);
    });

    test('a paper has one data key, the first; an unknown or retired KEK gives none', async () => {
      const [one, again] = [dataKey(first), dataKey(first)];
      await registry().commit([{ op: 'data-key.put', row: one }]);
      await other().commit([{ op: 'data-key.put', row: { ...again, paperId: one.paperId } }]);
      expect(await other().dataKey({ paperId: one.paperId })).toEqual(one);
      expect(await other().dataKey({ id: one.id })).toEqual(one);
      expect(await other().dataKey({ id: again.id })).toBeNull();
      const retired = dataKey(second);
      await expect(registry().commit([{ op: 'data-key.put', row: retired }])).rejects.toEqual(
        conflict('at-rest.kek-retired'),
      );
      expect(await registry().dataKey({ paperId: retired.paperId })).toBeNull();
    });

    test('turns to another KEK when every data key has its wrap, and drops the old ones', async () => {
      for (let index = 0; index < 5; index += 1)
        await registry().commit([{ op: 'data-key.put', row: dataKey(first) }]);
      const keys = await registry().dataKeysWithout(second, { limit: 100 });
      expect(keys.map(({ id }) => id)).toEqual(keys.map(({ id }) => id).sort());
      expect(keys).toHaveLength(6);
      expect(await registry().dataKeysWithout(second, { after: keys[1]!.id, limit: 2 })).toEqual(
        keys.slice(2, 4),
      );
      const wraps = keys.map(({ id }) => ({ dataKeyId: id, kekId: second, wrapped: `new ${id}` }));
      const turn = { op: 'at-rest.turn', kekId: second, was: first } as const;

      await registry().commit([{ op: 'data-key.wrap', wraps: wraps.slice(1) }]);
      await expect(registry().commit([turn])).rejects.toEqual(conflict('at-rest.changed'));
      // Wrapped twice: what is there stays.
      await other().commit([
        {
          op: 'data-key.wrap',
          wraps: wraps.map((wrap) => ({ ...wrap, wrapped: `again ${wrap.dataKeyId}` })),
        },
      ]);
      expect((await registry().atRest())?.kekId).toBe(first);
      await expect(registry().commit([{ op: 'data-key.unwrap', kekId: first, limit: 9 }])).rejects.toEqual(
        conflict('at-rest.changed'),
      );
      await registry().commit([turn]);
      await expect(registry().commit([turn])).rejects.toEqual(conflict('at-rest.changed'));
      expect(await other().atRest()).toEqual({ kekId: second, state: 'sealed', since: at });
      expect(await other().kekUse()).toEqual([first, second].sort().map((kekId) => ({ kekId, dataKeys: 6 })));

      await registry().commit([{ op: 'data-key.unwrap', kekId: first, limit: 4 }]);
      expect((await other().kekUse()).find(({ kekId }) => kekId === first)?.dataKeys).toBe(2);
      await registry().commit([{ op: 'data-key.unwrap', kekId: first, limit: 4 }]);
      await registry().commit([{ op: 'data-key.unwrap', kekId: first, limit: 4 }]);
      expect(await other().kekUse()).toEqual([{ kekId: second, dataKeys: 6 }]);
      expect((await other().dataKey({ id: keys[0]!.id }))?.wraps).toEqual([
        { kekId: second, wrapped: `again ${keys[0]!.id}` },
      ]);
      expect((await other().dataKey({ id: keys[3]!.id }))?.wraps[0]?.wrapped).toBe(`new ${keys[3]!.id}`);
    });
  });
}
