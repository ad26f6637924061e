// Tables with a column a party (vợ | chồng, bên nữ | bên nam): row labels left, one value a column, split by words.
import { editDistance, tolerance, withinEdits } from './fuzzy.ts';
import type { LabelEntry } from './label-book.ts';
import { keyOf, type PageLayout, type Segment, type Token } from './page-layout.ts';
import type { PartyGroup } from './party-groups.ts';

export interface PartyTable {
  readonly layout: PageLayout;
  /** Left edge, right edge of each party's column, by group name. */
  readonly columns: ReadonlyMap<string, readonly [left: number, right: number]>;
  readonly top: number;
  readonly bottom: number;
  readonly bands: readonly Band[];
}

/** A row label with the height it takes. */
export interface Band {
  readonly key: string;
  readonly y0: number;
  readonly y1: number;
}

interface Head {
  readonly group: PartyGroup;
  readonly segment: Segment;
}

const centre = (segment: Segment): number => (segment.x0 + segment.x1) / 2;

/** Heads of two or more parties side by side. */
function findHeads(layout: PageLayout, groups: readonly PartyGroup[]): Head[] {
  for (const row of layout.rows) {
    const headed = (segment: Segment, edits: (head: string) => number): PartyGroup | undefined =>
      groups.find((group) =>
        group.heads.some((head) => withinEdits(keyOf(segment.tokens), head, edits(head))),
      );
    const sure = row.filter((segment) => headed(segment, (head) => (head.length > 5 ? 1 : 0)));
    // Beside a head that is sure, a short one may be misread in a letter: "VG | CHỒNG".
    const heads = row.flatMap((segment): Head[] => {
      const group =
        headed(segment, (head) => (head.length > 5 ? 1 : 0)) ??
        (sure.length > 0 && segment.tokens.length < 3 ? headed(segment, () => 1) : undefined);
      return group ? [{ group, segment }] : [];
    });
    if (new Set(heads.map((head) => head.group.name)).size > 1) return heads;
  }
  return [];
}

/** The x between two columns: the middle of the widest gap, gaps that words cross counting as narrower. */
function gapNear(tokens: readonly Token[], from: number, to: number): number {
  const steps = 80;
  const step = (to - from) / steps;
  let best = { x: (from + to) / 2, worth: Number.NEGATIVE_INFINITY };
  const crossing = (x: number): number =>
    tokens.filter((token) => token.box[0] < x && token.box[0] + token.box[2] > x).length;
  // Where every row is crossed there is no gap, however few the rows.
  const most = Math.max(1, ...Array.from({ length: steps + 1 }, (_, i) => crossing(from + step * i)));
  let start = from;
  let crossed = -1;
  for (let i = 0; i <= steps + 1; i++) {
    const x = from + step * i;
    const now = i > steps ? -2 : crossing(x);
    if (now === crossed) continue;
    const worth = (x - start) * (1 - crossed / most) - 0.012 * crossed;
    if (crossed >= 0 && worth > best.worth) best = { x: (start + x - step) / 2, worth };
    [start, crossed] = [x, now];
  }
  return best.x;
}

/** Lines of the label column cut into known labels; what is left stays a band of its own. */
function bandsOf(tokens: readonly Token[], entries: readonly LabelEntry[]): Band[] {
  const bands: Band[] = [];
  const rest: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    let found: { size: number; edits: number; entry: LabelEntry } | undefined;
    for (const entry of entries) {
      const most = tolerance(entry.key.length);
      for (let size = 1, text = ''; size <= entry.words.length + 2 && at + size <= tokens.length; size++) {
        text += tokens[at + size - 1]?.key ?? '';
        if (text.length > entry.key.length + most) break;
        const edits = editDistance(text, entry.key, most);
        const better = !found || size > found.size || (size === found.size && edits < found.edits);
        if (edits <= most && better) found = { size, edits, entry };
      }
    }
    const part = tokens.slice(at, at + (found?.size ?? 1));
    if (found) bands.push({ key: found.entry.key, ...span(part) });
    else rest.push(...part);
    at += part.length;
  }
  const loose = rest.filter(
    (token) =>
      token.key !== '' && !bands.some((band) => span([token]).y0 < band.y1 && span([token]).y1 > band.y0),
  );
  return [...bands, ...loose.map((token) => ({ key: '', ...span([token]) }))];
}

