// What is laid over the print: round seals, signatures, QR codes, emblems and the pale patterns of security paper.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { BlendMode, type Color, degrees, rgb } from 'pdf-lib';
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer';
import { type Random, seeded } from './random.ts';
import { MM, type Sheet } from './sheet.ts';

const SEAL_RED = rgb(0.8, 0.07, 0.12);
const INK_BLUE = rgb(0.1, 0.2, 0.62);

// The library would fetch its WebAssembly from a server; the package carries it.
const WASM = createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm');
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(WASM)).buffer } });

/** Round seal, 36 mm across as of agencies; centre in points from the top left. Seals are not text of the paper. */
export function drawSeal(
  sheet: Sheet,
  at: { x: number; y: number; around: string; inside: string; turn?: number },
): void {
  const { page, faces, height } = sheet;
  const centre = { x: at.x, y: height - at.y };
  const radius = 17.5 * MM;
  const ring = (size: number, width: number) =>
    page.drawCircle({
      ...centre,
      size,
      borderWidth: width,
      borderColor: SEAL_RED,
      borderOpacity: 0.82,
      blendMode: BlendMode.Multiply,
    });
  ring(radius, 2);
  ring(radius - 3, 0.7);
  ring(radius - 15, 0.9);
  const ink = { color: SEAL_RED, opacity: 0.82, blendMode: BlendMode.Multiply, font: faces.sansBold };
  const turn = at.turn ?? 0;
  const letters = [...`${at.around} ★ `];
  const total = letters.reduce((sum, letter) => sum + letterWidth(sheet, letter, 7.4), 0);
  let angle = 200 + turn;
  for (const letter of letters) {
    const share = (letterWidth(sheet, letter, 7.4) / total) * 360;
    const along = ((angle - share / 2) * Math.PI) / 180;
    const x = centre.x + (radius - 12.2) * Math.cos(along) - 2.4 * Math.cos(along - Math.PI / 2);
    const y = centre.y + (radius - 12.2) * Math.sin(along) - 2.4 * Math.sin(along - Math.PI / 2);
    if (letter === '★') drawStar(sheet, { x, y: height - y, size: 3.2, colour: SEAL_RED });
    else page.drawText(letter, { ...ink, x, y, size: 7.4, rotate: degrees(angle - share / 2 - 90) });
    angle -= share;
  }
  const rows = at.inside.split('\n');
  rows.forEach((row, index) => {
    const width = faces.sansBold.widthOfTextAtSize(row, 6.6);
    page.drawText(row, {
      ...ink,
      x: centre.x - width / 2,
      y: centre.y + (rows.length / 2 - index - 0.8) * 8.4,
      size: 6.6,
    });
  });
}

function letterWidth({ faces }: Sheet, letter: string, size: number): number {
  return letter === '★' ? 8 : faces.sansBold.widthOfTextAtSize(letter, size) + 1;
}

/** Blue scribble of a person, always the same for the same name; `x`, `y` = middle, points from the top left. */
export function drawSignature(
  sheet: Sheet,
  at: { x: number; y: number; name: string; width?: number },
): void {
  const random = seeded(at.name);
  const width = at.width ?? 34 * MM;
  const strokes = [loops(random, width), flourish(random, width)];
  for (const path of strokes) {
    sheet.page.drawSvgPath(path, {
      x: at.x - width / 2,
      y: sheet.height - at.y,
      borderColor: INK_BLUE,
      borderWidth: random.between(1, 1.5),
      borderOpacity: 0.88,
      blendMode: BlendMode.Multiply,
    });
  }
}

/** A pen that circles while it moves on (a cycloid), each loop of its own height: reads as a hurried name. */
function loops(random: Random, width: number): string {
  const turns = 3 + Math.floor(random.next() * 4);
  const heights = Array.from(
    { length: turns + 2 },
    (_, index) => random.between(5, 15) * (index === 0 ? 1.8 : 1) * (width / 96),
  );
  const reach = random.between(0.5, 1.25) * (width / turns) * 0.5;
  const slant = random.between(0.25, 0.7);
  const points: string[] = [];
  for (let step = 0; step <= turns * 18; step += 1) {
    const along = step / 18;
    const [low, high] = [heights[Math.floor(along)]!, heights[Math.floor(along) + 1]!];
    const tall = low + (high - low) * (along % 1);
    const turn = along * 2 * Math.PI;
    const y = -tall * (1 - Math.cos(turn)) + tall * 0.5;
    const x = (along / turns) * width * 0.75 + reach * Math.sin(turn) - slant * y;
    points.push(`${x.toFixed(1)} ${y.toFixed(1)}`);
  }
  return `M ${points.join(' L ')}`;
}

