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
  PaperState,
  RelationKind,
  Sha256,
  Ulid,
} from './model.ts';
import type { PaperRow } from './ports.ts';

/** A file of the paper: bytes at hand, or a file on this machine or a stream, begun at each call, that passes through. */
export type DepositFile = { readonly role: FileRole; readonly mediaType: string } & (
  | { readonly bytes: Uint8Array }
  | { readonly path: string; readonly sha256: Sha256; readonly size: number }
  | { readonly read: () => AsyncIterable<Uint8Array>; readonly sha256: Sha256; readonly size: number }
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
  readonly note?: string;
}

/** A paper that this one takes the place of, in the same commit. */
export interface ReplacedPaper {
  readonly id: Ulid;
  /** `superseded`: it was filed, and stays so; `discarded`: it never was. */
  readonly as: 'superseded' | 'discarded';
  /** As it was looked at: refused (conflict) where it has moved on since. */
  readonly state: PaperState;
  readonly actor: string;
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
  /** As they now stand; those the registry has just so get no new version. An empty value takes a fact away. */
  readonly facts: readonly Fact[];
  /** New ones; the paper's other files stay. */
  readonly files: readonly DepositFile[];
  /** Files that may no longer be kept. */
  readonly dropFiles?: readonly FileRole[];
  readonly events: readonly DepositEvent[];
  /** Text of the pages; code, title, facts, owners and dossier code are found without being in it. */
  readonly text: string;
  readonly relations?: readonly { readonly relation: RelationKind; readonly otherId: Ulid }[];
  readonly replaces?: readonly ReplacedPaper[];
  /** Of a paper that is changed: refused (conflict) where it has been changed since it was looked at. */
  readonly expect?: { readonly state: PaperState; readonly facts: number };
  /** Epoch of the lease under which the work was done; without it none is asked for. */
  readonly leaseEpoch?: number;
}
