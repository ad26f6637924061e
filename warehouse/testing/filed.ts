// What must hold of a paper that was filed, and of one that was not.
import { expect } from 'vitest';
import { sha256 } from '../../core/ids.ts';
import type { DepositPorts, DepositRequest } from '../deposit-request.ts';
import { objectKey } from '../objects/object-key.ts';
import { readObject } from './object-store-contract.ts';

export async function objectKeys({ objects }: Pick<DepositPorts, 'objects'>): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of objects.list('')) keys.push(key);
  return keys.sort();
}

/** Everything of the request is there and reads back. */
export async function expectFiled(
  { registry, objects }: DepositPorts,
  request: DepositRequest,
): Promise<void> {
  const { id } = request.paper;
  const paper = await registry.paper(id);
  expect(paper).toMatchObject(request.paper);
  expect(paper?.code).toMatch(/\.\d\d$/);
  expect(await registry.paperByCode(paper!.code!)).toEqual(paper);
  const dossier = await registry.dossierByCode(request.dossier!.code);
  expect(paper?.dossierId).toBe(dossier?.id);
  expect((await registry.dossierPapers(dossier!.id)).map(({ paperId }) => paperId)).toContain(id);
  expect((await registry.paperOwners(id)).map(({ owner }) => owner.identifiers[0]?.number)).toEqual(
    request.owners.map(({ ref }) => ref.number),
  );
  expect(await registry.facts(id)).toEqual(request.facts);
  const events = await registry.events({ paperId: id });
  expect(events.slice(-4).map(({ kind }) => kind)).toEqual(request.events.map(({ kind }) => kind));
  const files = await registry.files(id);
  expect(files.map(({ role }) => role).sort()).toEqual(request.files.map(({ role }) => role).sort());
  for (const { key, sha256: hash, size } of files) {
    const bytes = await readObject(objects, key);
    expect([sha256(bytes), bytes.byteLength]).toEqual([hash, size]);
  }
  expect((await registry.search(paper!.code!, { limit: 50 })).map((hit) => hit.paper.id)).toContain(id);
  await expectTidy({ registry });
}

/** No row and no object of the request is there. */
export async function expectNothing(ports: DepositPorts, request: DepositRequest): Promise<void> {
  const { registry, secret } = ports;
  const { id } = request.paper;
  expect(await registry.paper(id)).toBeNull();
  expect(await registry.files(id)).toEqual([]);
  expect(await registry.events({ paperId: id })).toEqual([]);
  expect(await registry.dossierByCode(request.dossier!.code)).toBeNull();
  expect(await registry.ownerByIdentifier(null, request.owners[0]!.ref.number)).toBeNull();
  const keys = request.files.map((file) =>
    objectKey(secret, 'bytes' in file ? sha256(file.bytes) : file.sha256, file.role),
  );
  const there = await objectKeys(ports);
  expect(there.filter((key) => keys.includes(key))).toEqual([]);
  await expectTidy(ports);
}

/** Nothing is under way any more. */
async function expectTidy({ registry }: Pick<DepositPorts, 'registry'>): Promise<void> {
  expect(await registry.intents('9999')).toEqual([]);
  expect(await registry.abandonedKeys()).toEqual([]);
}
