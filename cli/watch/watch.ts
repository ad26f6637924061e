// What a running watch knows. Types, and the counts it ends with.
import type { Cli } from '../command.ts';
import type { Digitizing } from '../digitize/digitize-batches.ts';
import type { Places } from './places.ts';
import type { Settling } from './settling.ts';

export interface WatchOrder {
  readonly root: string;
  /** Milliseconds without a change after which something counts as whole. */
  readonly quiet: number;
  /** Ends when nothing waits. */
  readonly once: boolean;
  readonly json: boolean;
  /** Folder that also gets every legal copy. */
  readonly out: string | null;
  readonly done: string | undefined;
  readonly failed: string | undefined;
}

export interface Watch {
  readonly cli: Cli;
  readonly order: WatchOrder;
  /** Real path. */
  readonly root: string;
  readonly places: Places;
  /** Real paths of folders that are ours. */
  readonly own: ReadonlySet<string>;
  readonly settling: Settling;
  /** Registry, keys and workers, open from the first file on; null: to be opened anew. */
  digitizing: Digitizing | null;
  /** When they were last opened, by `performance.now()`; null: never. */
  opened: number | null;
  readonly counts: WatchCounts;
  /** Stamps of files about which something was said. */
  readonly told: Set<string>;
}

/** Files, not papers. */
export type WatchCounts = Record<'files' | 'done' | 'failed', number>;

export const watchCounts = (): WatchCounts => ({ files: 0, done: 0, failed: 0 });
