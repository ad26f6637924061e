// How alike each legal copy is to the deskewed scan: structural similarity at 100 dpi. node bench/ssim.ts CORPUS RESULTS
// RESULTS as bench/score.ts wrote them, with `legalCopy` paths. The reference is the scan turned by us, not by sohoa.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { openSource } from '../pipeline/intake/open-source.ts';
import { type Pose, refine, sampled } from './registration.ts';
import { dossierFolders } from './scans.ts';
import { bestFit, type Fit, type Grey, ssim } from './similarity.ts';

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
    const [source, copy] = [await scan.page(page.number), await legal.page(index + 1)];
    const from = await grey(source, page.rotation);
    // A page in layers comes as a rendering, in the resolution of renderings.
    const target = await resized(await grey(copy, 0), source.dpi / copy.dpi);
    const { pose, score } = await likeness({ from, target, dpi: source.dpi });
    scores.push(score);
    console.log(
      `${name}\t${document.source}#${page.number}\t${score.toFixed(4)}\tskew ${pose.degrees.toFixed(2)}`,
    );
  }
  await scan.close();
  await legal.close();
}

/** Found roughly on small pictures, then to a fraction of a pixel on large ones; compared at 100 dpi. */
async function likeness({ from, target, dpi }: { from: Grey; target: Grey; dpi: number }) {
  const small = [await resized(from, DPI / dpi), await resized(target, DPI / dpi)] as const;
  const found = await bestFit((skew) => turnSmall(small[0], skew), small[1]);
  const pose = refine(from, target, poseOf(found, small, dpi / DPI));
  const laid = sampled(from, target, pose);
  const [one, other] = [await resized(laid, DPI / dpi), await resized(target, DPI / dpi)];
  return { pose, score: ssim(one, other) };
}

/** The middle of the target as a place on the scan before it was turned. */
function poseOf(fit: Fit, [from, target]: readonly [Grey, Grey], scale: number): Pose {
  const turn = (fit.skew * Math.PI) / 180;
  const [cos, sin] = [Math.abs(Math.cos(turn)), Math.abs(Math.sin(turn))];
  const canvas = {
    width: from.width * cos + from.height * sin,
    height: from.width * sin + from.height * cos,
  };
  const x = fit.left - fit.inside.left + target.width / 2 - canvas.width / 2;
  const y = fit.top - fit.inside.top + target.height / 2 - canvas.height / 2;
  const [c, s] = [Math.cos(-turn), Math.sin(-turn)];
  return {
    degrees: fit.skew,
    x: (from.width / 2 + c * x - s * y) * scale,
    y: (from.height / 2 + s * x + c * y) * scale,
  };
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof openSource>>['page']>>;

/** A page as grey in its own resolution, as its source shows it, then turned clockwise by a right angle. */
async function grey(page: Page, degrees: number): Promise<Grey> {
  const shown = sharp(page.bytes, { failOn: 'none' }).flatten({ background: '#fff' }).greyscale();
  const upright = await (page.mirrored ? shown.flop() : shown).png({ compressionLevel: 1 }).toBuffer();
  return raw(sharp(upright).rotate((page.rotation + degrees) % 360));
}

function resized({ width, height, data }: Grey, factor: number): Promise<Grey> {
  const size = {
    width: Math.round(width * factor),
    height: Math.round(height * factor),
    fit: 'fill' as const,
  };
  return raw(sharp(data, { raw: { width, height, channels: 1 } }).resize(size));
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
