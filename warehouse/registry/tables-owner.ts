// Tables of owners: who a paper belongs to, by which numbers, and who may act for whom.
import type { IdentifierScheme, IsoDate, OwnerKind, Ulid } from '../../core/model.ts';
import type { Columns } from './columns.ts';

export function ownerTables({ table, index, primaryKey, text }: Columns) {
  const owners = table('owners', {
    id: text().$type<Ulid>().primaryKey(),
    kind: text().$type<OwnerKind>().notNull(),
    name: text(),
    birth: text().$type<IsoDate>(),
  });

  /** A number belongs to one owner for ever; `(scheme, number)` is the key. */
  const ownerIdentifiers = table(
    'owner_identifiers',
    {
      scheme: text().$type<IdentifierScheme>().notNull(),
      number: text().notNull(),
      ownerId: text()
        .notNull()
        .references(() => owners.id),
      validFrom: text().$type<IsoDate>(),
      validTo: text().$type<IsoDate>(),
    },
    (own) => [
      primaryKey({ name: 'owner_identifiers_key', columns: [own.scheme, own.number] }),
      index('owner_identifiers_number').on(own.number),
      index('owner_identifiers_owner').on(own.ownerId),
    ],
  );

  /** Merge, guardian, representative, authorised. */
  const ownerLinks = table(
    'owner_links',
    {
      ownerId: text()
        .notNull()
        .references(() => owners.id),
      otherId: text()
        .notNull()
        .references(() => owners.id),
      kind: text().$type<'merged-into' | 'guardian' | 'representative' | 'authorised'>().notNull(),
      validFrom: text().$type<IsoDate>(),
      validTo: text().$type<IsoDate>(),
    },
    (own) => [
      primaryKey({ name: 'owner_links_key', columns: [own.ownerId, own.otherId, own.kind] }),
      index('owner_links_other').on(own.otherId),
    ],
  );
  return { owners, ownerIdentifiers, ownerLinks };
}
export type OwnersTable = ReturnType<typeof ownerTables>['owners'];
