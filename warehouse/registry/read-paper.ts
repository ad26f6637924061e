// Reads of papers, their files and facts, and of events.
import { and, eq, gt, inArray, type SQL, sql } from 'drizzle-orm';
import type { Fact } from '../../core/model.ts';
import type { PaperFilter, PaperRow, Registry } from '../../core/ports.ts';
import { type Connection, read } from './dialect.ts';

/** Rows a read gives when the caller names no limit. */
const PAGE = 1000;

type PaperReads = Pick<
  Registry,
  'paper' | 'paperByCode' | 'papersByOriginal' | 'papers' | 'files' | 'facts' | 'events'
>;

export function paperReads(connection: Connection): PaperReads {
  const { tables, database } = connection;
  const { papers, files, events } = tables;
  const papersWhere = (condition: SQL): Promise<PaperRow[]> =>
    read(connection, database.select().from(papers).where(condition).orderBy(papers.id));
  return {
    paper: async (id) => (await papersWhere(eq(papers.id, id)))[0] ?? null,
    paperByCode: async (code) => (await papersWhere(eq(papers.code, code)))[0] ?? null,
    papersByOriginal: async (sha256) =>
      (await papersWhere(eq(papers.originalSha256, sha256))).sort(
        (one, other) => (one.pages[0] ?? 0) - (other.pages[0] ?? 0),
      ),
    papers: (filter) => filteredPapers(connection, filter),
    files: (paperId) =>
      read(connection, database.select().from(files).where(eq(files.paperId, paperId)).orderBy(files.role)),
    facts: (paperId) => newestFacts(connection, paperId),
    events({ paperId, dossierId }) {
      const conditions = [
        ...(paperId ? [eq(events.paperId, paperId)] : []),
        ...(dossierId ? [eq(events.dossierId, dossierId)] : []),
      ];
      // With neither there is nothing to ask for: all events are a report's business, not this read's.
      if (conditions.length === 0) return Promise.resolve([]);
      return read(
        connection,
        database
          .select()
          .from(events)
          .where(and(...conditions))
          .orderBy(events.id),
      );
    },
  };
}

function filteredPapers(connection: Connection, filter: PaperFilter): Promise<PaperRow[]> {
  const { database, tables } = connection;
  const { papers, paperOwners } = tables;
  const { ownerId, state, dossierId, after, limit = PAGE } = filter;
  const owned = database
    .selectDistinct({ id: paperOwners.paperId })
    .from(paperOwners)
    .where(eq(paperOwners.ownerId, ownerId ?? ''));
  const conditions = [
    ...(ownerId ? [inArray(papers.id, owned)] : []),
    ...(state ? [eq(papers.state, state)] : []),
    ...(dossierId ? [eq(papers.dossierId, dossierId)] : []),
    ...(after ? [gt(papers.id, after)] : []),
  ];
  const query = database
    .select()
    .from(papers)
    .where(and(...conditions));
  return read(connection, query.orderBy(papers.id).limit(limit));
}

async function newestFacts(connection: Connection, paperId: string): Promise<Fact[]> {
  const { facts } = connection.tables;
  const newest = sql`(select max(version) from facts as other where other.paper_id = ${facts.paperId} and other.key = ${facts.key})`;
  const found = await read(
    connection,
    connection.database
      .select()
      .from(facts)
      .where(and(eq(facts.paperId, paperId), sql`${facts.version} = ${newest}`))
      .orderBy(facts.key, facts.ordinal),
  );
  return found.map(({ key, value, confidence, origin, evidence, page, box }) => ({
    key,
    value,
    confidence,
    origin,
    evidence,
    ...(page === null ? {} : { page }),
    ...(box === null ? {} : { box }),
  }));
}
