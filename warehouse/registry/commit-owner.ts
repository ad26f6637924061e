// Owners and dossiers of a commit: inserted, or merged into what is there.
import { eq, type SQL, sql } from 'drizzle-orm';
import { AppError } from '../../core/errors.ts';
import type { DossierRow, OwnerRow } from '../../core/ports.ts';
import type { Transaction } from './commit.ts';
import { rows, type Work } from './dialect.ts';

/** The new value, or what is there where the new one is null. */
const orKept = (value: string | number | null, column: SQL): SQL => sql`coalesce(${value}, ${column})`;

export function* putOwner({ connection, database }: Transaction, row: OwnerRow): Work<void> {
  const { owners, ownerIdentifiers } = connection.tables;
  const { id, kind, name, birth } = row;
  yield* rows(
    database
      .insert(owners)
      .values({ id, kind, name, birth })
      .onConflictDoUpdate({
        target: owners.id,
        set: { kind, name: orKept(name, sql`owners.name`), birth: orKept(birth, sql`owners.birth`) },
      })
      .returning({ id: owners.id }),
  );
  for (const { scheme, number } of row.identifiers) {
    const kept = yield* rows(
      database
        .insert(ownerIdentifiers)
        .values({ scheme, number, ownerId: id })
        .onConflictDoUpdate({
          target: [ownerIdentifiers.scheme, ownerIdentifiers.number],
          set: { ownerId: id },
          setWhere: eq(ownerIdentifiers.ownerId, id),
        })
        .returning({ ownerId: ownerIdentifiers.ownerId }),
    );
    if (kept.length === 0) throw new AppError('conflict', 'warehouse.identifier-taken');
  }
}

export function* putDossier({ connection, database }: Transaction, row: DossierRow): Work<void> {
  const { dossiers } = connection.tables;
  yield* rows(
    database
      .insert(dossiers)
      .values(row)
      .onConflictDoUpdate({
        target: dossiers.id,
        set: {
          code: row.code,
          state: row.state,
          receivingAgency: orKept(row.receivingAgency, sql`dossiers.receiving_agency`),
          competentAgency: orKept(row.competentAgency, sql`dossiers.competent_agency`),
          procedure: orKept(row.procedure, sql`dossiers.procedure`),
          procedureVersion: orKept(row.procedureVersion, sql`dossiers.procedure_version`),
          applicantId: orKept(row.applicantId, sql`dossiers.applicant_id`),
          received: orKept(row.received, sql`dossiers.received`),
        },
      })
      .returning({ id: dossiers.id }),
  );
}
