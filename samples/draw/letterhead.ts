// Blocks that Vietnamese papers share: the two-column head of Decree 30/2020 and the signature block.
import { rgb } from 'pdf-lib';
import { drawSeal, drawSignature } from './marks.ts';
import { MM, type Sheet } from './sheet.ts';

export const NATION = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
export const MOTTO = 'Độc lập - Tự do - Hạnh phúc';

export interface Letterhead {
  /** Plain line or lines above. */
  readonly superior?: readonly string[];
  /** Bold block. */
  readonly issuer: readonly string[];
  /** As printed, with "Số:". */
  readonly number?: string;
  /** `Nam Định, ngày 08 tháng 11 năm 2022`. */
  readonly placeAndDate?: string;
}

/** Issuer on the left, nation and motto on the right, number and date below; the cursor ends below both. */
export function drawLetterhead(sheet: Sheet, head: Letterhead): void {
  const top = sheet.y;
  const leftMiddle = sheet.left + (sheet.right - sheet.left) * 0.22;
  const rightMiddle = sheet.left + (sheet.right - sheet.left) * 0.715;
  const style = { x: leftMiddle, align: 'centre', size: 12 } as const;
  for (const line of head.superior ?? []) sheet.line(line, style);
  for (const line of head.issuer) sheet.line(line, { ...style, face: 'bold' });
  sheet.rule(leftMiddle - 12 * MM, leftMiddle + 12 * MM, sheet.y + 2);
  sheet.y += 9;
  if (head.number) sheet.line(head.number, { ...style, size: 13 });
  const leftEnd = sheet.y;
  sheet.y = top;
  drawNation(sheet, rightMiddle);
  sheet.y += 9;
  if (head.placeAndDate)
    sheet.line(head.placeAndDate, { x: rightMiddle, align: 'centre', size: 13, face: 'italic' });
  sheet.y = Math.max(sheet.y, leftEnd) + 10;
}

/** Nation, motto and the rule below the motto, around `middle`. */
export function drawNation(sheet: Sheet, middle = sheet.width / 2, size = 12): void {
  sheet.line(NATION, { x: middle, align: 'centre', size, face: 'bold' });
  sheet.line(MOTTO, { x: middle, align: 'centre', size: size + 1, face: 'bold' });
  const half = sheet.widthOf(MOTTO, size + 1, 'bold') / 2;
  sheet.rule(middle - half, middle + half, sheet.y + 1);
}

export interface SignatureBlock {
  /** Middle of the block. */
  readonly x: number;
  /** Authority and title, one a line, bold capitals. */
  readonly titles: readonly string[];
  /** Small italic line below the titles. */
  readonly hint?: string;
  readonly name: string;
  readonly seal?: { readonly around: string; readonly inside: string };
  readonly size?: number;
  /** Room for seal and signature between title and name. */
  readonly room?: number;
}

/** Title, signature, seal over its left third (Decree 30/2020, cell 8), name. Starts at the cursor, ends below. */
export function drawSignatureBlock(sheet: Sheet, block: SignatureBlock): void {
  const { x, size = 13, room = 30 * MM } = block;
  for (const title of block.titles) sheet.line(title, { x, align: 'centre', size, face: 'bold' });
  if (block.hint) sheet.line(block.hint, { x, align: 'centre', size: size - 2, face: 'italic' });
  const middle = sheet.y + room / 2;
  drawSignature(sheet, { x: x + 4, y: middle + 4, name: block.name });
  if (block.seal)
    drawSeal(sheet, { x: x - 13 * MM, y: middle + 1, turn: block.name.length % 7, ...block.seal });
  sheet.y += room;
  sheet.line(block.name, { x, align: 'centre', size, face: 'bold' });
}

export const PALE = {
  red: rgb(0.7, 0.12, 0.14),
  pink: rgb(0.985, 0.93, 0.925),
  wavePink: rgb(0.95, 0.83, 0.82),
};
