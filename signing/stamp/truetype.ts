// Reads what a stamp needs of a TrueType font: glyphs of characters, their widths and outlines.

export interface TrueTypeFont {
  readonly tables: ReadonlyMap<string, DataView>;
  readonly unitsPerEm: number;
  /** Font units. */
  readonly ascent: number;
  readonly descent: number;
  readonly bounds: readonly [number, number, number, number];
  readonly glyphCount: number;
  /** Glyph of a code point; 0 where the font has none. */
  glyphOf(codePoint: number): number;
  /** Advance width and left side bearing in font units. */
  metrics(glyph: number): { readonly advance: number; readonly bearing: number };
  /** The glyph's entry of the `glyf` table; empty for a blank. */
  outline(glyph: number): Uint8Array;
}

/** Parses a TrueType file (OpenType 1.9: glyf outlines, a format 4 or 12 Unicode cmap). Throws RangeError otherwise. */
export function parseTrueType(bytes: Uint8Array): TrueTypeFont {
  const tables = directory(bytes);
  const head = table(tables, 'head');
  const hhea = table(tables, 'hhea');
  const hmtx = table(tables, 'hmtx');
  const loca = table(tables, 'loca');
  const glyf = table(tables, 'glyf');
  const longOffsets = head.getInt16(50) === 1;
  const offset = (index: number): number =>
    longOffsets ? loca.getUint32(index * 4) : loca.getUint16(index * 2) * 2;
  const measured = hhea.getUint16(34);
  return {
    tables,
    unitsPerEm: head.getUint16(18),
    ascent: hhea.getInt16(4),
    descent: hhea.getInt16(6),
    bounds: [head.getInt16(36), head.getInt16(38), head.getInt16(40), head.getInt16(42)],
    glyphCount: table(tables, 'maxp').getUint16(4),
    glyphOf: characterMap(table(tables, 'cmap')),
    metrics: (glyph) => {
      const row = Math.min(glyph, measured - 1);
      const bearing =
        glyph < measured ? hmtx.getInt16(row * 4 + 2) : hmtx.getInt16(measured * 4 + (glyph - measured) * 2);
      return { advance: hmtx.getUint16(row * 4), bearing };
    },
    outline: (glyph) =>
      new Uint8Array(glyf.buffer, glyf.byteOffset + offset(glyph), offset(glyph + 1) - offset(glyph)),
  };
}

function directory(bytes: Uint8Array): Map<string, DataView> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0) !== 0x00010000) throw new RangeError('not a TrueType font');
  const tables = new Map<string, DataView>();
  for (let i = 0; i < view.getUint16(4); i++) {
    const entry = 12 + i * 16;
    const tag = String.fromCharCode(...bytes.subarray(entry, entry + 4));
    const start = bytes.byteOffset + view.getUint32(entry + 8);
    tables.set(tag, new DataView(bytes.buffer, start, view.getUint32(entry + 12)));
  }
  return tables;
}

function table(tables: ReadonlyMap<string, DataView>, tag: string): DataView {
  const found = tables.get(tag);
  if (!found) throw new RangeError(`font has no ${tag} table`);
  return found;
}

function characterMap(cmap: DataView): (codePoint: number) => number {
  for (let i = 0; i < cmap.getUint16(2); i++) {
    const entry = 4 + i * 8;
    const unicode = cmap.getUint16(entry) === 0 || cmap.getUint16(entry) === 3;
    const start = cmap.getUint32(entry + 4);
    if (unicode && cmap.getUint16(start) === 4) return format4(cmap, start);
    if (unicode && cmap.getUint16(start) === 12) return format12(cmap, start);
  }
  throw new RangeError('font has no Unicode cmap of format 4 or 12');
}

function format4(cmap: DataView, start: number): (codePoint: number) => number {
  const double = cmap.getUint16(start + 6);
  const ends = start + 14;
  const starts = ends + double + 2;
  const deltas = starts + double;
  const ranges = deltas + double;
  return (codePoint) => {
    if (codePoint > 0xffff) return 0;
    for (let i = 0; i < double; i += 2) {
      if (codePoint > cmap.getUint16(ends + i)) continue;
      const first = cmap.getUint16(starts + i);
      if (codePoint < first) return 0;
      const delta = cmap.getUint16(deltas + i);
      const range = cmap.getUint16(ranges + i);
      if (range === 0) return (codePoint + delta) & 0xffff;
      const glyph = cmap.getUint16(ranges + i + range + (codePoint - first) * 2);
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}

function format12(cmap: DataView, start: number): (codePoint: number) => number {
  const groups = cmap.getUint32(start + 12);
  return (codePoint) => {
    for (let i = 0; i < groups; i++) {
      const group = start + 16 + i * 12;
      const first = cmap.getUint32(group);
      if (codePoint >= first && codePoint <= cmap.getUint32(group + 4)) {
        return cmap.getUint32(group + 8) + codePoint - first;
      }
    }
    return 0;
  };
}