function flourish(random: Random, width: number): string {
  const drop = random.between(4, 12);
  const [first, second] = [random.between(-1.5, 2.2), random.between(-0.6, 1.8)];
  const start = random.between(-0.05, 0.3) * width;
  return `M ${start} ${drop} C ${width * 0.4} ${drop * first} ${width * 0.6} ${drop * second} ${width * random.between(0.85, 1.1)} ${-drop}`;
}

/** Draws a QR code, quiet zone included, with its top left corner at `x`, `y`. */
export async function drawQr(
  sheet: Sheet,
  at: { x: number; y: number; size: number; text: string },
): Promise<void> {
  const { symbol, error } = await writeBarcode(at.text, { format: 'QRCode', options: 'ecLevel=M' });
  if (error) throw new Error(error);
  const cell = at.size / symbol.width;
  for (let row = 0; row < symbol.height; row += 1) {
    for (let column = 0; column < symbol.width; column += 1) {
      if (symbol.data[row * symbol.width + column] !== 0) continue;
      const y = sheet.height - at.y - (row + 1) * cell;
      // A hair of overlap keeps renderers from leaving white seams between modules.
      sheet.page.drawRectangle({
        x: at.x + column * cell,
        y,
        width: cell + 0.05,
        height: cell + 0.05,
        color: rgb(0, 0, 0),
      });
    }
  }
}

export function drawStar(sheet: Sheet, at: { x: number; y: number; size: number; colour: Color }): void {
  const points = Array.from({ length: 10 }, (_, index) => {
    const radius = index % 2 === 0 ? at.size : at.size * 0.39;
    const angle = -Math.PI / 2 + (index * Math.PI) / 5;
    return `${(radius * Math.cos(angle)).toFixed(2)} ${(radius * Math.sin(angle)).toFixed(2)}`;
  });
  sheet.page.drawSvgPath(`M ${points.join(' L ')} Z`, { x: at.x, y: sheet.height - at.y, color: at.colour });
}

/** A red disc with a yellow star in a wreath: stands for the national emblem on certificates. */
export function drawEmblem(sheet: Sheet, at: { x: number; y: number; size: number }): void {
  const centre = { x: at.x, y: sheet.height - at.y };
  const gold = rgb(0.85, 0.68, 0.2);
  sheet.page.drawCircle({ ...centre, size: at.size, color: gold });
  sheet.page.drawCircle({ ...centre, size: at.size * 0.8, color: rgb(0.8, 0.12, 0.12) });
  drawStar(sheet, { x: at.x, y: at.y, size: at.size * 0.46, colour: rgb(0.98, 0.84, 0.2) });
}

/** Fills the sheet with a pale tint and rosettes of fine waves, as printed security paper has. */
export function drawSecurityPaper(sheet: Sheet, look: { tint: Color; wave: Color; rings: number }): void {
  const { page, width, height } = sheet;
  page.drawRectangle({ x: 0, y: 0, width, height, color: look.tint });
  for (let ring = 0; ring < look.rings; ring += 1) {
    const radius = ((ring + 1) * Math.min(width, height) * 0.42) / look.rings;
    const points = Array.from({ length: 121 }, (_, index) => {
      const angle = (index * Math.PI) / 60;
      const wobble = radius * (1 + 0.05 * Math.sin(12 * angle + ring));
      return `${(wobble * Math.cos(angle)).toFixed(1)} ${(wobble * Math.sin(angle)).toFixed(1)}`;
    });
    const path = `M ${points.join(' L ')}`;
    page.drawSvgPath(path, { x: width / 2, y: height / 2, borderColor: look.wave, borderWidth: 0.6 });
  }
}

/** Double frame with corner blocks, as round certificates. */
export function drawOrnateFrame(sheet: Sheet, colour: Color, inset = 9 * MM): void {
  const { width, height } = sheet;
  const outer = { x: inset, y: inset, width: width - 2 * inset, height: height - 2 * inset };
  sheet.frame(outer, 3.2, colour);
  const gap = 5;
  sheet.frame(
    { x: inset + gap, y: inset + gap, width: outer.width - 2 * gap, height: outer.height - 2 * gap },
    0.8,
    colour,
  );
  for (const x of [inset, width - inset]) {
    for (const y of [inset, height - inset]) {
      sheet.page.drawSquare({ x: x - 7, y: height - y - 7, size: 14, color: colour });
      drawStar(sheet, { x, y, size: 5, colour: rgb(1, 0.97, 0.9) });
    }
  }
}
