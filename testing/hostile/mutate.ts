// Damages a file in ways that files break and are broken: bits, blocks, cuts, splices, numbers, structure. Seeded.
import type { Random } from '../../samples/draw/random.ts';
import { editPdf, editPng, editTiff } from './mutate-structure.ts';

/** Returns bytes of its own. */
export type Mutation = (bytes: Buffer, random: Random, others: readonly Buffer[]) => Buffer;

export const pick = <Item>(random: Random, items: readonly Item[]): Item =>
  items[Math.floor(random.next() * items.length)]!;
export const whole = (random: Random, below: number): number => Math.floor(random.next() * below);

/** Values at which programs that count in 8, 16, 32 bits or in signed numbers go wrong. */
export const NUMBERS: readonly number[] = [
  ...[0, 1, 2, 3, 7, 8, 16, 127, 128, 255, 256, 32_767, 32_768, 65_535, 65_536],
  ...[30_000, 1_000_000, 2 ** 24, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1],
];

const flipBits: Mutation = (bytes, random) => {
  const out = Buffer.from(bytes);
  for (let count = 1 + whole(random, 24); count > 0; count -= 1) {
    const at = whole(random, out.length);
    out[at] = out[at]! ^ (1 << whole(random, 8));
  }
  return out;
};

const setBytes: Mutation = (bytes, random) => {
  const out = Buffer.from(bytes);
  const at = whole(random, out.length);
  return out.fill(
    pick(random, [0, 0xff, 0x7f, 0x80, 0x20]),
    at,
    Math.min(out.length, at + 1 + whole(random, 64)),
  );
};

/** Four bytes become a number that matters, in either order. */
const setNumber: Mutation = (bytes, random) => {
  const out = Buffer.from(bytes);
  if (out.length < 4) return out;
  const at = whole(random, out.length - 3);
  const value = pick(random, NUMBERS) >>> 0;
  if (random.next() < 0.5) out.writeUInt32LE(value, at);
  else out.writeUInt32BE(value, at);
  return out;
};

const block = (bytes: Buffer, random: Random): [from: number, to: number] => {
  const from = whole(random, bytes.length);
  return [from, Math.min(bytes.length, from + 1 + whole(random, Math.max(1, bytes.length >> 3)))];
};

const takeOut: Mutation = (bytes, random) => {
  const [from, to] = block(bytes, random);
  return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
};

const putElsewhere: Mutation = (bytes, random) => {
  const [from, to] = block(bytes, random);
  const at = whole(random, bytes.length);
  return Buffer.concat([bytes.subarray(0, at), bytes.subarray(from, to), bytes.subarray(at)]);
};

const cutOff: Mutation = (bytes, random) => Buffer.from(bytes.subarray(0, whole(random, bytes.length)));

const splice: Mutation = (bytes, random, others) => {
  const other = pick(random, others);
  const head = bytes.subarray(0, whole(random, bytes.length));
  return Buffer.concat([head, other.subarray(whole(random, other.length))]);
};

/** A number written in digits becomes another. */
const digits: Mutation = (bytes, random) => {
  const text = bytes.toString('latin1');
  const found = [...text.matchAll(/-?\d+/g)];
  if (found.length === 0) return Buffer.from(bytes);
  const hit = pick(random, found);
  const more = ['-1', '-2147483648', '4294967296', '99999999999999999999', '1e309', '0.0000001', ''];
  const number = random.next() < 0.5 ? String(pick(random, NUMBERS)) : pick(random, more);
  return Buffer.from(text.slice(0, hit.index) + number + text.slice(hit.index + hit[0].length), 'latin1');
};

const ANY: readonly Mutation[] = [
  ...[flipBits, flipBits, setBytes, setNumber, setNumber],
  ...[takeOut, putElsewhere, cutOff, splice],
];

/** One to four damages on top of each other, those of the file's own format most often. */
export function mutate(bytes: Buffer, random: Random, others: readonly Buffer[]): Buffer {
  let out = bytes;
  for (let count = 1 + whole(random, 4); count > 0; count -= 1) {
    const own = ownMutations(out);
    const mutation = own.length > 0 && random.next() < 0.6 ? pick(random, own) : pick(random, ANY);
    const next = mutation(out, random, others);
    // What is left of a cut may be empty, which is tried elsewhere.
    if (next.length > 0) out = next;
  }
  return out;
}

function ownMutations(bytes: Buffer): readonly Mutation[] {
  if (bytes.subarray(0, 1024).includes('%PDF-')) return [editPdf, editPdf, digits];
  if (bytes[0] === 0x89) return [editPng];
  if (bytes.subarray(0, 2).toString('latin1') === 'II' || bytes.subarray(0, 2).toString('latin1') === 'MM')
    return [editTiff];
  return [];
}
