// CCITT group 4 (ITU-T T.6): the lossless coding of fax for pictures of one bit a pixel. No symbol stands for another,
// so no digit can change. Written here since libvips cuts its TIFF into strips, which one stream of a PDF cannot be.
import type { GreyImage } from '../../core/ports.ts';
import sharp from '../safe-sharp.ts';
import { type Codes, longestRun, runCodes } from './g4-codes.ts';
import type { InkRuns } from './ink-runs.ts';

/** Modes of T.6, table 1: bits and how many. Vertical ones by a1 - b1 + 3. */
const pass = [0b0001, 4] as const;
const horizontal = [0b001, 3] as const;
const vertical = [
  [0b0000010, 7],
  [0b000010, 6],
  [0b010, 3],
  [0b1, 1],
  [0b011, 3],
  [0b000011, 6],
  [0b0000011, 7],
] as const satisfies readonly (readonly [number, number])[];
const endOfLine = [0b000000000001, 12] as const;

class BitWriter {
  private bytes = new Uint8Array(1 << 14);
  private length = 0;
  private held = 0;
  private count = 0;

  put(bits: number, size: number): void {
    this.held = (this.held << size) | bits;
    this.count += size;
    while (this.count >= 8) {
      this.count -= 8;
      if (this.length === this.bytes.length) this.grow();
      this.bytes[this.length++] = this.held >> this.count;
    }
    this.held &= 0xff;
  }

  run(length: number, { bits, lengths }: Codes): void {
    let left = length;
    for (; left >= longestRun + 64; left -= longestRun) this.code(63 + longestRun / 64, bits, lengths);
    if (left >= 64) this.code(63 + (left >> 6), bits, lengths);
    this.code(left & 63, bits, lengths);
  }

  /** The last byte filled up with zeros. */
  done(): Uint8Array {
    if (this.count > 0) this.put(0, 8 - this.count);
    return this.bytes.slice(0, this.length);
  }

  private code(number: number, bits: Uint16Array, lengths: Uint8Array): void {
    this.put(bits[number]!, lengths[number]!);
  }

  private grow(): void {
    const grown = new Uint8Array(this.bytes.length * 2);
    grown.set(this.bytes);
    this.bytes = grown;
  }
}

/** The codes as PDF's CCITTFaxDecode takes them: `K` -1, runs are black (0). */
export function encodeG4(runs: InkRuns): Uint8Array {
  const out = new BitWriter();
  let above = edges(runs, -1);
  for (let y = 0; y < runs.height; y++) {
    const row = edges(runs, y);
    encodeRow(out, row, above, runs.width);
    above = row;
  }
  out.put(...endOfLine);
  out.put(...endOfLine);
  return out.done();
}

/** Where the colour changes in a row, white first; behind the last the row's end, as often as is looked for it. */
function edges({ width, rows, from, to }: InkRuns, y: number): Int32Array {
  const [first, end] = y < 0 ? [0, 0] : [rows[y]!, rows[y + 1]!];
  const out = new Int32Array((end - first) * 2 + 4).fill(width);
  for (let i = first, at = 0; i < end; i++) {
    out[at++] = from[i]!;
    out[at++] = to[i]!;
  }
  return out;
}

/** Names as in T.6: a0 where coding stands, a1 and a2 the next changes of this row, b1 and b2 those above. */
function encodeRow(out: BitWriter, row: Int32Array, above: Int32Array, width: number): void {
  let a0 = -1;
  let colour: 0 | 1 = 0;
  let next = 0;
  let up = 0;
  while (a0 < width) {
    while (up > 0 && above[up - 1]! > a0) up--;
    while (above[up]! <= a0 || (up & 1) !== colour) {
      if (above[up]! >= width) break;
      up++;
    }
    const [a1, b1, b2] = [row[next]!, above[up]!, above[Math.min(up + 1, above.length - 1)]!];
    if (b2 < a1) {
      out.put(...pass);
      a0 = b2;
      continue;
    }
    const off = a1 - b1;
    if (off >= -3 && off <= 3) {
      const [bits, size] = vertical[off + 3]!;
      out.put(bits, size);
      a0 = a1;
      colour = colour === 0 ? 1 : 0;
      next++;
      continue;
    }
    const a2 = row[next + 1]!;
    out.put(...horizontal);
    out.run(a1 - Math.max(0, a0), runCodes[colour]);
    out.run(a2 - a1, runCodes[colour === 0 ? 1 : 0]);
    a0 = a2;
    next += 2;
  }
}

/** The picture back: 0 is ink, 255 paper. */
export async function decodeG4(g4: Uint8Array, width: number, height: number): Promise<GreyImage> {
  const data = await sharp(asTiff(g4, width, height), { limitInputPixels: false, failOn: 'error' })
    .toColourspace('b-w')
    .extractChannel(0)
    .raw()
    .toBuffer();
  return { width, height, data };
}

/** TIFF 6.0 of one strip. */
function asTiff(g4: Uint8Array, width: number, height: number): Buffer {
  // Tag and value, in order: width, height, bits, compression T.6, white is zero, strip offset, rows and bytes of it.
  const tags = [
    [256, width],
    [257, height],
    [258, 1],
    [259, 4],
    [262, 0],
    [273, 8 + 2 + 9 * 12 + 4],
    [277, 1],
    [278, height],
    [279, g4.length],
  ] as const;
  const head = Buffer.alloc(8 + 2 + tags.length * 12 + 4);
  head.write('II*\0', 'latin1');
  head.writeUInt32LE(8, 4);
  head.writeUInt16LE(tags.length, 8);
  tags.forEach(([tag, value], index) => {
    const at = 10 + index * 12;
    head.writeUInt16LE(tag, at);
    // LONG
    head.writeUInt16LE(4, at + 2);
    head.writeUInt32LE(1, at + 4);
    head.writeUInt32LE(value, at + 8);
  });
  return Buffer.concat([head, g4]);
}
