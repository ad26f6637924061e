// How much of a stretch of the page is coloured ink: pens and stamps, told from black print.
import type { Box } from '../../core/model.ts';
import type { GreyImage } from '../../core/ports.ts';

/** Two flattened pictures of the same upright page: all ink, and what of it is black. */
export interface InkMap {
  readonly all: GreyImage;
  readonly black: GreyImage;
}

// Flattened values: below the first a pixel is ink; black print stays below the second, blue and red ink rise above.
const ink = 150;
const black = 185;
const fewest = 12;

/** Share (0..1) of the ink in the box that is not black; 0 where there is hardly any ink. Box: fractions of the page. */
export function colourShare({ all, black: print }: InkMap, box: Box): number {
  const left = Math.floor(box[0] * all.width);
  const right = Math.min(all.width, Math.ceil((box[0] + box[2]) * all.width));
  const top = Math.floor(box[1] * all.height);
  const bottom = Math.min(all.height, Math.ceil((box[1] + box[3]) * all.height));
  let marks = 0;
  let coloured = 0;
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const at = y * all.width + x;
      if (all.data[at]! >= ink) continue;
      marks++;
      if (print.data[at]! >= black) coloured++;
    }
  }
  return marks < fewest ? 0 : Math.round((coloured / marks) * 100) / 100;
}
