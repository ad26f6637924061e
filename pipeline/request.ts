// What a run of the pipeline is asked, and what it tells on the way. Types only.
import type { DossierInput, Fact, Problem, RightAngle } from '../core/model.ts';
import type { ReplacedPaper } from '../core/ports-deposit.ts';
import type { DigitizedPaper } from './digitized-paper.ts';
import type { GateOverride } from './gate/override.ts';
import type { StoredScan } from './intake/source.ts';

export interface DigitizeFile {
  readonly path: string;
  /** The scan itself where it lies in no file; `path` then only names it. */
  readonly stored?: StoredScan;
  /** Relative to the folder given, e.g. `scans/01.pdf`. */
  readonly source: string;
  readonly recut?: Recut;
}

/** A clerk's word on how a scan is cut and turned, and on the papers that give way to what comes of it. */
export interface Recut {
  readonly what: 'split' | 'join' | 'rotate' | 'rescan';
  /** Pages of each paper; null: as the separator sheets say. */
  readonly cuts: readonly (readonly number[])[] | null;
  /** Degrees clockwise that make a page upright, where the clerk knows better. */
  readonly turns: ReadonlyMap<number, RightAngle>;
  /** They go in the commit that files the last paper. */
  readonly replaces: readonly ReplacedPaper[];
  /** What a clerk has said of the paper already holds for what comes of it. */
  readonly carried?: CarriedWord;
}

export interface CarriedWord {
  /** Code of the kind. */
  readonly kind?: string;
  readonly facts: readonly Fact[];
}

export interface DigitizeRequest {
  readonly files: readonly DigitizeFile[];
  readonly dossier: DossierInput | null;
  /** Folder that also gets every legal copy. */
  readonly out: string | null;
  readonly production: boolean;
  /** Who digitises: the actor of events and evidence. */
  readonly officer: string;
  /** A rule of the gate that somebody lets pass in this run. */
  readonly override?: GateOverride | null;
}

export type ProgressEvent =
  | { readonly kind: 'source'; readonly source: string; readonly pages: number }
  | {
      readonly kind: 'page';
      readonly source: string;
      readonly page: number;
      readonly done: number;
      readonly total: number;
      /** What is wrong with the scan of this page: in time to lay it on the glass once more. */
      readonly problems: readonly Problem[];
    }
  | { readonly kind: 'paper'; readonly paper: DigitizedPaper }
  /** Separator sheets and their blank backs are all there is: nothing is filed, and nothing is lost. */
  | { readonly kind: 'no-papers'; readonly source: string; readonly pages: number }
  /** Another process works on the same original; this one waits for it. */
  | { readonly kind: 'waiting'; readonly source: string; readonly pid: number; readonly host: string };

/** Follows a run, and stops it by its signal. */
export interface Following {
  onProgress(event: ProgressEvent): void;
  readonly signal: AbortSignal;
}
