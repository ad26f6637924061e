// Writes PDFs object by object, right or wrong as asked: what no library would write.
import { createHash } from 'node:crypto';
import { constants, deflateRawSync, deflateSync } from 'node:zlib';

export type PdfObject = string | Uint8Array;

export interface RawPdfOptions {
  /** Entries of the trailer beside Size and Root. */
  readonly trailer?: string;
  /** False: no table and a wrong `startxref`, so that a reader must look for the objects itself. */
  readonly table?: boolean;
}

const bytesOf = (part: PdfObject): Uint8Array =>
  typeof part === 'string' ? Buffer.from(part, 'latin1') : part;

/** The first object is number 1 and the catalog. */
export function rawPdf(objects: readonly PdfObject[], options: RawPdfOptions = {}): Buffer {
  const { trailer = '', table = true } = options;
  const parts: Uint8Array[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const offsets: number[] = [];
  let at = parts[0]!.length;
  objects.forEach((object, index) => {
    offsets.push(at);
    const whole = Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n`),
      bytesOf(object),
      Buffer.from('\nendobj\n'),
    ]);
    parts.push(whole);
    at += whole.length;
  });
  const size = objects.length + 1;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  if (table) parts.push(Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${rows.join('')}`));
  const end = `trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${table ? at : 0}\n%%EOF\n`;
  parts.push(Buffer.from(end, 'latin1'));
  return Buffer.concat(parts);
}

/** A stream object; `Length` as given in the dictionary, else the true one. */
export function streamObject(dictionary: string, data: PdfObject): Buffer {
  const bytes = bytesOf(data);
  const length = /\/Length\b/.test(dictionary) ? '' : ` /Length ${bytes.length}`;
  return Buffer.concat([
    Buffer.from(`<< ${dictionary}${length} >>\nstream\n`, 'latin1'),
    bytes,
    Buffer.from('\nendstream'),
  ]);
}

export const flate = (dictionary: string, data: PdfObject): Buffer =>
  streamObject(`${dictionary} /Filter /FlateDecode`, deflateSync(bytesOf(data)));

export interface OnePage {
  readonly content: PdfObject;
  /** Entries of the resources dictionary; further objects begin at number 5. */
  readonly resources?: string;
  readonly objects?: readonly PdfObject[];
  /** Entries of the page beside the usual ones. */
  readonly page?: string;
  /** Entries of the catalog beside the usual ones. */
  readonly catalog?: string;
  readonly mediaBox?: string;
}

/** Catalog 1, page tree 2, page 3, content 4. */
export function onePagePdf(spec: OnePage, options: RawPdfOptions = {}): Buffer {
  const { content, resources = '', objects = [], page = '', catalog = '' } = spec;
  const box = spec.mediaBox ?? '[0 0 210 297]';
  const contents = typeof content === 'string' ? streamObject('', content) : content;
  return rawPdf(
    [
      `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      `<< /Type /Page /Parent 2 0 R /MediaBox ${box} /Contents 4 0 R /Resources << ${resources} >> ${page} >>`,
      contents,
      ...objects,
    ],
    options,
  );
}

/** So many zero bytes as zlib would write them, made without holding them: one block again and again. */
export function deflatedZeros(count: number): Buffer {
  const block = 2 ** 20;
  const whole = Math.floor(count / block);
  const flush = { finishFlush: constants.Z_FULL_FLUSH };
  const piece = deflateRawSync(Buffer.alloc(block), flush);
  const rest = deflateRawSync(Buffer.alloc(count % block));
  // Adler-32 of zeros: the first sum stays 1, the second counts them.
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE((count % 65521) * 65536 + 1);
  return Buffer.concat([Buffer.from([0x78, 0x9c]), ...Array.from({ length: whole }, () => piece), rest, sum]);
}

const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
const md5 = (...parts: Uint8Array[]): Buffer => {
  const hash = createHash('md5');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

function rc4(key: Uint8Array, data: Uint8Array): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, i) => i);
  const swap = (i: number, j: number) => {
    [state[i], state[j]] = [state[j]!, state[i]!];
  };
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + state[i]! + key[i % key.length]!) & 255;
    swap(i, j);
  }
  const out = Buffer.alloc(data.length);
  for (let at = 0, i = 0, j = 0; at < data.length; at += 1) {
    i = (i + 1) & 255;
    j = (j + state[i]!) & 255;
    swap(i, j);
    out[at] = data[at]! ^ state[(state[i]! + state[j]!) & 255]!;
  }
  return out;
}

/** A page encrypted as PDF 1.1 did (RC4, 40 bits; ISO 32000-1, 7.6.3); an empty password opens without asking. */
export function encryptedPdf(password: string): Buffer {
  const padded = (word: string) => Buffer.concat([Buffer.from(word), PADDING]).subarray(0, 32);
  const id = Buffer.from('00112233445566778899aabbccddeeff', 'hex');
  const permissions = Buffer.from([0xfc, 0xff, 0xff, 0xff]);
  const owner = rc4(md5(padded('owner')).subarray(0, 5), padded(password));
  const key = md5(padded(password), owner, permissions, id).subarray(0, 5);
  const contentKey = md5(key, Buffer.from([4, 0, 0, 0, 0])).subarray(0, 10);
  const content = streamObject('', rc4(contentKey, Buffer.from('0 g 40 100 100 70 re f')));
  const hex = (bytes: Buffer) => `<${bytes.toString('hex')}>`;
  const encrypt = `<< /Filter /Standard /V 1 /R 2 /P -4 /O ${hex(owner)} /U ${hex(rc4(key, PADDING))} >>`;
  return onePagePdf(
    { content, objects: [encrypt] },
    { trailer: `/Encrypt 5 0 R /ID [${hex(id)} ${hex(id)}]` },
  );
}
