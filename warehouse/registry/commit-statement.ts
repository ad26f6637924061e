// The operations of a commit that are one statement.
import { and, eq } from 'drizzle-orm';
import type { DossierPaperRow, FileRow, PaperOwnerRow, RegistryOperation } from '../../core/ports.ts';
import type { Transaction } from './commit.ts';
import type { RowsQuery } from './dialect.ts';
import { searchText } from './words.ts';

type Names =
  | 'paper.insert'
  | 'paper.owner'
  | 'paper.alias'
  | 'dossier.paper'
  | 'file.put'
  | 'file.remove'
  | 'relation.add'
  | 'event.add'
  | 'search.put'
  | 'key.forget';
type Statement = Extract<RegistryOperation, { op: Names }>;

export function statement(on: Transaction, operation: Statement): RowsQuery<unknown> {
  const { papers, paperAliases, files, events, abandonedKeys } = on.connection.tables;
  switch (operation.op) {
    case 'paper.insert':
      return on.database.insert(papers).values(operation.row).returning({ id: papers.id });
    case 'event.add':
      return on.database.insert(events).values(operation.row).returning({ id: events.id });
    case 'key.forget':
      return on.database
        .delete(abandonedKeys)
        .where(eq(abandonedKeys.key, operation.key))
        .returning({ key: abandonedKeys.key });
    case 'paper.alias':
      return on.database
        .insert(paperAliases)
        .values({ code: operation.code, paperId: operation.id })
        .returning({ code: paperAliases.code });
    case 'file.remove':
      return on.database
        .delete(files)
        .where(and(eq(files.paperId, operation.paperId), eq(files.role, operation.role)))
        .returning({ key: files.key });
    case 'paper.owner':
      return putPaperOwner(on, operation.row);
    case 'dossier.paper':
      return putDossierPaper(on, operation.row);
    case 'file.put':
      return putFile(on, operation.row);
    case 'relation.add':
      return addRelation(on, operation);
    case 'search.put':
      return putSearch(on, operation);
  }
}

function putPaperOwner({ connection, database }: Transaction, row: PaperOwnerRow): RowsQuery<unknown> {
  const { paperOwners: table } = connection.tables;
  const target = [table.paperId, table.ownerId, table.role];
  return database
    .insert(table)
    .values(row)
    .onConflictDoUpdate({ target, set: { lead: row.lead } })
    .returning({ id: table.paperId });
}

function putDossierPaper({ connection, database }: Transaction, row: DossierPaperRow): RowsQuery<unknown> {
  const { dossierPapers: table } = connection.tables;
  const { component, form, issuingAgency } = row;
  const target = [table.dossierId, table.paperId, table.role];
  return database
    .insert(table)
    .values(row)
    .onConflictDoUpdate({ target, set: { component, form, issuingAgency } })
    .returning({ id: table.paperId });
}

function putFile({ connection, database }: Transaction, row: FileRow): RowsQuery<unknown> {
  const { files: table } = connection.tables;
  const { sha256, size, key, mediaType } = row;
  return database
    .insert(table)
    .values(row)
    .onConflictDoUpdate({ target: [table.paperId, table.role], set: { sha256, size, key, mediaType } })
    .returning({ id: table.paperId });
}

function addRelation(
  { connection, database }: Transaction,
  { paperId, relation, otherId }: Extract<Statement, { op: 'relation.add' }>,
): RowsQuery<unknown> {
  const { paperRelations: table } = connection.tables;
  return database
    .insert(table)
    .values({ paperId, relation, otherId })
    .onConflictDoNothing()
    .returning({ id: table.paperId });
}

function putSearch(
  { connection, database }: Transaction,
  operation: Extract<Statement, { op: 'search.put' }>,
): RowsQuery<unknown> {
  const { search: table } = connection.tables;
  const text = searchText(operation.text);
  return database
    .insert(table)
    .values({ paperId: operation.paperId, text })
    .onConflictDoUpdate({ target: table.paperId, set: { text } })
    .returning({ seq: table.seq });
}
