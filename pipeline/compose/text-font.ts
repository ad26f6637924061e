// The PDF font dictionary around the glyphless font: Identity-H codes are UTF-16 units, ToUnicode says so.
import { type PDFContext, type PDFRef, PDFString } from 'pdf-lib';
import { ASCENT, DESCENT, GLYPH_WIDTH, glyphlessFontFile } from './glyphless-font.ts';

const NAME = 'SohoaGlyphless';
const hex = (code: number, digits = 4): string => code.toString(16).padStart(digits, '0');

/** One range a high byte (a range may not cross it, ISO 32000-1 9.10.3), from the first to the last code used. */
function ranges(codes: readonly number[]): [first: number, last: number][] {
  const out = new Map<number, [number, number]>();
  for (const code of codes) {
    const range = out.get(code >> 8);
    if (range) range[1] = code;
    else out.set(code >> 8, [code, code]);
  }
  return [...out.values()];
}

function toUnicode(codes: readonly number[]): string {
  const list = ranges(codes);
  const blocks: string[] = [];
  for (let i = 0; i < list.length; i += 100) {
    const block = list.slice(i, i + 100);
    const lines = block.map(([first, last]) => `<${hex(first)}><${hex(last)}><${hex(first)}>`);
    blocks.push(`${block.length} beginbfrange\n${lines.join('\n')}\nendbfrange`);
  }
  return [
    '/CIDInit/ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def/CMapName/Sohoa-UCS def/CMapType 2 def',
    '1 begincodespacerange<0000><FFFF>endcodespacerange',
    ...blocks,
    'endcmap CMapName currentdict/CMap defineresource pop end end',
  ].join('\n');
}

/** Every code used leads to glyph 1: a reference to .notdef (glyph 0) is forbidden (ISO 19005-2, 6.2.11.8). */
function glyphMap(codes: readonly number[]): Uint8Array {
  const map = new Uint8Array(2 * ((codes.at(-1) ?? 0) + 1));
  for (let i = 1; i < map.length; i += 2) map[i] = 1;
  return map;
}

/** Puts the font for these codes (any order) under the reference the pages already name. */
export function assignTextFont(context: PDFContext, ref: PDFRef, used: ReadonlySet<number>): void {
  const codes = [...used].sort((a, b) => a - b);
  const program = glyphlessFontFile();
  const file = context.register(context.flateStream(program, { Length1: program.length }));
  const descriptor = context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: NAME,
      Flags: 4,
      FontBBox: [0, DESCENT, GLYPH_WIDTH, ASCENT],
      ItalicAngle: 0,
      Ascent: ASCENT,
      Descent: DESCENT,
      CapHeight: ASCENT,
      StemV: 80,
      FontFile2: file,
    }),
  );
  const descendant = context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: NAME,
      CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
      FontDescriptor: descriptor,
      DW: GLYPH_WIDTH,
      CIDToGIDMap: context.register(context.flateStream(glyphMap(codes))),
    }),
  );
  context.assign(
    ref,
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: NAME,
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: context.register(context.flateStream(toUnicode(codes))),
    }),
  );
}
