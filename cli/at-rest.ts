// Encryption at rest as the configuration wants it: the keys at hand, the object store over them, what may lie where.
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import type { Config } from '../core/config.ts';
import { AppError } from '../core/errors.ts';
import type { BlobCipher, Clock, Keyring, ObjectStore, Registry } from '../core/ports.ts';
import type { AtRest, AtRestWish } from '../warehouse/keys/at-rest.ts';
import type { Cli } from './command.ts';
import { kekFile, kekSource } from './kek-source.ts';
import type { Environment } from './surroundings.ts';

/** The keys the environment names, null where it names none. @throws AppError usage `at-rest.kek-*`. */
export async function keyringOf(environment: Environment, production: boolean): Promise<Keyring | null> {
  const source = kekSource(environment, production);
  if (source === null) return null;
  const { openKeyring, parseKeks } = await keyModules();
  return openKeyring(parseKeks(source.bytes, source.name));
}

/** The keys of a file before those of the environment. @throws as `keyringOf`. */
export async function keyringWith(
  file: string,
  environment: Environment,
  production: boolean,
): Promise<Keyring> {
  const source = kekSource(environment, production);
  const { openKeyring, parseKeks } = await keyModules();
  const known = source === null ? [] : parseKeks(source.bytes, source.name);
  return openKeyring([...parseKeks(kekFile(file), file), ...known]);
}

async function keyModules() {
  const [{ openKeyring }, { parseKeks }] = await Promise.all([
    import('../warehouse/keys/keyring.ts'),
    import('../warehouse/keys/parse-keks.ts'),
  ]);
  return { openKeyring, parseKeks };
}

/** The object store as the data lie. @throws AppError usage `at-rest.*` where the key is missing or another one. */
export async function openObjects(
  folder: string,
  registry: Registry,
  wish: AtRestWish,
): Promise<ObjectStore> {
  const [{ fileObjectStore }, { openAtRest }] = await Promise.all([
    import('../warehouse/objects/files.ts'),
    import('../warehouse/keys/at-rest.ts'),
  ]);
  const atRest = await openAtRest(registry, wish);
  const store = await fileObjectStore(folder);
  if (!atRest) return store;
  const { sealedObjectStore } = await import('../warehouse/objects/sealed.ts');
  const plain = atRest.marker.state === 'mixed' ? 'read' : 'refuse';
  return sealedObjectStore({ store, keys: registry, keyring: atRest.keyring, plain });
}

/** Before something is filed: from here on the data are encrypted where that is wanted. @throws as `openObjects`. */
export async function begin(registry: Registry, wish: AtRestWish, clock: Clock): Promise<AtRest | null> {
  const { beginAtRest } = await import('../warehouse/keys/at-rest.ts');
  return beginAtRest(registry, wish, clock);
}

/** What a deposit is given beside its ports. */
export const depositSettings = ({ searchText }: Config, atRest: AtRest | null) => ({
  searchText: searchText ?? (atRest ? ('facts' as const) : ('full' as const)),
  ...(atRest ? { keyring: atRest.keyring } : {}),
});

/** Seals work in progress so that a later run can take it up. */
export const workCipher = (atRest: AtRest | null): BlobCipher | null =>
  atRest?.keyring.cipher(atRest.marker.kekId) ?? null;

/** Seals what this process alone will ever read: its key is nowhere and ends with it. */
export async function passingCipher(): Promise<BlobCipher> {
  const { openKeyring } = await keyModules();
  const keyring = openKeyring([randomBytes(32)]);
  return keyring.cipher(keyring.ids[0] ?? '');
}

/**
 * Root of the temporary folders of an installed reader; null: it may not be used, since its pictures would lie on a disk.
 * @throws AppError usage `at-rest.no-memory-reader` where it is insisted on.
 */
export async function scratchRoot(
  { scratch, ocr }: Pick<Config, 'scratch' | 'ocr'>,
  encrypted: boolean,
): Promise<string | null> {
  if (scratch === 'disk') return tmpdir();
  const { memoryFolder } = await import('../pipeline/pool/scratch.ts');
  const memory = memoryFolder();
  if (memory !== null) return memory;
  if (scratch === 'auto' && !encrypted) return tmpdir();
  if (ocr === 'native') throw new AppError('usage', 'at-rest.no-memory-reader');
  return null;
}

/** What a run in earnest should know of how its data lie. */
export async function warnOfPlain({ config, wiring, screen, say }: Cli): Promise<void> {
  const marker = await (await wiring.registry()).atRest();
  const key = marker?.state === 'mixed' ? 'at-rest.mixed' : 'at-rest.plain-production';
  if (marker?.state === 'mixed' || (!marker && config.production))
    screen.tell(screen.paintError('yellow', say(key)));
}
