// The words everyone shares: what a paper, an owner, a dossier, a fact is. Types only.

/** A ULID (26 characters, Crockford base 32): the only identifier that may appear in logs, job ids, object keys, URLs. */
export type Ulid = string;
/** Lower-case hex SHA-256. */
export type Sha256 = string;
/** ISO 8601 date `YYYY-MM-DD`, or `YYYY` where only a year is known. */
export type IsoDate = string;
/** ISO 8601 instant in UTC, `2026-11-22T02:30:00.000Z`. */
export type Instant = string;
/** Degrees clockwise. */
export type RightAngle = 0 | 90 | 180 | 270;

/** `[x, y, width, height]` as fractions (0..1) of the upright page (the legal copy), origin top left. */
export type Box = readonly [x: number, y: number, width: number, height: number];

// ---- what the pipeline reads -------------------------------------------------------------------------------------

/** One read word. */
export interface Word {
  /** NFC. */
  readonly text: string;
  readonly box: Box;
  /** 0..1 as the reader gives it. */
  readonly confidence: number;
  /** Share of the word's ink that is blue, red or violet rather than black (0..1). */
  readonly colour?: number;
  /** What the reader gave at first, where a second look or the numbering of the page decided otherwise. */
  readonly firstRead?: string;
}

/** One printed line, left to right. */
export interface Line {
  readonly box: Box;
  readonly words: readonly Word[];
  /** Mean height of the letters as a fraction of the page height. */
  readonly height: number;
  /** Share of the line's ink that is blue, red or violet rather than black: handwriting or a stamp (0..1). */
  readonly colour?: number;
}

/** What was read on one upright page, lines in reading order. */
export interface PageText {
  /** Page size of the legal copy in pixels at `dpi`. */
  readonly width: number;
  readonly height: number;
  readonly dpi: number;
  readonly lines: readonly Line[];
}

/** A machine-readable mark. */
export interface Mark {
  readonly format: 'QRCode' | 'Barcode';
  readonly text: string;
  /** On the upright page. */
  readonly box: Box;
}

/** What a page shows of colour. */
export interface PageColour {
  /** The scanner saw colour; a grey or one-bit scan cannot show any. */
  readonly seen: boolean;
  /** Cells of 1.6 mm (on A4) with ink of a clear colour. */
  readonly cells: number;
}

/** The parts of one page that later steps know. Pictures travel as files of the work folder, never in here. */
export interface PageReading {
  /** Counts from 1 in the source file. */
  readonly number: number;
  readonly blank: boolean;
  /** Clockwise degrees applied to make the page upright. */
  readonly rotation: RightAngle;
  /** Degrees clockwise applied after that to straighten it. */
  readonly skew: number;
  readonly text: PageText;
  readonly marks: readonly Mark[];
  /** What red stamps print; no part of the text. */
  readonly stamps?: readonly Line[];
  readonly colour?: PageColour;
  readonly problems: readonly Problem[];
}

/** Something a clerk should know; `code` is a key of the message catalogue. */
export interface Problem {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
  /** Page of the source file it is about. */
  readonly page?: number;
  /** Field it is about. */
  readonly field?: string;
}

/** One value found on a paper. Dates ISO 8601, names as written, numbers without "Số:". */
export interface Fact {
  readonly key: string;
  readonly value: string;
  /** 0..1, meant as the probability that the value is right; from 0.9 on it counts as sure. */
  readonly confidence: number;
  /** Page of the source file. */
  readonly page?: number;
  readonly box?: Box;
  readonly origin: 'machine' | 'clerk' | 'register';
  /** Why the machine says so, e.g. `label:Họ và tên`, `layout:number-line`, `qr:cccd`. */
  readonly evidence: readonly string[];
}

/** What understanding says of one paper. */
export interface Understanding {
  readonly kind: { readonly code: string; readonly confidence: number; readonly evidence: readonly string[] };
  readonly facts: readonly Fact[];
  readonly problems: readonly Problem[];
}

// ---- owners, dossiers, papers ------------------------------------------------------------------------------------

export type OwnerKind = 'citizen' | 'organisation';
/** SDD = 12-digit personal number, CMND = old 9-digit card number, MST = tax code. */
export type IdentifierScheme = 'SDD' | 'CMND' | 'MST' | 'passport';

export interface OwnerRef {
  readonly kind: OwnerKind;
  readonly scheme: IdentifierScheme;
  readonly number: string;
  readonly name?: string;
  readonly birth?: IsoDate;
}

/** The form a paper was handed in, as a clerk says it. */
export type GivenForm = PaperForm | 'certified-copy';

/** What the clerk knows of a dossier before the scan. */
export interface DossierInput {
  readonly code: string;
  readonly received?: IsoDate;
  readonly procedure?: string;
  readonly owners: readonly OwnerRef[];
  /** What the clerk says of single files. */
  readonly papers?: readonly { readonly source: string; readonly form: GivenForm }[];
}

export type PaperState =
  | 'received'
  | 'awaiting-signature'
  | 'review'
  | 'filed'
  | 'refused'
  | 'failed'
  | 'discarded';
export type LegalStatus = 'effective' | 'expired' | 'revoked' | 'superseded' | 'disputed';
export type Approval = 'pending' | 'approved' | 'rejected';
export type PaperSource = 'counter' | 'legacy' | 'portal' | 'national' | 'signed-input';
export type DossierRole = 'submitted' | 'reused' | 'replaced' | 'result';
export type PaperForm = 'original' | 'copy' | 'shown';
export type FileRole = 'original' | 'legal-copy' | 'text' | 'facts' | 'evidence';
export type RelationKind = 'supersedes' | 'corrects' | 're-scan-of' | 'certified-copy-of';
export type EventKind =
  | 'received'
  | 'scanned'
  | 'checked'
  | 'sealed'
  | 'reviewed'
  | 'filed'
  | 'refused'
  | 'reused'
  | 'taken-from-Kho'
  | 'result-filed'
  | 'returned'
  /** A paper that another cut of the same scan, or another scan, has replaced. */
  | 'discarded'
  | 'superseded'
  | 'approved'
  | 'rejected'
  /** A rule of the gate did not hold for this paper, by somebody's word. */
  | 'gate-overridden';

export interface Validity {
  /** First day, where known. */
  readonly from?: IsoDate;
  /** Last day; absent with `perpetual`. */
  readonly to?: IsoDate;
  readonly perpetual: boolean;
}
