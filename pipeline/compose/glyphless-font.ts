// A TrueType font of two empty glyphs: text set in it can be searched and copied, and draws nothing.
// The way of Tesseract's pdf.ttf, built here so that no font file has to be shipped.

/** Units of one em; the widths below are in these, as PDF glyph space is. */
const EM = 1000;
/** Advance of every glyph: PDF's /DW must say the same (ISO 19005-2, 6.2.11.5). */
export const GLYPH_WIDTH = 500;
export const ASCENT = 800;
export const DESCENT = -200;

type Table = readonly [tag: string, bytes: Uint8Array];

/** Packs numbers big-endian; each entry is [bytes, value]. */
function pack(fields: readonly (readonly [size: 1 | 2 | 4, value: number])[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(fields.reduce((sum, [size]) => sum + size, 0)));
  let at = 0;
  for (const [size, value] of fields) {
    if (size === 4) view.setUint32(at, value >>> 0);
    else if (size === 2) view.setUint16(at, value & 0xffff);
    else view.setUint8(at, value);
    at += size;
  }
  return new Uint8Array(view.buffer);
}

const u16 = (...values: number[]): Uint8Array => pack(values.map((value) => [2, value] as const));

function checksum(bytes: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < bytes.length; i += 4) {
    const word =
      ((bytes[i] ?? 0) << 24) |
      ((bytes[i + 1] ?? 0) << 16) |
      ((bytes[i + 2] ?? 0) << 8) |
      (bytes[i + 3] ?? 0);
    sum = (sum + (word >>> 0)) >>> 0;
  }
  return sum;
}

function head(): Uint8Array {
  return pack([
    [4, 0x00010000],
    [4, 0x00010000],
    [4, 0], // checkSumAdjustment, set below
    [4, 0x5f0f3cf5],
    [2, 0],
    [2, EM],
    [4, 0],
    [4, 0], // created: no clock
    [4, 0],
    [4, 0], // modified
    [2, 0],
    [2, DESCENT],
    [2, GLYPH_WIDTH],
    [2, ASCENT],
    [2, 0],
    [2, 3],
    [2, 2],
    [2, 0],
    [2, 0],
  ]);
}

/** The tables a CIDFontType2 needs (ISO 32000-1, 9.9), sorted by tag. Glyph 1 is a glyph of no contours. */
function tables(): Table[] {
  return [
    ['glyf', u16(0, 0, DESCENT, GLYPH_WIDTH, ASCENT, 0)],
    ['head', head()],
    ['hhea', u16(1, 0, ASCENT, DESCENT, 0, GLYPH_WIDTH, 0, 0, GLYPH_WIDTH, 1, 0, 0, 0, 0, 0, 0, 0, 1)],
    ['hmtx', u16(GLYPH_WIDTH, 0, 0)],
    ['loca', u16(0, 0, 6)],
    ['maxp', u16(1, 0, 2, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)],
  ];
}

/** The font program, always the same bytes. */
export function glyphlessFontFile(): Uint8Array {
  const all = tables();
  const directory = 12 + 16 * all.length;
  const size = all.reduce((sum, [, bytes]) => sum + ((bytes.length + 3) & ~3), directory);
  const file = new Uint8Array(size);
  const view = new DataView(file.buffer);
  const power = 2 ** Math.floor(Math.log2(all.length));
  file.set(u16(1, 0, all.length, power * 16, Math.log2(power), (all.length - power) * 16));
  let at = directory;
  let headAt = 0;
  all.forEach(([tag, bytes], index) => {
    const entry = 12 + 16 * index;
    file.set(new TextEncoder().encode(tag), entry);
    view.setUint32(entry + 4, checksum(bytes));
    view.setUint32(entry + 8, at);
    view.setUint32(entry + 12, bytes.length);
    file.set(bytes, at);
    if (tag === 'head') headAt = at;
    at += (bytes.length + 3) & ~3;
  });
  view.setUint32(headAt + 8, (0xb1b0afba - checksum(file)) >>> 0);
  return file;
}
