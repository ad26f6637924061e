// Tables of labels and values whose cells break over lines: each cell is read to its end, its label before its value.
import { type Segment, textOf } from './page-layout.ts';

/** How far left edges of one column differ, fraction of the page width. */
const ragged = 0.008;
/** Lines of one cell stand closer than lines of two by at least this. */
const apart = 1.22;

interface Table {
  /** Left edge of the values. */
  readonly edge: number;
  /** Lines from the first row to the last, top down. */
  readonly lines: readonly Segment[];
}

const middle = (segment: Segment): number => (segment.y0 + segment.y1) / 2;
const isValue = (segment: Segment, edge: number): boolean => Math.abs(segment.x0 - edge) < ragged;
const isCount = (segment: Segment): boolean => /^(\d{1,2}[.)]?|S?TT)$/u.test(textOf(segment.tokens));

/** Left edges at which three lines or more begin, at least one of them beside a line on its left. */
function edgesOf(rows: readonly (readonly Segment[])[]): number[] {
  const edges: number[] = [];
  for (const row of rows) {
    for (const { x0 } of row.slice(1)) {
      if (edges.some((edge) => Math.abs(edge - x0) < ragged)) continue;
      const own = rows.filter((other) => other.some((segment) => isValue(segment, x0)));
      const beside = own.filter((other) => other.some((segment) => segment.x1 < x0 - ragged));
      if (own.length > 2 && beside.length > 0) edges.push(x0);
    }
  }
  return edges;
}

/** Runs of lines that end before an edge or begin at it, with no room for other text between. */
function tablesAt(lines: readonly Segment[], edge: number): Table[] {
  const tables: Segment[][] = [];
  let last: Segment | undefined;
  for (const line of lines) {
    const fits = isValue(line, edge) || line.x1 < edge;
    const follows = last !== undefined && line.y0 - last.y1 < 1.6 * (last.y1 - last.y0);
    if (fits && last && follows) tables.at(-1)?.push(line);
    else if (fits) tables.push([line]);
    last = fits ? line : undefined;
  }
  return tables.map((own) => ({ edge, lines: own }));
}

/** Lines of a column as cells, by their distance; null where lines of two cells stand as close as lines of one. */
function cellsOf(column: readonly Segment[], pitch: number): Segment[][] {
  const cells: Segment[][] = [];
  for (const [i, line] of column.entries()) {
    const above = column[i - 1];
    if (above && middle(line) - middle(above) < apart * pitch) cells.at(-1)?.push(line);
    else cells.push([line]);
  }
  return cells;
}

const spanOf = (cell: readonly Segment[]): readonly [top: number, bottom: number] => [
  Math.min(...cell.map((line) => middle(line))),
  Math.max(...cell.map((line) => middle(line))),
];
/** Do two cells stand side by side: is the middle of one within the other, or nearly? */
function areBeside(a: readonly Segment[], b: readonly Segment[], pitch: number): boolean {
  const [[top, bottom], [first, last]] = [spanOf(a), spanOf(b)];
  return top < last + 0.4 * pitch && bottom > first - 0.4 * pitch;
}

/** The smallest distance of two lines in one column, where lines of other cells stand further apart; else null. */
function pitchOf(columns: readonly (readonly Segment[])[]): number | null {
  const distances = columns
    .flatMap((column) => column.slice(1).map((line, i) => middle(line) - middle(column[i] ?? line)))
    .sort((a, b) => a - b);
  const [least] = distances;
  const close = distances.filter((distance) => distance < apart * (least ?? 0));
  return least !== undefined && close.length < 0.7 * distances.length ? least : null;
}

/** Place of the line that ends the label of a cell: with a colon, or before its translation in small letters. */
function labelEnd(cell: readonly Segment[]): number {
  const colon = cell.findIndex((line) => /:$/.test(textOf(line.tokens)));
  if (colon >= 0) return colon;
  const [first] = cell;
  const gloss = cell.findIndex(
    (line, i) =>
      i > 0 && line.height < 0.9 * (first?.height ?? 0) && /^[\x20-\x7e]+$/.test(textOf(line.tokens)),
  );
  return gloss < 0 ? cell.length - 1 : gloss - 1;
}

