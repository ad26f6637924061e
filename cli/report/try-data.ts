// What the report of `sohoa try` is made of: the tried files with names, words and small pictures.
import { availableParallelism } from 'node:os';
import type { Language } from '../../core/messages/index.ts';
import type { PageReading, Problem } from '../../core/model.ts';
import { eachFile } from '../../pipeline/each-file.ts';
import { flatPicture } from '../../pipeline/layers/flat-picture.ts';
import type { DigitizeSettings } from '../../pipeline/paper.ts';
import { type PictureSizes, pagePictures, type SmallPicture } from '../../pipeline/pictures/page-pictures.ts';
import type { TriedFile, TriedPaper } from '../../pipeline/try-scans.ts';
import { type FactView, factName, isSure, shownValue, wordsIn } from './fact-view.ts';

export interface PageView {
  readonly reading: PageReading;
  readonly picture: SmallPicture | null;
  /** Milliseconds of reading it; null where it was read before under another name. */
  readonly milliseconds: number | null;
}

export interface PaperView {
  readonly source: string;
  readonly paper: TriedPaper;
  readonly pages: readonly PageView[];
  readonly facts: readonly FactView[];
}

export interface TryReport {
  readonly lang: Language;
  readonly at: Date;
  /** Confidence from which a fact needs no clerk. */
  readonly sure: number;
  readonly papers: readonly PaperView[];
  readonly refused: readonly { readonly source: string; readonly problem: Problem }[];
  readonly skipped: readonly { readonly source: string; readonly reason: string }[];
  readonly files: number;
  /** Bytes of the scans. */
  readonly bytes: number;
  readonly sheets: number;
  readonly speed: Speed;
}

export interface Speed {
  /** Milliseconds from the first file to the last paper. */
  readonly wall: number;
  /** Reading processes. */
  readonly workers: number;
  readonly reader: string;
  /** Milliseconds of every page read, by step. */
  readonly pages: readonly Readonly<Record<string, number>>[];
}

export interface Tried {
  readonly files: readonly TriedFile[];
  readonly skipped: TryReport['skipped'];
  readonly lang: Language;
  readonly at: Date;
  readonly settings: Pick<DigitizeSettings, 'sure' | 'sureByType'>;
  readonly speed: Omit<Speed, 'pages'>;
}

/** Pictures of all pages must not make the report larger than a mail or a browser likes: about 7 MB of bytes. */
const PICTURE_BYTES = 7_000_000;
/** Finest first. `least`: bytes of a page of colour with ten facts, measured on samples/. */
const SIZES: readonly (PictureSizes & { readonly least: number })[] = [
  { least: 90_000, page: 1100, quality: 42, cropWidth: 640, cropHeight: 150 },
  { least: 55_000, page: 760, quality: 38, cropWidth: 520, cropHeight: 110 },
  { least: 36_000, page: 560, quality: 34, cropWidth: 420, cropHeight: 84 },
  { least: 22_000, page: 400, quality: 30, cropWidth: 320, cropHeight: 60 },
  { least: 12_000, page: 240, quality: 26, cropWidth: 240, cropHeight: 40 },
];

const COARSEST = SIZES.at(-1)!;

export function sizesFor(pages: number): PictureSizes {
  const each = PICTURE_BYTES / Math.max(1, pages);
  return SIZES.find(({ least }) => each >= least) ?? COARSEST;
}

/** Papers that get pictures: those to be looked at first, and no more pages than there is room for. */
export function picturedPapers(papers: readonly TriedPaper[]): Set<TriedPaper> {
  const looked = (paper: TriedPaper) => Number(paper.state === 'filed');
  let room = Math.floor(PICTURE_BYTES / COARSEST.least);
  const pictured = papers
    .toSorted((one, other) => looked(one) - looked(other))
    .filter((paper) => {
      room -= paper.pages.length;
      return room >= 0;
    });
  return new Set(pictured);
}

/** Makes the pictures, so the work folder must still stand. `onPage` counts pages. */
export async function reportOf(
  tried: Tried,
  following: { onPage(done: number, total: number): void; signal: AbortSignal },
): Promise<TryReport> {
  const { files, lang, settings } = tried;
  const all = files.flatMap((file) => file.papers.map((paper) => ({ file, paper })));
  const total = all.reduce((sum, { paper }) => sum + paper.pages.length, 0);
  const sizes = sizesFor(total);
  const pictured = picturedPapers(all.map(({ paper }) => paper));
  let done = 0;
  const papers = await eachFile(
    all,
    { busy: availableParallelism(), signal: following.signal },
    async ({ file, paper }) =>
      viewOf(
        { file, paper },
        { lang, settings, sizes, pictured, onPage: () => following.onPage(++done, total) },
      ),
  );
  following.signal.throwIfAborted();
  return {
    ...{ lang, at: tried.at, sure: settings.sure, papers },
    refused: files.flatMap(({ source, refused }) => (refused ? [{ source, problem: refused }] : [])),
    skipped: tried.skipped,
    files: files.length,
    bytes: files.reduce((sum, file) => sum + file.bytes, 0),
    sheets: files.reduce((sum, file) => sum + file.sheets, 0),
    speed: { ...tried.speed, pages: files.flatMap(({ timings }) => [...timings.values()]) },
  };
}

interface Viewing {
  readonly lang: Language;
  readonly settings: Tried['settings'];
  readonly sizes: PictureSizes;
  readonly pictured: ReadonlySet<TriedPaper>;
  onPage(): void;
}

async function viewOf(
  { file, paper }: { file: TriedFile; paper: TriedPaper },
  { lang, settings, sizes, pictured, onPage }: Viewing,
): Promise<PaperView> {
  const facts = paper.understanding?.facts ?? [];
  const crops = new Map<(typeof facts)[number], SmallPicture>();
  const pages: PageView[] = [];
  for (const reading of paper.pages) {
    // What may not be kept is not kept in a report either.
    const hidden = paper.copyBytes === null || !pictured.has(paper);
    const picture = hidden ? null : await file.picture(reading.number);
    const boxed = facts.flatMap((fact) =>
      fact.page === reading.number && fact.box ? [{ fact, box: fact.box }] : [],
    );
    const made =
      picture &&
      (await pagePictures(
        await flatPicture(picture),
        boxed.map(({ box }) => box),
        sizes,
      ));
    for (const [index, { fact }] of boxed.entries()) {
      const crop = made?.crops[index];
      if (crop) crops.set(fact, crop);
    }
    const steps = file.timings.get(reading.number);
    const milliseconds = steps ? Object.values(steps).reduce((sum, ms) => sum + ms, 0) : null;
    pages.push({ reading, picture: made?.page ?? null, milliseconds });
    onPage();
  }
  return {
    source: file.source,
    paper,
    pages,
    facts: facts.map((fact) => ({
      fact,
      name: factName(lang, fact.key, paper.kind),
      shown: shownValue(fact, paper.kind),
      sure: isSure(fact, paper.kind, settings),
      words: wordsIn(
        paper.pages.find(({ number }) => number === fact.page),
        fact.box,
      ),
      crop: crops.get(fact) ?? null,
    })),
  };
}
