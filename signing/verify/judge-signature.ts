// Judges one signature of a PDF: bytes, mathematics, trust, what came after. What it cannot judge stays open.
import { X509Certificate } from 'node:crypto';
import { TAG } from '../asn1/der-write.ts';
import { OID } from '../cms/oids.ts';
import { type ParsedCms, parseCms } from '../cms/parse-cms.ts';
import { commonName } from '../keys/certificate.ts';
import type { FoundSignature } from '../pdf/list-signatures.ts';
import { type CoveredBytes, coveredBytes, revisionAt } from './byte-range.ts';
import { checkSignature } from './check-signature.ts';
import { type Finding, failed, open, type SignatureReport } from './report.ts';
import { judgeTrust } from './trust-path.ts';

export interface JudgeContext {
  readonly file: Uint8Array;
  readonly anchors: readonly X509Certificate[];
  readonly now: Date;
  readonly hasValidationData: boolean;
  readonly hasDocumentTimestamp: boolean;
}

const JUDGED_SUBFILTERS = new Set(['ETSI.CAdES.detached', 'adbe.pkcs7.detached']);

export function judgeSignature(found: FoundSignature, context: JudgeContext): SignatureReport {
  const covered = coveredBytes(context.file, found.byteRange, found.contents);
  if (!covered) return report(found, context, { findings: [failed('byte-range', 'FORMAT_FAILURE')] });
  const after = laterFindings(covered);
  if (found.kind === 'timestamp') {
    return report(found, context, {
      covered,
      findings: [open('timestamp-not-judged', 'UNSUPPORTED'), ...after],
    });
  }
  const cms = tryParse(found.contents);
  if (!JUDGED_SUBFILTERS.has(found.subFilter)) {
    return report(found, context, {
      covered,
      findings: [open('subfilter-unsupported', 'UNSUPPORTED'), ...after],
    });
  }
  if (!cms)
    return report(found, context, { covered, findings: [failed('cms-unreadable', 'FORMAT_FAILURE')] });
  return judgeCms({ found, context, covered, cms, after });
}

interface Opened {
  readonly found: FoundSignature;
  readonly context: JudgeContext;
  readonly covered: CoveredBytes;
  readonly cms: ParsedCms;
  readonly after: readonly Finding[];
}

function judgeCms({ found, context, covered, cms, after }: Opened): SignatureReport {
  const check = checkSignature(cms, covered.parts);
  const findings = [...check.findings];
  const pades = found.subFilter === 'ETSI.CAdES.detached';
  if (pades && check.certificate && !check.hasSigningCertificate) {
    findings.push(open('signing-certificate-mismatch', 'SIG_CONSTRAINTS_FAILURE'));
  }
  // Bytes beyond the CMS belong to no signature: only zeros may stand there.
  if (found.contents.subarray(cms.length).some((byte) => byte !== 0))
    findings.push(open('padding', 'FORMAT_FAILURE'));
  const timestamped = cms.signers.some((signer) => signer.unsignedTypes.includes(OID.signatureTimestamp));
  if (timestamped) findings.push(open('timestamp-not-judged', 'UNSUPPORTED'));
  const trust = check.certificate ? trustOf(found, context, cms, check.certificate) : null;
  return report(found, context, {
    covered,
    signer: check.certificate ? commonName(check.certificate) : null,
    integrity: check.integrity,
    trusted: trust?.trusted ?? false,
    level: pades && check.hasSigningCertificate ? levelOf(timestamped, context) : 'CMS',
    findings: [...findings, ...(trust?.findings ?? []), ...after],
  });
}

function trustOf(
  found: FoundSignature,
  { anchors, now }: JudgeContext,
  cms: ParsedCms,
  leaf: X509Certificate,
): ReturnType<typeof judgeTrust> {
  const pool = cms.certificates
    .filter((der) => der[0] === TAG.sequence)
    .map((der) => new X509Certificate(der));
  const at = found.time ? new Date(found.time) : now;
  const trust = judgeTrust({ leaf, pool, anchors, at, now });
  const findings = [...trust.findings];
  if (!found.time) findings.push(open('no-signing-time', 'OUT_OF_BOUNDS_NO_POE'));
  // Five minutes: clocks differ.
  if (at.getTime() > now.getTime() + 300_000)
    findings.push(open('signing-time-in-future', 'OUT_OF_BOUNDS_NO_POE'));
  return { trusted: trust.trusted, findings };
}

function tryParse(contents: Uint8Array): ParsedCms | null {
  try {
    return parseCms(contents);
  } catch {
    return null;
  }
}

const laterFindings = (covered: CoveredBytes): Finding[] =>
  covered.coversWholeDocument ? [] : [open('changes-not-judged', 'UNSUPPORTED')];

function levelOf(timestamped: boolean, context: JudgeContext): SignatureReport['level'] {
  if (!timestamped) return 'B-B';
  if (!context.hasValidationData) return 'B-T';
  return context.hasDocumentTimestamp ? 'B-LTA' : 'B-LT';
}

interface Judged {
  readonly covered?: CoveredBytes;
  readonly signer?: string | null;
  readonly integrity?: boolean;
  readonly trusted?: boolean;
  readonly level?: SignatureReport['level'];
  readonly findings: readonly Finding[];
}

function report(found: FoundSignature, { file }: JudgeContext, judged: Judged): SignatureReport {
  const { covered, findings } = judged;
  const worst = findings.find((finding) => finding.indication === 'TOTAL-FAILED') ?? findings[0];
  const modifiedAfter = covered !== undefined && !covered.coversWholeDocument;
  return {
    field: found.field,
    kind: found.kind,
    signer: judged.signer ?? null,
    time: found.time,
    level: judged.level ?? 'CMS',
    integrity: judged.integrity ?? false,
    coversWholeDocument: covered?.coversWholeDocument ?? false,
    modifiedAfter,
    trusted: judged.trusted ?? false,
    indication: worst?.indication ?? 'TOTAL-PASSED',
    subIndication: worst?.sub ?? null,
    changes: modifiedAfter
      ? [{ revision: revisionAt(file, covered.end) + 1, what: 'not-judged', allowed: false }]
      : [],
    problems: [...new Set(findings.map((finding) => finding.problem))],
  };
}
