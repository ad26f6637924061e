// Every table of the registry, declared once for both databases (DESIGN 5).
import type { Columns } from './columns.ts';
import { dossierTables } from './tables-dossier.ts';
import { keyTables } from './tables-keys.ts';
import { listTables } from './tables-lists.ts';
import { ownerTables } from './tables-owner.ts';
import { paperTables } from './tables-paper.ts';
import { workTables } from './tables-work.ts';

/** All tables of one dialect, by the name queries use. */
export function declareTables(columns: Columns) {
  const owners = ownerTables(columns);
  const dossiers = dossierTables(columns, owners.owners);
  const papers = paperTables(columns, owners.owners, dossiers.dossiers);
  return {
    ...owners,
    ...dossiers,
    ...papers,
    ...listTables(columns),
    ...workTables(columns),
    ...keyTables(columns),
  };
}
export type Tables = ReturnType<typeof declareTables>;
