// A signer whose key lives in a P12 file: it knows keys and no PDF.
import { constants, type KeyObject, privateEncrypt, sign, type X509Certificate } from 'node:crypto';
import { AppError } from '../../core/errors.ts';
import type { Signer } from '../../core/ports.ts';
import { nullValue, octetString, oid, sequence } from '../asn1/der-write.ts';
import { OID } from '../cms/oids.ts';
import { commonName, isDevelopment, orderChain, validAt } from './certificate.ts';
import { openP12 } from './open-p12.ts';

/**
 * Signer of a PKCS#12 file, RSA or ECDSA, always with SHA-256.
 * Errors (`AppError`): `signing.p12-password`, `signing.p12-unreadable`, `signing.p12-empty` (no key or no certificate
 * for it), `signing.certificate-expired` and `signing.certificate-not-yet` at `now`, `signing.key-kind` for other keys.
 */
export function p12Signer(bytes: Uint8Array, password: string, now: Date = new Date()): Signer {
  const { key, certificates } = openP12(bytes, password);
  const leaf = certificates.find((certificate) => certificate.checkPrivateKey(key));
  if (!leaf) throw new AppError('input', 'signing.p12-empty');
  const algorithm = algorithmOf(key);
  refuseOutOfTime(leaf, now);
  return {
    chain: orderChain(leaf, certificates).map((certificate) => new Uint8Array(certificate.raw)),
    name: commonName(leaf),
    development: isDevelopment(leaf),
    algorithm,
    sign: async (digest, message) =>
      algorithm === 'RSA' ? signRsa(key, digest) : new Uint8Array(sign('sha256', message, key)),
  };
}

/** Refuses a signing certificate that is not valid at an instant. */
export function refuseOutOfTime(certificate: X509Certificate, at: Date): void {
  const validity = validAt(certificate, at);
  if (validity === 'yes') return;
  const early = validity === 'too-early';
  throw new AppError('input', early ? 'signing.certificate-not-yet' : 'signing.certificate-expired', {
    params: {
      date: (early ? certificate.validFromDate : certificate.validToDate).toISOString().slice(0, 10),
    },
  });
}

function algorithmOf(key: KeyObject): Signer['algorithm'] {
  if (key.asymmetricKeyType === 'rsa') return 'RSA';
  if (key.asymmetricKeyType === 'ec') return 'ECDSA';
  throw new AppError('input', 'signing.key-kind', { params: { kind: key.asymmetricKeyType ?? '?' } });
}

/** RSASSA-PKCS1-v1_5 over a digest made before: the padding around its DigestInfo (RFC 8017, 9.2). */
function signRsa(key: KeyObject, digest: Uint8Array): Uint8Array {
  const info = sequence(sequence(oid(OID.sha256), nullValue()), octetString(digest));
  return new Uint8Array(privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, info));
}
