// Checks the mathematics of one CMS signature: digest, signed attributes, signing certificate, signature value.
import { createHash, verify, X509Certificate } from 'node:crypto';
import { child, children, type DerNode, readOid, sameBytes } from '../asn1/der-read.ts';
import { TAG } from '../asn1/der-write.ts';
import { issuerAndSerial } from '../cms/build-cms.ts';
import { OID } from '../cms/oids.ts';
import type { ParsedCms, ParsedSigner } from '../cms/parse-cms.ts';
import { certificateExtensions } from './extensions.ts';
import { type Finding, failed, open } from './report.ts';

export interface SignatureCheck {
  readonly certificate: X509Certificate | null;
  /** Digest and signature value are both right. */
  readonly integrity: boolean;
  readonly hasSigningCertificate: boolean;
  readonly findings: readonly Finding[];
}

const HASHES: Readonly<Record<string, string>> = {
  [OID.sha256]: 'sha256',
  [OID.sha384]: 'sha384',
  [OID.sha512]: 'sha512',
};
const SIGNATURES: Readonly<Record<string, { key: 'rsa' | 'ec'; hash: string | null }>> = {
  [OID.rsaEncryption]: { key: 'rsa', hash: null },
  [OID.sha256WithRsa]: { key: 'rsa', hash: 'sha256' },
  [OID.sha384WithRsa]: { key: 'rsa', hash: 'sha384' },
  [OID.sha512WithRsa]: { key: 'rsa', hash: 'sha512' },
  [OID.ecdsaSha256]: { key: 'ec', hash: 'sha256' },
  [OID.ecdsaSha384]: { key: 'ec', hash: 'sha384' },
  [OID.ecdsaSha512]: { key: 'ec', hash: 'sha512' },
};
/** The curves of RFC 5480 that trust services use. */
const CURVES = new Set(['prime256v1', 'secp384r1', 'secp521r1']);
const SHORTEST_RSA = 2048;

/** `parts` are the signed bytes of the file; a detached signature with signed attributes is all that is judged. */
export function checkSignature(cms: ParsedCms, parts: readonly Uint8Array[]): SignatureCheck {
  const [signer, second] = cms.signers;
  const none = { certificate: null, integrity: false, hasSigningCertificate: false };
  // PAdES: one signer, nothing encapsulated (ETSI EN 319 142-1, 5.3 and 6.3).
  if (!signer || second || cms.hasContent || cms.contentType !== OID.data || !signer.signedBytes) {
    return { ...none, findings: [failed('cms-unreadable', 'FORMAT_FAILURE')] };
  }
  const certificate = signingCertificate(cms, signer);
  if (!certificate) {
    return { ...none, findings: [open('signing-certificate-missing', 'NO_SIGNING_CERTIFICATE_FOUND')] };
  }
  const hasSigningCertificate = signer.signedAttributes.has(OID.signingCertificateV2);
  const found = { certificate, hasSigningCertificate };
  const hash = HASHES[signer.digestAlgorithm];
  const method = SIGNATURES[signer.signatureAlgorithm];
  const key = certificate.publicKey;
  const { namedCurve, modulusLength } = key.asymmetricKeyDetails ?? {};
  const known =
    method?.key === key.asymmetricKeyType && (method?.key === 'rsa' || CURVES.has(namedCurve ?? ''));
  if (
    !hash ||
    !known ||
    (method?.hash ?? hash) !== hash ||
    !cms.digestAlgorithms.includes(signer.digestAlgorithm)
  ) {
    const findings = [open('algorithm-unsupported', 'CRYPTO_CONSTRAINTS_FAILURE')];
    return { ...found, integrity: false, findings };
  }
  const findings: Finding[] = [];
  if (!attributesRight(signer, digest(hash, parts))) findings.push(failed('digest-mismatch', 'HASH_FAILURE'));
  if (!verify(hash, signer.signedBytes, key, signer.signature)) {
    findings.push(failed('signature-wrong', 'SIG_CRYPTO_FAILURE'));
  }
  const integrity = findings.length === 0;
  if (modulusLength !== undefined && modulusLength < SHORTEST_RSA) {
    findings.push(open('key-too-short', 'CRYPTO_CONSTRAINTS_FAILURE'));
  }
  if (hasSigningCertificate && !certificateRight(signer, certificate.raw)) {
    findings.push(failed('signing-certificate-mismatch', 'SIG_CONSTRAINTS_FAILURE'));
  }
  return { ...found, integrity, findings };
}

const digest = (hash: string, parts: readonly Uint8Array[]): Buffer =>
  parts.reduce((sum, part) => sum.update(part), createHash(hash)).digest();

function signingCertificate(cms: ParsedCms, signer: ParsedSigner): X509Certificate | null {
  for (const der of cms.certificates) {
    if (der[0] !== TAG.sequence) continue;
    if (signer.issuer && signer.serial) {
      const { issuer, serial } = issuerAndSerial(der);
      if (sameBytes(issuer, signer.issuer) && sameBytes(serial, signer.serial))
        return new X509Certificate(der);
    } else if (signer.keyIdentifier) {
      const identifier = certificateExtensions(der).get(OID.subjectKeyIdentifier)?.value;
      if (identifier && sameBytes(identifier.content, signer.keyIdentifier)) return new X509Certificate(der);
    }
  }
  return null;
}

function attributesRight({ signedAttributes }: ParsedSigner, documentDigest: Uint8Array): boolean {
  const type = only(signedAttributes.get(OID.contentType));
  const message = only(signedAttributes.get(OID.messageDigest));
  if (!type || message?.tag !== TAG.octetString) return false;
  return readOid(type) === OID.data && sameBytes(message.content, documentDigest);
}

const only = (values: readonly DerNode[] | undefined): DerNode | null =>
  values?.length === 1 ? (values[0] ?? null) : null;

/** signing-certificate-v2 (RFC 5035): the first ESSCertIDv2 names the certificate the signature was verified with. */
function certificateRight({ signedAttributes }: ParsedSigner, der: Uint8Array): boolean {
  const attribute = only(signedAttributes.get(OID.signingCertificateV2));
  if (!attribute) return false;
  const parts = children(child(child(attribute, 0), 0));
  const algorithm = parts[0]?.tag === TAG.sequence ? readOid(child(parts[0], 0)) : OID.sha256;
  const hash = HASHES[algorithm];
  const value = parts.find((part) => part.tag === TAG.octetString);
  if (!hash || !value || !sameBytes(value.content, digest(hash, [der]))) return false;
  const issuerSerial = parts.slice(parts.indexOf(value) + 1).find((part) => part.tag === TAG.sequence);
  if (!issuerSerial) return true;
  const { issuer, serial } = issuerAndSerial(der);
  const named = child(child(issuerSerial, 0), 0);
  return sameBytes(named.content, issuer) && sameBytes(child(issuerSerial, 1).raw, serial);
}
