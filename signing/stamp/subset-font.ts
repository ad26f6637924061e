// Cuts a TrueType font down to the glyphs of one stamp, without hinting: a few kilobytes a signature, same bytes each time.
import type { TrueTypeFont } from './truetype.ts';

export interface FontSubset {
  /** A TrueType file with glyphs 0..n-1: glyph 0 is the font's missing-glyph box. */
  readonly file: Uint8Array;
  /** Glyph of the subset for each character. */
  readonly glyphs: ReadonlyMap<string, number>;
  /** Advance widths by glyph of the subset, in thousandths of the font size. */
  readonly widths: readonly number[];
}

const COMPOSITE = { argumentsAreWords: 1, scale: 8, more: 32, twoScales: 64, matrix: 128, instructions: 256 };

/** Subset with every character of the text that the font has; the others become '?'. */
export function subsetFont(font: TrueTypeFont, text: string): FontSubset {
  const characters = [...new Set(text)].sort();
  const wanted = new Map(characters.map((character) => [character, glyphOrQuestion(font, character)]));
  const order = withComponents(font, [0, ...wanted.values()]);
  const place = new Map(order.map((glyph, index) => [glyph, index]));
  const outlines = order.map((glyph) => rewrite(font.outline(glyph), place));
  return {
    file: assemble(font, order, outlines),
    glyphs: new Map([...wanted].map(([character, glyph]) => [character, place.get(glyph) ?? 0])),
    widths: order.map((glyph) => Math.round((font.metrics(glyph).advance * 1000) / font.unitsPerEm)),
  };
}

/** Glyph of a character, or that of '?' where the font does not have it. */
export const glyphOrQuestion = (font: TrueTypeFont, character: string): number =>
  font.glyphOf(character.codePointAt(0) ?? 0) || font.glyphOf(0x3f);

function withComponents(font: TrueTypeFont, glyphs: readonly number[]): number[] {
  const found = new Set<number>();
  const add = (glyph: number): void => {
    if (found.has(glyph)) return;
    found.add(glyph);
    for (const part of components(font.outline(glyph))) add(part.glyph);
  };
  for (const glyph of glyphs) add(glyph);
  return [...found].sort((a, b) => a - b);
}

interface Component {
  readonly glyph: number;
  /** Where the glyph index stands in the outline. */
  readonly at: number;
  /** Where the component ends. */
  readonly end: number;
}

function components(outline: Uint8Array): Component[] {
  const view = new DataView(outline.buffer, outline.byteOffset, outline.byteLength);
  if (outline.length < 10 || view.getInt16(0) >= 0) return [];
  const found: Component[] = [];
  for (let at = 10, flags = COMPOSITE.more; flags & COMPOSITE.more; ) {
    flags = view.getUint16(at);
    const scaling =
      flags & COMPOSITE.matrix ? 8 : flags & COMPOSITE.twoScales ? 4 : flags & COMPOSITE.scale ? 2 : 0;
    const end = at + 4 + (flags & COMPOSITE.argumentsAreWords ? 4 : 2) + scaling;
    found.push({ glyph: view.getUint16(at + 2), at: at + 2, end });
    at = end;
  }
  return found;
}

/** An outline with its components renumbered and its hinting left out. */
function rewrite(outline: Uint8Array, place: ReadonlyMap<number, number>): Uint8Array {
  if (outline.length < 10) return new Uint8Array(0);
  const parts = components(outline);
  const view = new DataView(outline.buffer, outline.byteOffset, outline.byteLength);
  if (parts.length === 0) {
    const contours = view.getInt16(0);
    const instructionsAt = 10 + contours * 2;
    const rest = instructionsAt + 2 + view.getUint16(instructionsAt);
    return Buffer.concat([outline.subarray(0, instructionsAt), Uint8Array.of(0, 0), outline.subarray(rest)]);
  }
  const copy = outline.slice(0, parts.at(-1)?.end);
  const target = new DataView(copy.buffer);
  for (const part of parts) {
    target.setUint16(part.at - 2, target.getUint16(part.at - 2) & ~COMPOSITE.instructions);
    target.setUint16(part.at, place.get(part.glyph) ?? 0);
  }
  return copy;
}

function assemble(font: TrueTypeFont, order: readonly number[], outlines: readonly Uint8Array[]): Uint8Array {
  const padded = outlines.map((outline) => Buffer.concat([outline, new Uint8Array(-outline.length & 3)]));
  const loca = new DataView(new ArrayBuffer((order.length + 1) * 4));
  const hmtx = new DataView(new ArrayBuffer(order.length * 4));
  let offset = 0;
  order.forEach((glyph, index) => {
    const { advance, bearing } = font.metrics(glyph);
    hmtx.setUint16(index * 4, advance);
    hmtx.setInt16(index * 4 + 2, bearing);
    offset += padded[index]?.length ?? 0;
    loca.setUint32((index + 1) * 4, offset);
  });
  const head = copyOf(font, 'head');
  head.setUint32(8, 0);
  head.setInt16(50, 1);
  const hhea = copyOf(font, 'hhea');
  hhea.setUint16(34, order.length);
  const maxp = copyOf(font, 'maxp');
  maxp.setUint16(4, order.length);
  return sfnt([
    ['glyf', Buffer.concat(padded)],
    ['head', bytesOf(head)],
    ['hhea', bytesOf(hhea)],
    ['hmtx', bytesOf(hmtx)],
    ['loca', bytesOf(loca)],
    ['maxp', bytesOf(maxp)],
  ]);
}

const bytesOf = (view: DataView): Uint8Array => new Uint8Array(view.buffer, view.byteOffset, view.byteLength);

function copyOf(font: TrueTypeFont, tag: string): DataView {
  const view = font.tables.get(tag);
  if (!view) throw new RangeError(`font has no ${tag} table`);
  return new DataView(bytesOf(view).slice().buffer);
}

function sfnt(tables: readonly (readonly [tag: string, bytes: Uint8Array])[]): Uint8Array {
  const power = Math.floor(Math.log2(tables.length));
  const header = new DataView(new ArrayBuffer(12 + tables.length * 16));
  header.setUint32(0, 0x00010000);
  [tables.length, 16 * 2 ** power, power, 16 * (tables.length - 2 ** power)].forEach((value, i) => {
    header.setUint16(4 + i * 2, value);
  });
  let offset = header.byteLength;
  const bodies = tables.map(([tag, bytes], index) => {
    const body = Buffer.concat([bytes, new Uint8Array(-bytes.length & 3)]);
    const entry = 12 + index * 16;
    for (let i = 0; i < 4; i++) header.setUint8(entry + i, tag.charCodeAt(i));
    [checksum(body), offset, bytes.length].forEach((value, i) => {
      header.setUint32(entry + 4 + i * 4, value);
    });
    offset += body.length;
    return body;
  });
  const file = Buffer.concat([bytesOf(header), ...bodies]);
  const headAt = header.byteLength + (bodies[0]?.length ?? 0);
  // checkSumAdjustment of the head table, OpenType 1.9.
  file.writeUInt32BE((0xb1b0afba - checksum(file)) >>> 0, headAt + 8);
  return file;
}

function checksum(bytes: Buffer): number {
  let sum = 0;
  for (let i = 0; i < bytes.length; i += 4) sum = (sum + bytes.readUInt32BE(i)) >>> 0;
  return sum;
}
