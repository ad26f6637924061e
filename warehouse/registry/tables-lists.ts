// Tables of code lists as they stood: procedures and agencies, versioned, so that old dossiers keep their meaning.
import type { IsoDate } from '../../core/model.ts';
import type { Columns } from './columns.ts';

export function listTables({ table, index, primaryKey, text, integer, boolean, json }: Columns) {
  const procedures = table(
    'procedures',
    {
      code: text().notNull(),
      version: integer().notNull(),
      name: text().notNull(),
      field: text().notNull(),
      level: text().notNull(),
      validFrom: text().$type<IsoDate>(),
      validTo: text().$type<IsoDate>(),
      results: json().$type<readonly string[]>().notNull(),
      days: integer(),
    },
    (own) => [primaryKey({ name: 'procedures_key', columns: [own.code, own.version] })],
  );

  const components = table(
    'components',
    {
      procedure: text().notNull(),
      version: integer().notNull(),
      key: text().notNull(),
      anyOf: json().$type<readonly string[]>().notNull(),
      required: boolean().notNull(),
      condition: text(),
      form: text().notNull(),
      copies: integer().notNull(),
      source: text().notNull(),
    },
    (own) => [primaryKey({ name: 'components_key', columns: [own.procedure, own.version, own.key] })],
  );

  /** Districts closed in 2025 stay, as printed on old papers. */
  const agencies = table(
    'agencies',
    {
      code: text().primaryKey(),
      name: text().notNull(),
      kind: text().notNull(),
      parent: text(),
      validFrom: text().$type<IsoDate>(),
      validTo: text().$type<IsoDate>(),
      successors: json().$type<readonly string[]>().notNull(),
    },
    (own) => [index('agencies_parent').on(own.parent)],
  );
  return { procedures, components, agencies };
}
