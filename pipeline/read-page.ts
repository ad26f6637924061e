// One page through clean, marks and recognise: what a pool worker does. Bytes in, reading and legal picture out.
import type { Line, Mark, PageColour, PageReading, PageText, Problem, RightAngle } from '../core/model.ts';
import type { LineFinder, LineReader } from '../core/ports.ts';
import {
  type CleanedPage,
  cleanPage,
  type OpenedPage,
  openPage,
  type PageSource,
} from './clean/clean-page.ts';
import { colourShare, type InkMap } from './clean/ink-colour.ts';
import { measureColour } from './clean/page-colour.ts';
import { qualityProblems } from './clean/quality.ts';
import { smallRgb, toGrey } from './clean/raster.ts';
import { isBitonal, legalPicture } from './layers/keep-picture.ts';
import type { LegalPicture } from './layers/legal-picture.ts';
import { readMarks } from './marks/read-marks.ts';
import { confirmUpright } from './recognise/confirm-upright.ts';
import { type Orientation, orientation } from './recognise/orientation.ts';
import { readStamps, stampSide } from './recognise/read-stamps.ts';
import { readText } from './recognise/read-text.ts';
import type { UpsideJudge } from './recognise/upside.ts';

export interface PageTools {
  /** Finds lines on the small picture, whichever way it lies. */
  readonly scout: LineFinder;
  readonly finder: LineFinder;
  readonly judge: UpsideJudge;
  readonly reader: LineReader;
}

export interface PageInput extends PageSource {
  /** Counts from 1 in the source file. */
  readonly number: number;
  /** Text of a page that was born digital: taken instead of reading the picture. */
  readonly nativeText?: PageText;
  /** Degrees clockwise that make it upright, where a clerk said so. */
  readonly turn?: RightAngle;
  readonly jpegQuality: number;
}

export interface PageOutput {
  readonly reading: PageReading;
  readonly legal: LegalPicture;
  /** Milliseconds a step. */
  readonly timings: Readonly<Record<string, number>>;
}

// A sheet without a line of text and with ink in fewer cells (3 mm each) than this holds dust, holes or shine-through.
const blankCells = 60;

/** Deterministic: the same bytes and options give the same output, whatever was read before. */
export async function readPage(
  input: PageInput,
  tools: PageTools,
  signal?: AbortSignal,
): Promise<PageOutput> {
  const clock = stopwatch();
  const opened = await openPage(input, { whole: input.nativeText !== undefined });
  clock('open');
  const way = input.nativeText ? asShown : await direction(opened, tools, input.turn);
  clock('orientation');
  const page = await cleanPage(opened, way);
  clock('clean');
  // On the picture as it is: flattening takes large black modules for paper.
  const marks = page.ink.cells === 0 ? [] : await readMarks(await toGrey(page.legal));
  clock('marks');
  const nothing = way.lines === 0 && page.ink.cells < blankCells && marks.length === 0;
  const lines = input.nativeText?.lines ?? (nothing ? [] : await readText(page.reader, tools, signal));
  clock('recognise');
  const small = await smallRgb(page.legal, stampSide);
  const stamps = nothing ? [] : await readStamps({ colour: small, ink: page.inks.all }, tools, signal);
  clock('stamps');
  const problems = input.nativeText ? [] : scanProblems(input.number, { opened, page, way, lines });
  clock('quality');
  const keep = { legal: page.legal, black: page.reader, dpi: page.dpi };
  const legal = await legalPicture(keep, { quality: input.jpegQuality, bitonal: isBitonal(opened.full) });
  clock('encode');
  return {
    reading: toReading({ input, page, marks, lines, stamps, colour: measureColour(small), problems }),
    legal,
    timings: clock.laps,
  };
}

async function direction(opened: OpenedPage, tools: PageTools, turn?: RightAngle): Promise<Orientation> {
  const found = await orientation(opened.smallBlack, tools.scout, tools.judge);
  // Lines that lie across the given direction say nothing of how far it slopes.
  if (turn !== undefined)
    return {
      ...found,
      rotation: turn,
      slope: (found.rotation - turn) % 180 === 0 ? found.slope : 0,
      certainty: 1,
    };
  return confirmUpright(found, opened.smallBlack, tools);
}

// A born-digital page lies as it is shown, and level.
const asShown = { rotation: 0, slope: null, lines: 1, found: [] } as const;

interface Read {
  readonly opened: OpenedPage;
  readonly page: CleanedPage;
  readonly way: Pick<Orientation, 'found'>;
  readonly lines: readonly Line[];
}

const scanProblems = (number: number, { opened, page, way, lines }: Read): Problem[] =>
  qualityProblems({ opened, found: way.found, skew: page.skew, lines }).map((p) => ({ ...p, page: number }));

interface Parts {
  readonly input: PageInput;
  readonly page: CleanedPage;
  readonly marks: readonly Mark[];
  readonly lines: readonly Line[];
  readonly stamps: readonly Line[];
  readonly colour: PageColour;
  readonly problems: readonly Problem[];
}

function toReading({ input, page, marks, lines, stamps, colour, problems }: Parts): PageReading {
  const blank = lines.length === 0 && marks.length === 0 && page.ink.cells < blankCells;
  return {
    number: input.number,
    blank,
    // Nothing on the sheet says which way is up: it stays as it came.
    rotation: blank ? 0 : page.rotation,
    skew: page.skew,
    text: {
      width: page.legal.width,
      height: page.legal.height,
      dpi: page.dpi,
      lines: lines.map((line) => inked(line, page.inks)),
    },
    marks,
    stamps,
    colour,
    problems,
  };
}

/** A line with the colour of its ink, word by word: what a pen filled in stands beside black print. */
function inked(line: Line, inks: InkMap): Line {
  const words = line.words.map((word) => ({ ...word, colour: colourShare(inks, word.box) }));
  return { ...line, words, colour: colourShare(inks, line.box) };
}

function stopwatch() {
  let last = performance.now();
  const laps: Record<string, number> = {};
  const lap = (name: string) => {
    const now = performance.now();
    laps[name] = now - last;
    last = now;
  };
  return Object.assign(lap, { laps });
}
