// The tokens behind a label: on its line, right of it, below it, over wrapped lines, up to the next label.
import type { KindField } from '../../lists/index.ts';
import type { LabelHit, LabelledPage, PageLabels } from './find-labels.ts';
import { lineBelow, rightEdge } from './line-flow.ts';
import type { PageLayout, Segment, Token } from './page-layout.ts';

export interface ValueTokens {
  readonly tokens: readonly Token[];
  /** Where the value stood, seen from its label. */
  readonly side: 'behind' | 'right' | 'below';
}

/** Lines a value of this type may fill. */
const mostLines: Readonly<Record<KindField['type'], number>> = {
  id: 2,
  number: 2,
  date: 2,
  enum: 1,
  name: 3,
  place: 5,
  text: 8,
};

const bulletLine = /^([-–•+*]|\(?\d{1,2}[.)]|\(?[a-zđ][.)]|[IVX]{1,4}[.)])$/u;

/** The next segment on the same row, if it is near enough. */
function rightOf(layout: PageLayout, segment: Segment, most: number): Segment | undefined {
  const row = layout.rows[segment.row] ?? [];
  const right = row[row.indexOf(segment) + 1];
  const gap = right ? (right.x0 - segment.x1) / ((segment.y1 - segment.y0) * layout.aspect) : 0;
  return right && gap <= most ? right : undefined;
}

/** What stands under a label that ends its line: the nearest segment below that shares its column. */
function under(layout: PageLayout, segment: Segment): Segment | undefined {
  const pitch = segment.y1 - segment.y0;
  const shared = (below: Segment): number => Math.min(below.x1, segment.x1) - Math.max(below.x0, segment.x0);
  for (const row of layout.rows.slice(segment.row + 1, segment.row + 4)) {
    const [nearest] = row
      .filter((below) => {
        const gap = below.y0 - segment.y1;
        return gap < 1.3 * pitch && gap > -0.5 * pitch;
      })
      .sort((a, b) => shared(b) - shared(a));
    if (nearest && nearest.x0 < segment.x1 && nearest.x1 > segment.x0 - 0.25) return nearest;
  }
  return undefined;
}

/** True where a column of values begins right of here in the rows around: a table or two blocks, not a gap. */
function opensColumn(layout: PageLayout, segment: Segment): boolean {
  const same = layout.segments.filter(
    (other) =>
      other !== segment &&
      Math.abs(other.row - segment.row) <= 4 &&
      Math.abs(other.x0 - segment.x0) < 0.012 &&
      other.row !== segment.row,
  );
  return same.length > 0;
}

/** Takes tokens of a segment from a place in it up to the next label; `stopped` where one came. */
function take(
  labels: PageLabels,
  tokens: readonly Token[],
  skipFirstStop: boolean,
): { taken: Token[]; stopped: boolean } {
  const taken: Token[] = [];
  for (const [i, token] of tokens.entries()) {
    if (labels.stops.has(token.index) && !(skipFirstStop && i === 0)) return { taken, stopped: true };
    taken.push(token);
  }
  return { taken, stopped: false };
}

/** The number of a table's row. */
const isCount = (token: Token): boolean => /^\d{1,2}$/.test(token.text);
const opensOther = (labels: PageLabels, segment: Segment): boolean => {
  const first = segment.tokens.find(
    (token, i) => !bulletLine.test(token.text) && !(i === 0 && isCount(token)),
  );
  return first !== undefined && labels.stops.has(first.index);
};
const isBulleted = (segment: Segment): boolean => bulletLine.test(segment.tokens[0]?.text ?? '');

/** Does another label open the row this segment stands in? Then it is that label's value. */
const besideLabel = (layout: PageLayout, labels: PageLabels, segment: Segment): boolean => {
  const [first] = layout.rows[segment.row] ?? [];
  return first !== undefined && first !== segment && opensOther(labels, first);
};

