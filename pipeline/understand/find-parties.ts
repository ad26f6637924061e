// Facts of a party: from its column, its block, or the lines behind its name.
import type { Kind, KindField } from '../../lists/index.ts';
import { type Candidate, orderOf } from './candidate.ts';
import { keysOfField, type LabelEntry } from './label-book.ts';
import { keyOf, type PageLayout } from './page-layout.ts';
import type { PartyGroup } from './party-groups.ts';
import { cellTokens, columnTokens, findPartyTable, type PartyTable } from './party-table.ts';
import { readTyped } from './read-typed.ts';

/** Tables with a column a party, by page. */
export function partyTables(
  layouts: readonly PageLayout[],
  groups: readonly PartyGroup[],
  entries: readonly LabelEntry[],
): Map<number, PartyTable> {
  const tables = new Map<number, PartyTable>();
  for (const layout of groups.length < 2 ? [] : layouts) {
    const table = findPartyTable(layout, groups, entries);
    if (table) tables.set(layout.page, table);
  }
  return tables;
}

/** Values the parties' columns hold for their fields, by field key. */
export function tableFacts(
  tables: ReadonlyMap<number, PartyTable>,
  kind: Kind,
  groups: readonly PartyGroup[],
): Map<string, Candidate> {
  const found = new Map<string, Candidate>();
  for (const table of tables.values()) {
    for (const group of groups) {
      for (const field of kind.fields.filter((candidate) => group.fields.has(candidate.key))) {
        const candidate = cellFact(table, group.name, field);
        if (candidate && !found.has(field.key)) found.set(field.key, candidate);
      }
    }
  }
  return found;
}

function cellFact(table: PartyTable, group: string, field: KindField): Candidate | null {
  for (const [place, key] of keysOfField(field).entries()) {
    const typed = readTyped(cellTokens(table, group, key), field);
    if (typed && typed.quality > 0.3) {
      const evidence = [`label:${field.labels[place] ?? key}`, `column:${group}`];
      return { ...typed, page: table.layout.page, place: 0.97, evidence, at: typed.tokens[0]?.index ?? 0 };
    }
  }
  // A column holds one number of a person: it needs no label.
  const number = field.type === 'id' ? readTyped(columnTokens(table, group), field) : null;
  if (!number || number.quality < 0.5) return null;
  return {
    ...number,
    page: table.layout.page,
    place: 0.93,
    evidence: [`column:${group}`],
    at: number.tokens[0]?.index ?? 0,
  };
}

/** The party whose head this is; of heads that end alike the longest: "bên được ủy quyền" is not "ủy quyền". */
function headedBy(key: string, groups: readonly PartyGroup[]): PartyGroup | undefined {
  const ends = (head: string): boolean =>
    key === head || (head.length > 3 && key.endsWith(head) && key.length < head.length + 16);
  const length = (group: PartyGroup): number =>
    Math.max(0, ...group.heads.filter(ends).map((head) => head.length));
  const [best] = [...groups].sort((a, b) => length(b) - length(a));
  return best && length(best) > 0 ? best : undefined;
}

/** Where each party's block begins, by its head standing alone on a line ("I. Bên nữ"). */
export function blockHeads(
  layouts: readonly PageLayout[],
  groups: readonly PartyGroup[],
): { group: string; at: number }[] {
  if (groups.length < 2) return [];
  return layouts.flatMap((layout) =>
    layout.segments.flatMap((segment) => {
      const key = keyOf(segment.tokens).replace(/^(i{1,3}|iv|v|[a-c]|\d)(?=\D)/, '');
      const alone = (layout.rows[segment.row]?.length ?? 1) === 1;
      const group = headedBy(key, groups);
      const first = segment.tokens[0];
      return group && alone && first ? [{ group: group.name, at: orderOf(layout.page, first.index) }] : [];
    }),
  );
}
