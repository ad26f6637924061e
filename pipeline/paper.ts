// What is known of one paper while it goes through the steps, and what the steps need of the world.
import type {
  DossierInput,
  Instant,
  PageReading,
  PaperState,
  Problem,
  Sha256,
  Ulid,
  Understanding,
} from '../core/model.ts';
import type { Clock, Log, ObjectStore, PaperRow, Registry, SealRequest, Signer } from '../core/ports.ts';
import type { DepositRequest } from '../core/ports-deposit.ts';
import type { Kind, Lists } from '../lists/index.ts';
import type { EvidenceLine } from './filing/evidence.ts';
import type { PagePool } from './pool/page-pool.ts';
import type { WorkFolder } from './work-folder.ts';

/** The original a paper was cut from. */
export interface Original {
  readonly sha256: Sha256;
  readonly size: number;
  readonly mediaType: string;
  /** Carries a digital signature: its bytes are the legal copy. */
  readonly signed: boolean;
  readonly pageCount: number;
  /** `own-pages`: the run also holds a paper whose picture may not be kept. */
  readonly kept: 'whole' | 'own-pages';
  /** Relative to the folder given. */
  readonly source: string;
  readonly folder: WorkFolder;
}

export interface PaperWork {
  readonly id: Ulid;
  readonly original: Original;
  readonly pages: readonly PageReading[];
  readonly dossier: DossierInput | null;
  readonly started: Instant;
  readonly evidence: readonly EvidenceLine[];
  readonly problems: readonly Problem[];
  /** Kind as the gate saw it; the facts are taken after the seal. */
  readonly kind?: Kind;
  readonly unsigned?: Uint8Array;
  /** What is filed as the legal copy: sealed, signed input, or unsigned while no key is there. */
  readonly legalCopy?: Uint8Array;
  readonly signatures?: number;
  readonly understanding?: Understanding;
  readonly state?: PaperState;
  readonly filed?: PaperRow;
}

/** What the way of a paper needs; cli/wire.ts fills it. */
export interface DigitizePorts {
  readonly registry: Registry;
  readonly objects: ObjectStore;
  readonly lists: Lists;
  readonly pages: PagePool;
  readonly clock: Clock;
  readonly log: Log;
  readonly newId: () => Ulid;
  /** Null: papers wait for their signature. */
  readonly signer: Signer | null;
  readonly seal: (request: SealRequest) => Promise<Uint8Array>;
  /** Number of signatures on a PDF that came signed. */
  readonly countSignatures: (pdf: Uint8Array) => Promise<number>;
  readonly deposit: (deposit: DepositRequest) => Promise<PaperRow>;
  /** Folder for work in progress. */
  readonly workRoot: string;
  readonly settings: DigitizeSettings;
}

export interface DigitizeSettings {
  /** Confidence from which a fact needs no clerk. */
  readonly sure: number;
  /** Agency that digitises: part of codes of kinds without a national code. */
  readonly agency: string;
  readonly paperCodeTemplate: string;
  /** 1–100, of the legal picture at 300 dpi. */
  readonly jpegQuality: number;
}

/** One step of the way; pure but for what it asks of the ports. */
export interface PaperStep {
  readonly name: string;
  /** Rises when the same input may give another result. */
  readonly version: number;
  run(work: PaperWork, context: StepContext): Promise<PaperWork>;
}

export interface StepContext {
  readonly ports: DigitizePorts;
  readonly production: boolean;
  readonly officer: string;
  readonly signal: AbortSignal;
}
