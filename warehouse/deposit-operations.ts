// The one commit of a deposit, as operations: pure, so that it can be made again after a conflict.
import { canonicalJson } from '../core/canonical-json.ts';
import type { Fact, Instant, OwnerRef, Ulid } from '../core/model.ts';
import type { DossierRow, FileRow, OwnerRow, PaperRow, RegistryOperation } from '../core/ports.ts';
import type { DepositRequest, ReplacedPaper } from './deposit-request.ts';

/** What the request leaves open, found out just before the commit. */
export interface Resolved {
  readonly at: Instant;
  readonly newId: () => Ulid;
  readonly paper: PaperRow;
  readonly isNew: boolean;
  readonly dossier: DossierRow | null;
  readonly ownerId: (ref: OwnerRef) => Ulid;
  /** Owners that are known, as they stand. */
  readonly owners: ReadonlyMap<Ulid, OwnerRow>;
  readonly files: readonly FileRow[];
  /** Files of a paper that is changed, as they stood. */
  readonly filesBefore: readonly FileRow[];
  /** Its facts, as they stood. */
  readonly factsBefore: readonly Fact[];
  /** What the search index may hold of it. */
  readonly indexed: 'full' | 'facts' | 'none';
  /** A further code it is found by from now on. */
  readonly alias: string | null;
  /** All of them. */
  readonly aliases: readonly string[];
}

export function depositOperations(request: DepositRequest, resolved: Resolved): RegistryOperation[] {
  const { paper, isNew, at, files } = resolved;
  const { id: paperId, ...set } = paper;
  return [
    // First, so that the row of the lease is held from here on.
    ...(request.leaseEpoch === undefined
      ? []
      : [{ op: 'lease.check', paperId, epoch: request.leaseEpoch } as const]),
    ...(request.expect ? [{ op: 'paper.expect', id: paperId, ...request.expect } as const] : []),
    // Before the paper itself: it may take the place of one with the same pages.
    ...replaceOperations(request, resolved),
    ...ownerOperations(request, resolved),
    ...dossierOperations(request, resolved),
    isNew ? { op: 'paper.insert', row: paper } : { op: 'paper.update', id: paperId, set },
    ...(isNew ? [] : [{ op: 'paper.detach', id: paperId } as const]),
    ...(resolved.alias === null ? [] : [{ op: 'paper.alias', id: paperId, code: resolved.alias } as const]),
    ...request.owners.map(({ ref, role, lead }) => {
      return { op: 'paper.owner', row: { paperId, ownerId: resolved.ownerId(ref), role, lead } } as const;
    }),
    ...useOperations(request, paper),
    ...files.map((row) => ({ op: 'file.put', row }) as const),
    ...(request.dropFiles ?? []).map((role) => ({ op: 'file.remove', paperId, role }) as const),
    { op: 'facts.add', paperId, at, facts: newFacts(request, resolved) },
    ...(request.replaces ?? []).map((other) => relationOf(paperId, other)),
    ...(request.relations ?? []).map((relation) => ({ op: 'relation.add', paperId, ...relation }) as const),
    { op: 'search.put', paperId, text: searchText(request, resolved) },
    ...eventOperations(request, resolved),
    { op: 'intent.remove', paperId },
    ...leavingObjects(request, resolved),
  ];
}

/**
 * Each owner once, in one order for all deposits, so that two of them never wait for each other. What is known of an
 * owner stays; else the dossier, where a clerk wrote it, comes before what was read on the paper.
 */
function ownerOperations({ owners, dossier }: DepositRequest, resolved: Resolved): RegistryOperation[] {
  const refs = new Map<Ulid, OwnerRef>();
  for (const ref of [...owners.map((owner) => owner.ref), ...(dossier?.owners ?? [])]) {
    const id = resolved.ownerId(ref);
    refs.set(id, { ...refs.get(id), ...ref });
  }
  return [...refs]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([id, ref]) => {
      const known = resolved.owners.get(id);
      const name = known?.name ?? ref.name ?? null;
      const birth = known?.birth ?? ref.birth ?? null;
      const identifiers = [{ scheme: ref.scheme, number: ref.number }];
      return { op: 'owner.put', row: { id, kind: known?.kind ?? ref.kind, name, birth, identifiers } };
    });
}

