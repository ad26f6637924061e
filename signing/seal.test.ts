// Sealing: nothing before is touched, the same input gives the same bytes, and other people's programs call it valid.
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { SealRequest } from '../core/ports.ts';
import { available as popplerAvailable, signaturesOf, textOf } from '../testing/judges/poppler.ts';
import { checkSignatures, available as pyhankoAvailable } from '../testing/judges/pyhanko.ts';
import { faultsOf, available as qpdfAvailable } from '../testing/judges/qpdf.ts';
import { checkArchive, available as verapdfAvailable } from '../testing/judges/verapdf.ts';
import { p12Signer } from './keys/p12-signer.ts';
import { embedSignature, prepareSeal, seal } from './seal.ts';
import { onDisk } from './testing/on-disk.ts';
import { samplePdf } from './testing/sample-pdf.ts';
import { makeKeys, openssl, opensslP12, SIGNED_AT } from './testing/test-keys.ts';

const keys = makeKeys();
const plain = { at: SIGNED_AT, keepFree: [], marks: [], production: false } as const;
let pdf: Uint8Array;
let sealed: Uint8Array;
const request = (extra: Partial<SealRequest> = {}): SealRequest => ({
  ...plain,
  pdf,
  signer: keys.officer,
  ...extra,
});
const refused = (code: string): unknown => expect.objectContaining({ name: 'AppError', code });

beforeAll(async () => {
  pdf = await samplePdf();
  sealed = await seal(request());
});

describe('seal', () => {
  test('appends: every earlier byte stays', () => {
    expect(Buffer.from(sealed.subarray(0, pdf.length)).equals(pdf)).toBe(true);
  });

  test('costs less than 12 KB', () => {
    expect(sealed.length - pdf.length).toBeLessThan(12_000);
  });

  test('same paper, key and time: same bytes', async () => {
    expect(Buffer.from(await seal(request())).equals(sealed)).toBe(true);
  });

  test('a paper without an id is sealed the same each time, too', async () => {
    const text = Buffer.from(pdf).toString('latin1');
    const bare = Buffer.from(
      text.replace(/\/ID \[[^\]]*\]/, (id) => ' '.repeat(id.length)),
      'latin1',
    );
    const [one, two] = [await seal(request({ pdf: bare })), await seal(request({ pdf: bare }))];
    expect(Buffer.from(one).equals(two)).toBe(true);
    expect(Buffer.from(one).toString('latin1')).toMatch(/\/ID ?\[/);
  });

  test('in two phases, with the key elsewhere, it is the same', async () => {
    const { signer, ...rest } = request();
    const { sign, ...identity } = signer;
    const { digest, message, prepared } = await prepareSeal({ ...rest, signer: identity });
    expect(digest).toEqual(createHash('sha256').update(message).digest());
    // Travels as JSON to the machine with the key, and back.
    const carried = Buffer.from(JSON.parse(JSON.stringify(Buffer.from(digest).toString('base64'))), 'base64');
    const signature = await sign(carried, message);
    expect(Buffer.from(embedSignature(prepared, signature)).equals(sealed)).toBe(true);
  });

  test('a signature too long for its place is refused', async () => {
    const { prepared } = await prepareSeal(request());
    expect(() => embedSignature(prepared, new Uint8Array(400))).toThrow(
      refused('signing.signature-too-long') as Error,
    );
  });
});

describe('refuses', () => {
  const cases: [string, () => Partial<SealRequest>, string][] = [
    ['what is signed already', () => ({ pdf: sealed }), 'signing.already-signed'],
    ['a test key in production', () => ({ production: true }), 'signing.development-key'],
    ['a time after the certificate', () => ({ at: new Date('2031-01-01') }), 'signing.certificate-expired'],
    ['a time before it', () => ({ at: new Date('2025-01-01') }), 'signing.certificate-not-yet'],
    ['a page that is one QR', () => ({ marks: [[0, 0, 1, 1]] }), 'signing.no-place'],
    ['what is no PDF', () => ({ pdf: Buffer.from('xin chào') }), 'signing.pdf-unreadable'],
    ['a file cut off', () => ({ pdf: pdf.subarray(0, 700) }), 'signing.pdf-'],
  ];
  test.each(cases)('%s', async (_, extra, code) => {
    const error: unknown = await seal(request(extra())).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'AppError', code: expect.stringContaining(code) });
  });
});

