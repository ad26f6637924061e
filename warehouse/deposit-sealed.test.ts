// Deposits under encryption: whose key an object lies under, what a given-up deposit leaves, what the index may hold.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sha256 } from '../core/ids.ts';
import type { Registry } from '../core/ports.ts';
import { deposit } from './deposit.ts';
import type { DepositFile, DepositPorts, DepositRequest } from './deposit-request.ts';
import { openAtRest } from './keys/at-rest.ts';
import { openKeyring } from './keys/keyring.ts';
import { rotate } from './keys/rotate.ts';
import { sealPlain } from './keys/seal-plain.ts';
import { fileObjectStore } from './objects/files.ts';
import { objectKey } from './objects/object-key.ts';
import { sealedObjectStore } from './objects/sealed.ts';
import { sqliteRegistry } from './registry/sqlite.ts';
import { sweep } from './sweep.ts';
import { depositRequest } from './testing/deposit-request.ts';
import { dyingPorts } from './testing/dying.ts';
import { expectFiled, expectNothing } from './testing/filed.ts';
import { clock, newKek, sealedObjects } from './testing/keys.ts';

const folder = mkdtempSync(join(tmpdir(), 'sohoa-deposit-sealed-'));
const kek = newKek();
const keyring = openKeyring([kek]);
let registry: Registry;
let ports: DepositPorts;
beforeAll(async () => {
  registry = sqliteRegistry(join(folder, 'registry.db'));
  await registry.migrate();
  const objects = await sealedObjects(join(folder, 'objects'), registry, keyring);
  ports = { registry, objects, secret: 'secret', clock, keyring };
});
afterAll(async () => {
  await registry.close();
  rmSync(folder, { recursive: true, force: true });
});

const run: DepositFile = {
  role: 'original',
  mediaType: 'application/pdf',
  bytes: new TextEncoder().encode('%PDF a run of several papers'),
};
const ofRun = (): DepositRequest => {
  const request = depositRequest();
  return { ...request, files: [run, ...request.files.slice(1)] };
};

test('papers of one run share the original under the key of the first, each copy has its own paper’s', async () => {
  const [one, two] = [ofRun(), ofRun()];
  await deposit(ports, one);
  await deposit(ports, two);
  await expectFiled(ports, one);
  await expectFiled(ports, two);
});

test('an original whose first paper was given up stays readable for the second', async () => {
  const bytes = new TextEncoder().encode('another run');
  const [one, two] = [ofRun(), ofRun()];
  for (const request of [one, two])
    Object.assign(request, { files: [{ ...run, bytes }, ...request.files.slice(1)] });
  const death = dyingPorts(ports, { call: 13, when: 'before' });
  await expect(deposit(death, one)).rejects.toThrow('died');
  expect(death.calls).toContain('put');
  const dataKey = await registry.dataKey({ paperId: one.paper.id });
  // The second one has begun when the first is swept away.
  const keys = [objectKey('secret', sha256(bytes), 'original')];
  await registry.commit([{ op: 'intent.put', paperId: two.paper.id, at: '9998', keys }]);
  await sweep(ports, '9998');
  await deposit(ports, two);
  await expectFiled(ports, two);
  await expectNothing(ports, { ...one, files: one.files.slice(1) });
  expect(await registry.dataKey({ paperId: one.paper.id })).toEqual(dataKey);
});

test('a process without the key files nothing, also one that started before', async () => {
  const { keyring: _, ...without } = { ...ports, objects: await fileObjectStore(join(folder, 'objects')) };
  const request = depositRequest();
  await expect(deposit(without, request)).rejects.toEqual(
    expect.objectContaining({ kind: 'conflict', code: 'at-rest.kek-needed' }),
  );
  await expectNothing(ports, request);
});

test('after a change of keys a process with the old one files nothing more, one with both goes on', async () => {
  const next = newKek();
  const both = openKeyring([next, kek]);
  await rotate(registry, { keyring: both, to: both.ids[0]! });
  const request = depositRequest();
  await expect(deposit(ports, request)).rejects.toEqual(expect.objectContaining({ kind: 'usage' }));
  await expectNothing(ports, request);
  const objects = await sealedObjects(join(folder, 'objects'), registry, both);
  await deposit({ ...ports, objects, keyring: both }, request);
  await expectFiled({ ...ports, objects }, request);
  await rotate(registry, { keyring: both, to: both.ids[1]! });
});

