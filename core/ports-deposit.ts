// What a deposit is given: everything known of one paper. The port between the steps and the warehouse; types only.
import type {
  DossierInput,
  DossierRole,
  EventKind,
  Fact,
  FileRole,
  Instant,
  OwnerRef,
  PaperForm,
  RelationKind,
  Sha256,
  Ulid,
} from './model.ts';
import type { PaperRow } from './ports.ts';

/** A file of the paper: bytes at hand, or a file on this machine that is streamed. */
export type DepositFile = { readonly role: FileRole; readonly mediaType: string } & (
  | { readonly bytes: Uint8Array }
  | { readonly path: string; readonly sha256: Sha256; readonly size: number }
);

export interface DepositOwner {
  readonly ref: OwnerRef;
  /** Role of the kind's list, e.g. `chu_giay_to`. */
  readonly role: string;
  /** Exactly one owner leads, where there is one. */
  readonly lead: boolean;
}

/** The dossier the paper came with: made where it is not known yet, else only what is missing is filled in. */
export interface DepositDossier extends DossierInput {
  readonly procedureVersion?: number;
  readonly receivingAgency?: string;
  readonly competentAgency?: string;
  /** What the paper is in it. */
  readonly paper: {
    readonly component: string | null;
    readonly role: DossierRole;
    readonly form: PaperForm;
    readonly issuingAgency: string | null;
  };
}

export interface DepositEvent {
  readonly kind: EventKind;
  readonly at: Instant;
  readonly actor: string;
  readonly agency?: string;
  /** Field of the procedure, e.g. `Hộ tịch`. */
  readonly area?: string;
}

export interface DepositRequest {
  /** `code`, dossier and times are set by the deposit. */
  readonly paper: Omit<PaperRow, 'code' | 'dossierId' | 'createdAt' | 'filedAt'>;
  /**
   * How the code is made, null where the paper gets none yet (it is not filed). `sequence` names the counter: the code
   * without its last part; `make` gives the code of a sequence number (1, 2, …), which is never given out twice.
   */
  readonly code: { readonly sequence: string; readonly make: (sequence: number) => string } | null;
  readonly owners: readonly DepositOwner[];
  readonly dossier: DepositDossier | null;
  readonly facts: readonly Fact[];
  readonly files: readonly DepositFile[];
  readonly events: readonly DepositEvent[];
  /** Text of the pages; code, title, facts, owners and dossier code are found without being in it. */
  readonly text: string;
  readonly relations?: readonly { readonly relation: RelationKind; readonly otherId: Ulid }[];
  /** Epoch of the lease under which the work was done; without it none is asked for. */
  readonly leaseEpoch?: number;
}
