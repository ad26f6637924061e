// The scan as it came, stood up like its legal picture: what cleaning did is done again from the stored original.

import { openPage, type PageSource, shownPage, type Turn, trimOf } from './clean-page.ts';
import { areaOf } from './crop.ts';
import type { RgbImage } from './raster.ts';
import { type Area, cropRgb, turnGrey, turnRgb } from './raster.ts';

export interface StoodScan {
  /** The whole scan, turned and straightened, nothing cut off; white where turning made the sheet larger. */
  readonly scan: RgbImage;
  /** Where the legal picture lies on it, pixels. */
  readonly kept: Area;
  /** Exactly what the legal picture shows, before it was made a JPEG. */
  readonly legal: RgbImage;
}

/**
 * Repeats `cleanPage` for a page whose turn is known. Deterministic: `legal` has the size of the stored picture unless
 * another version of cleaning made that. `whole`: the page was born digital and nothing was cut.
 */
export async function standScan(source: PageSource, turn: Turn, whole: boolean): Promise<StoodScan> {
  const shown = await shownPage(source);
  const opened = await openPage(source, { whole });
  const degrees = turn.rotation + turn.skew;
  const turned = await turnRgb(opened.full, degrees);
  const area = whole
    ? { left: 0, top: 0, width: turned.width, height: turned.height }
    : areaOf(await trimOf(opened, turn, await turnGrey(opened.smallAll, degrees, 1)), turned);
  const scan = await turnRgb(shown, degrees);
  const corner = cornerOf({ shown, within: opened.within, scan, turned, degrees });
  return {
    scan,
    kept: { ...area, left: corner.x + area.left, top: corner.y + area.top },
    legal: await cropRgb(turned, area),
  };
}

interface Turned {
  readonly shown: RgbImage;
  readonly within: Area;
  readonly scan: RgbImage;
  readonly turned: RgbImage;
  readonly degrees: number;
}

/** Top left of the turned part on the turned whole: both turn about their own middle. */
function cornerOf({ shown, within, scan, turned, degrees }: Turned): { x: number; y: number } {
  const angle = (degrees * Math.PI) / 180;
  const dx = within.left + within.width / 2 - shown.width / 2;
  const dy = within.top + within.height / 2 - shown.height / 2;
  const x = scan.width / 2 + dx * Math.cos(angle) - dy * Math.sin(angle) - turned.width / 2;
  const y = scan.height / 2 + dx * Math.sin(angle) + dy * Math.cos(angle) - turned.height / 2;
  return { x: Math.round(x), y: Math.round(y) };
}
