// The sound files that the fuzz damages: every format and structure that scanners, offices and we ourselves write.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { packageRoot } from '../../lists/index.ts';
import { separatorSheets } from '../../pipeline/compose/separator-sheets.ts';
import { jpegPicture, madePdf, madeScan, madeTiff } from '../../pipeline/intake/testing/made-files.ts';
import { seal } from '../../signing/seal.ts';
import { makeKeys, SIGNED_AT } from '../../signing/testing/test-keys.ts';
import { pdfPages } from './pdf-pages.ts';
import { pagesPdf, pdfStructures } from './pdf-structures.ts';
import { pictures } from './pictures.ts';
import { smallScan } from './small-scan.ts';
import { tiffs } from './tiffs.ts';

export interface SeedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Hostile files larger than this are no seeds: they cost time and the fuzz would not reach what is behind the bulk. */
const MOST_BYTES = 60_000;

export async function seedFiles(): Promise<SeedFile[]> {
  const made = { ...(await madePictures()), ...(await madePdfs()) };
  const files = Object.entries(made).map(([name, bytes]) => ({ name, bytes: Buffer.from(bytes) }));
  return [...files, ...samples(), ...(await hostile())];
}

async function madePictures(): Promise<Record<string, Uint8Array>> {
  const scan = await smallScan();
  const other = await madeScan();
  return {
    'grey.jpg': await scan.clone().jpeg({ quality: 80 }).toBuffer(),
    'progressive.jpg': await scan.clone().jpeg({ progressive: true }).toBuffer(),
    'exif.jpg': await scan.clone().jpeg().withMetadata({ orientation: 6, density: 200 }).toBuffer(),
    'grey.png': await scan.clone().png().toBuffer(),
    'palette.png': await scan.clone().png({ palette: true, colours: 4 }).toBuffer(),
    'interlaced.png': await scan.clone().png({ progressive: true }).toBuffer(),
    'fax.tif': await madeTiff([other, other], 'ccittfax4', [204, 98]),
    'lzw.tif': await madeTiff([other], 'lzw'),
    'tiled.tif': await scan
      .clone()
      .tiff({ tile: true, tileWidth: 64, tileHeight: 64, compression: 'deflate' })
      .toBuffer(),
    'jpeg.tif': await scan.clone().tiff({ compression: 'jpeg' }).toBuffer(),
  };
}

async function madePdfs(): Promise<Record<string, Uint8Array>> {
  const picture = await jpegPicture(await madeScan());
  const page = { picture, content: 'q 595 0 0 842 0 0 cm /P Do Q' };
  const sheets = await separatorSheets({ count: 1 });
  const born = await PDFDocument.create();
  const font = await born.embedFont(StandardFonts.TimesRoman);
  for (const words of ['A letter that was never printed', 'Its second page'])
    born.addPage([420, 595]).drawText(words, { x: 40, y: 500, size: 14, font });
  const signer = makeKeys().officer;
  const signed = await seal({
    pdf: sheets,
    signer,
    at: SIGNED_AT,
    keepFree: [],
    marks: [],
    production: false,
  });
  return {
    'scan.pdf': await madePdf([page, page]),
    'form.pdf': await madePdf([{ ...page, content: 'q 595 0 0 842 0 0 cm /W Do Q' }]),
    'stripes.pdf': await madePdf([
      { ...page, content: '/G gs q 595 0 0 421 0 0 cm /P Do Q q 595 0 0 421 0 421 cm /P Do Q' },
    ]),
    'text.pdf': await born.save({ useObjectStreams: false }),
    'object-streams.pdf': await born.save({ useObjectStreams: true }),
    'separator.pdf': sheets,
    'signed.pdf': signed,
    'pages.pdf': pagesPdf(12),
  };
}

function samples(): SeedFile[] {
  const root = join(packageRoot(), 'samples');
  return ['khai-sinh', 'doanh-nghiep', 'giay-to-gia-dinh'].flatMap((dossier) => {
    const folder = join(root, dossier, 'scans');
    return readdirSync(folder).map((name) => ({
      name: `${dossier}/${name}`,
      bytes: readFileSync(join(folder, name)),
    }));
  });
}

async function hostile(): Promise<SeedFile[]> {
  const files: SeedFile[] = [];
  for (const { name, make } of [...pdfStructures, ...pdfPages, ...pictures, ...tiffs]) {
    const bytes = Buffer.from(await make());
    if (bytes.length > 0 && bytes.length <= MOST_BYTES) files.push({ name, bytes });
  }
  return files;
}
