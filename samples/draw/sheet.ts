// One side of a sheet to draw on. It notes every printed line, so what was drawn and what the truth says cannot differ.
import { type Color, type PDFFont, type PDFPage, rgb } from 'pdf-lib';
import type { Faces } from './fonts.ts';

export const MM = 72 / 25.4;
export const BLACK = rgb(0.08, 0.08, 0.09);

export type Face = keyof Faces;
/** A stretch of text in one face; a paragraph is a list of them. */
export type Run = string | readonly [text: string, face: Face];

export interface LineStyle {
  readonly size?: number;
  readonly face?: Face;
  readonly colour?: Color;
  /** Left edge, middle or right edge of the text, by `align`, in points from the left. */
  readonly x?: number;
  readonly align?: 'left' | 'centre' | 'right';
  /** False: drawn, but not text of the paper (decoration). */
  readonly noted?: boolean;
}

export interface ParagraphStyle {
  readonly size?: number;
  readonly face?: Face;
  readonly colour?: Color;
  readonly left?: number;
  readonly right?: number;
  readonly indent?: number;
  /** Line distance as a multiple of the size. */
  readonly leading?: number;
  readonly justify?: boolean;
  readonly after?: number;
}

/** Coordinates: points, origin top left, `y` is the cursor: the top of the next line. */
export class Sheet {
  readonly page: PDFPage;
  readonly faces: Faces;
  /** Printed lines in the order drawn, NFC. */
  readonly lines: string[] = [];
  readonly width: number;
  readonly height: number;
  y = 20 * MM;
  left = 30 * MM;
  right: number;

  constructor(page: PDFPage, faces: Faces) {
    this.page = page;
    this.faces = faces;
    this.width = page.getWidth();
    this.height = page.getHeight();
    this.right = this.width - 17 * MM;
  }

  /** One line at the cursor; moves the cursor below it. */
  line(text: string, style: LineStyle = {}): void {
    const size = style.size ?? 13;
    this.textAt(text, this.y, style);
    this.y += size * 1.28;
  }

  /** One line whose top is at `y`; the cursor stays. */
  textAt(text: string, y: number, style: LineStyle = {}): void {
    const { size = 13, face = 'regular', colour = BLACK, align = 'left', noted = true } = style;
    const font = this.faces[face];
    const width = font.widthOfTextAtSize(text, size);
    const anchor =
      style.x ?? (align === 'centre' ? this.width / 2 : align === 'right' ? this.right : this.left);
    const x = align === 'centre' ? anchor - width / 2 : align === 'right' ? anchor - width : anchor;
    this.page.drawText(text, { x, y: this.height - y - size * 0.95, size, font, color: colour });
    if (noted) this.lines.push(text.normalize('NFC'));
  }

  /** Wrapped text in one or more faces; every printed line is noted. Returns nothing, moves the cursor below. */
  paragraph(runs: readonly Run[] | string, style: ParagraphStyle = {}): void {
    const { size = 13, leading = 1.32, left = this.left, right = this.right, indent = 0, after = 4 } = style;
    const words = splitWords(typeof runs === 'string' ? [runs] : runs, style.face ?? 'regular');
    let start = left + indent;
    let row: PlacedWord[] = [];
    let used = 0;
    const flush = (last: boolean) => {
      if (row.length === 0) return;
      const spare = right - start - used;
      const stretch = style.justify && !last && row.length > 1 ? spare / (row.length - 1) : 0;
      let x = start;
      let printed = '';
      for (const word of row) {
        if (printed && word.space > 0) {
          x += word.space + stretch;
          printed += ' ';
        }
        const options = {
          x,
          y: this.height - this.y - size * 0.95,
          size,
          font: word.font,
          color: style.colour ?? BLACK,
        };
        this.page.drawText(word.text, options);
        x += word.width;
        printed += word.text;
      }
      this.lines.push(printed.normalize('NFC'));
      this.y += size * leading;
      start = left;
      row = [];
      used = 0;
    };
    for (const { text, face } of words) {
      const font = this.faces[face];
      const width = font.widthOfTextAtSize(text, size);
      // A run may begin with the stop that ends the run before: `[name] ; born ...`.
      const space = /^[;,.]/.test(text) ? 0 : font.widthOfTextAtSize(' ', size);
      if (row.length > 0 && start + used + space + width > right) flush(false);
      used += width + (row.length > 0 ? space : 0);
      row.push({ text, font, width, space });
    }
    flush(true);
    this.y += after;
  }

  /** Horizontal rule from x1 to x2, its top at `y`. */
  rule(x1: number, x2: number, y: number, thickness = 0.8, colour: Color = BLACK): void {
    const at = this.height - y;
    this.page.drawLine({ start: { x: x1, y: at }, end: { x: x2, y: at }, thickness, color: colour });
  }

  /** Outline of a rectangle given by its top left corner. */
  frame(
    box: { x: number; y: number; width: number; height: number },
    thickness = 0.8,
    colour: Color = BLACK,
  ): void {
    const { x, width, height } = box;
    const y = this.height - box.y - height;
    this.page.drawRectangle({ x, y, width, height, borderWidth: thickness, borderColor: colour });
  }

  widthOf(text: string, size: number, face: Face = 'regular'): number {
    return this.faces[face].widthOfTextAtSize(text, size);
  }
}

interface PlacedWord {
  readonly text: string;
  readonly font: PDFFont;
  readonly width: number;
  /** Before the word, unless it begins a line. */
  readonly space: number;
}

function splitWords(runs: readonly Run[], face: Face): { text: string; face: Face }[] {
  const words: { text: string; face: Face }[] = [];
  for (const run of runs) {
    const [text, own] = typeof run === 'string' ? [run, face] : run;
    for (const word of text.split(' ').filter(Boolean)) words.push({ text: word, face: own });
  }
  return words;
}
