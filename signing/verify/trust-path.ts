// Builds the path from a signing certificate to a trust anchor and checks it (RFC 5280, 6.1, without revocation).
import type { X509Certificate } from 'node:crypto';
import { validAt } from '../keys/certificate.ts';
import {
  allowsUse,
  certificateExtensions,
  hasUnknownCritical,
  KEY_USAGE,
  longestPath,
  namesRevocationSource,
} from './extensions.ts';
import { type Finding, open } from './report.ts';

export interface TrustQuestion {
  readonly leaf: X509Certificate;
  /** Certificates that came with the signature: used to build the path, never trusted. */
  readonly pool: readonly X509Certificate[];
  readonly anchors: readonly X509Certificate[];
  /** Claimed signing time. */
  readonly at: Date;
  readonly now: Date;
}

export interface TrustAnswer {
  readonly trusted: boolean;
  readonly findings: readonly Finding[];
}

const LONGEST = 8;

/** Trusted: a path to an anchor, every certificate on it fit and valid at the claimed time. */
export function judgeTrust(question: TrustQuestion): TrustAnswer {
  const path = findPath([question.leaf], question);
  if (!path) return { trusted: false, findings: [open('untrusted', 'NO_CERTIFICATE_CHAIN_FOUND')] };
  const findings = [...pathFindings(path), ...timeFindings(path, question.at)];
  const trusted = findings.length === 0;
  // Without a timestamp nobody can prove that the signature is older than the certificate's end.
  if (path.some((certificate) => validAt(certificate, question.now) === 'expired')) {
    findings.push(open('certificate-expired-since', 'OUT_OF_BOUNDS_NO_POE'));
  }
  if (
    path.slice(0, -1).some((certificate) => namesRevocationSource(certificateExtensions(certificate.raw)))
  ) {
    findings.push(open('revocation-unknown', 'TRY_LATER'));
  }
  return { trusted, findings };
}

function findPath(path: readonly X509Certificate[], question: TrustQuestion): X509Certificate[] | null {
  const top = path.at(-1)!;
  if (question.anchors.some((anchor) => anchor.raw.equals(top.raw))) return [...path];
  if (path.length >= LONGEST) return null;
  for (const issuer of [...question.anchors, ...question.pool]) {
    if (path.some((certificate) => certificate.raw.equals(issuer.raw))) continue;
    if (!top.checkIssued(issuer) || !top.verify(issuer.publicKey)) continue;
    const found = findPath([...path, issuer], question);
    if (found) return found;
  }
  return null;
}

function pathFindings(path: readonly X509Certificate[]): Finding[] {
  const findings: Finding[] = [];
  for (const [index, certificate] of path.entries()) {
    const extensions = certificateExtensions(certificate.raw);
    const fit =
      index === 0
        ? allowsUse(extensions, KEY_USAGE.digitalSignature, KEY_USAGE.contentCommitment)
        : certificate.ca &&
          allowsUse(extensions, KEY_USAGE.keyCertSign) &&
          longestPath(extensions) >= index - 1;
    if (!fit) findings.push(open('certificate-purpose', 'CHAIN_CONSTRAINTS_FAILURE'));
    if (hasUnknownCritical(extensions)) {
      findings.push(open('certificate-extension', 'CHAIN_CONSTRAINTS_FAILURE'));
    }
  }
  return findings;
}

function timeFindings(path: readonly X509Certificate[], at: Date): Finding[] {
  const late = path.some((certificate) => validAt(certificate, at) !== 'yes');
  return late ? [open('certificate-out-of-time', 'OUT_OF_BOUNDS_NO_POE')] : [];
}
