// Files a paper: intent row, objects, commit row. A kill at any instant leaves nothing or everything, at most objects
// that no row names, which `sweep` removes.
import { createReadStream } from 'node:fs';
import { AppError } from '../core/errors.ts';
import { sha256, ulidSource } from '../core/ids.ts';
import type { Instant } from '../core/model.ts';
import type { FileRow, ObjectStore, OwnerRow, PaperRow, Registry, RegistryOperation } from '../core/ports.ts';
import { depositOperations, type Resolved } from './deposit-operations.ts';
import type { DepositFile, DepositPorts, DepositRequest } from './deposit-request.ts';
import { objectKey } from './objects/object-key.ts';
import { removeAbandoned } from './sweep.ts';

/** Codes tried before giving up: after an import the counter may lag behind the codes that are there. */
const MOST_CODES = 1000;
/** Another deposit made the owner or the dossier meanwhile, or both waited for each other: look again. */
const RACES = new Set(['warehouse.identifier-taken', 'warehouse.dossier-taken', 'warehouse.database-busy']);
const MOST_RACES = 5;

/**
 * Files one paper with everything that belongs to it, in one commit; a paper whose row is there already (one that came
 * back from review or from signing) is changed instead, its code stays. Returns the row as it stands.
 *
 * @throws AppError conflict `warehouse.paper-known` where another paper has the same pages of the same original,
 * `warehouse.lease-lost` where the lease has moved on; integrity where a file is not what was announced. After any
 * error nothing of the request is filed.
 */
export async function deposit(ports: DepositPorts, request: DepositRequest): Promise<PaperRow> {
  const at = ports.clock.now().toISOString();
  const files = request.files.map((file) => fileOf(ports, request, file));
  const paperId = request.paper.id;
  const begun = { paperId, at, keys: files.map(({ row }) => row.key) };
  await begin(ports, begun);
  try {
    await storeAll(ports.objects.forPaper(paperId), files);
    return await commit(ports, request, { at, files: files.map(({ row }) => row) });
  } catch (error) {
    await giveUp(ports, begun);
    throw error;
  }
}

function fileOf(
  ports: DepositPorts,
  { paper }: DepositRequest,
  file: DepositFile,
): { row: FileRow; file: DepositFile } {
  const { role, mediaType } = file;
  const known = 'bytes' in file ? { sha256: sha256(file.bytes), size: file.bytes.byteLength } : file;
  const key = objectKey(ports.secret, known.sha256, role);
  return { file, row: { paperId: paper.id, role, mediaType, sha256: known.sha256, size: known.size, key } };
}

interface Begun {
  readonly paperId: string;
  readonly at: Instant;
  readonly keys: readonly string[];
}

async function begin(ports: DepositPorts, begun: Begun): Promise<void> {
  const intent = { op: 'intent.put', ...begun } as const;
  try {
    await ports.registry.commit([intent, await keyOperation(ports, begun)]);
  } catch (error) {
    if (!isError(error, 'warehouse.object-leaving')) throw error;
    // An object with the same bytes was given up and is not yet removed: help to remove it, then begin again.
    await removeAbandoned(ports);
    await ports.registry.commit([intent, await keyOperation(ports, begun)]);
  }
}

/**
 * The data key is there before the first object under it. It stays when the deposit is given up: another paper of the
 * same scan may meanwhile count on an object that lies under it.
 */
async function keyOperation(
  { registry, keyring, clock }: DepositPorts,
  { paperId, at }: Begun,
): Promise<RegistryOperation> {
  if (!keyring) return { op: 'at-rest.none' };
  // Asked each time: keys may be changed while this process runs.
  const marker = await registry.atRest();
  if (!marker) throw new AppError('conflict', 'at-rest.changed');
  const id = ulidSource(clock)();
  return { op: 'data-key.put', row: keyring.newDataKey({ id, paperId, kekId: marker.kekId, at }) };
}

/** Waits between two tries of giving up, in milliseconds: a sweeper may be removing one of the objects just now. */
const GIVE_UP_WAITS = [0, 20, 100, 500, 2000];

/** Names the objects once more and lets go of them; what cannot be tidied up now is the sweeper's. */
async function giveUp(ports: DepositPorts, begun: Begun): Promise<void> {
  for (const wait of GIVE_UP_WAITS) {
    await new Promise((resolve) => setTimeout(resolve, wait));
    try {
      await removeAbandoned(ports);
      // Where a sweeper gave this deposit up, objects may have been put since.
      await ports.registry.commit([
        { op: 'intent.put', ...begun },
        { op: 'intent.abandon', paperId: begun.paperId },
      ]);
      await removeAbandoned(ports);
      return;
    } catch (error) {
      // The error that made the deposit fail is the one to tell.
      if (!isError(error, 'warehouse.object-leaving')) return;
    }
  }
}

