// Finds the place of a stamp on page 1: near its corner, on no text, and never on a QR or barcode. Pure arithmetic.

export interface Size {
  readonly width: number;
  readonly height: number;
}

type Fractions = readonly [x: number, y: number, width: number, height: number];

export interface PlaceRequest {
  /** The upright page, in points. */
  readonly page: Size;
  /** Text: fractions of the page, origin top left. */
  readonly keepFree: readonly Fractions[];
  /** QR and barcodes: fractions of the page, origin top left. */
  readonly marks: readonly Fractions[];
  /** Sizes the stamp can take, in points, the wished one first. */
  readonly blocks: readonly Size[];
  readonly corner: 'top-left' | 'top-right';
}

export interface Place {
  /** Index into `blocks`. */
  readonly block: number;
  /** Points from the upright page's top left corner. */
  readonly x: number;
  readonly y: number;
  /** Share of the stamp that lies on text; 0 unless the page had no free place. */
  readonly overlap: number;
}

interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Printers leave about 4 mm white. */
const EDGE = 11;
/** White kept around text and around a QR, whose quiet zone belongs to it (ISO/IEC 18004: four modules). */
const TEXT_GAP = 2;
const MARK_GAP = 6;
const STEP = 4;

/**
 * The first free place: in the corner (half the width, a fifth of the height) at the wished size, then smaller ones;
 * then along the whole top margin; then down the margin at the side. Without one: the place in the corner that covers
 * least text, at the smallest size. Null where even that would lie on a mark, or the page is smaller than the stamp.
 */
export function placeStamp(request: PlaceRequest): Place | null {
  if (request.corner === 'top-right') return placeAtRight(request);
  const { page, blocks } = request;
  const text = request.keepFree.map((box) => grown(box, page, TEXT_GAP));
  const marks = request.marks.map((box) => grown(box, page, MARK_GAP));
  const zones: Size[] = [
    { width: page.width / 2, height: page.height / 5 },
    { width: page.width, height: page.height / 10 },
    { width: Math.max(...blocks.map((block) => block.width)) + 2 * EDGE, height: page.height },
  ];
  for (const zone of zones) {
    const all = [...text, ...marks].filter((box) => box.left < zone.width && box.top < zone.height);
    for (const [block, size] of blocks.entries()) {
      const free = positions(page, zone, size).find((at) => !all.some((box) => overlap(box, at, size) > 0));
      if (free) return { block, ...free, overlap: 0 };
    }
  }
  return leastCovering({ page, blocks, text, marks, zones: [zones[0]!, page] });
}

/** Mirrored, the right corner is the left one. */
function placeAtRight(request: PlaceRequest): Place | null {
  const mirror = ([x, y, width, height]: Fractions): Fractions => [1 - x - width, y, width, height];
  const place = placeStamp({
    ...request,
    keepFree: request.keepFree.map(mirror),
    marks: request.marks.map(mirror),
    corner: 'top-left',
  });
  return place && { ...place, x: request.page.width - place.x - (request.blocks[place.block]?.width ?? 0) };
}

interface Crowded {
  readonly page: Size;
  readonly blocks: readonly Size[];
  readonly text: readonly Rectangle[];
  readonly marks: readonly Rectangle[];
  readonly zones: readonly Size[];
}

function leastCovering({ page, blocks, text, marks, zones }: Crowded): Place | null {
  for (const zone of zones) {
    let best: Place | null = null;
    for (const [block, size] of blocks.entries()) {
      for (const at of positions(page, zone, size)) {
        if (marks.some((box) => overlap(box, at, size) > 0)) continue;
        const covered = text.reduce((sum, box) => sum + overlap(box, at, size), 0);
        const share = covered / (size.width * size.height);
        if (!best || share < best.overlap) best = { block, ...at, overlap: share };
      }
    }
    if (best) return best;
  }
  return null;
}

/** Places inside a zone, row by row from the corner. A page hardly larger than the stamp loses its white edge. */
function positions(page: Size, zone: Size, size: Size): { x: number; y: number }[] {
  const found: { x: number; y: number }[] = [];
  const edgeX = Math.min(EDGE, (page.width - size.width) / 2);
  const edgeY = Math.min(EDGE, (page.height - size.height) / 2);
  if (edgeX < 0 || edgeY < 0) return found;
  const lastX = Math.max(edgeX, Math.min(zone.width, page.width - edgeX) - size.width);
  const lastY = Math.max(edgeY, Math.min(zone.height, page.height - edgeY) - size.height);
  for (let y = edgeY; y <= lastY; y += STEP) {
    for (let x = edgeX; x <= lastX; x += STEP) found.push({ x, y });
  }
  return found;
}

function grown([x, y, width, height]: Fractions, page: Size, gap: number): Rectangle {
  return {
    left: x * page.width - gap,
    top: y * page.height - gap,
    right: (x + width) * page.width + gap,
    bottom: (y + height) * page.height + gap,
  };
}

/** Square points that a box and a stamp share. */
function overlap(box: Rectangle, at: { readonly x: number; readonly y: number }, size: Size): number {
  const width = Math.min(box.right, at.x + size.width) - Math.max(box.left, at.x);
  const height = Math.min(box.bottom, at.y + size.height) - Math.max(box.top, at.y);
  return width > 0 && height > 0 ? width * height : 0;
}
