// Reads of papers, their files and facts, and of events.
import { and, desc, eq, gt, inArray, isNotNull, type SQL, sql } from 'drizzle-orm';
import type { Box, Fact } from '../../core/model.ts';
import type { FactVersion, PaperFilter, PaperRow, Registry } from '../../core/ports.ts';
import { type Connection, read } from './dialect.ts';

/** Rows a read gives when the caller names no limit. */
const PAGE = 1000;

type PaperReads = Pick<
  Registry,
  | 'paper'
  | 'paperByCode'
  | 'aliases'
  | 'papersByOriginal'
  | 'papers'
  | 'files'
  | 'facts'
  | 'factVersions'
  | 'events'
  | 'newestEvent'
>;

export function paperReads(connection: Connection): PaperReads {
  const { tables, database } = connection;
  const { papers, paperAliases, files, events } = tables;
  const papersWhere = (condition: SQL): Promise<PaperRow[]> =>
    read(connection, database.select().from(papers).where(condition).orderBy(papers.id));
  return {
    paper: async (id) => (await papersWhere(eq(papers.id, id)))[0] ?? null,
    async paperByCode(code) {
      const also = database
        .select({ id: paperAliases.paperId })
        .from(paperAliases)
        .where(eq(paperAliases.code, code));
      const found = await papersWhere(sql`${eq(papers.code, code)} or ${inArray(papers.id, also)}`);
      return found.find((paper) => paper.code === code) ?? found[0] ?? null;
    },
    async aliases(paperId) {
      const query = database.select().from(paperAliases).where(eq(paperAliases.paperId, paperId));
      return (await read(connection, query.orderBy(paperAliases.code))).map(({ code }) => code);
    },
    papersByOriginal: async (sha256) =>
      (await papersWhere(eq(papers.originalSha256, sha256))).sort(
        (one, other) => (one.pages[0] ?? 0) - (other.pages[0] ?? 0),
      ),
    papers: (filter) => filteredPapers(connection, filter),
    files: (paperId) =>
      read(connection, database.select().from(files).where(eq(files.paperId, paperId)).orderBy(files.role)),
    facts: (paperId) => newestFacts(connection, paperId),
    factVersions: (paperId) => factVersions(connection, paperId),
    async newestEvent() {
      const query = database.select({ at: events.at }).from(events).orderBy(desc(events.id)).limit(1);
      return (await read(connection, query))[0]?.at ?? null;
    },
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
  const { papers, paperOwners, events } = tables;
  const { ownerId, state, dossierId, event, after, limit = PAGE } = filter;
  const owned = database
    .selectDistinct({ id: paperOwners.paperId })
    .from(paperOwners)
    .where(eq(paperOwners.ownerId, ownerId ?? ''));
  const touched = database
    .selectDistinct({ id: events.paperId })
    .from(events)
    .where(and(eq(events.kind, event ?? 'received'), isNotNull(events.paperId)));
  const conditions = [
    ...(ownerId ? [inArray(papers.id, owned)] : []),
    ...(event ? [inArray(papers.id, touched)] : []),
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
  // An empty value takes the fact away.
  return found.filter(({ value }) => value !== '').map(toFact);
}

async function factVersions(connection: Connection, paperId: string): Promise<FactVersion[]> {
  const { facts } = connection.tables;
  const query = connection.database.select().from(facts).where(eq(facts.paperId, paperId));
  const found = await read(connection, query.orderBy(facts.key, facts.version, facts.ordinal));
  return found.map((row) => ({ ...toFact(row), version: row.version, at: row.at }));
}

interface FactRow extends Omit<Fact, 'page' | 'box'> {
  readonly page: number | null;
  readonly box: Box | null;
}

const toFact = ({ key, value, confidence, origin, evidence, page, box }: FactRow): Fact => ({
  key,
  value,
  confidence,
  origin,
  evidence,
  ...(page === null ? {} : { page }),
  ...(box === null ? {} : { box }),
});