const span = (tokens: readonly Token[]): { y0: number; y1: number } => ({
  y0: Math.min(...tokens.map((token) => token.box[1])),
  y1: Math.max(...tokens.map((token) => token.box[1] + token.box[3])),
});

/** The table of parties on a page, or null where their heads do not stand side by side. */
export function findPartyTable(
  layout: PageLayout,
  groups: readonly PartyGroup[],
  entries: readonly LabelEntry[],
): PartyTable | null {
  const heads = findHeads(layout, groups).sort((a, b) => centre(a.segment) - centre(b.segment));
  const [first, second] = heads;
  if (!first || !second) return null;
  const top = Math.max(...heads.map((head) => head.segment.y1));
  const width = centre(second.segment) - centre(first.segment);
  const bottom = tableBottom(layout, top);
  const inside = layout.flow.filter(
    (token) => token.box[1] > top - 0.003 && token.box[1] + token.box[3] < bottom,
  );
  // Lines of prose below the table say nothing of its columns.
  const body = inside.filter((token) => (layout.rows[token.segment.row]?.length ?? 1) > 1);
  // Not left of the label column: the page's margin is no gap between columns.
  const margin = Math.min(1, ...body.map((token) => token.box[0])) + 0.02;
  const from = Math.max(margin, centre(first.segment) - width * 0.75);
  const left = gapNear(body, from, first.segment.x0);
  const columns = new Map<string, readonly [number, number]>();
  let edge = left;
  heads.forEach((head, i) => {
    const next = heads[i + 1];
    const right = next ? gapNear(body, head.segment.x1, next.segment.x0) : 1;
    columns.set(head.group.name, [edge, right]);
    edge = right;
  });
  const labels = inside.filter((token) => token.box[0] + token.box[2] / 2 < left);
  return { layout, columns, top, bottom, bands: bandsOf(labels, entries) };
}

/** Where the heads come again (above the signatures), or the page ends. */
function tableBottom(layout: PageLayout, top: number): number {
  const wide = layout.segments.find(
    (segment) =>
      segment.y0 > top + 0.08 &&
      segment.x1 - segment.x0 > 0.7 &&
      segment.tokens.length > 10 &&
      /^(toi|chung|giay|nay|noi|hai)/.test(keyOf(segment.tokens)),
  );
  return wide?.y0 ?? 0.98;
}

/** Tokens of a party's cell beside a row label: lines nearer to this label than to any other. */
export function cellTokens(table: PartyTable, group: string, key: string): Token[] {
  const column = table.columns.get(group);
  const band = table.bands.find((candidate) => candidate.key === key);
  if (!column || !band) return [];
  const distance = (y: number, other: Band): number =>
    y < other.y0 ? other.y0 - y : y > other.y1 ? y - other.y1 : 0;
  return columnTokens(table, group).filter((token) => {
    const y = token.box[1] + token.box[3] / 2;
    const own = distance(y, band);
    return own < 0.03 && table.bands.every((other) => other === band || distance(y, other) >= own);
  });
}

/** All tokens of a party's column. */
export function columnTokens(table: PartyTable, group: string): Token[] {
  const column = table.columns.get(group);
  if (!column) return [];
  return table.layout.flow.filter((token) => {
    const x = token.box[0] + token.box[2] / 2;
    return (
      x > column[0] &&
      x < column[1] &&
      token.box[1] > table.top - 0.003 &&
      token.box[1] + token.box[3] < table.bottom
    );
  });
}
