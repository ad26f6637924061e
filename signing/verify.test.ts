// Verification: what we sign is valid, every kind of tampering is not, and what cannot be judged is never called valid.
import { X509Certificate } from 'node:crypto';
import { PDF, PdfName, PdfNumber, PdfString } from '@libpdf/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { hasSignature } from './has-signature.ts';
import { p12Signer } from './keys/p12-signer.ts';
import { seal } from './seal.ts';
import { samplePdf } from './testing/sample-pdf.ts';
import { makeKeys, openssl, opensslP12, SIGNED_AT } from './testing/test-keys.ts';
import { type VerifyReport, verifyPdf } from './verify.ts';

const keys = makeKeys();
const NOW = new Date('2026-12-01T00:00:00Z');
const check = (bytes: Uint8Array, trust: readonly string[] = keys.trust, now = NOW): Promise<VerifyReport> =>
  verifyPdf(bytes, { trust, now });
const plain = { keepFree: [], marks: [], production: false } as const;
let unsigned: Uint8Array;
let sealed: Uint8Array;

beforeAll(async () => {
  unsigned = await samplePdf();
  sealed = await seal({ ...plain, pdf: unsigned, signer: keys.officer, at: SIGNED_AT });
});

const latin1 = (): string => Buffer.from(sealed).toString('latin1');
const replaced = (from: string | RegExp, to: string): Uint8Array =>
  Buffer.from(latin1().replace(from, to), 'latin1');
const appended = async (change: (pdf: PDF) => void): Promise<Uint8Array> => {
  const pdf = await PDF.load(sealed);
  change(pdf);
  return pdf.save({ incremental: true });
};

describe('what we sign', () => {
  test('is valid, to the letter of contract 4', async () => {
    expect(await check(sealed)).toEqual({
      valid: true,
      problems: [],
      signatures: [
        {
          field: 'Signature1',
          kind: 'signature',
          signer: 'Nguyễn Thị Minh Khuê',
          time: '2026-11-21T02:30:00.000Z',
          level: 'B-B',
          integrity: true,
          coversWholeDocument: true,
          modifiedAfter: false,
          trusted: true,
          indication: 'TOTAL-PASSED',
          subIndication: null,
          changes: [],
          problems: [],
        },
      ],
    });
  });

  test.skipIf(!openssl.ok)(`by an ECDSA key, too ${openssl.reason}`, async () => {
    const { p12, pem } = opensslP12(['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'], 'pw');
    const at = new Date();
    const paper = await seal({ ...plain, pdf: unsigned, signer: p12Signer(p12, 'pw'), at });
    expect(await check(paper, [pem], new Date())).toMatchObject({ valid: true });
  });
});

describe('trust', () => {
  const only = async (trust: readonly string[], now?: Date) =>
    (await check(sealed, trust, now)).signatures[0];

  test('no anchor, or another one of the same name: untrusted, but intact', async () => {
    for (const trust of [[], makeKeys().trust]) {
      expect(await only(trust)).toMatchObject({
        integrity: true,
        trusted: false,
        indication: 'INDETERMINATE',
        subIndication: 'NO_CERTIFICATE_CHAIN_FOUND',
        problems: ['untrusted'],
      });
    }
    expect((await check(sealed, [])).valid).toBe(false);
  });

  test('several anchors in one file or many', async () => {
    const other = makeKeys().trust[0]!;
    expect((await check(sealed, [`${other}\n${keys.trust[0]}`])).valid).toBe(true);
    expect((await check(sealed, [other, keys.trust[0]!])).valid).toBe(true);
  });

  test('a certificate that expired since proves nothing without a timestamp', async () => {
    expect(await only(keys.trust, new Date('2030-06-01'))).toMatchObject({
      integrity: true,
      trusted: true,
      indication: 'INDETERMINATE',
      subIndication: 'OUT_OF_BOUNDS_NO_POE',
      problems: ['certificate-expired-since'],
    });
  });

  test('a signing time that has not come yet', async () => {
    const report = await only(keys.trust, new Date('2026-11-20T12:00:00Z'));
    expect(report?.problems).toEqual(['signing-time-in-future']);
  });

  test('an end certificate cannot issue another', async () => {
    // The officer's own certificate as the anchor of the agency's: issued by the CA, not by the officer.
    const officer = new X509Certificate(keys.officer.chain[0]!).toString();
    const paper = await seal({ ...plain, pdf: unsigned, signer: keys.agency, at: SIGNED_AT });
    expect(await check(paper, [officer])).toMatchObject({ valid: false });
  });

  test('a trust file without certificates is the caller’s mistake', async () => {
    await expect(check(sealed, ['xin chào'])).rejects.toMatchObject({ code: 'signing.trust-unreadable' });
  });
});

