// The ports at the edge: what the steps need of the world. Types only; adapters live in pipeline, signing, warehouse.
import type { DossierInput, Sha256, Ulid, Validity } from './model.ts';

export type * from './ports-keys.ts';
export type * from './ports-registry.ts';
export type * from './ports-registry-state.ts';

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
 * - sizes are those of the bytes that were put, however they are stored.
 * - no operation may hold a whole large object in memory.
 */
export interface ObjectStore {
  /** `sha256` null: nothing to compare with; whoever gives the body makes it throw where it is wrong. */
  put(
    key: string,
    body: AsyncIterable<Uint8Array> | Uint8Array,
    size: number,
    sha256: Sha256 | null,
  ): Promise<void>;
  get(key: string): Promise<AsyncIterable<Uint8Array>>;
  stat(key: string): Promise<ObjectInfo | null>;
  list(prefix: string): AsyncIterable<ObjectInfo>;
  /** Removing what is not there is no error. */
  remove(key: string): Promise<void>;
  /** The same store, what is put by it under the paper's data key where objects are encrypted. */
  forPaper(paperId: Ulid): ObjectStore;
  /** Absolute path where the bytes lie as they are in a local file, else null. */
  localPath(key: string): Promise<string | null>;
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

/** A line of text as found on a page: a quadrilateral in pixels, clockwise from top left. */
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
  find(page: GreyImage): Promise<FoundLine[]>;
  close(): Promise<void>;
}

/** A word as read in a line picture; x and width in pixels of that picture. */
export interface ReadWord {
  readonly text: string;
  readonly x: number;
  readonly width: number;
  readonly confidence: number;
  /** What it was read as at first, where a second look decided otherwise. */
  readonly firstRead?: string;
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
  /**
   * Signs a SHA-256 digest (32 bytes): PKCS#1 v1.5, or ECDSA (DER) by the key. `message` holds the bytes the digest is
   * of, for keys that can only hash for themselves (ECDSA in node:crypto, some tokens).
   */
  sign(digest: Uint8Array, message: Uint8Array): Promise<Uint8Array>;
  readonly algorithm: 'RSA' | 'ECDSA';
}

/** What the stamp of a sealed paper says and which rules place it. */
export interface SealRequest {
  readonly pdf: Uint8Array;
  readonly signer: Signer;
  /** Time of copying; also the signing time. */
  readonly at: Date;
  /** Text of page 1, fractions of the upright page: covered only where the page has no other place. */
  readonly keepFree: readonly (readonly [number, number, number, number])[];
  /** QR and barcodes of page 1, fractions of the upright page: never covered. */
  readonly marks: readonly (readonly [number, number, number, number])[];
  /** Default: the counter's stamp of Circular 01/2023. */
  readonly profile?: 'TT01_2023_COUNTER' | 'ND30_SAO_Y' | 'TT01_2019_INCOMING';
  readonly production: boolean;
}
export type { DossierInput, Validity };
