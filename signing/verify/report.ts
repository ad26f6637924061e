// What `sohoa verify` says of a file: contract 4 of the design, in the words of ETSI EN 319 102-1.

export type Indication = 'TOTAL-PASSED' | 'TOTAL-FAILED' | 'INDETERMINATE';
export type SubIndication =
  | 'FORMAT_FAILURE'
  | 'HASH_FAILURE'
  | 'SIG_CRYPTO_FAILURE'
  | 'SIG_CONSTRAINTS_FAILURE'
  | 'CRYPTO_CONSTRAINTS_FAILURE'
  | 'CHAIN_CONSTRAINTS_FAILURE'
  | 'NO_SIGNING_CERTIFICATE_FOUND'
  | 'NO_CERTIFICATE_CHAIN_FOUND'
  | 'OUT_OF_BOUNDS_NO_POE'
  | 'TRY_LATER'
  | 'SIGNED_DATA_NOT_FOUND'
  | 'UNSUPPORTED';

/** Codes of what is wrong or could not be judged; `verify.<code>` of the message catalogue explains each. */
export type VerifyProblem =
  | 'unsigned'
  | 'unreadable'
  | 'encrypted'
  | 'damaged-structure'
  | 'signature-not-listed'
  | 'byte-range'
  | 'cms-unreadable'
  | 'padding'
  | 'digest-mismatch'
  | 'signature-wrong'
  | 'signing-certificate-missing'
  | 'signing-certificate-mismatch'
  | 'algorithm-unsupported'
  | 'key-too-short'
  | 'subfilter-unsupported'
  | 'timestamp-not-judged'
  | 'changes-not-judged'
  | 'no-signing-time'
  | 'signing-time-in-future'
  | 'untrusted'
  | 'certificate-out-of-time'
  | 'certificate-expired-since'
  | 'certificate-purpose'
  | 'certificate-extension'
  | 'revocation-unknown';

export interface SignatureChange {
  readonly revision: number;
  readonly what: string;
  readonly allowed: boolean;
}

export interface SignatureReport {
  readonly field: string;
  readonly kind: 'signature' | 'timestamp';
  /** Common name of the signing certificate; null where there is none. */
  readonly signer: string | null;
  /** Claimed time, ISO 8601 in UTC. */
  readonly time: string | null;
  readonly level: 'CMS' | 'B-B' | 'B-T' | 'B-LT' | 'B-LTA';
  readonly integrity: boolean;
  readonly coversWholeDocument: boolean;
  readonly modifiedAfter: boolean;
  readonly trusted: boolean;
  readonly indication: Indication;
  readonly subIndication: SubIndication | null;
  readonly changes: readonly SignatureChange[];
  readonly problems: readonly VerifyProblem[];
}

export interface VerifyReport {
  readonly valid: boolean;
  readonly signatures: readonly SignatureReport[];
  /** Of the file as a whole. */
  readonly problems: readonly VerifyProblem[];
}

/** One thing found wrong or left open: it decides the indication unless something worse is found. */
export interface Finding {
  readonly problem: VerifyProblem;
  readonly indication: Exclude<Indication, 'TOTAL-PASSED'>;
  readonly sub: SubIndication;
}

export const failed = (problem: VerifyProblem, sub: SubIndication): Finding => ({
  problem,
  indication: 'TOTAL-FAILED',
  sub,
});
export const open = (problem: VerifyProblem, sub: SubIndication): Finding => ({
  problem,
  indication: 'INDETERMINATE',
  sub,
});
