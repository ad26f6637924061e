// What the signing side must know of one certificate, read from its DER.
import type { X509Certificate } from 'node:crypto';

/** Organisational unit of every certificate `createDevelopmentKeys` makes: what a production run refuses by. */
export const DEVELOPMENT_UNIT = 'Sohoa development - BẢN THỬ';

/** Common name of the subject, in NFC; the whole subject where it has none. */
export function commonName(certificate: X509Certificate): string {
  const names = certificate.toLegacyObject().subject as unknown as Record<string, string | string[]>;
  const found = names.CN;
  return (Array.isArray(found) ? (found.at(-1) ?? '') : (found ?? certificate.subject)).normalize('NFC');
}

/** True where the certificate was made by our own development authority. */
export function isDevelopment(certificate: X509Certificate): boolean {
  const issuer = certificate.toLegacyObject().issuer as unknown as Record<string, string | string[]>;
  return [issuer.OU ?? []].flat().some((unit) => unit.normalize('NFC') === DEVELOPMENT_UNIT);
}

/** Whether an instant lies within the certificate's validity. */
export function validAt(certificate: X509Certificate, at: Date): 'yes' | 'too-early' | 'expired' {
  if (at.getTime() < certificate.validFromDate.getTime()) return 'too-early';
  return at.getTime() > certificate.validToDate.getTime() ? 'expired' : 'yes';
}

/** Orders certificates from the signing one up to its root, by who signed whom; others are dropped. */
export function orderChain(leaf: X509Certificate, others: readonly X509Certificate[]): X509Certificate[] {
  const chain = [leaf];
  for (let top = leaf; top.subject !== top.issuer; ) {
    const issuer = others.find(
      (other) => !chain.includes(other) && top.checkIssued(other) && top.verify(other.publicKey),
    );
    if (!issuer) break;
    chain.push(issuer);
    top = issuer;
  }
  return chain;
}
