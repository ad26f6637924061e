// Builds the CMS of a PAdES B-B signature (RFC 5652, ETSI EN 319 142-1 table 1) around a value signed elsewhere.
import { createHash, X509Certificate } from 'node:crypto';
import { child, children, readNode } from '../asn1/der-read.ts';
import { nullValue, octetString, oid, sequence, setOf, smallInteger, TAG, tlv } from '../asn1/der-write.ts';
import { OID } from './oids.ts';

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const attribute = (type: string, value: Uint8Array): Uint8Array => sequence(oid(type), setOf(value));

/**
 * The signed attributes as the SET that is hashed and signed: content-type, message-digest (SHA-256 of the byte
 * range) and signing-certificate-v2. No signing-time: PAdES takes the time from /M of the signature dictionary.
 */
export function signedAttributes(documentDigest: Uint8Array, certificate: Uint8Array): Uint8Array {
  const { issuer, serial } = issuerAndSerial(certificate);
  // ESSCertIDv2 without a hash algorithm means SHA-256, the default DER must leave out (RFC 5035).
  const issuerName = sequence(tlv(0xa4, issuer));
  const certId = sequence(octetString(sha256(certificate)), sequence(issuerName, serial));
  return setOf(
    attribute(OID.contentType, oid(OID.data)),
    attribute(OID.messageDigest, octetString(documentDigest)),
    attribute(OID.signingCertificateV2, sequence(sequence(certId))),
  );
}

export interface CmsParts {
  /** As `signedAttributes` gave them. */
  readonly attributes: Uint8Array;
  /** DER, signing certificate first. */
  readonly chain: readonly Uint8Array[];
  readonly algorithm: 'RSA' | 'ECDSA';
  readonly signature: Uint8Array;
}

/** The detached SignedData. Self-signed roots are left out: a verifier trusts its own copy, never one that came along. */
export function buildCms({ attributes, chain, algorithm, signature }: CmsParts): Uint8Array {
  const [certificate] = chain;
  if (!certificate) throw new RangeError('a certificate chain is empty');
  const { issuer, serial } = issuerAndSerial(certificate);
  const carried = chain.filter((der, index) => index === 0 || !isSelfSigned(der));
  const signerInfo = sequence(
    smallInteger(1),
    sequence(issuer, serial),
    digestAlgorithm(),
    Buffer.concat([Uint8Array.of(TAG.context0), attributes.subarray(1)]),
    algorithm === 'RSA' ? sequence(oid(OID.sha256WithRsa), nullValue()) : sequence(oid(OID.ecdsaSha256)),
    octetString(signature),
  );
  const signedData = sequence(
    smallInteger(1),
    setOf(digestAlgorithm()),
    sequence(oid(OID.data)),
    tlv(TAG.context0, ...carried.toSorted(Buffer.compare)),
    setOf(signerInfo),
  );
  return sequence(oid(OID.signedData), tlv(TAG.context0, signedData));
}

/** Longest signature value, in bytes, the certificate's key can give. */
export function signatureLength(certificate: Uint8Array): number {
  const details = new X509Certificate(certificate).publicKey.asymmetricKeyDetails;
  if (details?.modulusLength !== undefined) return Math.ceil(details.modulusLength / 8);
  // ECDSA: two integers of the field's size, each with tag, length and maybe a sign byte, in one sequence.
  const field: Record<string, number> = { prime256v1: 32, secp384r1: 48, secp521r1: 66 };
  return 2 * ((field[details?.namedCurve ?? ''] ?? 66) + 3) + 3;
}

const digestAlgorithm = (): Uint8Array => sequence(oid(OID.sha256), nullValue());

function isSelfSigned(der: Uint8Array): boolean {
  const certificate = new X509Certificate(der);
  return certificate.subject === certificate.issuer && certificate.verify(certificate.publicKey);
}

/** Raw DER of a certificate's issuer name and serial number. */
export function issuerAndSerial(certificate: Uint8Array): { issuer: Uint8Array; serial: Uint8Array } {
  const fields = children(child(readNode(certificate), 0));
  // The version [0] is left out only by version 1 certificates.
  const first = fields[0]?.tag === TAG.context0 ? 1 : 0;
  const serial = fields[first];
  const issuer = fields[first + 2];
  if (!serial || !issuer) throw new RangeError('not a certificate');
  return { issuer: issuer.raw, serial: serial.raw };
}
