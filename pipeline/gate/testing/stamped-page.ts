// A letter drawn as a scanner gives it, with a stamp laid over it; letters are outlines, so no font need be installed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fontkit from '@pdf-lib/fontkit';
import { packageRoot } from '../../../lists/package-root.ts';
import sharp from '../../safe-sharp.ts';
import { drawn } from '../../testing/pages.ts';

export interface DrawnStamp {
  readonly text: string;
  /** Millimetres from the top left corner of the page to the stamp's. */
  readonly x: number;
  readonly y: number;
  readonly colour?: string;
  /** Points. */
  readonly size?: number;
  /** Degrees clockwise. */
  readonly turn?: number;
  readonly frame?: boolean;
}

export interface DrawnLetter {
  /** Lines below one another; an empty one leaves a gap. */
  readonly lines: readonly string[];
  readonly stamps?: readonly DrawnStamp[];
  /** A red round seal and a blue signature at the foot. */
  readonly sealed?: boolean;
  readonly dpi?: number;
}

const font = fontkit.create(readFileSync(join(packageRoot(), 'lists', 'fonts', 'tinos-regular.ttf')));

interface Placed {
  readonly x: number;
  readonly y: number;
  /** Pixels an em. */
  readonly size: number;
  readonly colour: string;
  readonly bold?: boolean;
}

/** Outlines of a line of text; `x`, `y`: pixels of its left end on the base line. */
function outlines(text: string, { x, y, size, colour, bold = false }: Placed): string {
  const scale = size / font.unitsPerEm;
  const { glyphs, positions } = font.layout(text.normalize('NFC'));
  let at = 0;
  const paths = glyphs.map((glyph, i) => {
    const path = `<path transform="translate(${at} 0)" d="${glyph.path.toSVG()}"/>`;
    at += positions[i]!.xAdvance;
    return path;
  });
  const stroke = bold ? ` stroke="${colour}" stroke-width="${font.unitsPerEm / 28}"` : '';
  return `<g transform="translate(${x} ${y}) scale(${scale} ${-scale})" fill="${colour}"${stroke}>${paths.join('')}</g>`;
}

const widthOf = (text: string, size: number): number =>
  (font.layout(text.normalize('NFC')).advanceWidth * size) / font.unitsPerEm;

/** PNG of one A4 page in colour. */
export async function drawLetter(letter: DrawnLetter): Promise<Buffer> {
  const dpi = letter.dpi ?? 200;
  const mm = dpi / 25.4;
  const point = dpi / 72;
  let y = 22 * mm;
  const text = letter.lines.map((line) => {
    const shape = outlines(line, { x: 30 * mm, y, size: 13 * point, colour: '#15151a' });
    y += 13 * 1.45 * point;
    return line === '' ? '' : shape;
  });
  const stamps = (letter.stamps ?? []).map((stamp) => stampShape(stamp, mm, point));
  const shapes = [...text, ...stamps, ...(letter.sealed ? [sealShape(mm)] : [])].join('');
  const size = { width: Math.round(210 * mm), height: Math.round(297 * mm) };
  const image = await drawn({ ...size, shapes, paper: '#fbfaf6', noise: 3 });
  return sharp(image.data, { raw: { ...size, channels: 3 } })
    .withMetadata({ density: dpi })
    .png({ compressionLevel: 3 })
    .toBuffer();
}

function stampShape(stamp: DrawnStamp, mm: number, point: number): string {
  const { text, colour = '#cc1a2a', size = 14, turn = 0, frame = true } = stamp;
  const wide = widthOf(text, size * point) + 5 * mm;
  const high = size * point + 3.2 * mm;
  const letters = outlines(text, {
    x: 2.5 * mm,
    y: high / 2 + size * point * 0.36,
    size: size * point,
    colour,
    bold: true,
  });
  const box = (gap: number) =>
    `<rect x="${gap}" y="${gap}" width="${wide - 2 * gap}" height="${high - 2 * gap}" fill="none" stroke="${colour}" stroke-width="${0.35 * mm}"/>`;
  const frames = frame ? box(0) + box(0.9 * mm) : '';
  return `<g transform="translate(${stamp.x * mm} ${stamp.y * mm}) rotate(${turn})" opacity="0.88">${frames}${letters}</g>`;
}

function sealShape(mm: number): string {
  const ring = (radius: number, width: number) =>
    `<circle cx="${140 * mm}" cy="${225 * mm}" r="${radius * mm}" fill="none" stroke="#cc1a2a" stroke-width="${width * mm}"/>`;
  const pen = `<path d="M${145 * mm} ${230 * mm} q ${8 * mm} ${-14 * mm} ${12 * mm} 0 t ${10 * mm} ${-6 * mm}" fill="none" stroke="#1f3aa0" stroke-width="${0.6 * mm}"/>`;
  return `<g opacity="0.85">${ring(17.5, 0.8)}${ring(11, 0.4)}</g>${pen}`;
}