/** A label goes on in small letters, behind a stroke, or where the next word found no room; else another begins. */
const isOneLabel = (cell: readonly Segment[], edge: number): boolean =>
  cell.slice(1, labelEnd(cell) + 1).every((line, i) => {
    const above = cell[i] as Segment;
    const full = above.x1 + (line.tokens[0]?.box[2] ?? 0) > edge - 0.02;
    return full || !/^\p{Lu}/u.test(textOf(line.tokens)) || /[/,(]$/.test(textOf(above.tokens));
  });

/** The table's rows in reading order; null where no cell breaks or cells cannot be told apart. */
function rowsOfTable({ edge, lines }: Table): Segment[][] | null {
  const values = lines.filter((line) => isValue(line, edge));
  const counts = lines.filter((line) => !isValue(line, edge) && isCount(line));
  const labels = lines.filter((line) => !isValue(line, edge) && !isCount(line));
  const pitch = values.length < 3 || labels.length < 2 ? null : pitchOf([labels, values]);
  const heights = lines.map((line) => line.y1 - line.y0).sort((a, b) => a - b);
  const height = heights[Math.floor(heights.length / 2)] ?? 0;
  if (pitch === null || pitch > 1.55 * height || pitch < 0.5 * height) return null;
  const [left, right] = [cellsOf(labels, pitch), cellsOf(values, pitch)];
  if (![...left, ...right].some((cell) => cell.length > 1) || !left.every((cell) => isOneLabel(cell, edge)))
    return null;
  const pairs = left.map((cell) => right.filter((other) => areBeside(cell, other, pitch)));
  const single = pairs.every((own) => own.length < 2) && new Set(pairs.flat()).size === pairs.flat().length;
  if (!single) return null;
  const rows: { y: number; lines: Segment[][] }[] = left.map((cell, i) => {
    const value = pairs[i]?.[0] ?? [];
    const own = counts.filter((count) => areBeside([...cell, ...value], [count], pitch)).slice(0, 1);
    const end = labelEnd(cell);
    const beside = cell.map((line, at) => (at === end ? [line, ...value.slice(0, 1)] : [line]));
    const parts = [
      ...beside.slice(0, end + 1),
      ...value.slice(1).map((line) => [line]),
      ...beside.slice(end + 1),
    ];
    const [first = [], ...rest] = parts;
    return { y: middle(cell[0] as Segment), lines: [[...own, ...first], ...rest] };
  });
  for (const cell of right.filter((other) => !pairs.flat().includes(other)))
    rows.push({ y: middle(cell[0] as Segment), lines: cell.map((line) => [line]) });
  for (const cell of [...left.map((own) => own.slice(0, labelEnd(own) + 1)), ...right])
    for (const [i, line] of cell.entries()) line.below = cell[i + 1] ?? null;
  const placed = new Set(rows.flatMap((row) => row.lines.flat()));
  for (const count of counts.filter((line) => !placed.has(line)))
    rows.push({ y: middle(count), lines: [[count]] });
  return rows.sort((a, b) => a.y - b.y).flatMap((row) => row.lines);
}

/** Rows in reading order: where cells of a table break over lines, each label's lines come before its value's. */
export function partCells(rows: readonly (readonly Segment[])[]): (readonly Segment[])[] {
  let result = [...rows];
  for (const edge of edgesOf(rows)) {
    const lines = result.flat().sort((a, b) => middle(a) - middle(b));
    for (const table of tablesAt(lines, edge)) {
      const inside = new Set(table.lines);
      const parted = rowsOfTable(table);
      const own = result.flatMap((row, at) => (row.some((line) => inside.has(line)) ? [at] : []));
      const [from, to] = [own[0] ?? 0, own.at(-1) ?? 0];
      const whole = result.slice(from, to + 1).every((row) => row.every((line) => inside.has(line)));
      if (parted && whole) result = [...result.slice(0, from), ...parted, ...result.slice(to + 1)];
    }
  }
  return result;
}
