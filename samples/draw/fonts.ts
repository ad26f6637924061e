// Faces for the drawn papers: Tinos (metrics of Times New Roman) and Arimo (of Arial), both OFL, with Vietnamese.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import fontkit from '@pdf-lib/fontkit';
import { type PDFDocument, type PDFFont, StandardFonts } from 'pdf-lib';

export interface Faces {
  readonly regular: PDFFont;
  readonly bold: PDFFont;
  readonly italic: PDFFont;
  readonly boldItalic: PDFFont;
  readonly sans: PDFFont;
  readonly sansBold: PDFFont;
  /** Machine-readable zone of cards; ASCII only. */
  readonly mono: PDFFont;
}

const FILES = {
  regular: 'tinos/400Regular/Tinos_400Regular.ttf',
  bold: 'tinos/700Bold/Tinos_700Bold.ttf',
  italic: 'tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf',
  boldItalic: 'tinos/700Bold_Italic/Tinos_700Bold_Italic.ttf',
  sans: 'arimo/400Regular/Arimo_400Regular.ttf',
  sansBold: 'arimo/700Bold/Arimo_700Bold.ttf',
} as const;

/** @param folder Holds `tinos/` and `arimo/` as unpacked from npm; default: the devDependencies @expo-google-fonts/*. */
export async function embedFaces(pdf: PDFDocument, folder = installedFonts()): Promise<Faces> {
  pdf.registerFontkit(fontkit);
  // Subsetting by @pdf-lib/fontkit loses letters of these faces; the PDF is only rendered, never kept.
  const embed = (file: string) => pdf.embedFont(readFileSync(join(folder, file)), { subset: false });
  return {
    regular: await embed(FILES.regular),
    bold: await embed(FILES.bold),
    italic: await embed(FILES.italic),
    boldItalic: await embed(FILES.boldItalic),
    sans: await embed(FILES.sans),
    sansBold: await embed(FILES.sansBold),
    mono: await pdf.embedFont(StandardFonts.CourierBold),
  };
}

function installedFonts(): string {
  const tinos = createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json');
  return dirname(dirname(tinos));
}