function dossierOperations({ dossier }: DepositRequest, resolved: Resolved): RegistryOperation[] {
  const id = resolved.paper.dossierId;
  if (!dossier || id === null) return [];
  const applicant = dossier.owners[0];
  const row: DossierRow = {
    id,
    code: dossier.code,
    receivingAgency: dossier.receivingAgency ?? null,
    competentAgency: dossier.competentAgency ?? null,
    procedure: dossier.procedure ?? null,
    procedureVersion: dossier.procedureVersion ?? null,
    applicantId: applicant ? resolved.ownerId(applicant) : null,
    received: dossier.received ?? null,
    state: resolved.dossier?.state ?? 'open',
  };
  return [{ op: 'dossier.put', row }];
}

function useOperations({ dossier }: DepositRequest, { id, dossierId }: PaperRow): RegistryOperation[] {
  if (!dossier || dossierId === null) return [];
  return [{ op: 'dossier.paper', row: { dossierId, paperId: id, ...dossier.paper } }];
}

function eventOperations(
  { events, dossier }: DepositRequest,
  { paper, newId }: Resolved,
): RegistryOperation[] {
  return events.map(({ kind, at, actor, agency = null, area = null, note = null }) => ({
    op: 'event.add',
    row: {
      id: newId(),
      kind,
      at,
      actor,
      agency,
      area,
      note,
      paperId: paper.id,
      dossierId: paper.dossierId,
      procedure: dossier?.procedure ?? null,
      procedureVersion: dossier?.procedureVersion ?? null,
    },
  }));
}

/** The papers this one takes the place of leave, each with an event; their rows, bytes and codes stay. */
function replaceOperations({ replaces = [] }: DepositRequest, { at, newId }: Resolved): RegistryOperation[] {
  return replaces.flatMap(({ id, as, state, actor }): RegistryOperation[] => [
    { op: 'paper.expect', id, state },
    {
      op: 'paper.update',
      id,
      set: as === 'discarded' ? { state: 'discarded' } : { legalStatus: 'superseded' },
    },
    { op: 'event.add', row: { id: newId(), kind: as, at, actor, paperId: id, ...nowhere } },
  ]);
}
const nowhere = { dossierId: null, agency: null, area: null, procedure: null, procedureVersion: null };

const relationOf = (paperId: Ulid, { id, as }: ReplacedPaper): RegistryOperation => ({
  op: 'relation.add',
  paperId,
  relation: as === 'superseded' ? 'supersedes' : 're-scan-of',
  otherId: id,
});

/** All facts of a key make one version: where one of them is new or other, all of the key are written again. */
function newFacts({ facts }: DepositRequest, { factsBefore }: Resolved): Fact[] {
  const textOf = (list: readonly Fact[] = []) => canonicalJson(list);
  const before = Map.groupBy(factsBefore, ({ key }) => key);
  return [...Map.groupBy(facts, ({ key }) => key)].flatMap(([key, now]) => {
    return textOf(now) === textOf(before.get(key)) ? [] : now;
  });
}

/** Objects of a changed paper that its rows no longer name are given up in the same commit. */
function leavingObjects(request: DepositRequest, resolved: Resolved): RegistryOperation[] {
  const { paper, at, files, filesBefore } = resolved;
  const kept = new Set(files.map(({ key }) => key));
  const roles = new Set([...files.map(({ role }) => role), ...(request.dropFiles ?? [])]);
  const keys = filesBefore.filter(({ key, role }) => roles.has(role) && !kept.has(key)).map(({ key }) => key);
  if (keys.length === 0) return [];
  return [
    { op: 'intent.put', paperId: paper.id, at, keys },
    { op: 'intent.abandon', paperId: paper.id },
  ];
}

/** What a paper is found by. */
export interface Findable {
  readonly text: string;
  readonly facts: readonly Pick<Fact, 'value'>[];
  readonly owners: readonly {
    readonly ref: { readonly number?: string | undefined; readonly name?: string | undefined };
  }[];
  readonly dossier: { readonly code: string } | null;
}

export function searchText(
  { text, facts, owners, dossier }: Findable,
  {
    paper,
    aliases,
    indexed,
  }: Pick<Resolved, 'aliases' | 'indexed'> & { paper: Pick<PaperRow, 'code' | 'title' | 'number'> },
): string {
  if (indexed === 'none') return '';
  return [
    paper.code,
    ...aliases,
    paper.title,
    paper.number,
    dossier?.code,
    ...owners.flatMap(({ ref }) => [ref.number, ref.name]),
    ...facts.map(({ value }) => value),
    indexed === 'full' ? text : '',
  ]
    .filter(Boolean)
    .join('\n');
}
