// Reads DER without copying: every node knows its raw bytes, which is what signatures are computed over.
import { TAG } from './der-write.ts';

export interface DerNode {
  readonly tag: number;
  /** Tag, length and content as they stand in the input. */
  readonly raw: Uint8Array;
  readonly content: Uint8Array;
}

/** Thrown for bytes that are not definite-length BER; callers turn it into a problem. */
export class DerError extends Error {
  override readonly name = 'DerError';
}

/** First node of the bytes; what follows it is ignored (a signature's place in a PDF is padded with zeros). */
export function readNode(bytes: Uint8Array): DerNode {
  const tag = bytes[0];
  const first = bytes[1];
  if (tag === undefined || first === undefined) throw new DerError('empty');
  if ((tag & 0x1f) === 0x1f) throw new DerError('long tag');
  const digits = first & 0x80 ? first & 0x7f : 0;
  // 0x80 alone is the indefinite length of BER; CAdES wants DER.
  if (first === 0x80 || digits > 4) throw new DerError('length');
  let length = digits === 0 ? first : 0;
  for (let i = 0; i < digits; i++) length = length * 256 + (bytes[2 + i] ?? 0);
  const start = 2 + digits;
  if (start + length > bytes.length) throw new DerError('truncated');
  return { tag, raw: bytes.subarray(0, start + length), content: bytes.subarray(start, start + length) };
}

/** The nodes inside a constructed node. */
export function children(node: DerNode): DerNode[] {
  const found: DerNode[] = [];
  let rest = node.content;
  while (rest.length > 0) {
    const child = readNode(rest);
    found.push(child);
    rest = rest.subarray(child.raw.length);
  }
  return found;
}

/** The child at an index, which must be there and, where a tag is given, have it. */
export function child(node: DerNode, index: number, tag?: number): DerNode {
  const found = children(node)[index];
  if (!found) throw new DerError(`no child ${index}`);
  return expectTag(found, tag);
}

export function expectTag(node: DerNode, tag: number | undefined): DerNode {
  if (tag !== undefined && node.tag !== tag) throw new DerError(`tag ${node.tag} instead of ${tag}`);
  return node;
}

/** Dotted form of an OBJECT IDENTIFIER; arcs beyond 2^53 lose digits, no OID compared here has them. */
export function readOid(node: DerNode): string {
  expectTag(node, TAG.oid);
  const arcs: number[] = [];
  let value = 0;
  for (const byte of node.content) {
    value = value * 128 + (byte & 0x7f);
    if (byte & 0x80) continue;
    if (arcs.length === 0) {
      const top = Math.min(2, Math.floor(value / 40));
      arcs.push(top, value - top * 40);
    } else arcs.push(value);
    value = 0;
  }
  return arcs.join('.');
}

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
