// Sets lines of text on a page of A4 at 300 dpi, as letters, forms and lists lie, and says where each piece stands.
import sharp from '../pipeline/safe-sharp.ts';
import type { Face } from './faces.ts';
import type { Chance } from './random.ts';
import { hardLineOf } from './text/hard-lines.ts';
import { lineOf } from './text/lines.ts';
import type { Pools } from './text/pools.ts';

export const pageWidth = 2480;
export const pageHeight = 3508;
const dpi = 300;

/** A stretch of text that stands alone: nothing nearer than a wide gap. Pixels at 300 dpi. */
export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface DrawnPage {
  /** One byte a pixel: 255 where ink is full. */
  readonly ink: Uint8Array;
  readonly pieces: readonly Piece[];
}

export interface PageText {
  readonly chance: Chance;
  readonly pools: Pools;
  readonly faces: readonly Face[];
  readonly families: readonly (readonly [number, string])[];
  /** Share of lines made of what reading errs on most. */
  readonly hard: number;
}

interface Style {
  readonly family: string;
  readonly points: number;
  readonly spacing: number;
}

export async function drawPage(text: PageText): Promise<DrawnPage> {
  const { chance } = text;
  const ink = new Uint8Array(pageWidth * pageHeight);
  const pieces: Piece[] = [];
  const style: Style = {
    family: chance.weighted(text.families),
    points: chance.weighted([
      [6, chance.between(12, 14)],
      [3, chance.between(10, 12)],
      [1, chance.between(8, 10)],
    ]),
    spacing: chance.between(1.12, 1.6),
  };
  const left = chance.whole(180, 380);
  const right = pageWidth - chance.whole(150, 300);
  let y = chance.whole(140, 320);
  while (y < pageHeight - 260) {
    const row = await drawRow({ text, style, left, right, y, ink });
    pieces.push(...row);
    const em = (style.points / 72) * dpi;
    const tallest = Math.max(em, ...row.map((p) => p.height));
    y += Math.round(
      Math.max(em * style.spacing, tallest * 1.04) * (chance.yes(0.12) ? chance.between(1.2, 2) : 1),
    );
  }
  return { ink, pieces };
}

interface Row {
  readonly text: PageText;
  readonly style: Style;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly ink: Uint8Array;
}

/** One piece over the line, or two beside each other as heads and signatures stand. */
async function drawRow(row: Row): Promise<Piece[]> {
  const { chance } = row.text;
  if (!chance.yes(0.15)) return drawPiece(row, row.left, row.right);
  const middle = Math.round((row.left + row.right) / 2);
  const first = await drawPiece(row, row.left, middle - 100);
  return [...first, ...(await drawPiece(row, middle + 100, row.right))];
}

async function drawPiece({ text, style, y, ink }: Row, from: number, to: number): Promise<Piece[]> {
  const { chance } = text;
  const points = chance.yes(0.15) ? style.points * chance.between(0.8, 1.35) : style.points;
  const bold = chance.yes(0.22);
  const italic = chance.yes(0.12);
  const face = faceFor(
    text.faces,
    chance.yes(0.9) ? style.family : chance.weighted(text.families),
    bold,
    italic,
  );
  const mono = /mono|cousine|code/i.test(face.family);
  const fits = ((to - from) / ((points / 72) * dpi)) * (mono ? 1.6 : bold ? 1.8 : 2);
  const textOf = text.hard > 0 && chance.yes(text.hard) ? hardLineOf : lineOf;
  const line = textOf(
    chance,
    text.pools,
    Math.max(6, Math.round(fits * (chance.yes(0.3) ? chance.between(0.4, 1) : 1))),
  );
  const size = line === line.toUpperCase() ? points * 0.86 : points;
  const drawn = await drawText(line, face, {
    points: size,
    letterSpacing: chance.yes(0.08) ? chance.whole(1, 4) : 0,
    underline: chance.yes(0.03),
  });
  if (drawn.width > to - from) return [];
  const room = to - from - drawn.width;
  const shift = chance.weighted([
    [6, 0],
    [2, Math.min(room, 120)],
    [2, Math.round(room / 2)],
    [1, room],
  ]);
  const piece = { text: line, left: from + shift, top: y, width: drawn.width, height: drawn.height };
  if (y + drawn.height >= pageHeight) return [];
  for (let v = 0; v < drawn.height; v++)
    ink.set(drawn.data.subarray(v * drawn.width, (v + 1) * drawn.width), (y + v) * pageWidth + piece.left);
  return [piece];
}

function faceFor(faces: readonly Face[], family: string, bold: boolean, italic: boolean): Face {
  const own = faces.filter((face) => face.family === family);
  const face = own.find((f) => f.bold === bold && f.italic === italic) ?? own[0];
  if (!face) throw new Error(`no face of ${family}`);
  return face;
}

interface TextLook {
  readonly points: number;
  /** 1/1024 of a point times 512, Pango's `letter_spacing` in half points. */
  readonly letterSpacing: number;
  readonly underline: boolean;
}

async function drawText(line: string, face: Face, look: TextLook) {
  const escaped = line.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  const style = [face.bold ? 'Bold' : '', face.italic ? 'Italic' : ''].filter(Boolean).join(' ');
  const description = `${face.family}, ${style} ${look.points.toFixed(1)}`;
  const marks = `font_desc="${description}"${look.letterSpacing ? ` letter_spacing="${look.letterSpacing * 512}"` : ''}${look.underline ? ' underline="single"' : ''}`;
  const { data, info } = await sharp({
    text: { text: `<span ${marks}>${escaped}</span>`, fontfile: face.file, dpi, rgba: false },
  })
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}
