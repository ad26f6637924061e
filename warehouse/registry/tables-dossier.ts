// Tables of dossiers: what a citizen handed in for one procedure.
import type { IsoDate, Ulid } from '../../core/model.ts';
import type { Columns } from './columns.ts';
import type { OwnersTable } from './tables-owner.ts';

export function dossierTables({ table, index, uniqueIndex, text, integer }: Columns, owners: OwnersTable) {
  const dossiers = table(
    'dossiers',
    {
      id: text().$type<Ulid>().primaryKey(),
      code: text().notNull(),
      receivingAgency: text(),
      competentAgency: text(),
      procedure: text(),
      /** The version in force on the day of reception. */
      procedureVersion: integer(),
      applicantId: text().references(() => owners.id),
      /** Owner the applicant acts for. */
      onBehalfOfId: text().references(() => owners.id),
      parentId: text().$type<Ulid>(),
      received: text().$type<IsoDate>(),
      state: text().notNull(),
    },
    (own) => [
      uniqueIndex('dossiers_code').on(own.code),
      index('dossiers_applicant').on(own.applicantId),
      index('dossiers_received').on(own.received),
    ],
  );
  return { dossiers };
}
export type DossiersTable = ReturnType<typeof dossierTables>['dossiers'];
