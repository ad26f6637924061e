// The characters of a page's own text with their places, in the order of the content (annotations are no part of it).
import { lend } from './module.ts';
import type { PdfPage } from './page.ts';

/** Fractions of the page as shown: left, top, right, bottom. */
export type Edges = readonly [left: number, top: number, right: number, bottom: number];

export interface DrawnCharacter {
  /** UTF-16 unit or code point. */
  readonly code: number;
  readonly invisible: boolean;
  /** The font does not say what the glyph means. */
  readonly unmapped: boolean;
  /** Around the ink. */
  readonly ink: Edges;
  /** From the font's ascent to its descent, as wide as the advance: the same height for all letters of a line. */
  readonly cell: Edges;
}

const INVISIBLE_MODES = new Set([3, 7]);
/** PDFium's device coordinates are whole numbers, so the page is made this many units wide and high. */
const UNITS = 1_000_000;
const HYPHEN = 0x2d;

interface Scratch {
  readonly at: number;
  readonly read: () => DataView;
}

/** What PDFium put in between words and lines itself is left out: it takes short lines for vertical writing. */
export function charactersOf(page: PdfPage): DrawnCharacter[] {
  const { module, handle } = page;
  const text = module._FPDFText_LoadPage(handle);
  if (text === 0) return [];
  try {
    const count = module._FPDFText_CountChars(text);
    return lend(module, 64, (at, read) => {
      const out: DrawnCharacter[] = [];
      for (let index = 0; index < count; index += 1) {
        if (module._FPDFText_IsGenerated(text, index) === 1) continue;
        out.push(character(page, text, index, { at, read }));
      }
      return out;
    });
  } finally {
    module._FPDFText_ClosePage(text);
  }
}

function character(page: PdfPage, text: number, index: number, scratch: Scratch): DrawnCharacter {
  const { module } = page;
  const { at, read } = scratch;
  const object = module._FPDFText_GetTextObject(text, index);
  const mode = object === 0 ? 0 : module._FPDFTextObj_GetTextRenderMode(object);
  // Left, right, bottom, top.
  module._FPDFText_GetCharBox(text, index, at, at + 8, at + 16, at + 24);
  const ink = [0, 16, 8, 24].map((offset) => read().getFloat64(offset, true));
  // Left, top, right, bottom.
  module._FPDFText_GetLooseCharBox(text, index, at + 32);
  const cell = [32, 44, 40, 36].map((offset) => read().getFloat32(offset, true));
  const hyphen = module._FPDFText_IsHyphen(text, index) === 1;
  return {
    code: hyphen ? HYPHEN : module._FPDFText_GetUnicode(text, index),
    invisible: INVISIBLE_MODES.has(mode),
    unmapped: module._FPDFText_HasUnicodeMapError(text, index) === 1,
    ink: asShown(page, ink, scratch),
    cell: asShown(page, cell, scratch),
  };
}

/** From left, bottom, right, top in page space to the page as shown. */
function asShown(page: PdfPage, rectangle: readonly number[], { at, read }: Scratch): Edges {
  const [left = 0, bottom = 0, right = 0, top = 0] = rectangle;
  const device = (x: number, y: number): [number, number] => {
    page.module._FPDF_PageToDevice(page.handle, 0, 0, UNITS, UNITS, 0, x, y, at + 48, at + 52);
    const now = read();
    return [now.getInt32(48, true) / UNITS, now.getInt32(52, true) / UNITS];
  };
  const [x1, y1] = device(left, top);
  const [x2, y2] = device(right, bottom);
  return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)];
}
