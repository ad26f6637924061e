// Cuts one found line out of the page, straightened, on a white ground, ready for the reader.
import type { FoundLine, GreyImage, Point } from '../../core/ports.ts';

export interface CutOptions {
  /** Height of the text band in the cut picture, pixels. */
  readonly bandHeight: number;
  /** White margin on every side, pixels. */
  readonly margin: number;
  /** Share of the band's height added above and below; negative cuts off what reaches in from the next line. */
  readonly above: number;
  readonly below: number;
}
export const cutDefaults: CutOptions = { bandHeight: 48, margin: 10, above: 0, below: -0.04 };

export interface CutLine {
  readonly picture: GreyImage;
  /** Pixels of the page along the line for one pixel of the picture. */
  readonly scale: number;
  /** Where the picture's left edge lies before the line's left end, in pixels of the picture. */
  readonly margin: number;
}

const minus = (a: Point, b: Point): Point => ({ x: a.x - b.x, y: a.y - b.y });
const length = (p: Point) => Math.hypot(p.x, p.y);

/** Samples the quadrilateral bilinearly; a line enlarges or shrinks to one band height. */
export function cutLine(page: GreyImage, line: FoundLine, options: CutOptions = cutDefaults): CutLine {
  const [topLeft, topRight, , bottomLeft] = line.corners;
  const along = minus(topRight, topLeft);
  const downward = minus(bottomLeft, topLeft);
  const lineHeight = Math.max(1, length(downward));
  const scale = lineHeight / options.bandHeight;
  const width = Math.max(1, Math.round(length(along) / scale));
  const above = Math.round(options.bandHeight * options.above);
  const below = Math.round(options.bandHeight * options.below);
  const bandHeight = options.bandHeight + above + below;
  const picture = {
    width: width + 2 * options.margin,
    height: bandHeight + 2 * options.margin,
    data: new Uint8Array((width + 2 * options.margin) * (bandHeight + 2 * options.margin)).fill(255),
  };
  const stepX = { x: along.x / width, y: along.y / width };
  const stepY = { x: downward.x / options.bandHeight, y: downward.y / options.bandHeight };
  const first = 0.5 - above;
  fillBand(picture, options.margin, {
    page,
    from: {
      x: topLeft.x + stepY.x * first + stepX.x * 0.5 - 0.5,
      y: topLeft.y + stepY.y * first + stepX.y * 0.5 - 0.5,
    },
    stepX,
    stepY,
  });
  return { picture, scale, margin: options.margin };
}

interface Sampling {
  readonly page: GreyImage;
  /** Where the band's first pixel lies on the page. */
  readonly from: Point;
  readonly stepX: Point;
  readonly stepY: Point;
}

/**
 * A function of its own, apart from the numbers that are kept: once in some 10,000 lines, when loop and numbers stood in
 * one function, a line was given another line's scale. The engine's compiler is suspected; it was not made to do it again.
 */
function fillBand(picture: GreyImage, margin: number, { page, from, stepX, stepY }: Sampling): void {
  const width = picture.width - 2 * margin;
  const bandHeight = picture.height - 2 * margin;
  for (let v = 0; v < bandHeight; v++) {
    let x = from.x + stepY.x * v;
    let y = from.y + stepY.y * v;
    let at = (v + margin) * picture.width + margin;
    for (let u = 0; u < width; u++) {
      picture.data[at++] = sample(page, x, y);
      x += stepX.x;
      y += stepX.y;
    }
  }
}

/** Bilinear value; white outside the page. */
function sample(page: GreyImage, x: number, y: number): number {
  const x0 = Math.floor(x);
  const y0 = Math.floor(y);
  if (x0 < 0 || y0 < 0 || x0 + 1 >= page.width || y0 + 1 >= page.height) {
    const cx = Math.round(x);
    const cy = Math.round(y);
    return cx < 0 || cy < 0 || cx >= page.width || cy >= page.height ? 255 : page.data[cy * page.width + cx]!;
  }
  const fx = x - x0;
  const fy = y - y0;
  const at = y0 * page.width + x0;
  const top = page.data[at]! * (1 - fx) + page.data[at + 1]! * fx;
  const bottom = page.data[at + page.width]! * (1 - fx) + page.data[at + page.width + 1]! * fx;
  return top * (1 - fy) + bottom * fy + 0.5;
}