const SHAPES = {
  plain: {},
  'cross-reference stream': { xrefStream: true },
  'turned by 90': { rotation: 90 },
  'turned by 180': { rotation: 180 },
  'turned by 270, origin elsewhere': { rotation: 270, mediaBox: [100, 50, 500, 700] },
  'negative origin': { mediaBox: [-50, -70, 500, 700] },
  'three pages': { pages: 3 },
  'a till receipt, 48 mm wide': { mediaBox: [0, 0, 136, 400] },
} as const;

const poppler = popplerAvailable();
describe.skipIf(!poppler.ok)(`judged by poppler ${poppler.reason}`, () => {
  test.each(Object.entries(SHAPES))('%s', async (_, options) => {
    const path = onDisk(await seal(request({ pdf: await samplePdf(options) })));
    expect(signaturesOf(path)).toEqual([
      { signer: 'Nguyễn Thị Minh Khuê', validity: 'Signature is Valid.', wholeDocument: true },
    ]);
    expect(textOf(path).split('\n')).toContain('BẢN THỬ · Bản điện tử chuyển từ bản giấy');
  });

  test.each([
    ['TT01_2023_COUNTER', 'Người sao chụp, chuyển đổi: Nguyễn Thị Minh Khuê'],
    ['ND30_SAO_Y', 'ỦY BAN NHÂN DÂN PHƯỜNG MẪU'],
    ['TT01_2019_INCOMING', '2026-11-21'],
  ] as const)('%s is readable text', async (profile, text) => {
    const signer = profile === 'TT01_2023_COUNTER' ? keys.officer : keys.agency;
    expect(textOf(onDisk(await seal(request({ profile, signer }))))).toContain(text);
  });
});

const qpdf = qpdfAvailable();
describe.skipIf(!qpdf.ok)(`judged by qpdf ${qpdf.reason}`, () => {
  test.each(Object.entries(SHAPES))('%s', async (_, options) => {
    expect(faultsOf(onDisk(await seal(request({ pdf: await samplePdf(options) }))))).toBe('');
  });
});

const verapdf = verapdfAvailable();
describe.skipIf(!verapdf.ok)(`judged by veraPDF ${verapdf.reason}`, () => {
  test('PDF/A-2u stays PDF/A-2u, whichever stamp it gets', async () => {
    const archive = await samplePdf({ archive: true });
    const turned = await samplePdf({ archive: true, rotation: 90, xrefStream: true });
    const files = [
      archive,
      await seal(request({ pdf: archive })),
      await seal(request({ pdf: turned })),
      await seal(request({ pdf: archive, signer: keys.agency, profile: 'ND30_SAO_Y' })),
    ];
    const verdicts = checkArchive(files.map((bytes) => onDisk(bytes)));
    expect(verdicts.map(({ broken, compliant }) => ({ broken, compliant }))).toEqual(
      files.map(() => ({ broken: [], compliant: true })),
    );
  });
});

const pyhanko = pyhankoAvailable();
describe.skipIf(!pyhanko.ok)(`judged by pyHanko ${pyhanko.reason}`, () => {
  test.each(['plain', 'cross-reference stream'] as const)('%s', async (shape) => {
    const { officer: signer, trust } = makeKeys(new Date());
    const paper = await seal(request({ pdf: await samplePdf(SHAPES[shape]), signer, at: new Date() }));
    const [verdict] = checkSignatures(onDisk(paper), onDisk(trust[0]!, 'trust.pem'));
    expect(verdict, verdict?.report).toMatchObject({ valid: true, sound: true, wholeFile: true });
  });

  test.skipIf(!openssl.ok)(`ECDSA ${openssl.reason}`, async () => {
    const { p12, pem } = opensslP12(['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-384'], 'pw');
    const paper = await seal(request({ signer: p12Signer(p12, 'pw'), at: new Date(), production: true }));
    // A self-signed certificate may not vouch for itself in pyHanko's eyes; the mathematics must be right.
    const [verdict] = checkSignatures(onDisk(paper), onDisk(pem, 'trust.pem'));
    expect(verdict, verdict?.report).toMatchObject({ sound: true, wholeFile: true });
  });
});
