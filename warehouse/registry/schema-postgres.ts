// The tables as PostgreSQL has them; drizzle-kit reads its exports.
import { postgresColumns } from './columns.ts';
import { declareTables } from './tables.ts';

export const postgresTables = declareTables(postgresColumns);
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
} = postgresTables;
