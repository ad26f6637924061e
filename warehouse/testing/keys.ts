// Keys for tests: a keyring of random KEKs, and an encrypted store over files with a registry of its own.
import { randomBytes } from 'node:crypto';
import type { Keyring, ObjectStore, Registry } from '../../core/ports.ts';
import { beginAtRest } from '../keys/at-rest.ts';
import { openKeyring } from '../keys/keyring.ts';
import { fileObjectStore } from '../objects/files.ts';
import { sealedObjectStore } from '../objects/sealed.ts';
import { newId } from './rows.ts';

export const newKek = (): Uint8Array => new Uint8Array(randomBytes(32));
export const newKeyring = (): Keyring => openKeyring([newKek()]);
export const clock = { now: () => new Date() };

/** An encrypted store over files; begins encryption in the registry where it has not begun. */
export async function sealedObjects(
  folder: string,
  registry: Registry,
  keyring: Keyring,
): Promise<ObjectStore> {
  await beginAtRest(registry, { keyring, wanted: undefined }, clock);
  const store = await fileObjectStore(folder);
  return sealedObjectStore({ store, keys: registry, keyring, plain: 'refuse' });
}

/** The same, its `put` that of one new paper, so that it can be used as any other store. */
export async function sealedStore(
  folder: string,
  registry: Registry,
  keyring: Keyring,
): Promise<ObjectStore> {
  const store = await sealedObjects(folder, registry, keyring);
  return store.forPaper(await givePaperKey(registry, keyring));
}

/** The id of a new paper that has a data key. */
export async function givePaperKey(registry: Registry, keyring: Keyring): Promise<string> {
  const paperId = newId();
  const { kekId } = (await registry.atRest())!;
  const row = keyring.newDataKey({ id: newId(), paperId, kekId, at: clock.now().toISOString() });
  await registry.commit([{ op: 'data-key.put', row }]);
  return paperId;
}
