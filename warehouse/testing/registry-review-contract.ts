// Registry contract: what a clerk's review changes: facts taken back, codes also found by, owners said anew.
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../core/ids.ts';
import type { Fact } from '../../core/model.ts';
import type { RegistryUnderTest } from './registry-contract.ts';
import { dossierRow, eventRow, fileRow, newId, ownerRow, paperRow } from './rows.ts';

const at = '2026-11-22T02:30:00.000Z';
const said = (key: string, value: string): Fact => ({
  ...{ key, value, confidence: 1, origin: 'clerk', evidence: ['clerk:typed'] },
});

export function reviewContract({ registry, other }: RegistryUnderTest): void {
  describe('review', () => {
    test('an empty value takes a fact away, its versions stay', async () => {
      const paper = paperRow();
      await registry().commit([
        { op: 'paper.insert', row: paper },
        { op: 'facts.add', paperId: paper.id, at, facts: [said('ho_ten', 'A'), said('noi_sinh', 'B')] },
      ]);
      await registry().commit([{ op: 'facts.add', paperId: paper.id, at, facts: [said('ho_ten', '')] }]);
      expect(await other().facts(paper.id)).toEqual([said('noi_sinh', 'B')]);
      expect(await other().factVersions(paper.id)).toEqual([
        { ...said('ho_ten', 'A'), version: 1, at },
        { ...said('ho_ten', ''), version: 2, at },
        { ...said('noi_sinh', 'B'), version: 1, at },
      ]);
      expect(await other().factVersions(newId())).toEqual([]);
    });

    test('a paper is found by its other codes, and a code belongs to one paper', async () => {
      const [paper, stranger] = [paperRow({ code: `X.${newId()}.01` }), paperRow()];
      const alias = `X.${newId()}.02`;
      await registry().commit([
        { op: 'paper.insert', row: paper },
        { op: 'paper.insert', row: stranger },
        { op: 'paper.alias', id: paper.id, code: alias },
      ]);
      expect(await other().paperByCode(alias)).toEqual(paper);
      expect(await other().paperByCode(paper.code!)).toEqual(paper);
      expect(await other().aliases(paper.id)).toEqual([alias]);
      expect(await other().aliases(stranger.id)).toEqual([]);
      await expect(
        registry().commit([{ op: 'paper.alias', id: stranger.id, code: alias }]),
      ).rejects.toMatchObject({ kind: 'conflict', code: 'warehouse.code-taken' });
    });

    test('a commit is refused where the paper has changed since', async () => {
      const paper = paperRow({ state: 'review' });
      await registry().commit([
        { op: 'paper.insert', row: paper },
        { op: 'facts.add', paperId: paper.id, at, facts: [said('ho_ten', 'A')] },
      ]);
      const accept = (state: 'review' | 'filed', facts: number) =>
        registry().commit([
          { op: 'paper.expect', id: paper.id, state, facts },
          { op: 'paper.update', id: paper.id, set: { state: 'filed' } },
        ]);
      const changed = { kind: 'conflict', code: 'warehouse.paper-changed' };
      await expect(accept('review', 0)).rejects.toMatchObject(changed);
      await expect(accept('filed', 1)).rejects.toMatchObject(changed);
      expect((await other().paper(paper.id))?.state).toBe('review');
      await accept('review', 1);
      await expect(accept('review', 1)).rejects.toMatchObject(changed);
      expect((await other().paper(paper.id))?.state).toBe('filed');
    });

    test('owners and places are said anew, what other dossiers took stays', async () => {
      const [paper, wrong, right, own, later] = [
        paperRow(),
        ownerRow(),
        ownerRow(),
        dossierRow(),
        dossierRow(),
      ];
      const use = { paperId: paper.id, component: null, form: 'original', issuingAgency: null } as const;
      const reused = { ...use, dossierId: later.id, role: 'reused' } as const;
      await registry().commit([
        { op: 'owner.put', row: wrong },
        { op: 'owner.put', row: right },
        { op: 'dossier.put', row: own },
        { op: 'dossier.put', row: later },
        { op: 'paper.insert', row: paper },
        { op: 'paper.owner', row: { paperId: paper.id, ownerId: wrong.id, role: 'chu', lead: true } },
        { op: 'dossier.paper', row: { ...use, dossierId: own.id, role: 'submitted' } },
        { op: 'dossier.paper', row: reused },
      ]);
      await registry().commit([
        { op: 'paper.detach', id: paper.id },
        { op: 'paper.owner', row: { paperId: paper.id, ownerId: right.id, role: 'chu', lead: true } },
        { op: 'dossier.paper', row: { ...use, dossierId: own.id, role: 'result' } },
      ]);
      expect(await other().papers({ ownerId: wrong.id })).toEqual([]);
      expect((await other().papers({ ownerId: right.id })).map(({ id }) => id)).toEqual([paper.id]);
      expect((await other().dossierPapers(own.id)).map(({ role }) => role)).toEqual(['result']);
      expect(await other().dossierPapers(later.id)).toEqual([reused]);
    });

    test('a file that may not be kept loses its row', async () => {
      const paper = paperRow();
      const [copy, facts] = [fileRow(paper.id), fileRow(paper.id, { role: 'facts' })];
      await registry().commit([
        { op: 'paper.insert', row: paper },
        { op: 'file.put', row: copy },
        { op: 'file.put', row: facts },
      ]);
      await registry().commit([{ op: 'file.remove', paperId: paper.id, role: 'legal-copy' }]);
      expect(await other().files(paper.id)).toEqual([facts]);
    });

    test('papers to which something has happened, each once', async () => {
      const [looked, left] = [paperRow(), paperRow()];
      const event = () => eventRow({ kind: 'rejected', paperId: looked.id, note: 'mờ' });
      await registry().commit([
        { op: 'paper.insert', row: looked },
        { op: 'paper.insert', row: left },
        { op: 'event.add', row: event() },
        { op: 'event.add', row: event() },
        { op: 'event.add', row: eventRow({ kind: 'rejected', paperId: null }) },
      ]);
      expect((await other().papers({ event: 'rejected' })).map(({ id }) => id)).toEqual([looked.id]);
      expect((await other().events({ paperId: looked.id })).map(({ note }) => note)).toEqual(['mờ', 'mờ']);
    });

    test('a superseded paper leaves its pages to another', async () => {
      const originalSha256 = sha256(newId());
      const [old, fresh] = [paperRow({ originalSha256 }), paperRow({ originalSha256 })];
      await registry().commit([{ op: 'paper.insert', row: old }]);
      await expect(registry().commit([{ op: 'paper.insert', row: fresh }])).rejects.toMatchObject({
        code: 'warehouse.paper-known',
      });
      await registry().commit([
        { op: 'paper.update', id: old.id, set: { legalStatus: 'superseded' } },
        { op: 'paper.insert', row: fresh },
      ]);
      expect((await other().papersByOriginal(originalSha256)).length).toBe(2);
    });
  });
}
