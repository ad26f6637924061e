// The tables as SQLite has them; drizzle-kit reads its exports.
import { sqliteColumns } from './columns.ts';
import { declareTables } from './tables.ts';

export const sqliteTables = declareTables(sqliteColumns);
export const {
  owners,
  ownerIdentifiers,
  ownerLinks,
  dossiers,
  papers,
  paperOwners,
  dossierPapers,
  paperRelations,
  paperAliases,
  files,
  facts,
  search,
  procedures,
  components,
  agencies,
  events,
  grants,
  ledger,
  batches,
  batchItems,
  outbox,
  leases,
  intents,
  intentKeys,
  abandonedKeys,
  counters,
  atRest,
  dataKeys,
  keyWraps,
} = sqliteTables;
