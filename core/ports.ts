// The ports at the edge: what the steps need of the world. Types only; adapters live in pipeline, signing, warehouse.
import type {
  Approval,
  DossierInput,
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
  Sha256,
  Ulid,
  Validity,
} from './model.ts';

/** Time, so that tests can fix it. */
export interface Clock {
  now(): Date;
}

/** One JSON line an event. MUST never be given text, names, numbers of people or keys. */
export interface Log {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

// ---- object store ------------------------------------------------------------------------------------------------

export interface ObjectInfo {
  readonly key: string;
  readonly size: number;
}

/**
 * Bytes by opaque key (`/`-separated, `[a-z0-9/._-]`). Contract, run against every adapter:
 * - `put` MUST be idempotent, MUST refuse (integrity) bytes whose size or sha256 differ from what was announced, and
 *   MUST leave nothing visible when it fails or the process dies.
 * - `get` MUST fail with not-found for an unknown key.
 * - no operation may hold a whole large object in memory.
 */
export interface ObjectStore {
  put(key: string, body: AsyncIterable<Uint8Array> | Uint8Array, size: number, sha256: Sha256): Promise<void>;
  get(key: string): Promise<AsyncIterable<Uint8Array>>;
  stat(key: string): Promise<ObjectInfo | null>;
  list(prefix: string): AsyncIterable<ObjectInfo>;
  /** Removing what is not there is no error. */
  remove(key: string): Promise<void>;
  /** Absolute path where the bytes lie as they are in a local file, else null. */
  localPath(key: string): Promise<string | null>;
  close(): Promise<void>;
}

// ---- registry ----------------------------------------------------------------------------------------------------

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
  | { readonly op: 'dossier.put'; readonly row: DossierRow }
  | { readonly op: 'owner.put'; readonly row: OwnerRow }
  | { readonly op: 'paper.insert'; readonly row: PaperRow }
  | { readonly op: 'paper.update'; readonly id: Ulid; readonly set: Partial<Omit<PaperRow, 'id'>> }
  | { readonly op: 'paper.owner'; readonly row: PaperOwnerRow }
  | { readonly op: 'dossier.paper'; readonly row: DossierPaperRow }
  | { readonly op: 'file.put'; readonly row: FileRow }
  /** Adds a new version of each fact; older versions stay. */
  | { readonly op: 'facts.add'; readonly paperId: Ulid; readonly at: Instant; readonly facts: readonly Fact[] }
  | { readonly op: 'relation.add'; readonly paperId: Ulid; readonly relation: string; readonly otherId: Ulid }
  | { readonly op: 'event.add'; readonly row: EventRow }
  /** Replaces what search finds for this paper; `text` is stored folded (no diacritics, đ = d, lower case). */
  | { readonly op: 'search.put'; readonly paperId: Ulid; readonly text: string }
  /** Refuses the whole commit unless the lease of this paper still has this epoch. */
  | { readonly op: 'lease.check'; readonly paperId: Ulid; readonly epoch: number }
  | { readonly op: 'intent.put'; readonly paperId: Ulid; readonly at: Instant; readonly keys: readonly string[] }
  | { readonly op: 'intent.remove'; readonly paperId: Ulid };

export interface PaperFilter {
  readonly ownerId?: Ulid;
  readonly state?: PaperState;
  readonly dossierId?: Ulid;
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
export interface Registry {
  /** Brings the schema up to date; MUST be safe to call on every start, by several processes at once. */
  migrate(): Promise<void>;
  commit(operations: readonly RegistryOperation[]): Promise<void>;
  paper(id: Ulid): Promise<PaperRow | null>;
  paperByCode(code: string): Promise<PaperRow | null>;
  /** Papers cut from the original with this hash, by first page; `pages` distinguishes papers of one run. */
  papersByOriginal(sha256: Sha256): Promise<PaperRow[]>;
  /** In ULID (creation) order. */
  papers(filter: PaperFilter): Promise<PaperRow[]>;
  files(paperId: Ulid): Promise<FileRow[]>;
  /** Newest version of each fact. */
  facts(paperId: Ulid): Promise<Fact[]>;
  owner(id: Ulid): Promise<OwnerRow | null>;
  ownerByIdentifier(scheme: OwnerRef['scheme'] | null, number: string): Promise<OwnerRow | null>;
  paperOwners(paperId: Ulid): Promise<(PaperOwnerRow & { owner: OwnerRow })[]>;
  dossier(id: Ulid): Promise<DossierRow | null>;
  dossierByCode(code: string): Promise<DossierRow | null>;
  dossierPapers(dossierId: Ulid): Promise<DossierPaperRow[]>;
  events(filter: { paperId?: Ulid; dossierId?: Ulid }): Promise<EventRow[]>;
  /** Papers whose text, facts or code hold every word of the query, with or without diacritics, newest first. */
  search(query: string, options: { limit: number; ownerId?: Ulid }): Promise<SearchHit[]>;
  /** Next number of a counter (1, 2, …): unique for ever, never reused, also under load. */
  nextInSequence(name: string): Promise<number>;
  /** Null when somebody else holds it. */
  lease(paperId: Ulid, holder: string, seconds: number): Promise<Lease | null>;
  release(lease: Lease): Promise<void>;
  /** Deposits begun and not finished, older than the instant: what the sweeper finishes or removes. */
  intents(before: Instant): Promise<{ paperId: Ulid; at: Instant; keys: string[] }[]>;
  close(): Promise<void>;
}

// ---- queue -------------------------------------------------------------------------------------------------------

/** Wakes workers up; who works on a paper is decided by the lease. Losing the queue loses no work. */
export interface Queue {
  add(paperId: Ulid): Promise<void>;
  /** MUST call `work` at least once for each paper added; an error leaves it to a later wake-up. */
  process(work: (paperId: Ulid) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

// ---- reading -----------------------------------------------------------------------------------------------------

/** 8-bit grey raster, row by row, no padding. */
export interface GreyImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** 8-bit RGB raster, row by row, no padding. */
export interface RgbImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** A line of text as found on the reader's copy: a quadrilateral in pixels, clockwise from top left. */
export interface FoundLine {
  readonly corners: readonly [Point, Point, Point, Point];
  readonly score: number;
}
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Finds lines of text on an upright page. */
export interface LineFinder {
  find(page: RgbImage): Promise<FoundLine[]>;
  close(): Promise<void>;
}

/** A word as read in a line picture; x and width in pixels of that picture. */
export interface ReadWord {
  readonly text: string;
  readonly x: number;
  readonly width: number;
  readonly confidence: number;
}

/** Reads pictures of single lines. MUST be deterministic: nothing carries over from one call to the next. */
export interface LineReader {
  readonly name: string;
  read(lines: readonly GreyImage[], signal?: AbortSignal): Promise<ReadWord[][]>;
  close(): Promise<void>;
}

// ---- signing -----------------------------------------------------------------------------------------------------

/** Knows a key and no PDF. */
export interface Signer {
  /** DER, signing certificate first. */
  readonly chain: readonly Uint8Array[];
  /** Name of the signing certificate's subject (CN). */
  readonly name: string;
  /** True for keys made by `sohoa keys init`; a production run refuses them. */
  readonly development: boolean;
  /** Signs a SHA-256 digest (32 bytes): PKCS#1 v1.5 or ECDSA by the key. */
  sign(digest: Uint8Array): Promise<Uint8Array>;
  readonly algorithm: 'RSA' | 'ECDSA';
}

/** What the stamp of a sealed paper says and which rules place it. */
export interface SealRequest {
  readonly pdf: Uint8Array;
  readonly signer: Signer;
  /** Time of copying; also the signing time. */
  readonly at: Date;
  /** Areas of page 1 that must stay free (QR, text), fractions of the page. */
  readonly keepFree: readonly (readonly [number, number, number, number])[];
  readonly production: boolean;
}
export type { DossierInput, Validity };
