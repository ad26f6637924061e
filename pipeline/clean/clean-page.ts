// One page picture becomes two: the legal copy (every mark of the scan still there) and the reader's copy.

import type { RightAngle } from '../../core/model.ts';
import type { GreyImage } from '../../core/ports.ts';
import { type InkMeasure, measureInk } from './blank.ts';
import { areaOf, darkBorders, emptyCorners, fartherTrim, type Trim } from './crop.ts';
import { estimateGround, flattenToGrey, type Ground } from './flatten.ts';
import type { InkMap } from './ink-colour.ts';
import { levelAngle } from './level.ts';
import {
  type Area,
  cropGrey,
  cropRgb,
  decodeRgb,
  mirrorRgb,
  type RgbImage,
  smallRgb,
  turnGrey,
  turnRgb,
} from './raster.ts';
import { stretchContrast } from './stretch.ts';

/** A page decoded, with what later steps measure on: nothing turned yet. */
export interface OpenedPage {
  readonly full: RgbImage;
  /** Where `full` lies on the page as shown: dark borders of the scanner are left out. */
  readonly within: Area;
  /** Parts of the page as shown that these borders took on each side. */
  readonly borders: Trim;
  readonly dpi: number;
  /** Long side about 1,500 pixels. */
  readonly small: RgbImage;
  readonly ground: Ground;
  /** Flattened small picture: black print alone, and all ink. */
  readonly smallBlack: GreyImage;
  readonly smallAll: GreyImage;
}

export interface Direction {
  readonly rotation: RightAngle;
  /** Degrees clockwise found on the lines, before the fine search; null: the page is level and uncut as it is shown. */
  readonly slope: number | null;
}

/** How a page was turned. */
export interface Turn {
  readonly rotation: RightAngle;
  /** Degrees clockwise beside it. */
  readonly skew: number;
}

export interface CleanedPage {
  /** Upright, level, cropped; true colours. */
  readonly legal: RgbImage;
  readonly dpi: number;
  /** Flattened, seals removed, about 300 dpi; covers the same area as `legal`. */
  readonly reader: GreyImage;
  readonly rotation: RightAngle;
  /** Degrees clockwise applied beside `rotation`. */
  readonly skew: number;
  readonly ink: InkMeasure;
  /** Small, the same area as `legal`. */
  readonly inks: InkMap;
}

const smallSide = 1500;
// Cells of the ground estimate on the small picture: about 1.6 mm on A4.
const groundCell = 8;
const readerDpi = 300;
// Scans from here on are read as they are; below they are enlarged.
const enlargeBelow = 280;
const untrimmed: Trim = { left: 0, top: 0, right: 0, bottom: 0 };
// Lines more level than this are left alone: every turning by a fraction softens the picture.
const levelEnough = 0.07;

/** A page picture as its source gives it. */
export interface PageSource {
  /** Encoded JPEG, PNG or TIFF. */
  readonly bytes: Uint8Array;
  /** Pixels per inch of the scan. */
  readonly dpi: number;
  /** How the source wants the picture shown: first mirrored, then turned clockwise. */
  readonly mirrored: boolean;
  readonly shownTurned: RightAngle;
}

/** The whole page as its source wants it shown. */
export async function shownPage({ bytes, mirrored, shownTurned }: PageSource): Promise<RgbImage> {
  const stored = await decodeRgb(bytes);
  return turnRgb(mirrored ? await mirrorRgb(stored) : stored, shownTurned);
}

/**
 * Decodes a page as it is shown and prepares the small pictures. `whole`: a dark band along an edge is the page's own,
 * as on one that was born digital.
 */
export async function openPage(source: PageSource, { whole = false } = {}): Promise<OpenedPage> {
  const { dpi } = source;
  const shown = await shownPage(source);
  // The lid and bed round a sheet lie along the edges of the scan, not of the paper: cut before anything is turned.
  const all = await smallRgb(shown, smallSide);
  const borders = whole ? untrimmed : darkBorders(all);
  const within = areaOf(borders, shown);
  const full = await cropRgb(shown, within);
  const small = full === shown ? all : await smallRgb(full, smallSide);
  const ground = estimateGround(small, groundCell);
  return {
    full,
    within,
    borders,
    dpi,
    small,
    ground,
    smallBlack: flattenToGrey(small, ground, 'black'),
    smallAll: flattenToGrey(small, ground, 'all'),
  };
}

/** Turns, straightens and crops a page whose direction is known; both pictures cover the same area. */
export async function cleanPage(page: OpenedPage, direction: Direction): Promise<CleanedPage> {
  const skew = await skewOf(page, direction);
  const degrees = direction.rotation + skew;
  const turnedSmall = await turnGrey(page.smallAll, degrees, 1);
  const trim = direction.slope === null ? untrimmed : await trimOf(page, { ...direction, skew }, turnedSmall);
  const turned = await turnRgb(page.full, degrees);
  const legal = await cropRgb(turned, areaOf(trim, turned));
  const factor = page.dpi < enlargeBelow ? readerDpi / page.dpi : 1;
  const flat = flattenToGrey(page.full, scaledGround(page), 'black');
  const turnedFlat = await turnGrey(flat, degrees, factor);
  const turnedBlack = await turnGrey(page.smallBlack, degrees, 1);
  const area = areaOf(trim, turnedSmall);
  const inks = { all: cropGrey(turnedSmall, area), black: cropGrey(turnedBlack, area) };
  const reader = stretchContrast(cropGrey(turnedFlat, areaOf(trim, turnedFlat)));
  const ink = measureInk(page.smallAll);
  return { legal, dpi: page.dpi, reader, inks, rotation: direction.rotation, skew, ink };
}

/** The ground was measured on the small picture; the same grid serves the full one. */
function scaledGround(page: OpenedPage): Ground {
  return { ...page.ground, cell: (page.ground.cell * page.full.width) / page.small.width };
}

async function skewOf(page: OpenedPage, { rotation, slope }: Direction): Promise<number> {
  if (slope === null) return 0;
  const upright = await turnGrey(page.smallBlack, rotation, 1);
  const coarse = levelAngle(upright, { around: slope, reach: 1.6, step: 0.2 });
  const fine = levelAngle(upright, { around: coarse, reach: 0.2, step: 0.02 });
  return Math.abs(fine) < levelEnough ? 0 : Math.round(fine * 100) / 100;
}

/** What is left of the dark bed beside a sheet that lay askew, and the white wedges that hold nothing. */
export async function trimOf(page: OpenedPage, turn: Turn, turned: GreyImage): Promise<Trim> {
  const degrees = turn.rotation + turn.skew;
  const standing = turn.rotation % 180 !== 0;
  const width = standing ? page.small.height : page.small.width;
  const height = standing ? page.small.width : page.small.height;
  const nothing = {
    width: page.small.width,
    height: page.small.height,
    data: new Uint8Array(page.small.width * page.small.height),
  };
  const fill = await turnGrey(nothing, degrees, 1);
  const borders = darkBorders(await turnRgb(page.small, degrees), fill);
  return fartherTrim(borders, emptyCorners(turned, { width, height }));
}
