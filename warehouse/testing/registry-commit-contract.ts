// Registry contract: a commit is all or nothing, and what must be unique is.
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../core/ids.ts';
import type { Registry, RegistryOperation } from '../../core/ports.ts';
import type { RegistryUnderTest } from './registry-contract.ts';
import { dossierRow, eventRow, fileRow, newId, ownerRow, paperRow } from './rows.ts';

const conflict = (code: string) => expect.objectContaining({ kind: 'conflict', code });
const insert = (row: ReturnType<typeof paperRow>): RegistryOperation => ({ op: 'paper.insert', row });

export function commitContract({ registry, other }: RegistryUnderTest): void {
  describe('a failing operation undoes the whole commit', () => {
    const cases: [name: string, failing: () => RegistryOperation, error: unknown][] = [
      [
        'a file of a paper that is not there',
        () => ({ op: 'file.put', row: fileRow(newId()) }),
        conflict('warehouse.constraint'),
      ],
      [
        'an update of a paper that is not there',
        () => ({ op: 'paper.update', id: newId(), set: {} }),
        expect.objectContaining({ kind: 'not-found' }),
      ],
      [
        'an old lease',
        () => ({ op: 'lease.check', paperId: newId(), epoch: 1 }),
        conflict('warehouse.lease-lost'),
      ],
      [
        'a deposit given up',
        () => ({ op: 'intent.remove', paperId: newId() }),
        conflict('warehouse.deposit-given-up'),
      ],
    ];
    test.each(cases)('%s', async (_, failing, error) => {
      const [paper, owner, dossier, event] = [paperRow(), ownerRow(), dossierRow(), eventRow()];
      const before: RegistryOperation[] = [
        { op: 'owner.put', row: owner },
        { op: 'dossier.put', row: dossier },
        insert(paper),
        { op: 'paper.owner', row: { paperId: paper.id, ownerId: owner.id, role: 'chu', lead: true } },
        { op: 'search.put', paperId: paper.id, text: `halfway ${paper.id}` },
      ];
      const after: RegistryOperation = { op: 'event.add', row: { ...event, paperId: paper.id } };
      await expect(registry().commit([...before, failing(), after])).rejects.toEqual(error);
      expect(await other().paper(paper.id)).toBeNull();
      expect(await other().owner(owner.id)).toBeNull();
      expect(await other().dossierByCode(dossier.code)).toBeNull();
      expect(await other().events({ paperId: paper.id })).toEqual([]);
      expect(await other().search(paper.id, { limit: 5 })).toEqual([]);
      // And nothing of it stands in the way of doing it right.
      await registry().commit([...before, after]);
      expect(await other().paper(paper.id)).toEqual(paper);
    });
  });

  describe('unique', () => {
    test('the same pages of the same original are one paper', async () => {
      const originalSha256 = sha256(newId());
      const paper = paperRow({ originalSha256, pages: [1, 2] });
      await registry().commit([insert(paper)]);
      const again = paperRow({ originalSha256, pages: [1, 2] });
      await expect(other().commit([insert(again)])).rejects.toEqual(conflict('warehouse.paper-known'));
      await expect(other().commit([insert({ ...paper, pages: [8] })])).rejects.toEqual(
        conflict('warehouse.paper-known'),
      );
      await other().commit([insert(paperRow({ originalSha256, pages: [3] }))]);
    });

    test('an attempt that failed does not stand in the way', async () => {
      const originalSha256 = sha256(newId());
      for (const state of ['failed', 'refused', 'discarded', 'failed', 'filed'] as const)
        await registry().commit([insert(paperRow({ originalSha256, state }))]);
      const failed = (await registry().papersByOriginal(originalSha256)).find(
        ({ state }) => state === 'failed',
      );
      await expect(
        registry().commit([{ op: 'paper.update', id: failed!.id, set: { state: 'filed' } }]),
      ).rejects.toEqual(conflict('warehouse.paper-known'));
    });

    test('of many that race for one paper, one wins', async () => {
      const originalSha256 = sha256(newId());
      const race = (on: Registry) => on.commit([insert(paperRow({ originalSha256 }))]);
      const results = await Promise.allSettled(
        Array.from({ length: 20 }, (_, i) => race(i % 2 ? registry() : other())),
      );
      const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
      expect(refused).toHaveLength(19);
      for (const reason of refused) expect(reason).toEqual(conflict('warehouse.paper-known'));
      expect(await registry().papersByOriginal(originalSha256)).toHaveLength(1);
    });

    test('a paper code, an identity number, a dossier code', async () => {
      const code = `Y.${newId()}.01`;
      const [owner, dossier] = [ownerRow(), dossierRow()];
      await registry().commit([
        insert(paperRow({ code })),
        { op: 'owner.put', row: owner },
        { op: 'dossier.put', row: dossier },
      ]);
      const { identifiers } = owner;
      const refused: [RegistryOperation, string][] = [
        [insert(paperRow({ code })), 'warehouse.code-taken'],
        [{ op: 'owner.put', row: ownerRow({ identifiers }) }, 'warehouse.identifier-taken'],
        [{ op: 'dossier.put', row: dossierRow({ code: dossier.code }) }, 'warehouse.dossier-taken'],
      ];
      for (const [operation, error] of refused)
        await expect(other().commit([operation])).rejects.toEqual(conflict(error));
    });
  });

  test('an error tells nothing of a row', async () => {
    const owner = ownerRow({ name: 'Secret Name' });
    await registry().commit([{ op: 'owner.put', row: owner }]);
    const thieves = [{ op: 'owner.put', row: ownerRow({ identifiers: owner.identifiers }) }] as const;
    const code = `Secret.${newId()}`;
    await registry().commit([insert(paperRow({ code }))]);
    for (const operations of [thieves, [insert(paperRow({ code, title: 'Secret Title' }))]]) {
      const error = await registry()
        .commit(operations)
        .catch((thrown: Error) => thrown);
      const told = `${(error as Error).stack} ${JSON.stringify(error)} ${String((error as Error).cause)} ${(error as Error & { cause?: Error }).cause?.stack}`;
      expect(told).not.toMatch(/Secret/);
      expect(told).not.toContain(owner.identifiers[0]!.number);
    }
  });
}