test.each([
  ['full', 1, 1],
  ['facts', 0, 1],
  ['none', 0, 0],
] as const)('the index holds %s', async (searchText, byText, byFact) => {
  const request = depositRequest();
  await deposit({ ...ports, searchText }, request);
  const hits = async (query: string) => (await registry.search(query, { limit: 50 })).length;
  expect(await hits(`trang chu ${request.paper.id}`)).toBe(byText);
  expect(await hits(request.owners[0]!.ref.number)).toBe(byFact);
});

test('what was filed plain is encrypted afterwards, and a plain object is refused from then on', async () => {
  const place = join(folder, 'before');
  const old = sqliteRegistry(join(folder, 'before.db'));
  await old.migrate();
  const files = await fileObjectStore(place);
  const plainPorts: DepositPorts = { registry: old, objects: files, secret: 'secret', clock };
  const requests = [ofRun(), ofRun(), depositRequest()];
  for (const request of requests) await deposit(plainPorts, request);

  await sealedObjects(place, old, keyring);
  const atRest = (await openAtRest(old, { keyring, wanted: undefined }))!;
  expect(atRest.marker.state).toBe('mixed');
  const objects = sealedObjectStore({ store: files, keys: old, keyring, plain: 'read' });
  for (const request of requests) await expectFiled({ ...plainPorts, objects }, request);

  const stopped = new AbortController();
  const onProgress = (papers: number): void => {
    if (papers === 1) stopped.abort();
  };
  const order = { atRest, searchText: 'facts', signal: stopped.signal, onProgress } as const;
  await expect(sealPlain({ ...plainPorts, objects }, order)).rejects.toThrow();
  expect((await old.atRest())?.state).toBe('mixed');
  expect(await sealPlain({ ...plainPorts, objects }, { atRest, searchText: 'facts' })).toEqual({
    papers: 3,
    objects: 7,
    failed: [],
  });
  expect((await old.atRest())?.state).toBe('sealed');
  // Words of pages have left the index, facts have not.
  const hits = async (query: string) => (await old.search(query, { limit: 50 })).length;
  expect(await hits(`trang chu ${requests[0]!.paper.id}`)).toBe(0);
  expect(await hits(`gia tri 7 ${requests[0]!.owners[0]!.ref.number}`)).toBe(1);
  const strict = sealedObjectStore({ store: files, keys: old, keyring, plain: 'refuse' });
  for (const request of requests) await expectFiled({ ...plainPorts, objects: strict }, request);
  for (const { key } of await old.files(requests[0]!.paper.id)) {
    const parts: Uint8Array[] = [];
    for await (const part of await files.get(key)) parts.push(part);
    expect(Buffer.concat(parts).includes(requests[0]!.paper.id)).toBe(false);
  }
  await old.close();
});

test('an object that is lost or damaged does not stop the others, and is told', async () => {
  const place = join(folder, 'lost');
  const old = sqliteRegistry(join(folder, 'lost.db'));
  await old.migrate();
  const files = await fileObjectStore(place);
  const request = depositRequest();
  await deposit({ registry: old, objects: files, secret: 'secret', clock }, request);
  const good = depositRequest();
  await deposit({ registry: old, objects: files, secret: 'secret', clock }, good);
  await files.remove((await old.files(request.paper.id))[0]!.key);
  await sealedObjects(place, old, keyring);
  const objects = sealedObjectStore({ store: files, keys: old, keyring, plain: 'read' });
  const atRest = (await openAtRest(old, { keyring, wanted: undefined }))!;
  const done = await sealPlain({ registry: old, objects, clock }, { atRest, searchText: 'full' });
  expect(done.failed).toEqual([
    { paper: request.paper.id, error: expect.objectContaining({ code: 'warehouse.object-unknown' }) },
  ]);
  expect((await old.atRest())?.state).toBe('mixed');
  await expectFiled({ registry: old, objects, secret: 'secret', clock }, good);
  await old.close();
});
