// Makes the keys to try the product with: a development authority, an officer's and an agency's certificate.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import forge from 'node-forge';
import { DEVELOPMENT_UNIT } from './certificate.ts';

export interface DevelopmentKeysRequest {
  /** Full name of the authority's organisation, e.g. `Ủy ban nhân dân phường Mẫu`. */
  readonly organisation: string;
  /** Full name of the copying officer. */
  readonly officer: string;
  /** Name of the sealing agency. */
  readonly agency: string;
  readonly now: Date;
  /** Of both P12 files; empty is allowed. */
  readonly password: string;
}

export interface DevelopmentKeys {
  /** Trust anchor for `verify --trust`. */
  readonly caPem: string;
  readonly officerP12: Uint8Array;
  readonly agencyP12: Uint8Array;
}

interface Subject {
  readonly name: string;
  readonly organisation: string;
  readonly years: number;
}

interface KeyPair {
  readonly publicKey: forge.pki.rsa.PublicKey;
  readonly privateKey: forge.pki.rsa.PrivateKey;
}

/**
 * RSA 2048, SHA-256; the authority lives 10 years, the others 3; the authority's key is thrown away. Every certificate
 * carries `DEVELOPMENT_UNIT` in its issuer, by which `Signer.development` is told.
 */
export function createDevelopmentKeys(request: DevelopmentKeysRequest): DevelopmentKeys {
  const { organisation, officer, agency, now, password } = request;
  const caKeys = keyPair();
  const ca = authority({ name: 'Sohoa development CA - BẢN THỬ', organisation, years: 10 }, caKeys, now);
  const issue = (subject: Subject): Uint8Array => {
    const keys = keyPair();
    const certificate = endEntity(subject, { keys, ca, caKeys, now });
    return p12(keys.privateKey, [certificate, ca], password);
  };
  return {
    caPem: forge.pki.certificateToPem(ca).replaceAll('\r\n', '\n'),
    officerP12: issue({ name: officer, organisation, years: 3 }),
    agencyP12: issue({ name: agency, organisation: agency, years: 3 }),
  };
}

/** node:crypto makes keys a hundred times faster than node-forge. */
function keyPair(): KeyPair {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();
  const key = forge.pki.privateKeyFromPem(pem) as forge.pki.rsa.PrivateKey;
  return { privateKey: key, publicKey: forge.pki.setRsaPublicKey(key.n, key.e) };
}

function authority(subject: Subject, keys: KeyPair, now: Date): forge.pki.Certificate {
  const certificate = blank(subject, keys, now);
  certificate.setIssuer(certificate.subject.attributes);
  certificate.setExtensions([
    { name: 'basicConstraints', critical: true, cA: true, pathLenConstraint: 0 },
    { name: 'keyUsage', critical: true, keyCertSign: true, cRLSign: true },
    { name: 'subjectKeyIdentifier' },
  ]);
  certificate.sign(keys.privateKey, forge.md.sha256.create());
  return certificate;
}

interface Issue {
  readonly keys: KeyPair;
  readonly ca: forge.pki.Certificate;
  readonly caKeys: KeyPair;
  readonly now: Date;
}

function endEntity(subject: Subject, { keys, ca, caKeys, now }: Issue): forge.pki.Certificate {
  const certificate = blank(subject, keys, now);
  certificate.setIssuer(ca.subject.attributes);
  certificate.setExtensions([
    { name: 'basicConstraints', critical: true, cA: false },
    { name: 'keyUsage', critical: true, digitalSignature: true, nonRepudiation: true },
    { name: 'subjectKeyIdentifier' },
    { name: 'authorityKeyIdentifier', keyIdentifier: ca.generateSubjectKeyIdentifier().getBytes() },
  ]);
  certificate.sign(caKeys.privateKey, forge.md.sha256.create());
  return certificate;
}

function blank(subject: Subject, keys: KeyPair, now: Date): forge.pki.Certificate {
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = keys.publicKey;
  certificate.serialNumber = serial();
  // A day early, so that a paper copied on a machine whose clock runs behind can still be sealed.
  certificate.validity.notBefore = new Date(Math.floor(now.getTime() / 1000) * 1000 - 86_400_000);
  certificate.validity.notAfter = new Date(Math.floor(now.getTime() / 1000) * 1000);
  certificate.validity.notAfter.setUTCFullYear(now.getUTCFullYear() + subject.years);
  certificate.setSubject([
    {
      name: 'countryName',
      value: 'VN',
      valueTagClass: forge.asn1.Type.PRINTABLESTRING as unknown as forge.asn1.Class,
    },
    utf8('organizationName', subject.organisation),
    utf8('organizationalUnitName', DEVELOPMENT_UNIT),
    utf8('commonName', subject.name),
  ]);
  return certificate;
}

/** node-forge takes the string type of a name under `valueTagClass`. */
const utf8 = (name: string, value: string): forge.pki.CertificateField => ({
  name,
  value: value.normalize('NFC'),
  valueTagClass: forge.asn1.Type.UTF8 as unknown as forge.asn1.Class,
});

/** 16 random bytes as hex, positive and without a leading zero (RFC 5280, 4.1.2.2). */
function serial(): string {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return bytes.toString('hex');
}

function p12(
  key: forge.pki.rsa.PrivateKey,
  chain: readonly forge.pki.Certificate[],
  password: string,
): Uint8Array {
  const asn1 = forge.pkcs12.toPkcs12Asn1(key, [...chain], password, { algorithm: 'aes256' });
  return new Uint8Array(Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'binary'));
}