describe('tampering', () => {
  test('one flipped byte anywhere: never valid', async () => {
    const step = 97;
    const survivors: number[] = [];
    for (let at = 0; at < sealed.length; at += step) {
      const copy = Uint8Array.from(sealed);
      copy[at]! ^= 1;
      if ((await check(copy)).valid) survivors.push(at);
    }
    expect(survivors).toEqual([]);
  });

  test('a letter of the page changed: digest mismatch', async () => {
    const copy = Buffer.from(sealed);
    copy[copy.indexOf('%PDF') + 12]! ^= 4;
    const [signature] = (await check(copy)).signatures;
    expect(signature).toMatchObject({
      integrity: false,
      indication: 'TOTAL-FAILED',
      subIndication: 'HASH_FAILURE',
    });
  });

  test('the signing time changed', async () => {
    expect(await check(replaced('D:20261121', 'D:20251121'))).toMatchObject({ valid: false });
  });

  const updates: [string, (pdf: PDF) => void][] = [
    ['the title', (pdf) => pdf.setTitle('khác')],
    [
      'the stamp',
      (pdf) => {
        const field = pdf.getCatalog().getDict('AcroForm', (ref) => pdf.getObject(ref));
        const widget = field
          ?.getArray('Fields', (ref) => pdf.getObject(ref))
          ?.at(0, (ref) => pdf.getObject(ref));
        const dict = widget as ReturnType<PDF['getCatalog']>;
        dict.getDict('AP', (ref) => pdf.getObject(ref))?.set('N', pdf.createStream({}, Buffer.from('q Q')));
      },
    ],
    ['the page', (pdf) => pdf.getPage(0)?.drawText('thêm', { x: 100, y: 100 })],
    ['the rotation', (pdf) => pdf.getPage(0)?.dict.set('Rotate', PdfNumber.of(90))],
  ];
  test.each(updates)('an update appended that changes %s', async (_, change) => {
    const report = await check(await appended(change));
    expect(report.valid).toBe(false);
    expect(report.signatures[0]).toMatchObject({
      integrity: true,
      coversWholeDocument: false,
      modifiedAfter: true,
      indication: 'INDETERMINATE',
      changes: [{ revision: 3, allowed: false }],
    });
  });

  test('the signature taken off by an update', async () => {
    const bytes = await appended((pdf) => pdf.getCatalog().delete('AcroForm'));
    expect(await check(bytes)).toEqual({ valid: false, signatures: [], problems: ['signature-not-listed'] });
  });

  test('bytes behind the end', async () => {
    const report = await check(Buffer.concat([sealed, Buffer.from('\n% more\n')]));
    expect(report).toMatchObject({ valid: false, signatures: [{ coversWholeDocument: false }] });
  });
});

