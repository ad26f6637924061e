// Draws, damages and writes the sample dossiers: node samples/make.ts [--fonts FOLDER] [--out FOLDER]
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { DOSSIERS, type SampleDossier, type SampleScan } from './dossiers.ts';
import { drawQr } from './draw/marks.ts';
import { type Random, seeded } from './draw/random.ts';
import { MM } from './draw/sheet.ts';
import { type DrawnPaper, type DrawPaper, drawPaper } from './papers/paper.ts';
import { damagePage, faxPage, type Picture } from './scan/damage.ts';
import { asFaxTiff, asJpeg, asPdf, renderPages } from './scan/files.ts';

const DEFAULT_QUALITY = 72;
const SEPARATOR = 'SOHOA/1/SEP';

const { values } = parseArgs({ options: { fonts: { type: 'string' }, out: { type: 'string' } } });
const out = values.out ?? dirname(fileURLToPath(import.meta.url));

for (const dossier of DOSSIERS) await writeDossier(dossier);

interface Scanned {
  readonly scan: SampleScan;
  readonly paper: DrawnPaper;
  readonly pictures: readonly Picture[];
}

async function writeDossier({ folder, dossier, scans }: SampleDossier): Promise<void> {
  const target = join(out, folder);
  await rm(join(target, 'scans'), { recursive: true, force: true });
  await mkdir(join(target, 'scans'), { recursive: true });
  const truth: object[] = [];
  const run: Buffer[] = [];
  for (const [index, scan] of scans.entries()) {
    const random = seeded(`${dossier.code}/${index}`);
    const scanned = await scanPaper(scan, random);
    const jpegs = () =>
      Promise.all(
        scanned.pictures.map((page) => asJpeg(page, scan.damage.dpi, scan.quality ?? DEFAULT_QUALITY)),
      );
    if (scan.as === 'batch') {
      run.push(await separator(random, scan), ...(await jpegs()));
      truth.push(truthOf(scanned, 'scans/batch.pdf', run.length - scanned.pictures.length + 1));
      continue;
    }
    const file = `scans/${String(index + 1).padStart(2, '0')}.${scan.as}`;
    const bytes = await encode(scanned, jpegs);
    await writeFile(join(target, file), bytes);
    truth.push(truthOf(scanned, file, 1));
  }
  if (run.length > 0) await writeFile(join(target, 'scans/batch.pdf'), await asPdf(run, 200));
  await writeFile(join(target, 'dossier.json'), `${JSON.stringify(dossier, null, 1)}\n`);
  await writeFile(join(target, 'truth.json'), `${JSON.stringify(truth, null, 1)}\n`);
}

async function scanPaper(scan: SampleScan, random: Random): Promise<Scanned> {
  const { pdf, paper } = await drawPaper(scan.draw, values.fonts);
  const clean = await renderPages(pdf, scan.damage.dpi);
  const pictures: Picture[] = [];
  for (const page of clean) {
    const damaged = await damagePage(page, scan.damage, random);
    pictures.push(scan.as === 'tif' ? await faxPage(damaged, random) : damaged);
  }
  return { scan, paper, pictures };
}

async function encode({ scan, pictures }: Scanned, jpegs: () => Promise<Buffer[]>): Promise<Uint8Array> {
  if (scan.as === 'tif') return asFaxTiff(pictures[0]!, scan.damage.dpi);
  const encoded = await jpegs();
  return scan.as === 'pdf' ? asPdf(encoded, scan.damage.dpi) : encoded[0]!;
}

/** The sheet before each paper of a run: a QR and nothing else (contract 3). */
async function separator(random: Random, { damage }: SampleScan): Promise<Buffer> {
  const draw: DrawPaper = async (desk) => {
    const sheet = desk.sheet();
    const size = 60 * MM;
    await drawQr(sheet, { x: (sheet.width - size) / 2, y: 60 * MM, size, text: SEPARATOR });
    return { type: '', sheets: [sheet], fields: {}, owners: [] };
  };
  const { pdf } = await drawPaper(draw, values.fonts);
  const [page] = await renderPages(pdf, damage.dpi);
  const lying: typeof damage = {
    ...damage,
    folds: [],
    noise: 1.2,
    rotation: 0,
    skew: random.between(-0.8, 0.8),
  };
  return asJpeg(await damagePage(page!, lying, random), damage.dpi, 40);
}

function truthOf({ scan, paper, pictures }: Scanned, file: string, firstPage: number): object {
  const text = paper.sheets.map((sheet) => sheet.lines.join('\n'));
  return {
    file,
    first_page: firstPage,
    pages: pictures.length,
    type: paper.type,
    level: scan.level,
    rotation: scan.damage.rotation,
    blank_pages: text.flatMap((lines, index) => (lines === '' ? [index + 1] : [])),
    qr: paper.qr ?? null,
    fields: paper.fields,
    handwritten: [],
    signed: false,
    owners: paper.owners,
    text,
  };
}
