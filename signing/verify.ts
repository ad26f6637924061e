// Verifies the signatures of a PDF offline: contract 4 of the design. Never throws; what it cannot judge is not valid.
import { X509Certificate } from 'node:crypto';
import { AppError } from '../core/errors.ts';
import { hasSignature } from './has-signature.ts';
import { type FoundSignatures, listSignatures } from './pdf/list-signatures.ts';
import { type JudgeContext, judgeSignature } from './verify/judge-signature.ts';
import { failed, type SignatureReport, type VerifyProblem, type VerifyReport } from './verify/report.ts';

export type { SignatureReport, VerifyProblem, VerifyReport } from './verify/report.ts';

export interface VerifyOptions {
  /** PEM files of trust anchors, each with one certificate or more. */
  readonly trust: readonly string[];
  readonly now: Date;
}

/** The report of a file's bytes; throws only for trust anchors that are no certificates (`signing.trust-unreadable`). */
export async function verifyPdf(bytes: Uint8Array, { trust, now }: VerifyOptions): Promise<VerifyReport> {
  const anchors = trust.flatMap(readAnchors);
  let found: FoundSignatures;
  try {
    found = await listSignatures(bytes);
  } catch {
    return { valid: false, signatures: [], problems: ['unreadable'] };
  }
  const problems = fileProblems(bytes, found);
  const context: JudgeContext = {
    file: bytes,
    anchors,
    now,
    hasValidationData: found.hasValidationData,
    hasDocumentTimestamp: found.signatures.some(({ kind }) => kind === 'timestamp'),
  };
  const signatures = found.signatures.map((signature) => judgeSafely(signature, context));
  const passed = signatures.every(({ indication }) => indication === 'TOTAL-PASSED');
  return { valid: signatures.length > 0 && passed && problems.length === 0, signatures, problems };
}

/** The certificates of a PEM text. */
export function readAnchors(pem: string): X509Certificate[] {
  try {
    const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g);
    if (!blocks) throw new RangeError('no certificate');
    return blocks.map((block) => new X509Certificate(block));
  } catch (cause) {
    throw new AppError('usage', 'signing.trust-unreadable', { cause });
  }
}

function fileProblems(bytes: Uint8Array, found: FoundSignatures): VerifyProblem[] {
  if (found.encrypted) return ['encrypted'];
  const problems: VerifyProblem[] = found.recovered ? ['damaged-structure'] : [];
  if (found.signatures.length === 0) {
    // A file whose form was cut out still holds its signature, but no reader would show it.
    problems.push(hasSignature(bytes) ? 'signature-not-listed' : 'unsigned');
  }
  return problems;
}

/** Certificates and CMS of a hostile file may break any parser: then the signature is listed as unreadable. */
function judgeSafely(
  signature: Parameters<typeof judgeSignature>[0],
  context: JudgeContext,
): SignatureReport {
  try {
    return judgeSignature(signature, context);
  } catch {
    const { problem, indication, sub } = failed('cms-unreadable', 'FORMAT_FAILURE');
    return {
      field: signature.field,
      kind: signature.kind,
      signer: null,
      time: signature.time,
      level: 'CMS',
      integrity: false,
      coversWholeDocument: false,
      modifiedAfter: false,
      trusted: false,
      indication,
      subIndication: sub,
      changes: [],
      problems: [problem],
    };
  }
}
