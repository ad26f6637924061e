// Registry contract: what is written is what is read, for papers, owners, dossiers, files, facts and events.
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../core/ids.ts';
import type { Fact } from '../../core/model.ts';
import type { RegistryUnderTest } from './registry-contract.ts';
import { dossierRow, eventRow, fileRow, newId, ownerRow, paperRow } from './rows.ts';

export function paperContract({ registry, other }: RegistryUnderTest): void {
  describe('papers', () => {
    test('a paper comes back as it was, by id, code and original', async () => {
      const paper = paperRow({ code: `X.${newId()}.01`, pages: [3, 4, 5, 9, 7], problems: [] });
      await registry().commit([{ op: 'paper.insert', row: paper }]);
      expect(await other().paper(paper.id)).toEqual(paper);
      expect(await other().paperByCode(paper.code!)).toEqual(paper);
      expect(await other().papersByOriginal(paper.originalSha256)).toEqual([paper]);
    });

    test('what is not there is null or empty', async () => {
      expect(await registry().paper(newId())).toBeNull();
      expect(await registry().paperByCode('no such code')).toBeNull();
      expect(await registry().papersByOriginal(sha256('nothing'))).toEqual([]);
      expect(await registry().owner(newId())).toBeNull();
      expect(await registry().ownerByIdentifier(null, 'no such number')).toBeNull();
      expect(await registry().dossier(newId())).toBeNull();
      expect(await registry().dossierByCode('no such dossier')).toBeNull();
      expect(await registry().facts(newId())).toEqual([]);
    });

    test('an update changes what it names and nothing else', async () => {
      const paper = paperRow({ state: 'review' });
      await registry().commit([{ op: 'paper.insert', row: paper }]);
      const set = { state: 'filed', perpetual: false, validTo: '2030', problems: [] } as const;
      await registry().commit([{ op: 'paper.update', id: paper.id, set }]);
      expect(await registry().paper(paper.id)).toEqual({ ...paper, ...set });
    });

    test('papers of one run come by their first page', async () => {
      const originalSha256 = sha256(newId());
      const [late, early] = [
        paperRow({ originalSha256, pages: [12] }),
        paperRow({ originalSha256, pages: [2, 3] }),
      ];
      await registry().commit([late, early].map((row) => ({ op: 'paper.insert', row })));
      expect((await registry().papersByOriginal(originalSha256)).map(({ id }) => id)).toEqual([
        early.id,
        late.id,
      ]);
    });

    test('paging goes through all papers of an owner, in order, once', async () => {
      const owner = ownerRow();
      const papers = Array.from({ length: 25 }, (_, index) =>
        paperRow({ state: index % 5 ? 'filed' : 'review' }),
      );
      await registry().commit([
        { op: 'owner.put', row: owner },
        ...papers.flatMap((row) => [
          { op: 'paper.insert', row } as const,
          { op: 'paper.owner', row: { paperId: row.id, ownerId: owner.id, role: 'vo', lead: true } } as const,
          {
            op: 'paper.owner',
            row: { paperId: row.id, ownerId: owner.id, role: 'chong', lead: false },
          } as const,
        ]),
      ]);
      const seen: string[] = [];
      for (;;) {
        const after = seen.at(-1);
        const page = await registry().papers({ ownerId: owner.id, limit: 10, ...(after ? { after } : {}) });
        if (page.length === 0) break;
        seen.push(...page.map(({ id }) => id));
      }
      expect(seen).toEqual(papers.map(({ id }) => id));
      expect(await registry().papers({ ownerId: owner.id, state: 'review' })).toHaveLength(5);
    });
  });

  describe('owners', () => {
    test('a second put adds numbers and keeps what it does not know', async () => {
      const owner = ownerRow();
      const old = { scheme: 'CMND', number: newId().slice(-9) } as const;
      await registry().commit([{ op: 'owner.put', row: owner }]);
      await registry().commit([
        { op: 'owner.put', row: { ...owner, name: null, birth: null, identifiers: [old] } },
      ]);
      const merged = await registry().owner(owner.id);
      expect(merged).toEqual({ ...owner, identifiers: expect.any(Array) });
      expect(new Set(merged?.identifiers)).toEqual(new Set([old, ...owner.identifiers]));
      expect(await registry().ownerByIdentifier('CMND', old.number)).toEqual(merged);
      expect(await registry().ownerByIdentifier(null, old.number)).toEqual(merged);
      expect(await registry().ownerByIdentifier('SDD', old.number)).toBeNull();
    });

    test('a number that stands in two schemes finds the person first', async () => {
      const number = `08819${newId().slice(-7)}`;
      const firm = ownerRow({ kind: 'organisation', identifiers: [{ scheme: 'MST', number }] });
      const person = ownerRow({ identifiers: [{ scheme: 'SDD', number }] });
      await registry().commit([firm, person].map((row) => ({ op: 'owner.put', row })));
      expect((await registry().ownerByIdentifier(null, number))?.id).toBe(person.id);
      expect((await registry().ownerByIdentifier('MST', number))?.id).toBe(firm.id);
    });

    test('owners of a paper come with their rows, the lead first', async () => {
      const [paper, husband, wife] = [paperRow(), ownerRow(), ownerRow()];
      const held = [
        { paperId: paper.id, ownerId: husband.id, role: 'chong', lead: false },
        { paperId: paper.id, ownerId: wife.id, role: 'vo', lead: true },
      ];
      await registry().commit([
        { op: 'owner.put', row: husband },
        { op: 'owner.put', row: wife },
        { op: 'paper.insert', row: paper },
        ...held.map((row) => ({ op: 'paper.owner', row }) as const),
      ]);
      expect(await registry().paperOwners(paper.id)).toEqual([
        { ...held[1], owner: wife },
        { ...held[0], owner: husband },
      ]);
    });
  });

  test('dossiers, their papers, files and events come back', async () => {
    const [dossier, paper] = [dossierRow(), paperRow()];
    const placed = { ...paper, dossierId: dossier.id };
    const use = {
      dossierId: dossier.id,
      paperId: paper.id,
      component: 'chung_minh_viec_sinh',
      role: 'submitted',
      form: 'original',
      issuingAgency: null,
    } as const;
    const files = [fileRow(paper.id), fileRow(paper.id, { role: 'original', size: 0 })];
    const event = eventRow({ paperId: paper.id, dossierId: dossier.id });
    const received = eventRow({ kind: 'received', dossierId: dossier.id, paperId: null });
    await registry().commit([
      { op: 'dossier.put', row: dossier },
      { op: 'dossier.put', row: { ...dossier, received: null, procedureVersion: null, state: 'closed' } },
      { op: 'paper.insert', row: placed },
      { op: 'dossier.paper', row: use },
      ...files.map((row) => ({ op: 'file.put', row }) as const),
      { op: 'event.add', row: event },
      { op: 'event.add', row: received },
    ]);
    expect(await registry().dossierByCode(dossier.code)).toEqual({ ...dossier, state: 'closed' });
    expect(await registry().dossier(dossier.id)).toEqual({ ...dossier, state: 'closed' });
    expect(await registry().dossierPapers(dossier.id)).toEqual([use]);
    expect(await registry().papers({ dossierId: dossier.id })).toEqual([placed]);
    expect(await registry().files(paper.id)).toEqual(files);
    expect(await registry().events({ paperId: paper.id })).toEqual([event]);
    expect(await registry().events({ dossierId: dossier.id })).toEqual([event, received]);
    expect(await registry().events({ dossierId: dossier.id, paperId: paper.id })).toEqual([event]);
    expect(await registry().events({})).toEqual([]);
    const last = eventRow({ id: '7ZZZZZZZZZZZZZZZZZZZZZZZZZ', paperId: paper.id });
    await registry().commit([{ op: 'event.add', row: last }]);
    expect(await other().newestEvent()).toBe(last.at);
  });

  test('facts are versioned: the newest of each key is read, several of one key together', async () => {
    const paper = paperRow();
    const at = '2026-11-22T02:30:00.000Z';
    const fact = (key: string, value: string, more: Partial<Fact> = {}): Fact => ({
      key,
      value,
      confidence: 0.75,
      origin: 'machine',
      evidence: ['label:Họ và tên'],
      ...more,
    });
    const place = { page: 2, box: [0.1, 0.2, 0.3, 0.05] } as const;
    const first = [
      fact('ho_ten', 'A', place),
      fact('ho_ten', 'B'),
      fact('noi_sinh', 'C'),
      fact('quoc_tich', 'E'),
    ];
    const corrected = [
      fact('noi_sinh', 'D', { origin: 'clerk', confidence: 1, evidence: [] }),
      fact('ho_ten', 'F'),
    ];
    await registry().commit([
      { op: 'paper.insert', row: paper },
      { op: 'facts.add', paperId: paper.id, at, facts: first },
    ]);
    expect(await registry().facts(paper.id)).toEqual(first);
    await registry().commit([{ op: 'facts.add', paperId: paper.id, at, facts: corrected }]);
    expect(await registry().facts(paper.id)).toEqual([corrected[1], corrected[0], first[3]]);
  });
}
