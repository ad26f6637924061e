// What a deposit works on; what it is given is the port core/ports-deposit.ts. Types only.
import type { Clock, Keyring, ObjectStore, Registry } from '../core/ports.ts';

export type * from '../core/ports-deposit.ts';

export interface DepositPorts {
  readonly registry: Registry;
  readonly objects: ObjectStore;
  /** Makes object keys opaque; the same for the life of the object store. */
  readonly secret: string | Uint8Array;
  readonly clock: Clock;
  /** Where the data are encrypted: gives the paper its data key. */
  readonly keyring?: Keyring;
  /** What of a paper the search index may hold: facts and words, facts alone, or nothing. Default: `full`. */
  readonly searchText?: 'full' | 'facts' | 'none';
}
