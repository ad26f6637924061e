// How lines go on: which segment continues a full line below, which token follows in reading.
import type { PageLayout, Segment, Token } from './page-layout.ts';

const rights = new WeakMap<Segment, number>();
const belows = new WeakMap<Segment, Segment | null>();

/** Where the next text on the row begins; 1 where none does. */
export function rightEdge(layout: PageLayout, segment: Segment): number {
  const row = layout.rows[segment.row] ?? [];
  return row[row.indexOf(segment) + 1]?.x0 ?? 1;
}

/** Right end of the text column a segment stands in. */
function columnRight(layout: PageLayout, segment: Segment): number {
  const known = segment.columnRight ?? rights.get(segment);
  if (known !== undefined) return known;
  let right = segment.x1;
  for (const other of layout.segments) {
    const overlaps = other.x0 < segment.x1 && other.x1 > segment.x0 && other.x0 <= segment.x0 + 0.12;
    if (Math.abs(other.row - segment.row) <= 10 && overlaps && other.x1 > right) right = other.x1;
  }
  const edge = rightEdge(layout, segment);
  right = Math.max(segment.x1, Math.min(right, edge - 0.01));
  rights.set(segment, right);
  return right;
}

/** The segment that goes on with this full line one row below, if any. */
export function lineBelow(layout: PageLayout, segment: Segment): Segment | undefined {
  if (segment.below !== undefined) return segment.below ?? undefined;
  const known = belows.get(segment);
  const below = known === undefined ? findBelow(layout, segment) : known;
  belows.set(segment, below ?? null);
  return below ?? undefined;
}

function findBelow(layout: PageLayout, segment: Segment): Segment | undefined {
  const pitch = segment.y1 - segment.y0;
  for (const row of layout.rows.slice(segment.row + 1, segment.row + 4)) {
    for (const below of row) {
      const first = below.tokens[0];
      const gap = below.y0 - segment.y1;
      if (!first || gap > 1.1 * pitch || gap < -0.6 * pitch) continue;
      if (below.x0 > segment.x0 + 0.03 || below.x1 < segment.x0 - 0.05) continue;
      const room = columnRight(layout, segment) - segment.x1;
      const open = /,$/.test(segment.tokens.at(-1)?.text ?? '');
      if (open || room < first.box[2] + 0.35 * pitch * layout.aspect + 0.012) return below;
    }
  }
  return undefined;
}

/** The token after this one in reading, over a line's wrap; undefined at the end of a paragraph. */
export function following(layout: PageLayout, index: number): Token | undefined {
  const [here, after] = [layout.flow[index], layout.flow[index + 1]];
  if (!here || here.segment === after?.segment) return after;
  return lineBelow(layout, here.segment)?.tokens[0];
}
