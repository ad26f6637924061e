// Print under a paler stamp: what is paler than the darkest ink of a cut line is taken off it.
import type { GreyImage } from '../../core/ports.ts';

/** Of 255: anything darker is ink, be it the rim of a letter. */
const inkBelow = 215;
/** Share of the ink that is surely print. */
const core = 0.15;
/** Grey levels above that: so far it stays as it is, from there it is white. */
const [stays, goes] = [50, 110] as const;

/** Pale ink for each pixel of dark ink: letters' rims alone give a page one value, a stamp over a line more. */
export function paleness(picture: GreyImage): number {
  const level = printLevel(picture);
  let [dark, pale] = [0, 0];
  for (const value of picture.data) {
    if (value < level + stays) dark++;
    else if (value < inkBelow) pale++;
  }
  return dark === 0 ? 0 : pale / dark;
}

/** The picture without its paler ink. */
export function darkPrint(picture: GreyImage): GreyImage {
  const level = printLevel(picture);
  const [from, to] = [level + stays, level + goes];
  const data = Uint8Array.from(picture.data, (value) => {
    if (value < from) return value;
    return value >= to ? 255 : Math.round(from + ((value - from) * (255 - from)) / (to - from));
  });
  return { ...picture, data };
}

/** The grey level that the darkest of the ink stays below. */
function printLevel({ data }: GreyImage): number {
  const counts = new Uint32Array(256);
  for (const value of data) counts[value]!++;
  const ink = counts.subarray(0, inkBelow).reduce((sum, count) => sum + count, 0);
  let below = 0;
  for (let level = 0; level < inkBelow; level++) {
    below += counts[level]!;
    if (below >= core * ink) return level;
  }
  return inkBelow;
}
