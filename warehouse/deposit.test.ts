// Deposit and sweep: all or nothing, whatever fails between two steps, and whoever files at the same time.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sha256 } from '../core/ids.ts';
import type { Keyring, ObjectStore, Registry } from '../core/ports.ts';
import { deposit } from './deposit.ts';
import type { DepositPorts, DepositRequest } from './deposit-request.ts';
import { fileObjectStore } from './objects/files.ts';
import { objectKey } from './objects/object-key.ts';
import { postgresRegistry } from './registry/postgres.ts';
import { sqliteRegistry } from './registry/sqlite.ts';
import { sweep } from './sweep.ts';
import { depositRequest } from './testing/deposit-request.ts';
import { dyingPorts } from './testing/dying.ts';
import { expectFiled, expectNothing, objectKeys } from './testing/filed.ts';
import { newKeyring, sealedObjects } from './testing/keys.ts';
import { havePostgres, postgresTitle, startPostgres, type TestPostgres } from './testing/postgres.ts';
import { newId } from './testing/rows.ts';

const folder = mkdtempSync(join(tmpdir(), 'sohoa-deposit-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const clock = { now: () => new Date() };
const later = (): string => new Date(Date.now() + 60_000).toISOString();

/** Ports with an object store of their own, so that everything in it is this test's. */
async function openPorts(registry: Registry, keyring?: Keyring): Promise<DepositPorts> {
  const place = join(folder, newId());
  const plain = { registry, secret: newId(), clock };
  if (!keyring) return { ...plain, objects: await fileObjectStore(place) };
  return { ...plain, objects: await sealedObjects(place, registry, keyring), keyring };
}

function depositSuite(name: string, open: () => Promise<Registry>, keyring?: Keyring): void {
  const portsOn = (registry: Registry): Promise<DepositPorts> => openPorts(registry, keyring);
  describe(`deposit on ${name}`, () => {
    let registry: Registry;
    beforeAll(async () => {
      registry = await open();
      await registry.migrate();
    }, 60_000);
    afterAll(() => registry?.close());

    test('files the paper with all that belongs to it', async () => {
      const ports = await portsOn(registry);
      const request = depositRequest();
      const paper = await deposit(ports, request);
      expect(paper.code).toBe(request.code!.make(1));
      await expectFiled(ports, request);
      const number = request.owners[0]!.ref.number;
      for (const query of [
        number,
        paper.code!,
        `gia tri 7 ${number}`,
        `trang chu ${paper.id}`,
        'pham thu nghiem',
      ])
        expect((await registry.search(query, { limit: 50 })).map((hit) => hit.paper.id)).toContain(paper.id);
    });

    test('streams a file from the disk and refuses one that has changed', async () => {
      const ports = await portsOn(registry);
      const path = join(folder, newId());
      writeFileSync(path, 'scanned bytes');
      const file = { role: 'original', mediaType: 'image/tiff', path, size: 13 } as const;
      const changed = depositRequest({ files: [{ ...file, sha256: sha256('other bytes') }] });
      await expect(deposit(ports, changed)).rejects.toEqual(expect.objectContaining({ kind: 'integrity' }));
      await expectNothing(ports, changed);
      const gone = depositRequest({ files: [{ ...file, sha256: sha256('x'), path: `${path}.gone` }] });
      await expect(deposit(ports, gone)).rejects.toEqual(expect.objectContaining({ kind: 'dependency' }));
      await expectNothing(ports, gone);
      const request = depositRequest({ files: [{ ...file, sha256: sha256('scanned bytes') }] });
      await deposit(ports, request);
      await expectFiled(ports, request);
    });

    describe('dying at any call', async () => {
      // Calls of a whole deposit; the loop below ends by itself when the deposit outlives its death.
      const calls = Array.from({ length: 30 }, (_, index) => index + 1);
      for (const once of [false, true]) {
        for (const when of ['before', 'after'] as const) {
          const title = `${when} its effect, ${once ? 'living on' : 'dead'}`;
          test(`${title}: nothing or everything`, async () => {
            const seen: string[] = [];
            for (const call of calls) {
              const ports = await portsOn(registry);
              const dying = dyingPorts(ports, { call, when, once });
              const request = depositRequest();
              const died = await deposit(dying, request).then(
                () => false,
                () => true,
              );
              seen.splice(0, seen.length, ...dying.calls);
              await sweep(ports, later());
              const filed = (await registry.paper(request.paper.id)) !== null;
              if (filed) await expectFiled(ports, request);
              else await expectNothing(ports, request);
              if (!died) break;
              // Whatever was left, the same scan is filed by the next attempt or was filed by this one.
              const again = { ...request, paper: { ...request.paper, id: newId() } };
              const retried = await deposit(ports, again).catch((error: unknown) => error);
              if (filed) expect(retried).toEqual(expect.objectContaining({ code: 'warehouse.paper-known' }));
              else await expectFiled(ports, again);
              if (filed) await expectFiled(ports, request);
            }
            expect(seen.filter((call) => call === 'put')).toHaveLength(4);
            expect(seen.filter((call) => call === 'commit')).toHaveLength(2);
            expect(seen.length).toBeLessThan(calls.length);
          }, 180_000);
        }
      }
    });

    test('the same scan filed by many at once is filed once', async () => {
      const ports = await portsOn(registry);
      const request = depositRequest();
      const attempts = Array.from({ length: 8 }, () => ({
        ...request,
        paper: { ...request.paper, id: newId() },
      }));
      const results = await Promise.allSettled(attempts.map((attempt) => deposit(ports, attempt)));
      const winner = attempts.filter((_, index) => results[index]?.status === 'fulfilled');
      expect(winner).toHaveLength(1);
      for (const result of results)
        if (result.status === 'rejected')
          expect(result.reason).toEqual(expect.objectContaining({ code: 'warehouse.paper-known' }));
      await sweep(ports, later());
      await expectFiled(ports, winner[0]!);
    });

    test('papers of one run, one owner and one dossier, all at once: one owner, one dossier, codes in a row', async () => {
      const ports = await portsOn(registry);
      const first = depositRequest();
      const original = first.files[0]!;
      const requests = Array.from({ length: 12 }, (_, index): DepositRequest => {
        const own = depositRequest();
        const paper = { ...own.paper, originalSha256: sha256(first.paper.id), pages: [index + 1] };
        return { ...first, paper, files: [original, ...own.files.slice(1)] };
      });
      const papers = await Promise.all(requests.map((request) => deposit(ports, request)));
      const codes = papers.map(({ code }) => code).sort();
      expect(new Set(codes).size).toBe(12);
      expect(new Set(papers.map(({ dossierId }) => dossierId)).size).toBe(1);
      const owner = await registry.ownerByIdentifier('SDD', first.owners[0]!.ref.number);
      expect(await registry.papers({ ownerId: owner!.id })).toHaveLength(12);
      for (const request of requests) await expectFiled(ports, request);
      expect(await objectKeys(ports)).toHaveLength(1 + 12 * 3);
    });

    test('what is known of an owner stays, whatever a paper is read to say; gaps are filled', async () => {
      const ports = await portsOn(registry);
      const first = depositRequest();
      const { birth: _, ...ref } = first.owners[0]!.ref;
      const withoutDossier = { ...first, dossier: null, owners: [{ ...first.owners[0]!, ref }] };
      await deposit(ports, withoutDossier);
      const misread = { ...ref, name: 'Phạm Thứ Nghiệm', birth: '1990' };
      const next = depositRequest({ owners: [{ ref: misread, role: 'cha', lead: true }], dossier: null });
      await deposit(ports, next);
      expect(await registry.ownerByIdentifier(null, ref.number)).toMatchObject({
        name: ref.name,
        birth: '1990',
      });
    });

    test('papers of the same two new owners, each time in another order, all at once', async () => {
      const ports = await portsOn(registry);
      const [wife, husband] = [depositRequest().owners[0]!.ref, depositRequest().owners[0]!.ref];
      const roles = [
        { ref: wife, role: 'vo', lead: true },
        { ref: husband, role: 'chong', lead: false },
      ];
      const requests = Array.from({ length: 12 }, (_, index) =>
        depositRequest({ dossier: null, owners: index % 2 ? roles : roles.toReversed() }),
      );
      await Promise.all(requests.map((request) => deposit(ports, request)));
      for (const { number } of [wife, husband]) {
        const owner = await registry.ownerByIdentifier('SDD', number);
        expect(await registry.papers({ ownerId: owner!.id })).toHaveLength(12);
      }
    });

    test('what was refused leaves a row and its events, no file and no code, and may come again', async () => {
      const ports = await portsOn(registry);
      const { paper, events } = depositRequest();
      const nothing = { code: null, owners: [], dossier: null, facts: [], files: [], text: '' };
      for (const id of [paper.id, newId()]) {
        const refused = await deposit(ports, {
          ...nothing,
          events,
          paper: { ...paper, id, state: 'refused' },
        });
        expect(await registry.paper(id)).toEqual(refused);
        expect(refused).toMatchObject({ code: null, dossierId: null, filedAt: null });
        expect(await registry.events({ paperId: id })).toHaveLength(4);
      }
      expect(await objectKeys(ports)).toEqual([]);
      expect(await registry.intents('9999')).toEqual([]);
    });

    test('codes that are there already are passed over', async () => {
      const ports = await portsOn(registry);
      const [first, next] = [depositRequest(), depositRequest()];
      for (const taken of [1, 2, 3]) {
        const code = { sequence: `import ${newId()}`, make: () => first.code!.make(taken) };
        await deposit(ports, depositRequest({ code }));
      }
      expect((await deposit(ports, { ...next, code: first.code })).code).toBe(first.code!.make(4));
    });

    test('a paper that comes back from review keeps its row and code; what it replaces is removed', async () => {
      const ports = await portsOn(registry);
      const request = depositRequest();
      const waiting = { ...request, code: null, paper: { ...request.paper, state: 'review' as const } };
      const before = await deposit(ports, waiting);
      expect([before.code, before.filedAt]).toEqual([null, null]);

      const [text] = request.files.filter(({ role }) => role === 'text');
      const corrected = { ...text!, bytes: new TextEncoder().encode('corrected text') };
      const files = request.files.map((file) => (file.role === 'text' ? corrected : file));
      const filed = await deposit(ports, { ...request, files });
      expect(filed).toEqual({
        ...before,
        code: request.code!.make(1),
        state: 'filed',
        filedAt: expect.any(String),
      });
      await sweep(ports, later());
      await expectFiled(ports, { ...request, files });

      const again = await deposit(ports, { ...request, files });
      expect(again).toEqual(filed);
    });

    test('under an old lease nothing is filed', async () => {
      const ports = await portsOn(registry);
      const request = depositRequest();
      const lease = await registry.lease(request.paper.id, 'one', 0.01);
      await new Promise((resolve) => setTimeout(resolve, 50));
      const newer = await registry.lease(request.paper.id, 'two', 60);
      await expect(deposit(ports, { ...request, leaseEpoch: lease!.epoch })).rejects.toEqual(
        expect.objectContaining({ code: 'warehouse.lease-lost' }),
      );
      await expectNothing(ports, request);
      await deposit(ports, { ...request, leaseEpoch: newer!.epoch });
      await expectFiled(ports, request);
    });

    test('a deposit given up while it still works files nothing and leaves nothing', async () => {
      const ports = await portsOn(registry);
      const request = depositRequest();
      const late = (store: ObjectStore): ObjectStore => ({
        ...store,
        put: (...order) => sweep(ports, later()).then(() => store.put(...order)),
      });
      const objects = { ...ports.objects, forPaper: (id: string) => late(ports.objects.forPaper(id)) };
      await expect(deposit({ ...ports, objects }, request)).rejects.toEqual(
        expect.objectContaining({ code: 'warehouse.deposit-given-up' }),
      );
      // What could not be tidied up while an object was leaving is the sweeper's.
      await sweep(ports, later());
      await expectNothing(ports, request);
    });

    test('while an object is being removed, the same bytes are filed as soon as it is gone', async () => {
      const ports = await portsOn(registry);
      const request = depositRequest();
      const key = objectKey(ports.secret, sha256(`original of ${request.paper.id}`), 'original');
      await registry.commit([{ op: 'intent.put', paperId: newId(), at: later(), keys: [key] }]);
      const [begun] = (await registry.intents(new Date(Date.now() + 120_000).toISOString())).filter(
        (intent) => intent.keys.includes(key),
      );
      await registry.commit([{ op: 'intent.abandon', paperId: begun!.paperId }]);
      await deposit(ports, request);
      await expectFiled(ports, request);
    });
  });
}

depositSuite('SQLite', async () => sqliteRegistry(join(folder, 'registry.db')));
depositSuite('SQLite, encrypted', async () => sqliteRegistry(join(folder, 'sealed.db')), newKeyring());

describe.skipIf(!havePostgres)(postgresTitle, () => {
  let server: TestPostgres;
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server?.stop());
  depositSuite('PostgreSQL', async () => postgresRegistry({ url: await server.newDatabase() }));
});
