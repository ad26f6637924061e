// What a run of the pipeline is asked, and what it tells on the way. Types only.
import type { DossierInput } from '../core/model.ts';
import type { DigitizedPaper } from './digitized-paper.ts';

export interface DigitizeFile {
  readonly path: string;
  /** Relative to the folder given, e.g. `scans/01.pdf`. */
  readonly source: string;
}

export interface DigitizeRequest {
  readonly files: readonly DigitizeFile[];
  readonly dossier: DossierInput | null;
  /** Folder that also gets every legal copy. */
  readonly out: string | null;
  readonly production: boolean;
  /** Who digitises: the actor of events and evidence. */
  readonly officer: string;
}

export type ProgressEvent =
  | { readonly kind: 'source'; readonly source: string; readonly pages: number }
  | {
      readonly kind: 'page';
      readonly source: string;
      readonly page: number;
      readonly done: number;
      readonly total: number;
    }
  | { readonly kind: 'paper'; readonly paper: DigitizedPaper };

/** Follows a run, and stops it by its signal. */
export interface Following {
  onProgress(event: ProgressEvent): void;
  readonly signal: AbortSignal;
}
