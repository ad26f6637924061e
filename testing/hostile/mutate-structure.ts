// Damage that knows the format: dictionaries and references of PDFs, directories of TIFFs, chunks of PNGs stay well formed
// and say something else, so that it reaches deeper than flipped bits do.
import { crc32 } from 'node:zlib';
import { type Mutation, NUMBERS, pick, whole } from './mutate.ts';

const NAMES = [
  '/Type',
  '/Kids',
  '/Parent',
  '/Length',
  '/Filter',
  '/Contents',
  '/Resources',
  '/W',
  '/Index',
  '/Prev',
];
const VALUES = [
  'null',
  '[',
  ']',
  '<<',
  '>>',
  '()',
  'true',
  '/FlateDecode',
  '/DCTDecode',
  '/JBIG2Decode',
  '/LZWDecode',
];

/** A name, a reference or a bracket of a PDF becomes another of the file's own, or is left out. */
export const editPdf: Mutation = (bytes, random) => {
  const text = bytes.toString('latin1');
  const names = [...text.matchAll(/\/[A-Za-z0-9]{1,30}/g)];
  const references = [...text.matchAll(/\d{1,7} 0 R/g)];
  const brackets = [...text.matchAll(/<<|>>|[[\]]|endobj|endstream|stream|xref|trailer/g)];
  const kind = pick(
    random,
    [names, names, references, references, brackets].filter((all) => all.length > 0),
  );
  if (!kind) return Buffer.from(bytes);
  const hit = pick(random, kind);
  const same = pick(random, kind)[0];
  const other = kind === references ? `${pick(random, NUMBERS)} 0 R` : pick(random, [...NAMES, ...VALUES]);
  const put = random.next() < 0.15 ? '' : random.next() < 0.6 ? same : other;
  return Buffer.from(text.slice(0, hit.index) + put + text.slice(hit.index + hit[0].length), 'latin1');
};

/** One entry of one directory of a TIFF gets another tag, type, count or value; or the chain of directories is bent. */
export const editTiff: Mutation = (bytes, random) => {
  const out = Buffer.from(bytes);
  const little = out[0] === 0x49;
  const u16 = (at: number): number => (little ? out.readUInt16LE(at) : out.readUInt16BE(at));
  const u32 = (at: number): number => (little ? out.readUInt32LE(at) : out.readUInt32BE(at));
  const put16 = (value: number, at: number) =>
    little ? out.writeUInt16LE(value & 0xffff, at) : out.writeUInt16BE(value & 0xffff, at);
  const put32 = (value: number, at: number) =>
    little ? out.writeUInt32LE(value >>> 0, at) : out.writeUInt32BE(value >>> 0, at);
  const directories: number[] = [];
  for (let at = out.length >= 8 ? u32(4) : 0; at > 0 && at + 6 <= out.length && directories.length < 20; ) {
    if (directories.includes(at)) break;
    directories.push(at);
    const next = at + 2 + 12 * u16(at);
    at = next + 4 <= out.length ? u32(next) : 0;
  }
  if (directories.length === 0) return out;
  const directory = pick(random, directories);
  const entries = u16(directory);
  const entry = directory + 2 + 12 * whole(random, Math.max(1, entries));
  if (entry + 12 > out.length) return out;
  const value = pick(random, [...NUMBERS, out.length, directory, u32(entry + 8) + 1]);
  const what = whole(random, 6);
  if (what === 0)
    put16(pick(random, [256, 257, 258, 259, 262, 273, 277, 278, 279, 322, 324, 330, 34665]), entry);
  else if (what === 1) put16(whole(random, 20), entry + 2);
  else if (what === 2) put32(value, entry + 4);
  else if (what === 3 || what === 4) put32(value, entry + 8);
  else if (directory + 6 + 12 * entries <= out.length) put32(value, directory + 2 + 12 * entries);
  return out;
};

/** A byte of one chunk of a PNG changes and its check sum with it, or the chunk comes twice or not at all. */
export const editPng: Mutation = (bytes, random) => {
  const chunks: [from: number, to: number][] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const to = at + 12 + bytes.readUInt32BE(at);
    if (to > bytes.length) break;
    chunks.push([at, to]);
    at = to;
  }
  if (chunks.length === 0) return Buffer.from(bytes);
  const [from, to] = pick(random, chunks);
  const way = random.next();
  if (way < 0.1) return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  if (way < 0.2) return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from, to), bytes.subarray(to)]);
  const out = Buffer.from(bytes);
  if (to - from > 12) out[from + 8 + whole(random, to - from - 12)] = whole(random, 256);
  out.writeUInt32BE(crc32(out.subarray(from + 4, to - 4)), to - 4);
  return out;
};
