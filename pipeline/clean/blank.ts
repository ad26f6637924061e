// Is there anything on this page? Ink that counts, beside dust, punch holes, edges and print shining through.
import type { GreyImage } from '../../core/ports.ts';

export interface InkMeasure {
  /** Share of the inner page that is dark ink, isolated specks left out. */
  readonly share: number;
  /** Number of cells (3 mm) of the inner page that hold ink. */
  readonly cells: number;
}

/** `small`: flattened grey, long side about 1,500 pixels (one pixel is 0.2 mm on A4). */
export function measureInk(small: GreyImage, darker = 140): InkMeasure {
  const { width, height, data } = small;
  const marginX = Math.round(width * 0.07);
  const marginY = Math.round(height * 0.05);
  const cell = Math.max(1, Math.round(Math.max(width, height) / 100));
  const columns = Math.ceil(width / cell);
  const perCell = new Uint16Array(columns * Math.ceil(height / cell));
  let ink = 0;
  for (let y = marginY; y < height - marginY; y++) {
    for (let x = marginX; x < width - marginX; x++) {
      if (data[y * width + x]! >= darker) continue;
      perCell[Math.floor(y / cell) * columns + Math.floor(x / cell)]!++;
      ink++;
    }
  }
  const speck = Math.max(3, (cell * cell) / 40);
  return {
    share: ink / ((width - 2 * marginX) * (height - 2 * marginY)),
    cells: perCell.filter((n) => n > speck).length,
  };
}
