// Draws a stamp: the content stream of its appearance and the font that goes with it. Knows no PDF library.
import { STAMP_LEADING, STAMP_PADDING, type StampBlock } from './layout-stamp.ts';
import { stampFont } from './stamp-font.ts';
import { type FontSubset, subsetFont } from './subset-font.ts';

export interface StampDrawing {
  readonly width: number;
  readonly height: number;
  /** PDF operators; the font is the resource `/F0`, its codes are two-byte glyph numbers of the subset. */
  readonly content: string;
  readonly font: StampFontProgram;
}

export interface StampFontProgram extends FontSubset {
  /** Deterministic `ABCDEF+Tinos`. */
  readonly name: string;
  /** CMap from glyph numbers to text, which PDF/A-2u asks for. */
  readonly toUnicode: string;
  /** Thousandths of the font size. */
  readonly ascent: number;
  readonly descent: number;
  readonly bounds: readonly [number, number, number, number];
}

const BLACK = '0 g 0 G';
/** A test signature is dark red, so that nobody takes it for a real one at a glance. */
const RED = '0.7 0 0 rg 0.7 0 0 RG';

/** One appearance; no background, since nothing of the scan under it may vanish. */
export function drawStamp(block: StampBlock, development: boolean): StampDrawing {
  const subset = subsetFont(stampFont(), block.lines.join(''));
  const first = block.height - STAMP_PADDING - block.fontSize * 0.95;
  const lines = block.lines.map((line, index) => {
    const codes = [...line].map((character) => hex4(subset.glyphs.get(character) ?? 0)).join('');
    return `${index === 0 ? '' : `0 ${round(-block.fontSize * STAMP_LEADING)} Td `}<${codes}> Tj`;
  });
  const frame = `0.5 w 0.5 0.5 ${round(block.width - 1)} ${round(block.height - 1)} re S`;
  const text = `BT /F0 ${block.fontSize} Tf ${STAMP_PADDING} ${round(first)} Td ${lines.join(' ')} ET`;
  return {
    width: block.width,
    height: block.height,
    content: `q ${development ? RED : BLACK} ${frame} ${text} Q`,
    font: fontProgram(subset),
  };
}

function fontProgram(subset: FontSubset): StampFontProgram {
  const font = stampFont();
  const scale = (units: number): number => Math.round((units * 1000) / font.unitsPerEm);
  const [xMin, yMin, xMax, yMax] = font.bounds;
  return {
    ...subset,
    name: `${subsetTag([...subset.glyphs.keys()].join(''))}+Tinos`,
    toUnicode: toUnicode(subset),
    ascent: scale(font.ascent),
    descent: scale(font.descent),
    bounds: [scale(xMin), scale(yMin), scale(xMax), scale(yMax)],
  };
}

/** Six capitals from the subset's letters: same letters, same tag (ISO 32000-1, 9.6.4). */
function subsetTag(letters: string): string {
  let hash = 0x811c9dc5;
  for (const letter of letters) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return Array.from({ length: 6 }, (_, i) =>
    String.fromCharCode(65 + (Math.floor(hash / 26 ** i) % 26)),
  ).join('');
}

function toUnicode({ glyphs }: FontSubset): string {
  const byGlyph = new Map([...glyphs].map(([character, glyph]) => [glyph, character]));
  const entries = [...byGlyph].sort(([a], [b]) => a - b);
  const blocks: string[] = [];
  // A bfchar block holds a hundred entries at most.
  for (let i = 0; i < entries.length; i += 100) {
    const rows = entries
      .slice(i, i + 100)
      .map(([glyph, character]) => `<${hex4(glyph)}> <${utf16(character)}>`);
    blocks.push(`${rows.length} beginbfchar\n${rows.join('\n')}\nendbfchar`);
  }
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def /CMapType 2 def',
    '1 begincodespacerange <0000> <FFFF> endcodespacerange',
    ...blocks,
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n');
}

const hex4 = (value: number): string => value.toString(16).padStart(4, '0').toUpperCase();
const utf16 = (character: string): string =>
  Array.from({ length: character.length }, (_, i) => hex4(character.charCodeAt(i))).join('');
const round = (value: number): number => Math.round(value * 100) / 100;
