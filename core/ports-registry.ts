// The Registry port: rows, operations and reads of the database. Types only; the adapters live in warehouse/registry.
import type {
  Approval,
  DossierRole,
  EventKind,
  Fact,
  FileRole,
  Instant,
  IsoDate,
  LegalStatus,
  OwnerKind,
  OwnerRef,
  PaperForm,
  PaperSource,
  PaperState,
  Problem,
  RelationKind,
  Sha256,
  Ulid,
} from './model.ts';
import type { KeyOperation, KeyReads } from './ports-keys.ts';

export interface PaperRow {
  readonly id: Ulid;
  readonly code: string | null;
  readonly kind: string | null;
  readonly kindConfidence: number | null;
  readonly title: string | null;
  readonly number: string | null;
  readonly issued: IsoDate | null;
  readonly issuerPrinted: string | null;
  readonly issuerAgency: string | null;
  readonly signer: string | null;
  readonly validFrom: IsoDate | null;
  readonly validTo: IsoDate | null;
  readonly perpetual: boolean;
  readonly legalStatus: LegalStatus;
  readonly approval: Approval;
  readonly approvedBy: string | null;
  readonly approvedAt: Instant | null;
  readonly source: PaperSource;
  readonly state: PaperState;
  readonly dossierId: Ulid | null;
  readonly originalSha256: Sha256;
  /** Name of the source file relative to the folder given, as `digitize` printed it. */
  readonly sourceName: string;
  /** Pages of the source file that are this paper's. */
  readonly pages: readonly number[];
  readonly legalCopySha256: Sha256 | null;
  readonly signatures: number;
  readonly signedInput: boolean;
  readonly problems: readonly Problem[];
  /** What `digitize --json` prints of pages (number, blank, rotation); the text lies in the object store. */
  readonly received: IsoDate;
  readonly createdAt: Instant;
  readonly filedAt: Instant | null;
}

export interface FileRow {
  readonly paperId: Ulid;
  readonly role: FileRole;
  readonly sha256: Sha256;
  readonly size: number;
  readonly key: string;
  readonly mediaType: string;
}

/** What was once said of a fact; an empty value takes the fact away. */
export interface FactVersion extends Fact {
  /** Counts from 1 for each key of a paper. */
  readonly version: number;
  readonly at: Instant;
}

export interface PaperOwnerRow {
  readonly paperId: Ulid;
  readonly ownerId: Ulid;
  readonly role: string;
  readonly lead: boolean;
}

export interface EventRow {
  readonly id: Ulid;
  readonly kind: EventKind;
  readonly at: Instant;
  readonly actor: string;
  readonly paperId: Ulid | null;
  readonly dossierId: Ulid | null;
  readonly agency: string | null;
  readonly area: string | null;
  readonly procedure: string | null;
  readonly procedureVersion: number | null;
  /** Why, in the words of whoever did it. */
  readonly note?: string | null;
}

export interface OwnerRow {
  readonly id: Ulid;
  readonly kind: OwnerKind;
  readonly name: string | null;
  readonly birth: IsoDate | null;
  readonly identifiers: readonly { scheme: OwnerRef['scheme']; number: string }[];
}

export interface DossierRow {
  readonly id: Ulid;
  readonly code: string;
  readonly receivingAgency: string | null;
  readonly competentAgency: string | null;
  readonly procedure: string | null;
  readonly procedureVersion: number | null;
  readonly applicantId: Ulid | null;
  readonly received: IsoDate | null;
  readonly state: string;
}

export interface DossierPaperRow {
  readonly dossierId: Ulid;
  readonly paperId: Ulid;
  readonly component: string | null;
  readonly role: DossierRole;
  readonly form: PaperForm;
  readonly issuingAgency: string | null;
}

/**
 * Pure data; all operations of one `commit` happen in one transaction or not at all. An operation that names a lease
 * epoch is refused (conflict) when the paper's lease has moved on.
 */
