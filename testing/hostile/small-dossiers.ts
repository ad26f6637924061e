// Dossiers that are quickly read: small pieces of scans and blank sheets, one paper or several to a file.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import type { Sharp } from 'sharp';
import { separatorSheets } from '../../pipeline/compose/separator-sheets.ts';
import { smallScan } from './small-scan.ts';

const jpegOf = (image: Sharp): Promise<Buffer> =>
  image.jpeg({ quality: 80 }).withMetadata({ density: 200 }).toBuffer();

/** Two dossiers below `folder`: single scans, a fax, and a run through the feeder with a separator sheet in it. */
export async function makeSmallDossiers(folder: string): Promise<void> {
  const scan = await smallScan();
  const [one, two, three] = await Promise.all([
    jpegOf(scan.clone()),
    jpegOf(scan.clone().extract({ left: 0, top: 60, width: 500, height: 200 })),
    jpegOf(scan.clone().negate().negate().linear(0.9, 10)),
  ]);
  const fax = await scan.clone().threshold(128).tiff({ compression: 'lzw' }).toBuffer();
  put(folder, 'first', { '01.jpg': one!, '02.jpg': two!, '03.tif': fax });
  put(folder, 'second', { 'feeder.pdf': await feederRun([two!, three!]) });
}

function put(folder: string, name: string, files: Readonly<Record<string, Uint8Array>>): void {
  const scans = join(folder, name, 'scans');
  mkdirSync(scans, { recursive: true });
  const dossier = { code: `H36.12-20261122-${name}`, received: '2026-11-22', owners: [] };
  writeFileSync(join(folder, name, 'dossier.json'), JSON.stringify(dossier));
  for (const [file, bytes] of Object.entries(files)) writeFileSync(join(scans, file), bytes);
}

/** A paper of one page and a blank one, a separator sheet, a paper of one page. */
async function feederRun([first, second]: readonly Buffer[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const add = async (jpeg: Buffer | undefined): Promise<void> => {
    const page = pdf.addPage([250, 110]);
    if (!jpeg) return;
    const picture = await pdf.embedJpg(jpeg);
    page.drawImage(picture, { x: 0, y: 0, width: 250, height: 110 });
  };
  await add(first);
  await add(undefined);
  const sheets = await PDFDocument.load(await separatorSheets({ count: 1 }));
  for (const sheet of await pdf.copyPages(sheets, [0])) pdf.addPage(sheet);
  await add(second);
  return pdf.save();
}
