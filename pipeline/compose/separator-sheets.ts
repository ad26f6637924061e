// Sheets to print and lay between papers before a run through the feeder (contract 3 of the design).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fontkit, { type Font } from '@pdf-lib/fontkit';
import { PDFDocument, PDFName, type PDFPage, PDFString, rgb } from 'pdf-lib';
import { AppError } from '../../core/errors.ts';
import { packageRoot } from '../../lists/package-root.ts';
import { dossierPrefix, dossierTexts, separatorText, separatorTexts } from '../split/sheet-texts.ts';
import { type QrGrid, qrGrid } from './qr-code.ts';

export interface SeparatorOrder {
  /** How many sheets that part one paper from the next. */
  readonly count: number;
  /** One sheet each that opens this dossier. */
  readonly dossierCodes?: readonly string[];
}

/** More than a feeder holds in a day. */
const MAX_SHEETS = 1000;
/** A4 in points. */
const WIDTH = 595.28;
const HEIGHT = 841.89;
/** The QR is 90 mm wide: read at any scan resolution, also when the sheet lies askew. */
const QR_SIDE = (90 / 25.4) * 72;

interface Sheet {
  readonly qr: string;
  readonly heading: string;
  readonly lines: readonly string[];
}

const separator: Sheet = { qr: separatorText, ...separatorTexts };

const opening = (code: string): Sheet => ({ qr: `${dossierPrefix}${code}`, ...dossierTexts(code) });

/** Runs of dark modules become one rectangle each; one path, so that no hairlines show between them. */
function qrPath(grid: QrGrid): string {
  const parts: string[] = [];
  for (let row = 0; row < grid.size; row += 1) {
    for (let column = 0; column < grid.size; column += 1) {
      if (!grid.dark(column, row)) continue;
      const start = column;
      while (column + 1 < grid.size && grid.dark(column + 1, row)) column += 1;
      parts.push(`M${start} ${row}H${column + 1}V${row + 1}H${start}Z`);
    }
  }
  return parts.join('');
}

/** A glyph's SVG path moved right; its y is turned over, since SVG's y runs down and the font's up. */
function shifted(path: string, dx: number): string {
  return path.replace(
    /(-?[\d.]+)[ ,]+(-?[\d.]+)/g,
    (_, x: string, y: string) => `${Number(x) + dx} ${-Number(y)}`,
  );
}

/** A line of text as outlines: fontkit's subsets of this font lose glyphs, and a printed sheet needs no text. */
function outlines(font: Font, text: string): { path: string; width: number } {
  const parts: string[] = [];
  let width = 0;
  for (const character of text.normalize('NFC')) {
    const glyph = font.glyphForCodePoint(character.codePointAt(0) ?? 0);
    parts.push(shifted(glyph.path.toSVG(), width));
    width += glyph.advanceWidth;
  }
  return { path: parts.join(''), width };
}

function centred(page: PDFPage, text: string, font: Font, at: { y: number; size: number }): void {
  const { path, width } = outlines(font, text);
  const scale = Math.min(at.size / font.unitsPerEm, (WIDTH - 80) / width);
  page.drawSvgPath(path, {
    x: (WIDTH - width * scale) / 2,
    y: at.y,
    scale,
    color: rgb(0, 0, 0),
    borderWidth: 0,
  });
}

async function drawSheet(document: PDFDocument, sheet: Sheet, font: Font): Promise<PDFPage> {
  const page = document.addPage([WIDTH, HEIGHT]);
  const grid = await qrGrid(sheet.qr);
  const top = (HEIGHT + QR_SIDE) / 2;
  const at = { x: (WIDTH - QR_SIDE) / 2, y: top, scale: QR_SIDE / grid.size };
  page.drawSvgPath(qrPath(grid), { ...at, color: rgb(0, 0, 0), borderWidth: 0 });
  centred(page, sheet.heading, font, { y: top + 70, size: 34 });
  sheet.lines.forEach((line, index) => {
    centred(page, line, font, { y: top - QR_SIDE - 60 - index * 22, size: 14 });
  });
  centred(page, sheet.qr, font, { y: 40, size: 10 });
  return page;
}

/**
 * A PDF of A4 sheets: `count` separators, then one opening sheet a dossier code. Same order, same bytes.
 * @throws AppError `compose.count`, `compose.qr` (a code no QR or file name can carry).
 */
export async function separatorSheets(order: SeparatorOrder): Promise<Uint8Array> {
  const codes = order.dossierCodes ?? [];
  if (!Number.isInteger(order.count) || order.count < 0 || order.count + codes.length > MAX_SHEETS)
    throw new AppError('usage', 'compose.count', { params: { limit: MAX_SHEETS } });
  if (codes.some((code) => !/^[\w.-]{1,80}$/.test(code))) throw new AppError('usage', 'compose.qr');
  const document = await PDFDocument.create({ updateMetadata: false });
  const file = readFileSync(join(packageRoot(), 'lists', 'fonts', 'tinos-regular.ttf'));
  const font = fontkit.create(file);
  const sheets = [...Array.from({ length: order.count }, () => separator), ...codes.map(opening)];
  const drawn = new Map<Sheet, PDFPage>();
  for (const sheet of sheets) {
    const same = drawn.get(sheet)?.node.Contents();
    if (same) document.addPage([WIDTH, HEIGHT]).node.set(PDFName.of('Contents'), same);
    else drawn.set(sheet, await drawSheet(document, sheet, font));
  }
  document.catalog.set(PDFName.of('Lang'), PDFString.of('vi'));
  return document.save({ addDefaultPage: false });
}
