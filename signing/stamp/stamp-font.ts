// The stamp's font: Tinos (SIL OFL), which has the widths of Times New Roman, the font Decree 30/2020 asks for.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../lists/package-root.ts';
import { glyphOrQuestion } from './subset-font.ts';
import { parseTrueType, type TrueTypeFont } from './truetype.ts';

let parsed: TrueTypeFont | undefined;

/** Read and parsed once a process. */
export function stampFont(): TrueTypeFont {
  parsed ??= parseTrueType(
    new Uint8Array(readFileSync(join(packageRoot(), 'lists/fonts/tinos-regular.ttf'))),
  );
  return parsed;
}

/** Width of one line in points. */
export function textWidth(font: TrueTypeFont, text: string, size: number): number {
  const units = [...text].reduce(
    (sum, character) => sum + font.metrics(glyphOrQuestion(font, character)).advance,
    0,
  );
  return (units * size) / font.unitsPerEm;
}
