// Encrypts what was filed before encryption was begun: objects that lie plain are put again under their paper's key.
import { AppError } from '../../core/errors.ts';
import { ulidSource } from '../../core/ids.ts';
import type { Ulid } from '../../core/model.ts';
import type { FileRow, PaperRow, Registry } from '../../core/ports.ts';
import { searchText } from '../deposit-operations.ts';
import type { DepositPorts } from '../deposit-request.ts';
import type { AtRest } from './at-rest.ts';
import { stopIfAsked } from './rotate.ts';

export interface SealedPlain {
  readonly papers: number;
  /** Objects encrypted in this run. */
  readonly objects: number;
  /** Objects that could not be: they are lost, damaged, or not what was filed. */
  readonly failed: readonly { readonly paper: Ulid; readonly error: AppError }[];
}

export interface SealOrder {
  readonly atRest: AtRest;
  /** What the search index may hold from now on: words of pages are taken out of it. */
  readonly searchText: 'full' | 'facts' | 'none';
  readonly signal?: AbortSignal;
  onProgress?(papers: number): void;
}

type SealPorts = Pick<DepositPorts, 'registry' | 'objects' | 'clock'>;
const BATCH = 200;

/**
 * Goes through every paper; stopped anywhere it may be called again. Where nothing failed, an object that lies plain is
 * refused from then on. `objects` reads what lies plain and puts encrypted (`sealedObjectStore` with `plain: 'read'`).
 */
export async function sealPlain(ports: SealPorts, order: SealOrder): Promise<SealedPlain> {
  const { registry } = ports;
  const { marker } = order.atRest;
  const failed: SealedPlain['failed'][number][] = [];
  let [after, papers, objects] = ['', 0, 0];
  for (;;) {
    const batch = await registry.papers({ after, limit: BATCH });
    for (const paper of batch) {
      stopIfAsked(order.signal);
      try {
        objects += await sealPaper(ports, order.atRest, paper);
        if (order.searchText !== 'full') await limitIndex(registry, paper, order.searchText);
      } catch (error) {
        if (!(error instanceof AppError && ['integrity', 'not-found'].includes(error.kind))) throw error;
        failed.push({ paper: paper.id, error });
      }
      papers += 1;
      order.onProgress?.(papers);
    }
    if (batch.length < BATCH) break;
    after = batch.at(-1)?.id ?? '';
  }
  if (marker.state === 'mixed' && failed.length === 0)
    await registry.commit([{ op: 'at-rest.put', row: { ...marker, state: 'sealed' }, was: marker.kekId }]);
  return { papers, objects, failed };
}

async function sealPaper(ports: SealPorts, { keyring, marker }: AtRest, paper: PaperRow): Promise<number> {
  const { clock, registry, objects } = ports;
  const plain: FileRow[] = [];
  for (const file of await registry.files(paper.id)) {
    // Sealed objects of an unknown key are not there either: reading them tells why.
    if (!(await objects.stat(file.key))) plain.push(file);
  }
  if (plain.length === 0) return 0;
  const newId = ulidSource(clock);
  const at = clock.now().toISOString();
  const row = keyring.newDataKey({ id: newId(), paperId: paper.id, at, kekId: marker.kekId });
  // An intent of its own, so that an object whose paper gives it up meanwhile is removed in the end.
  const intent = newId();
  const keys = plain.map(({ key }) => key);
  await registry.commit([
    { op: 'intent.put', paperId: intent, at, keys },
    { op: 'data-key.put', row },
  ]);
  try {
    const store = objects.forPaper(paper.id);
    for (const { key, size, sha256 } of plain) await store.put(key, await objects.get(key), size, sha256);
  } finally {
    await registry.commit([{ op: 'intent.abandon', paperId: intent }]);
  }
  return plain.length;
}

/** As a deposit under this setting would have written it. */
async function limitIndex(registry: Registry, paper: PaperRow, indexed: 'facts' | 'none'): Promise<void> {
  const { id, dossierId } = paper;
  const owners = (await registry.paperOwners(id)).map(({ owner }) => owner);
  const found = {
    text: '',
    facts: await registry.facts(id),
    owners: owners.flatMap(({ name, identifiers }) =>
      identifiers.map(({ number }) => ({ ref: { number, name: name ?? undefined } })),
    ),
    dossier: dossierId === null ? null : await registry.dossier(dossierId),
  };
  const text = searchText(found, { paper, aliases: await registry.aliases(id), indexed });
  await registry.commit([{ op: 'search.put', paperId: id, text }]);
}
