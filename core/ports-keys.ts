// Encryption at rest: key rows of the registry, what opens them, and the cipher of streams. Types only.
import type { Instant, Ulid } from './model.ts';

/**
 * Says that the data are encrypted, and by which key-encryption key (KEK) new data keys are wrapped. There is at most
 * one; once it stands the data never go back to plain.
 */
export interface AtRestRow {
  /** Derived from the KEK itself; tells nothing of it. */
  readonly kekId: string;
  /** `mixed`: objects from before may still lie plain. `sealed`: an object that is not encrypted is refused. */
  readonly state: 'mixed' | 'sealed';
  readonly since: Instant;
}

/** A data key under one KEK. While KEKs are changed a data key has two of these, and either KEK opens it. */
export interface KeyWrap {
  readonly kekId: string;
  /** Base64 of nonce, encrypted key and tag. */
  readonly wrapped: string;
}

/** The data key of a paper. Its objects name it by its id; an object shared by papers lies under the first one's. */
export interface DataKeyRow {
  readonly id: Ulid;
  readonly paperId: Ulid;
  readonly createdAt: Instant;
  /** At least one. */
  readonly wraps: readonly KeyWrap[];
}

export type KeyOperation =
  /** Sets the marker; conflict `at-rest.changed` unless it stands as `was` (null: not there yet). */
  | { readonly op: 'at-rest.put'; readonly row: AtRestRow; readonly was: string | null }
  /** Conflict `at-rest.kek-needed` where the marker stands: nothing more is filed plain. */
  | { readonly op: 'at-rest.none' }
  /**
   * Gives a paper its data key; nothing happens where it has one. Conflict `at-rest.kek-retired` unless one of the
   * wraps is by the KEK of the marker: a process that missed a change of keys must not use the old one.
   */
  | { readonly op: 'data-key.put'; readonly row: DataKeyRow }
  /** Wraps that are added; those that are there stay. */
  | { readonly op: 'data-key.wrap'; readonly wraps: readonly ({ readonly dataKeyId: Ulid } & KeyWrap)[] }
  /**
   * Makes another KEK the one of the marker; conflict `at-rest.changed` where a data key has no wrap by it yet or the
   * marker does not stand as `was`.
   */
  | { readonly op: 'at-rest.turn'; readonly kekId: string; readonly was: string }
  /** Drops wraps by this KEK, so many at most; conflict `at-rest.changed` where it is the marker's. */
  | { readonly op: 'data-key.unwrap'; readonly kekId: string; readonly limit: number };

/** What the registry tells of keys. */
export interface KeyReads {
  atRest(): Promise<AtRestRow | null>;
  dataKey(by: { readonly id: Ulid } | { readonly paperId: Ulid }): Promise<DataKeyRow | null>;
  /** Data keys after this id that have no wrap by this KEK, in ULID order. */
  dataKeysWithout(
    kekId: string,
    page: { readonly after?: Ulid; readonly limit: number },
  ): Promise<DataKeyRow[]>;
  /** How many data keys have a wrap by each KEK. */
  kekUse(): Promise<{ kekId: string; dataKeys: number }[]>;
}

/** Holds KEKs; wraps and unwraps data keys. A key never leaves it but as an unwrapped data key. */
export interface Keyring {
  /** Ids of the KEKs at hand, the first is the one meant for new data. */
  readonly ids: readonly string[];
  /** A new data key of 32 random bytes, wrapped by the KEK of this id. @throws AppError usage `at-rest.kek-missing`. */
  newDataKey(order: {
    readonly id: Ulid;
    readonly paperId: Ulid;
    readonly kekId: string;
    readonly at: Instant;
  }): DataKeyRow;
  /** 32 bytes. @throws AppError usage `at-rest.kek-missing`, integrity `at-rest.key-damaged`. */
  unwrap(row: DataKeyRow): Uint8Array;
  /** The same data key under another KEK. @throws as `unwrap`. */
  rewrap(row: DataKeyRow, kekId: string): KeyWrap;
  /** For work in progress outside the object store: sealed by a key derived from the KEK of this id. */
  cipher(kekId: string): BlobCipher;
}

/**
 * Encrypts streams. Contract: what `seal` gave opens under the same context only; anything changed, cut off or moved is
 * found (integrity `at-rest.damaged`) before the stream ends, and no changed byte is handed out. Neither holds a whole
 * large stream in memory.
 */
export interface BlobCipher {
  seal(plain: AsyncIterable<Uint8Array>, context: string): AsyncIterable<Uint8Array>;
  open(sealed: AsyncIterable<Uint8Array>, context: string): AsyncIterable<Uint8Array>;
}
