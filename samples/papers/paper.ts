// What drawing a paper gives: its sheets and what a perfect reader would find on it.
import { PDFDocument } from 'pdf-lib';
import { embedFaces } from '../draw/fonts.ts';
import { MM, Sheet } from '../draw/sheet.ts';

export interface DrawnPaper {
  /** Kind of paper, a code of lists/document-types.json. */
  readonly type: string;
  readonly sheets: readonly Sheet[];
  /** Facts as printed; null: the kind has the fact, this paper does not print it. */
  readonly fields: Readonly<Record<string, string | null>>;
  /** Numbers of owners that the paper prints. */
  readonly owners: readonly string[];
  readonly qr?: string;
}

/** Hands out empty sheets of one document. */
export interface Desk {
  sheet(widthMm?: number, heightMm?: number): Sheet;
}

export type DrawPaper = (desk: Desk) => DrawnPaper | Promise<DrawnPaper>;

/** Draws one paper into a PDF of its own. The PDF carries no clock and no random id: same input, same bytes. */
export async function drawPaper(
  draw: DrawPaper,
  fonts?: string,
): Promise<{ pdf: Uint8Array; paper: DrawnPaper }> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const faces = await embedFaces(document, fonts);
  const desk: Desk = {
    sheet: (width = 210, height = 297) => new Sheet(document.addPage([width * MM, height * MM]), faces),
  };
  const paper = await draw(desk);
  return { pdf: await document.save(), paper };
}