/** All at once, and all ended when it returns or throws: what is put after giving up would be left behind. */
async function storeAll(
  objects: ObjectStore,
  files: readonly { row: FileRow; file: DepositFile }[],
): Promise<void> {
  const ends = await Promise.allSettled(files.map(({ row, file }) => store(objects, row, file)));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}

/** The intent stands, so nobody removes an object of this key; one that is there is whole and need not be put again. */
async function store(objects: ObjectStore, row: FileRow, file: DepositFile): Promise<void> {
  if ((await objects.stat(row.key))?.size === row.size) return;
  const body = 'bytes' in file ? file.bytes : 'path' in file ? streamOf(file.path) : file.read();
  await objects.put(row.key, body, row.size, row.sha256);
}

/** Opened when first read, so that nothing stays open where nobody reads. */
async function* streamOf(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path) as AsyncIterable<Uint8Array>;
}

interface Stored {
  readonly at: Instant;
  readonly files: readonly FileRow[];
}

async function commit(ports: DepositPorts, request: DepositRequest, stored: Stored): Promise<PaperRow> {
  const { registry } = ports;
  let races = 0;
  for (let tried = 0; tried < MOST_CODES; tried += 1) {
    const resolved = await resolve(ports, request, stored);
    try {
      await registry.commit(depositOperations(request, resolved));
      return resolved.paper;
    } catch (error) {
      if (isError(error, 'warehouse.code-taken')) continue;
      races += 1;
      if (!(error instanceof AppError && RACES.has(error.code)) || races > MOST_RACES) throw error;
    }
  }
  throw new AppError('conflict', 'warehouse.code-exhausted');
}

/** Looks up what is there, and takes the paper's number: whatever the commit needs that is not in the request. */
async function resolve(
  { registry, clock, searchText: indexed = 'full' }: DepositPorts,
  request: DepositRequest,
  stored: Stored,
): Promise<Resolved> {
  const { paper, owners, dossier, code: coding } = request;
  const newId = ulidSource(clock);
  const ids = new Map<string, string>();
  const knownOwners = new Map<string, OwnerRow>();
  for (const { scheme, number } of [...owners.map(({ ref }) => ref), ...(dossier?.owners ?? [])]) {
    const name = `${scheme} ${number}`;
    if (ids.has(name)) continue;
    const owner = await registry.ownerByIdentifier(scheme, number);
    if (owner) knownOwners.set(owner.id, owner);
    ids.set(name, owner?.id ?? newId());
  }
  const known = dossier ? await registry.dossierByCode(dossier.code) : null;
  const dossierId = dossier ? (known?.id ?? newId()) : null;
  const before = await registry.paper(paper.id);
  const code = before?.code ?? (coding ? coding.make(await registry.nextInSequence(coding.sequence)) : null);
  const others = before ? await registry.aliases(before.id) : [];
  const alias = before?.code && coding ? await aliasFor(registry, [before.code, ...others], coding) : null;
  const filedAt = before?.filedAt ?? (paper.state === 'filed' ? stored.at : null);
  return {
    ...stored,
    newId,
    paper: { ...paper, code, dossierId, filedAt, createdAt: before?.createdAt ?? stored.at },
    isNew: before === null,
    dossier: known,
    ownerId: ({ scheme, number }) => ids.get(`${scheme} ${number}`)!,
    owners: knownOwners,
    indexed,
    filesBefore: before ? await registry.files(paper.id) : [],
    factsBefore: before ? await registry.facts(paper.id) : [],
    alias,
    aliases: alias === null ? others : [...others, alias],
  };
}

/** A further code where a part of the paper's code was corrected after it was filed; null where it is found as it is. */
async function aliasFor(
  registry: Registry,
  known: readonly string[],
  { sequence, make }: NonNullable<DepositRequest['code']>,
): Promise<string | null> {
  if (known.some((each) => [...each.matchAll(/\d+/g)].some(([digits]) => make(Number(digits)) === each)))
    return null;
  return make(await registry.nextInSequence(sequence));
}

const isError = (error: unknown, code: string): boolean => error instanceof AppError && error.code === code;
