// A grey page with text drawn as outlines (no font need be installed), as a cleaned page comes to the reader.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fontkit from '@pdf-lib/fontkit';
import type { FoundLine, GreyImage } from '../../../core/ports.ts';
import { packageRoot } from '../../../lists/package-root.ts';
import { drawn } from '../../testing/pages.ts';

export interface DrawnText {
  readonly text: string;
  /** Left end of the base line, pixels. */
  readonly x: number;
  readonly y: number;
  /** Pixels an em; 54 is 13 points at 300 dpi. */
  readonly size?: number;
  readonly colour?: string;
}

const font = fontkit.create(readFileSync(join(packageRoot(), 'lists', 'fonts', 'tinos-regular.ttf')));

export interface DrawnPage {
  readonly width?: number;
  readonly height?: number;
  readonly texts: readonly DrawnText[];
  /** More SVG, over the text. */
  readonly over?: string;
}

export async function greyPage({
  width = 1200,
  height = 400,
  texts,
  over = '',
}: DrawnPage): Promise<GreyImage> {
  const shapes = texts.map(outlines).join('') + over;
  const { data } = await drawn({ width, height, shapes });
  return { width, height, data: Uint8Array.from({ length: width * height }, (_, i) => data[i * 3]!) };
}

function outlines({ text, x, y, size = 54, colour = '#111' }: DrawnText): string {
  const scale = size / font.unitsPerEm;
  const { glyphs, positions } = font.layout(text.normalize('NFC'));
  let at = 0;
  const paths = glyphs.map((glyph, i) => {
    const path = `<path transform="translate(${at} 0)" d="${glyph.path.toSVG()}"/>`;
    at += positions[i]!.xAdvance;
    return path;
  });
  return `<g transform="translate(${x} ${y}) scale(${scale} ${-scale})" fill="${colour}">${paths.join('')}</g>`;
}

/** The line a finder would see round a text: from a little before it to a little behind. */
export function lineOf({ text, x, y, size = 54 }: DrawnText): FoundLine {
  const long = (font.layout(text.normalize('NFC')).advanceWidth * size) / font.unitsPerEm;
  const [left, right, top, bottom] = [x - 8, x + long + 8, y - size, y + 0.35 * size];
  return {
    corners: [
      { x: left, y: top },
      { x: right, y: top },
      { x: right, y: bottom },
      { x: left, y: bottom },
    ],
    score: 1,
  };
}
