// Search over all papers by the database's word index, over one owner's papers by looking at them.
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { SearchHit } from '../../core/ports.ts';
import { type Connection, read } from './dialect.ts';
import { searchWords } from './words.ts';

export async function searchPapers(
  connection: Connection,
  query: string,
  { limit, ownerId }: { readonly limit: number; readonly ownerId?: string },
): Promise<SearchHit[]> {
  const { tables, database } = connection;
  const { search, papers, paperOwners } = tables;
  const asked = searchWords(query);
  if (asked.words.length === 0 || limit < 1) return [];

  // A frequent word has half the table in the index; one owner's papers are few, so they are looked through instead.
  const ownerPapers = database
    .select({ id: paperOwners.paperId })
    .from(paperOwners)
    .where(eq(paperOwners.ownerId, ownerId ?? ''));
  const holds = asked.words.map((word, index) => {
    const open = asked.openEnd && index === asked.words.length - 1;
    return sql`' ' || ${search.text} || ' ' like ${open ? `% ${word}%` : `% ${word} %`}`;
  });
  const condition =
    ownerId === undefined
      ? inArray(search.seq, await connection.matches(asked, limit))
      : and(inArray(search.paperId, ownerPapers), ...holds);
  const found = await read(
    connection,
    database
      .select({ paper: papers })
      .from(search)
      .innerJoin(papers, eq(papers.id, search.paperId))
      .where(condition)
      .orderBy(desc(search.seq))
      .limit(limit),
  );
  return found;
}