/** The first piece of a value: behind the label, else right of it, else below. */
function firstPiece(
  { layout, labels }: LabelledPage,
  hit: LabelHit,
  type: KindField['type'],
): (ValueTokens & { stopped: boolean; segment: Segment }) | null {
  const last = layout.flow[hit.last];
  if (!last) return null;
  const rest = last.segment.tokens.filter((token) => token.index > hit.last);
  // Behind a colon words that might be a label are a value, unless they have a colon of their own; so are words of
  // the label itself.
  const again = (token: Token | undefined): boolean =>
    hit.entry.key.includes(labels.soft.get(token?.index ?? -1) ?? '?');
  const opens = ([token]: readonly Token[]): boolean =>
    (hit.colon || again(token) || /^(ông|bà)$/iu.test(token?.text ?? '')) &&
    !/^(id|number|date)$/.test(type) &&
    labels.soft.has(token?.index ?? -1);
  const behind = take(labels, rest, opens(rest));
  if (behind.taken.some((token) => token.key !== '') || behind.stopped) {
    return { tokens: behind.taken, side: 'behind', stopped: behind.stopped, segment: last.segment };
  }
  const right = rightOf(layout, last.segment, hit.colon ? 40 : 20);
  if (right && (opens(right.tokens) || !opensOther(labels, right))) {
    const { taken, stopped } = take(labels, right.tokens, opens(right.tokens));
    return { tokens: taken, side: 'right', stopped, segment: right };
  }
  const below = under(layout, last.segment);
  const same = hit.colon && again(below?.tokens[0]);
  // Prose below a table's last row is not its value.
  if (below && right && !hit.colon && below.x1 > right.x0 + 0.02) return null;
  if (below && (same || !opensOther(labels, below)) && !isBulleted(below)) {
    const { taken, stopped } = take(labels, below.tokens, same);
    return { tokens: taken, side: 'below', stopped, segment: below };
  }
  return null;
}

/** Types whose values hardly ever fill a line: they go on below only from the right edge of the page. */
const short = new Set<KindField['type']>(['name', 'id', 'number', 'date']);
/** Where a line of a short value is full: the block's right edge, less a word, else most of the page. */
const endOf = (layout: PageLayout, line: Segment): number => {
  const edge = line.columnRight ?? rightEdge(layout, line);
  const page = layout.segments.reduce((most, segment) => Math.max(most, segment.x1), 0);
  return line.columnRight === undefined && edge === 1 ? 0.8 * page : edge - 0.09;
};

/** The line a value goes on with, unless it is another label's or a list's next entry. */
function goesOn(
  { layout, labels }: LabelledPage,
  segment: Segment,
  type: KindField['type'],
): Segment | undefined {
  if (short.has(type) && segment.below === undefined && segment.x1 < endOf(layout, segment)) return undefined;
  const below = lineBelow(layout, segment);
  if (!below || opensOther(labels, below) || isBulleted(below) || besideLabel(layout, labels, below))
    return undefined;
  return below;
}

/** The value's tokens; empty where a label stands with nothing behind it. */
export function valueTokens(page: LabelledPage, hit: LabelHit, type: KindField['type']): ValueTokens | null {
  const { layout, labels } = page;
  const first = firstPiece(page, hit, type);
  if (!first) return null;
  const tokens = [...first.tokens];
  let { segment, stopped } = first;
  for (let lines = 1; !stopped && lines < mostLines[type]; ) {
    const right = rightOf(layout, segment, 6);
    const beside = right && !opensOther(labels, right) && !(tokens.length > 0 && opensColumn(layout, right));
    // Beside another label or column a value goes on below, as it does at the page's edge.
    const next = beside ? right : goesOn(page, segment, type);
    if (!next) break;
    const more = take(labels, next.tokens, false);
    tokens.push(...more.taken);
    if (!beside) lines += 1;
    [segment, stopped] = [next, more.stopped];
  }
  return { tokens, side: first.side };
}
