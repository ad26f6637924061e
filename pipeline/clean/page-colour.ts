// Whether the scanner saw colour at all, and how much ink of a clear colour is on the page.
import type { PageColour } from '../../core/model.ts';
import type { RgbImage } from './raster.ts';

// Even the white of a colour scan is never quite grey: this difference of channels, on this share of the pixels.
const tint = 3;
const tinted = 0.02;
// Pens, seals and stamps differ by more than JPEG fringes round black print do.
const clear = 55;
// 1.6 mm on A4 at 128 dpi; a stroke of a pen fills this many pixels of a cell.
const cell = 8;
const strokes = 6;

/** `page`: about 1,500 pixels on its long side. */
export function measureColour({ width, height, data }: RgbImage): PageColour {
  const columns = Math.ceil(width / cell);
  const counts = new Uint16Array(columns * Math.ceil(height / cell));
  let shades = 0;
  for (let y = 0, at = 0; y < height; y++) {
    const row = Math.floor(y / cell) * columns;
    for (let x = 0; x < width; x++, at += 3) {
      // No array of the three: a page has millions of pixels, and each would be one for the garbage collector.
      const r = data[at]!;
      const g = data[at + 1]!;
      const b = data[at + 2]!;
      const apart = Math.max(r, g, b) - Math.min(r, g, b);
      if (apart >= tint) shades++;
      if (apart >= clear) counts[row + Math.floor(x / cell)]!++;
    }
  }
  return {
    seen: shades >= tinted * width * height,
    cells: counts.reduce((n, count) => n + (count >= strokes ? 1 : 0), 0),
  };
}
