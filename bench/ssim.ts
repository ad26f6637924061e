// How alike each legal copy is to the deskewed scan: structural similarity at 100 dpi. node bench/ssim.ts CORPUS RESULTS
// RESULTS as bench/score.ts wrote them, with `legalCopy` paths. The reference is the scan turned by us, not by sohoa.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { openSource } from '../pipeline/intake/open-source.ts';
import { dossierFolders } from './scans.ts';
import { bestFit, crop, fitAgain, type Grey, ssim } from './similarity.ts';

const DPI = 100;
const [corpus, results] = process.argv.slice(2);
if (!corpus || !results) {
  console.error('usage: node bench/ssim.ts CORPUS RESULTS');
  process.exit(1);
}

interface Document {
  readonly source: string;
  readonly signed: boolean;
  readonly pages: readonly { number: number; blank: boolean; rotation: number }[];
  readonly files?: { readonly legalCopy?: string };
}

const scores: number[] = [];
for (const { name, path } of dossierFolders(corpus)) {
  const file = join(results, `${name}.json`);
  if (!existsSync(file)) continue;
  const documents: Document[] = JSON.parse(readFileSync(file, 'utf8')).documents;
  for (const document of documents) await compare(name, path, document);
}
const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
console.log(`mean\t${mean.toFixed(4)}\tworst ${Math.min(...scores).toFixed(4)}\t${scores.length} pages`);

async function compare(name: string, folder: string, document: Document): Promise<void> {
  const copy = document.files?.legalCopy;
  // Input that came signed is kept byte for byte: nothing to compare.
  if (!copy || document.signed || !existsSync(copy)) return;
  const [scan, legal] = [await openSource(join(folder, document.source)), await openSource(copy)];
  for (const [index, page] of document.pages.entries()) {
    if (page.blank) continue;
    const target = await atDpi(await legal.page(index + 1), 0);
    const source = await scan.page(page.number);
    // The search turns a small picture; only the reference itself is turned at full resolution, then made small.
    const small = await atDpi(source, page.rotation);
    const found = await bestFit((skew) => turnSmall(small, skew), target);
    // A small picture tells the skew to a twentieth of a degree; its neighbours get a chance too.
    let [score, skew] = [0, 0];
    for (const near of [found.skew - 0.05, found.skew, found.skew + 0.05]) {
      const turned = await atDpi(source, page.rotation + near);
      const fit = fitAgain(turned, target, found);
      const shown = crop(target, { ...fit, left: fit.inside.left, top: fit.inside.top });
      const likeness = ssim(crop(turned, fit), shown);
      if (likeness > score) [score, skew] = [likeness, near];
    }
    scores.push(score);
    console.log(`${name}\t${document.source}#${page.number}\t${score.toFixed(4)}\tskew ${skew.toFixed(2)}`);
  }
  await scan.close();
  await legal.close();
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof openSource>>['page']>>;

/** A page as grey at 100 dpi, as its source shows it, then turned clockwise. */
async function atDpi(page: Page, degrees: number): Promise<Grey> {
  const shown = sharp(page.bytes, { failOn: 'none' }).flatten({ background: '#fff' }).greyscale();
  const upright = await (page.mirrored ? shown.flop() : shown).png({ compressionLevel: 1 }).toBuffer();
  const turned = await sharp(upright).rotate(page.rotation).png({ compressionLevel: 1 }).toBuffer();
  const level = await sharp(turned)
    .rotate(degrees, { background: '#fff' })
    .png({ compressionLevel: 1 })
    .toBuffer({ resolveWithObject: true });
  const width = Math.round((level.info.width * DPI) / page.dpi);
  return raw(sharp(level.data).resize({ width }));
}

function turnSmall({ width, height, data }: Grey, degrees: number): Promise<Grey> {
  return raw(sharp(data, { raw: { width, height, channels: 1 } }).rotate(degrees, { background: '#fff' }));
}

async function raw(picture: Sharp): Promise<Grey> {
  const { data, info } = await picture
    .greyscale()
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}