describe('the byte range', () => {
  const range = (): number[] =>
    /\/ByteRange ?\[(\d+) (\d+) (\d+) (\d+)\]/.exec(latin1())!.slice(1).map(Number);
  const withRange = (...numbers: readonly number[]): Uint8Array =>
    replaced(
      /\/ByteRange ?\[[^\]]*\] */,
      `/ByteRange[${numbers.join(' ')}]`.padEnd(/\/ByteRange ?\[[^\]]*\] */.exec(latin1())![0].length),
    );

  const swaps: [string, (r: number[]) => number[]][] = [
    ['does not start at 0', ([, b, c, d]) => [1, b! - 1, c!, d!]],
    ['leaves out more than the contents', ([a, b, c, d]) => [a!, b! - 10, c!, d!]],
    ['leaves out more behind them', ([a, b, c, d]) => [a!, b!, c! + 10, d! - 10]],
    ['leaves out less', ([a, b, c, d]) => [a!, b! + 2, c!, d!]],
    ['ends before the end', ([a, b, c, d]) => [a!, b!, c!, d! - 40]],
    ['ends behind the end', ([a, b, c, d]) => [a!, b!, c!, d! + 1]],
    ['has its parts swapped', ([a, b, c, d]) => [c!, d!, a!, b!]],
    ['covers all with one part', ([a, b, , d]) => [a!, b!, b!, d!]],
    ['has six numbers', ([a, b, c, d]) => [a!, b!, c!, 5, 7, d!]],
  ];
  test.each(swaps)('%s', async (_, change) => {
    const report = await check(withRange(...change(range())));
    expect(report).toMatchObject({
      valid: false,
      signatures: [{ integrity: false, indication: 'TOTAL-FAILED', problems: ['byte-range'] }],
    });
  });
});

describe('what is not judged', () => {
  const kinds: [string, string | RegExp, string, string][] = [
    ['an old kind of signature', 'ETSI.CAdES.detached', 'adbe.x509.rsa_sha1 ', 'subfilter-unsupported'],
    ['a document timestamp', 'ETSI.CAdES.detached', 'ETSI.RFC3161       ', 'timestamp-not-judged'],
  ];
  test.each(kinds)('%s is listed and left open', async (_, from, to, problem) => {
    const report = await check(replaced(from, to));
    expect(report).toMatchObject({
      valid: false,
      signatures: [{ indication: 'INDETERMINATE', subIndication: 'UNSUPPORTED', problems: [problem] }],
    });
  });

  test('no signature at all', async () => {
    expect(await check(unsigned)).toEqual({ valid: false, signatures: [], problems: ['unsigned'] });
    expect([hasSignature(unsigned), hasSignature(sealed)]).toEqual([false, true]);
  });

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['no PDF', Buffer.from('xin chào')],
    ['a header alone', Buffer.from('%PDF-1.7\n')],
    ['random bytes', Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919) % 251))],
  ])('%s gets a report, not an exception', async (_, bytes) => {
    const report = await check(bytes);
    expect(report).toMatchObject({ valid: false, signatures: [] });
    expect(report.problems).toHaveLength(1);
  });

  test('a file that makes the PDF library grow without end gets a report, and the next one its own', async () => {
    expect(await check(replaced('/M (D:', '/M )D:'))).toMatchObject({
      valid: false,
      problems: ['unreadable'],
    });
    expect((await check(sealed)).valid).toBe(true);
  });

  test('a file cut anywhere gets a report', async () => {
    for (let end = 1; end < sealed.length; end += 611) {
      expect((await check(sealed.subarray(0, end))).valid).toBe(false);
    }
  });

  test('a field with a name in two parts, and a loop of fields', async () => {
    const bytes = await appended((pdf) => {
      const resolve = (ref: Parameters<PDF['getObject']>[0]) => pdf.getObject(ref);
      const form = pdf.getCatalog().getDict('AcroForm', resolve)!;
      const [widget] = form.getArray('Fields', resolve)!.toArray();
      const parent = pdf.createDict({ T: PdfString.fromString('Trang'), FT: PdfName.of('Sig') });
      const kids = pdf.createArray([widget!, parent]);
      (pdf.getObject(parent) as ReturnType<PDF['getCatalog']>).set('Kids', kids);
      form.set('Fields', pdf.createArray([parent]));
    });
    expect((await check(bytes)).signatures.map(({ field }) => field)).toEqual(['Trang.Signature1']);
  });
});
