// Tables of papers: the paper itself, whose it is, where it was used, its files, facts and what search finds.
import { sql } from 'drizzle-orm';
import type {
  Approval,
  Box,
  DossierRole,
  Fact,
  FileRole,
  Instant,
  IsoDate,
  LegalStatus,
  PaperForm,
  PaperSource,
  PaperState,
  Problem,
  RelationKind,
  Sha256,
  Ulid,
} from '../../core/model.ts';
import type { Columns } from './columns.ts';
import type { DossiersTable } from './tables-dossier.ts';
import type { OwnersTable } from './tables-owner.ts';

export function paperTables(columns: Columns, owners: OwnersTable, dossiers: DossiersTable) {
  const papers = papersTable(columns, dossiers);
  const paperRelations = relationsTable(columns, papers);
  const paperAliases = aliasesTable(columns, papers);
  return {
    papers,
    paperRelations,
    paperAliases,
    ...belonging(columns, papers, owners, dossiers),
    ...content(columns, papers),
  };
}
type PapersTable = ReturnType<typeof papersTable>;

function papersTable({ table, index, uniqueIndex, ...column }: Columns, dossiers: DossiersTable) {
  const { text, integer, real, boolean, json, pages } = column;
  return table(
    'papers',
    {
      id: text().$type<Ulid>().primaryKey(),
      code: text(),
      kind: text(),
      kindConfidence: real(),
      title: text(),
      number: text(),
      issued: text().$type<IsoDate>(),
      issuerPrinted: text(),
      issuerAgency: text(),
      signer: text(),
      validFrom: text().$type<IsoDate>(),
      validTo: text().$type<IsoDate>(),
      perpetual: boolean().notNull(),
      legalStatus: text().$type<LegalStatus>().notNull(),
      approval: text().$type<Approval>().notNull(),
      approvedBy: text(),
      approvedAt: text().$type<Instant>(),
      source: text().$type<PaperSource>().notNull(),
      state: text().$type<PaperState>().notNull(),
      dossierId: text().references(() => dossiers.id),
      originalSha256: text().$type<Sha256>().notNull(),
      sourceName: text().notNull(),
      pages: pages().notNull(),
      legalCopySha256: text().$type<Sha256>(),
      signatures: integer().notNull(),
      signedInput: boolean().notNull(),
      problems: json().$type<readonly Problem[]>().notNull(),
      received: text().$type<IsoDate>().notNull(),
      createdAt: text().$type<Instant>().notNull(),
      filedAt: text().$type<Instant>(),
    },
    (own) => [
      uniqueIndex('papers_code').on(own.code),
      // The same pages of the same file are one paper; an attempt that came to nothing does not stand in the way, nor
      // does a paper that another cut of the same scan has replaced.
      uniqueIndex('papers_original_pages')
        .on(own.originalSha256, own.pages)
        .where(sql`state not in ('refused', 'failed', 'discarded') and legal_status <> 'superseded'`),
      index('papers_original').on(own.originalSha256),
      index('papers_state').on(own.state, own.id),
      index('papers_dossier').on(own.dossierId, own.id),
    ],
  );
}

/** Whose a paper is, in which dossiers it stands. */
function belonging(columns: Columns, papers: PapersTable, owners: OwnersTable, dossiers: DossiersTable) {
  const { table, index, primaryKey, text, boolean } = columns;
  const paperId = () =>
    text()
      .$type<Ulid>()
      .notNull()
      .references(() => papers.id);

  const paperOwners = table(
    'paper_owners',
    {
      paperId: paperId(),
      ownerId: text()
        .notNull()
        .references(() => owners.id),
      role: text().notNull(),
      lead: boolean().notNull(),
    },
    (own) => [
      primaryKey({ name: 'paper_owners_key', columns: [own.paperId, own.ownerId, own.role] }),
      index('paper_owners_owner').on(own.ownerId, own.paperId),
    ],
  );

  const dossierPapers = table(
    'dossier_papers',
    {
      dossierId: text()
        .notNull()
        .references(() => dossiers.id),
      paperId: paperId(),
      component: text(),
      role: text().$type<DossierRole>().notNull(),
      form: text().$type<PaperForm>().notNull(),
      issuingAgency: text(),
    },
    (own) => [
      primaryKey({ name: 'dossier_papers_key', columns: [own.dossierId, own.paperId, own.role] }),
      index('dossier_papers_paper').on(own.paperId),
    ],
  );

  return { paperOwners, dossierPapers };
}

function relationsTable({ table, index, primaryKey, text }: Columns, papers: PapersTable) {
  const paperId = () =>
    text()
      .$type<Ulid>()
      .notNull()
      .references(() => papers.id);
  return table(
    'paper_relations',
    { paperId: paperId(), relation: text().$type<RelationKind>().notNull(), otherId: paperId() },
    (own) => [
      primaryKey({ name: 'paper_relations_key', columns: [own.paperId, own.relation, own.otherId] }),
      index('paper_relations_other').on(own.otherId),
    ],
  );
}

/** Codes a paper is also found by: what its code would be with a number that was corrected after filing. */
function aliasesTable({ table, index, text }: Columns, papers: PapersTable) {
  return table(
    'paper_aliases',
    {
      code: text().primaryKey(),
      paperId: text()
        .$type<Ulid>()
        .notNull()
        .references(() => papers.id),
    },
    (own) => [index('paper_aliases_paper').on(own.paperId)],
  );
}

/** What a paper holds. */
function content(columns: Columns, papers: PapersTable) {
  const { table, index, primaryKey, uniqueIndex, text, integer, big, real, json, sequence } = columns;
  const paperId = () =>
    text()
      .$type<Ulid>()
      .notNull()
      .references(() => papers.id);

  const files = table(
    'files',
    {
      paperId: paperId(),
      role: text().$type<FileRole>().notNull(),
      sha256: text().$type<Sha256>().notNull(),
      size: big().notNull(),
      key: text().notNull(),
      mediaType: text().notNull(),
    },
    (own) => [
      primaryKey({ name: 'files_key', columns: [own.paperId, own.role] }),
      index('files_object').on(own.key),
    ],
  );

  /** Never overwritten: a new reading of a key is a new version; `ordinal` counts facts of one key in one version. */
  const facts = table(
    'facts',
    {
      paperId: paperId(),
      key: text().notNull(),
      version: integer().notNull(),
      ordinal: integer().notNull(),
      value: text().notNull(),
      confidence: real().notNull(),
      page: integer(),
      box: json().$type<Box>(),
      origin: text().$type<Fact['origin']>().notNull(),
      evidence: json().$type<readonly string[]>().notNull(),
      at: text().$type<Instant>().notNull(),
    },
    (own) => [primaryKey({ name: 'facts_key', columns: [own.paperId, own.key, own.version, own.ordinal] })],
  );

  /** `seq` grows with every paper, so that newest first needs no sort; `text` = the distinct folded words. */
  const search = table('search', { seq: sequence(), paperId: paperId(), text: text().notNull() }, (own) => [
    uniqueIndex('search_paper').on(own.paperId),
  ]);
  return { files, facts, search };
}