export type RegistryOperation =
  /** Inserts or changes; null leaves what is there. A code that another dossier has is a conflict. */
  | { readonly op: 'dossier.put'; readonly row: DossierRow }
  /** Inserts or merges: identifiers are added, null leaves what is there. Another owner's number is a conflict. */
  | { readonly op: 'owner.put'; readonly row: OwnerRow }
  /** One paper an original and its pages (conflict), those that failed, were refused or discarded aside. */
  | { readonly op: 'paper.insert'; readonly row: PaperRow }
  | { readonly op: 'paper.update'; readonly id: Ulid; readonly set: Partial<Omit<PaperRow, 'id'>> }
  /** Refuses the whole commit (conflict) unless the paper is in this state, and has so many fact versions where told. */
  | { readonly op: 'paper.expect'; readonly id: Ulid; readonly state: PaperState; readonly facts?: number }
  /** Takes away whose the paper is and what it was handed in or given as, to be said anew in the same commit. */
  | { readonly op: 'paper.detach'; readonly id: Ulid }
  /** Another code the paper is found by; the code itself never changes. */
  | { readonly op: 'paper.alias'; readonly id: Ulid; readonly code: string }
  | { readonly op: 'paper.owner'; readonly row: PaperOwnerRow }
  | { readonly op: 'dossier.paper'; readonly row: DossierPaperRow }
  | { readonly op: 'file.put'; readonly row: FileRow }
  /** The row alone: its object is given up by an intent of the same commit. */
  | { readonly op: 'file.remove'; readonly paperId: Ulid; readonly role: FileRole }
  /** Adds a new version of each fact; older versions stay. */
  | {
      readonly op: 'facts.add';
      readonly paperId: Ulid;
      readonly at: Instant;
      readonly facts: readonly Fact[];
    }
  | {
      readonly op: 'relation.add';
      readonly paperId: Ulid;
      readonly relation: RelationKind;
      readonly otherId: Ulid;
    }
  | { readonly op: 'event.add'; readonly row: EventRow }
  /** Replaces what search finds for this paper; `text` is stored folded (no diacritics, đ = d, lower case). */
  | { readonly op: 'search.put'; readonly paperId: Ulid; readonly text: string }
  /** Refuses the whole commit unless the lease of this paper still has this epoch. */
  | { readonly op: 'lease.check'; readonly paperId: Ulid; readonly epoch: number }
  /** Names the objects a deposit is about to put; refused (transient) while one of them is being removed. */
  | {
      readonly op: 'intent.put';
      readonly paperId: Ulid;
      readonly at: Instant;
      readonly keys: readonly string[];
    }
  /** Refuses the whole commit (conflict) when the sweeper has given the deposit up: its objects may be gone. */
  | { readonly op: 'intent.remove'; readonly paperId: Ulid }
  /** Gives a deposit up; its keys that no file and no other intent names become abandoned keys. */
  | { readonly op: 'intent.abandon'; readonly paperId: Ulid }
  /** The object of an abandoned key is removed. */
  | { readonly op: 'key.forget'; readonly key: string }
  | KeyOperation;

export interface PaperFilter {
  readonly ownerId?: Ulid;
  readonly state?: PaperState;
  readonly dossierId?: Ulid;
  /** Papers to which this has happened. */
  readonly event?: EventKind;
  /** Rows after this id (ULID order), for paging. */
  readonly after?: Ulid;
  readonly limit?: number;
}

export interface SearchHit {
  readonly paper: PaperRow;
}

/** A lease: who may work on a paper until when. A later holder has a higher epoch. */
export interface Lease {
  readonly paperId: Ulid;
  readonly epoch: number;
  readonly holder: string;
  readonly until: Instant;
}

/** The database: it holds the truth. One contract suite runs against SQLite and PostgreSQL. */
export interface Registry extends KeyReads {
  /** Brings the schema up to date; MUST be safe to call on every start, by several processes at once. */
  migrate(): Promise<void>;
  commit(operations: readonly RegistryOperation[]): Promise<void>;
  paper(id: Ulid): Promise<PaperRow | null>;
  /** By its code, or by one it is also found by. */
  paperByCode(code: string): Promise<PaperRow | null>;
  /** Codes a paper is found by beside its own, in the order of the alphabet. */
  aliases(paperId: Ulid): Promise<string[]>;
  /** Papers cut from the original with this hash, by first page; `pages` distinguishes papers of one run. */
  papersByOriginal(sha256: Sha256): Promise<PaperRow[]>;
  /** In ULID (creation) order. */
  papers(filter: PaperFilter): Promise<PaperRow[]>;
  files(paperId: Ulid): Promise<FileRow[]>;
  /** Newest version of each fact; one whose newest value is empty is not there. */
  facts(paperId: Ulid): Promise<Fact[]>;
  /** Every version of every fact, by key and version: what the machine read, what a clerk said since. */
  factVersions(paperId: Ulid): Promise<FactVersion[]>;
  owner(id: Ulid): Promise<OwnerRow | null>;
  /** `null` looks in every scheme, SDD first. */
  ownerByIdentifier(scheme: OwnerRef['scheme'] | null, number: string): Promise<OwnerRow | null>;
  paperOwners(paperId: Ulid): Promise<(PaperOwnerRow & { owner: OwnerRow })[]>;
  dossier(id: Ulid): Promise<DossierRow | null>;
  dossierByCode(code: string): Promise<DossierRow | null>;
  dossierPapers(dossierId: Ulid): Promise<DossierPaperRow[]>;
  events(filter: { paperId?: Ulid; dossierId?: Ulid }): Promise<EventRow[]>;
  /** When the last event happened, by the clock that made its ULID; null while there is none. */
  newestEvent(): Promise<Instant | null>;
  /** Papers whose search text holds every word of the query, with or without diacritics, the last word also begun; newest first. */
  search(query: string, options: { limit: number; ownerId?: Ulid }): Promise<SearchHit[]>;
  /** Next number of a counter (1, 2, …): unique for ever, never reused, also under load. */
  nextInSequence(name: string): Promise<number>;
  /** Null when somebody else holds it; the holder himself prolongs it, the epoch stays. Times are the database's. */
  lease(paperId: Ulid, holder: string, seconds: number): Promise<Lease | null>;
  release(lease: Lease): Promise<void>;
  /** Deposits begun before the instant and not finished: what the sweeper gives up. */
  intents(before: Instant): Promise<{ paperId: Ulid; at: Instant; keys: string[] }[]>;
  /** Objects to be removed. */
  abandonedKeys(): Promise<string[]>;
  close(): Promise<void>;
}
