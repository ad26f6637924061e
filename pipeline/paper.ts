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
import type {
  BlobCipher,
  Clock,
  Log,
  ObjectStore,
  PaperRow,
  Registry,
  SealRequest,
  Signer,
} from '../core/ports.ts';
import type { DepositRequest, ReplacedPaper } from '../core/ports-deposit.ts';
import type { Kind, KindField, Lists } from '../lists/index.ts';
import type { EvidenceLine } from './filing/evidence.ts';
import type { GateResult } from './gate/gate.ts';
import type { GateOverride } from './gate/override.ts';
import type { OpenSource } from './intake/source.ts';
import type { PagePool } from './pool/page-pool.ts';
import type { CarriedWord } from './request.ts';
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
  /** What is odd about the file as a whole: a problem of each of its papers. */
  readonly problems: readonly Problem[];
  /** A PDF of these pages alone, made where the file is open. */
  readonly cut: (pages: readonly number[]) => Promise<Uint8Array>;
}

export interface PaperWork {
  readonly id: Ulid;
  readonly original: Original;
  readonly pages: readonly PageReading[];
  readonly dossier: DossierInput | null;
  readonly started: Instant;
  readonly evidence: readonly EvidenceLine[];
  readonly problems: readonly Problem[];
  /** Papers that give way to this one, in the commit that files it. */
  readonly replaces?: readonly ReplacedPaper[];
  readonly carried?: CarriedWord;
  /** Kind as the gate saw it; the facts are taken after the seal. */
  readonly kind?: Kind;
  readonly kindConfidence?: number;
  /** What the gate said; a paper it refuses goes no further. */
  readonly gate?: GateResult;
  /** The capture check holds it: nothing is composed or sealed before a clerk has looked. */
  readonly held?: true;
  readonly unsigned?: Uint8Array;
  /** What is filed as the legal copy: sealed, signed input, or unsigned while no key is there. */
  readonly legalCopy?: Uint8Array;
  readonly signatures?: number;
  readonly understanding?: Understanding;
  readonly state?: PaperState;
  readonly filed?: PaperRow;
}

/** What reading and understanding need: nothing that stores or signs. */
export interface ReadingPorts {
  readonly lists: Lists;
  readonly pages: PagePool;
  /** Opens foreign files, where they can die alone. */
  readonly openSource: OpenSource;
  readonly clock: Clock;
  readonly log: Log;
  readonly newId: () => Ulid;
  /** Folder for work in progress. */
  readonly workRoot: string;
  /** Seals what lies there; without it, it lies plain. */
  readonly cipher?: BlobCipher | null;
  readonly settings: DigitizeSettings;
}

/** What the whole way of a paper needs; cli/wire.ts fills it. */
export interface DigitizePorts extends ReadingPorts {
  readonly registry: Registry;
  readonly objects: ObjectStore;
  /** Null: papers wait for their signature. */
  readonly signer: Signer | null;
  readonly seal: (request: SealRequest) => Promise<Uint8Array>;
  /** Number of signatures on a PDF that came signed. */
  readonly countSignatures: (pdf: Uint8Array) => Promise<number>;
  readonly deposit: (deposit: DepositRequest) => Promise<PaperRow>;
}

export interface DigitizeSettings {
  /** Confidence from which a fact needs no clerk. */
  readonly sure: number;
  /** The same for fields of one type, where it was measured. */
  readonly sureByType?: Readonly<Partial<Record<KindField['type'], number>>>;
  /** Agency that digitises: part of codes of kinds without a national code. */
  readonly agency: string;
  readonly paperCodeTemplate: string;
  /** `ask`: a doubtful scan waits for a clerk before it is sealed. */
  readonly captureCheck?: 'auto' | 'ask' | 'off';
  /** Pages of one file that cannot be read before the file is given up. */
  readonly mostUnread: number;
  /** 1–100, of the legal picture at 300 dpi. */
  readonly jpegQuality: number;
}

/** One step of the way; pure but for what it asks of the ports. */
export interface PaperStep<Ports extends ReadingPorts = DigitizePorts> {
  readonly name: string;
  /** Rises when the same input may give another result. */
  readonly version: number;
  readonly run: (work: PaperWork, context: StepContext<Ports>) => Promise<PaperWork>;
}

export interface StepContext<Ports extends ReadingPorts = DigitizePorts> {
  readonly ports: Ports;
  readonly production: boolean;
  readonly officer: string;
  /** A rule of the gate that somebody lets pass in this run. */
  readonly override?: GateOverride | null;
  readonly signal: AbortSignal;
}
