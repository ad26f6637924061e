// Opens a PKCS#12 file (P12, PFX) with node-forge and hands over its key and certificates as node:crypto objects.
import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import forge from 'node-forge';
import { AppError } from '../../core/errors.ts';

export interface P12Content {
  readonly key: KeyObject;
  readonly certificates: readonly X509Certificate[];
}

/** Throws `signing.p12-password` for a wrong password and `signing.p12-unreadable` for anything that is no P12. */
export function openP12(bytes: Uint8Array, password: string): P12Content {
  const p12 = decrypt(bytes, password);
  const bags = p12.safeContents.flatMap((safe) => safe.safeBags);
  const keys = bags.filter((bag) => isKeyBag(bag.type)).map(privateKey);
  const certificates = bags.filter((bag) => bag.type === forge.pki.oids.certBag).map(certificate);
  const [key] = keys;
  if (!key || certificates.length === 0) throw new AppError('input', 'signing.p12-empty');
  return { key, certificates };
}

function decrypt(bytes: Uint8Array, password: string): forge.pkcs12.Pkcs12Pfx {
  let asn1: forge.asn1.Asn1;
  try {
    asn1 = forge.asn1.fromDer(Buffer.from(bytes).toString('binary'));
  } catch (cause) {
    throw new AppError('input', 'signing.p12-unreadable', { cause });
  }
  try {
    return forge.pkcs12.pkcs12FromAsn1(asn1, password);
  } catch (cause) {
    const wrongPassword = cause instanceof Error && /password|MAC could not be verified/i.test(cause.message);
    throw new AppError('input', wrongPassword ? 'signing.p12-password' : 'signing.p12-unreadable', { cause });
  }
}

const isKeyBag = (type: string): boolean =>
  type === forge.pki.oids.pkcs8ShroudedKeyBag || type === forge.pki.oids.keyBag;

/** node-forge knows RSA keys only; any other key it leaves as the PrivateKeyInfo it decrypted. */
function privateKey(bag: forge.pkcs12.Bag): KeyObject {
  const info = bag.key ? forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(bag.key)) : bag.asn1;
  return createPrivateKey({ key: der(info), format: 'der', type: 'pkcs8' });
}

function certificate(bag: forge.pkcs12.Bag): X509Certificate {
  return new X509Certificate(der(bag.cert ? forge.pki.certificateToAsn1(bag.cert) : bag.asn1));
}

const der = (node: forge.asn1.Asn1): Buffer => Buffer.from(forge.asn1.toDer(node).getBytes(), 'binary');
