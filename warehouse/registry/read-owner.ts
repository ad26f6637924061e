// Reads of owners and dossiers.
import { eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { DossierRow, OwnerRow, Registry } from '../../core/ports.ts';
import { type Connection, read } from './dialect.ts';

type OwnerReads = Pick<Registry, 'owner' | 'ownerByIdentifier' | 'paperOwners'>;

export function ownerReads(connection: Connection): OwnerReads {
  const { database, tables } = connection;
  const { ownerIdentifiers: numbers, paperOwners } = tables;
  const one = async (id: string): Promise<OwnerRow | null> => (await ownersById(connection, [id]))[0] ?? null;
  return {
    owner: one,
    async ownerByIdentifier(scheme, number) {
      const found = await read(
        connection,
        database
          .select({ scheme: numbers.scheme, ownerId: numbers.ownerId })
          .from(numbers)
          .where(eq(numbers.number, number)),
      );
      // Since 2025 a person's tax code is the personal number: where a number stands twice, the person comes first.
      const order = scheme === null ? (['SDD', 'MST', 'CMND', 'passport'] as const) : [scheme];
      const hit = order.map((each) => found.find((row) => row.scheme === each)).find(Boolean);
      return hit ? one(hit.ownerId) : null;
    },
    async paperOwners(paperId) {
      const held = await read(
        connection,
        database
          .select()
          .from(paperOwners)
          .where(eq(paperOwners.paperId, paperId))
          .orderBy(sql`lead desc`, paperOwners.role, paperOwners.ownerId),
      );
      const owners = await ownersById(
        connection,
        held.map((row) => row.ownerId),
      );
      return held.map((row) => ({ ...row, owner: owners.find((owner) => owner.id === row.ownerId)! }));
    },
  };
}

async function ownersById(connection: Connection, ids: readonly string[]): Promise<OwnerRow[]> {
  if (ids.length === 0) return [];
  const { database, tables } = connection;
  const { owners, ownerIdentifiers } = tables;
  const found = await read(
    connection,
    database
      .select({ owner: owners, scheme: ownerIdentifiers.scheme, number: ownerIdentifiers.number })
      .from(owners)
      .leftJoin(ownerIdentifiers, eq(ownerIdentifiers.ownerId, owners.id))
      .where(inArray(owners.id, [...new Set(ids)]))
      .orderBy(owners.id, ownerIdentifiers.scheme, ownerIdentifiers.number),
  );
  return [...Map.groupBy(found, (row) => row.owner.id).values()].map((lines) => ({
    ...lines[0]!.owner,
    identifiers: lines.flatMap(({ scheme, number }) =>
      scheme === null || number === null ? [] : [{ scheme, number }],
    ),
  }));
}

type DossierReads = Pick<Registry, 'dossier' | 'dossierByCode' | 'dossierPapers'>;

export function dossierReads(connection: Connection): DossierReads {
  const { database, tables } = connection;
  const { dossiers, dossierPapers } = tables;
  const one = async (condition: SQL): Promise<DossierRow | null> => {
    const [row] = await read(connection, database.select().from(dossiers).where(condition));
    if (!row) return null;
    const { onBehalfOfId: _, parentId: __, ...dossier } = row;
    return dossier;
  };
  return {
    dossier: (id) => one(eq(dossiers.id, id)),
    dossierByCode: (code) => one(eq(dossiers.code, code)),
    dossierPapers: (dossierId) =>
      read(
        connection,
        database
          .select()
          .from(dossierPapers)
          .where(eq(dossierPapers.dossierId, dossierId))
          .orderBy(dossierPapers.paperId, dossierPapers.role),
      ),
  };
}
