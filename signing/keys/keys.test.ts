// Keys: development certificates are what they say, P12 files of others open, wrong ones say what is wrong.
import { createHash, verify, X509Certificate } from 'node:crypto';
import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeKeys, openssl, opensslP12, PASSWORD, SIGNED_AT } from '../testing/test-keys.ts';
import { allowsUse, certificateExtensions, KEY_USAGE } from '../verify/extensions.ts';
import { createDevelopmentKeys } from './development-keys.ts';
import { loadKeyFolder, writeKeyFolder } from './key-folder.ts';
import { p12Signer } from './p12-signer.ts';

const keys = createDevelopmentKeys({
  organisation: 'Ủy ban nhân dân phường Mẫu',
  officer: 'Nguyễn Thị Minh Khuê',
  agency: 'ỦY BAN NHÂN DÂN PHƯỜNG MẪU',
  now: SIGNED_AT,
  password: PASSWORD,
});
const refused = (code: string): unknown => expect.objectContaining({ name: 'AppError', code });

describe('development keys', () => {
  const officer = p12Signer(keys.officerP12, PASSWORD, SIGNED_AT);
  const [leaf, ca] = officer.chain.map((der) => new X509Certificate(der));

  test('names, chain and mark', () => {
    expect(officer).toMatchObject({ name: 'Nguyễn Thị Minh Khuê', development: true, algorithm: 'RSA' });
    expect(p12Signer(keys.agencyP12, PASSWORD, SIGNED_AT).name).toBe('ỦY BAN NHÂN DÂN PHƯỜNG MẪU');
    expect(ca?.raw.equals(new X509Certificate(keys.caPem).raw)).toBe(true);
    expect(leaf?.checkIssued(ca!)).toBe(true);
    expect(leaf?.verify(ca!.publicKey)).toBe(true);
    expect(leaf?.subject).toContain('BẢN THỬ');
  });

  test('what each may do', () => {
    const ofLeaf = certificateExtensions(leaf!.raw);
    const ofCa = certificateExtensions(ca!.raw);
    expect([leaf?.ca, ca?.ca]).toEqual([false, true]);
    expect(allowsUse(ofLeaf, KEY_USAGE.digitalSignature)).toBe(true);
    expect(allowsUse(ofLeaf, KEY_USAGE.contentCommitment)).toBe(true);
    expect(allowsUse(ofLeaf, KEY_USAGE.keyCertSign)).toBe(false);
    expect(allowsUse(ofCa, KEY_USAGE.keyCertSign)).toBe(true);
    expect(leaf?.publicKey.asymmetricKeyDetails?.modulusLength).toBe(2048);
    // Authority key identifier of the one = subject key identifier of the other.
    const [authority, subject] = [ofLeaf.get('2.5.29.35'), ofCa.get('2.5.29.14')];
    expect(authority?.value.content.subarray(2)).toEqual(subject?.value.content);
  });

  test('serial numbers are random', () => {
    const [again] = makeKeys().officer.chain.map((der) => new X509Certificate(der));
    expect(again?.serialNumber).toHaveLength(32);
    expect(again?.serialNumber).not.toBe(leaf?.serialNumber);
  });

  test('signs a digest as any RSA verifier expects', async () => {
    const message = Buffer.from('lời nhắn');
    const digest = createHash('sha256').update(message).digest();
    const signature = await officer.sign(digest, message);
    expect(verify('sha256', message, leaf!.publicKey, signature)).toBe(true);
  });
});

describe('what does not open', () => {
  const open = (bytes: Uint8Array, password: string, now: Date) => (): unknown =>
    p12Signer(bytes, password, now);
  const later = new Date('2030-01-01T00:00:00Z');
  const earlier = new Date('2020-01-01T00:00:00Z');
  test.each([
    ['a wrong password', open(keys.officerP12, 'sai', SIGNED_AT), 'signing.p12-password'],
    ['no password', open(keys.officerP12, '', SIGNED_AT), 'signing.p12-password'],
    ['no P12', open(Buffer.from(keys.caPem), '', SIGNED_AT), 'signing.p12-unreadable'],
    ['half a P12', open(keys.officerP12.subarray(0, 900), PASSWORD, SIGNED_AT), 'signing.p12-unreadable'],
    ['an expired certificate', open(keys.officerP12, PASSWORD, later), 'signing.certificate-expired'],
    ['a certificate of the future', open(keys.officerP12, PASSWORD, earlier), 'signing.certificate-not-yet'],
  ])('%s', (_, act, code) => {
    expect(act).toThrow(refused(code) as Error);
  });
});

describe('a key folder', () => {
  test('is written once, private, and opens again', () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'sohoa-')), 'keys');
    const files = writeKeyFolder(folder, keys, PASSWORD);
    expect(statSync(files.officer).mode & 0o077).toBe(0);
    const loaded = loadKeyFolder(folder, SIGNED_AT);
    expect([loaded.officer.development, loaded.agency.name]).toEqual([true, 'ỦY BAN NHÂN DÂN PHƯỜNG MẪU']);
    expect(loaded.trust).toEqual([keys.caPem]);
    expect(() => writeKeyFolder(folder, keys, PASSWORD)).toThrow(refused('signing.keys-exist') as Error);
  });

  test('that is not there says which file is missing', () => {
    expect(() => loadKeyFolder('/nonexistent/keys')).toThrow(refused('signing.key-file-missing') as Error);
  });
});

describe.skipIf(!openssl.ok)(`P12 files by openssl ${openssl.reason}`, () => {
  test.each([
    ['RSA', ['-newkey', 'rsa:3072']],
    ['ECDSA', ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256']],
  ] as const)('%s', async (algorithm, keyArguments) => {
    const signer = p12Signer(opensslP12(keyArguments, 'pw').p12, 'pw');
    expect(signer).toMatchObject({ algorithm, name: 'Trần Văn Đức', development: false });
    const message = Buffer.from('lời nhắn');
    const signature = await signer.sign(createHash('sha256').update(message).digest(), message);
    const { publicKey } = new X509Certificate(signer.chain[0]!);
    expect(verify('sha256', message, publicKey, signature)).toBe(true);
  });
});
