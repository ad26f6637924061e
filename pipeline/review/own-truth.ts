// What was looked at in this place, told from the versions of facts: what the machine read, what a clerk made of it.
import type { FactVersion, PaperRow, Registry } from '../../core/ports.ts';
import type { Kind, Lists } from '../../lists/index.ts';
import { understand } from '../understand/index.ts';
import type { Observation } from './reliability.ts';
import { type ReviewPorts, type StoredPaper, storedFile, storedPages, storedPaper } from './stored-paper.ts';

/** One fact a clerk looked at by itself; empty values: nothing was read, there is nothing. */
export interface LookedAt {
  readonly key: string;
  readonly machine: string;
  readonly confidence: number;
  readonly clerk: string;
}

const BY_ITSELF = new Set(['clerk:confirmed', 'clerk:typed']);

/** A paper accepted as a whole says nothing of single facts. */
export function lookedAt(history: readonly FactVersion[]): LookedAt[] {
  return [...Map.groupBy(history, ({ key }) => key)].flatMap(([key, versions]) => {
    const clerk = versions.findLast(
      ({ origin, evidence }) => origin === 'clerk' && evidence.some((what) => BY_ITSELF.has(what)),
    );
    if (!clerk) return [];
    const machine = versions.findLast(
      ({ origin, version }) => origin === 'machine' && version < clerk.version,
    );
    const { value = '', confidence = 0 } = machine ?? {};
    return [{ key, machine: value, confidence, clerk: clerk.value }];
  });
}

/** What was read and looked at, by type of field. */
export const observationsOf = (kind: Kind | undefined, history: readonly FactVersion[]): Observation[] =>
  lookedAt(history).flatMap(({ key, machine, confidence, clerk }) => {
    const type = kind?.fields.find((field) => field.key === key.split('#')[0])?.type;
    return type && machine !== '' ? [{ type, confidence, right: machine === clerk }] : [];
  });

/** Papers a clerk has looked at, oldest first. */
export async function* reviewedPapers(registry: Registry): AsyncGenerator<PaperRow> {
  let after: string | undefined;
  for (;;) {
    const rows = await registry.papers({ event: 'reviewed', ...(after ? { after } : {}) });
    yield* rows;
    after = rows.at(-1)?.id;
    if (after === undefined) return;
  }
}

export async function ownObservations(registry: Registry, lists: Lists): Promise<Observation[]> {
  const seen: Observation[] = [];
  for await (const { id, kind } of reviewedPapers(registry))
    seen.push(...observationsOf(kind ? lists.kind(kind) : undefined, await registry.factVersions(id)));
  return seen;
}

/** A fact of a reviewed paper, then and now. */
export interface Replayed {
  readonly paper: string;
  /** Key of the fact; `kind` for the kind of the paper. */
  readonly field: string;
  readonly before: string;
  readonly now: string;
  readonly right: string;
}

/** Understands every reviewed paper anew, from the words that were read when it was scanned. */
export async function* replay(ports: ReviewPorts): AsyncGenerator<Replayed> {
  for await (const paper of reviewedPapers(ports.registry)) {
    const stored = await storedPaper(ports, paper);
    const pages = await storedPages(ports, stored);
    if (!pages) continue;
    const { dossier, people } = stored;
    const context = { owners: people, ...(dossier?.received ? { received: dossier.received } : {}) };
    const now = understand(pages, ports.lists, context);
    const values = new Map(now.facts.map(({ key, value }) => [key, value]));
    const kind = await machineKind(ports, stored);
    if (kind !== null && paper.kindConfidence === 1)
      yield { paper: paper.id, field: 'kind', before: kind, now: now.kind.code, right: paper.kind ?? '' };
    for (const { key, machine, clerk } of lookedAt(stored.history))
      yield { paper: paper.id, field: key, before: machine, now: values.get(key) ?? '', right: clerk };
  }
}

/** The facts file stays what the machine made of the paper when it came. */
async function machineKind(ports: ReviewPorts, stored: StoredPaper): Promise<string | null> {
  const bytes = await storedFile(ports, stored, 'facts');
  const said = bytes && (JSON.parse(bytes.toString('utf8')) as { kind?: { code?: string } } | null);
  return said?.kind?.code ?? null;
}
