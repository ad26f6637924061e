// Makes one set of labelled lines, page by page, into a folder: `.lstmf` files and a list of them. Pages that are there stay.
import { existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LineFinder } from '../core/ports.ts';
import { type CutOptions, cutDefaults } from '../pipeline/recognise/cut-line.ts';
import { cutPage, type LabelledLine, variedCut } from './cut-pages.ts';
import { damagePage } from './damage-page.ts';
import { drawPage } from './draw-page.ts';
import type { Face } from './faces.ts';
import { frameLine } from './frame-line.ts';
import { toLstmf } from './lstmf.ts';
import { chance } from './random.ts';
import type { Pools } from './text/pools.ts';

export interface SetPlan {
  readonly folder: string;
  readonly seed: number;
  readonly pages: number;
  readonly pools: Pools;
  readonly faces: readonly Face[];
  readonly families: readonly (readonly [number, string])[];
  /** Share of lines made of what reading errs on most. */
  readonly hard: number;
  readonly finder: LineFinder;
  /** Called after each page with the lines so far. */
  readonly told?: (page: number) => void;
}

// Tesseract reads a line picture in the frame it finds itself, close about the letters.
const trainedMargin = 3.5;

/** Path of the list of files. The same plan gives the same bytes. */
export async function makeSet(plan: SetPlan): Promise<string> {
  mkdirSync(plan.folder, { recursive: true });
  for (let page = 1; page <= plan.pages; page++) {
    const file = join(plan.folder, `${String(page).padStart(4, '0')}.lstmf`);
    if (!existsSync(file)) {
      const frames = chance(plan.seed * 200_003 + page);
      const lines = (await linesOfPage(plan, page)).map((line) => ({
        ...line,
        picture: frameLine(line.picture, frames),
      }));
      if (lines.length > 0) {
        writeFileSync(`${file}.part`, toLstmf(lines));
        renameSync(`${file}.part`, file);
      }
    }
    plan.told?.(page);
  }
  const list = join(plan.folder, 'list.txt');
  const files = readdirSync(plan.folder)
    .filter((name) => name.endsWith('.lstmf'))
    .sort();
  writeFileSync(list, files.map((name) => `${join(plan.folder, name)}\n`).join(''));
  return list;
}

/** Each page has a chance of its own, so that any page can be made again alone. */
export async function linesOfPage(
  plan: Omit<SetPlan, 'folder' | 'pages'>,
  page: number,
  cut?: () => CutOptions,
): Promise<LabelledLine[]> {
  const dice = chance(plan.seed * 100_003 + page);
  const text = {
    chance: dice,
    pools: plan.pools,
    faces: plan.faces,
    families: plan.families,
    hard: plan.hard,
  };
  const drawn = await drawPage(text);
  // Another page's ink shines through; drawing one for every page would double the time.
  const scan = await damagePage(drawn, dice, dice.yes(0.3) ? drawn : undefined);
  const usual = { ...cutDefaults, margin: trainedMargin };
  return cutPage({
    scan,
    pieces: drawn.pieces,
    finder: plan.finder,
    cut: cut ?? (() => variedCut(dice, usual)),
  });
}
