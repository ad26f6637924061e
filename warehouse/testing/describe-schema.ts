// Describes a database's own tables as plain data, the same for SQLite and PostgreSQL.
import BetterSqlite3 from 'better-sqlite3';
import { query } from './postgres.ts';

/** One line a column, key, index or reference: `papers.code text null`, `papers unique (code)`. */
export type SchemaLines = string[];

/** Types that hold the same values for us. */
const types: Readonly<Record<string, string>> = {
  'double precision': 'real',
  bigint: 'integer',
  // SQLite has no boolean; the column helpers write it as 0 and 1.
  boolean: 'integer',
};
const predicate = (text: string): string =>
  text
    .toLowerCase()
    .replace(/::text(\[\])?|[()[\]]/g, '')
    .replace(/ <> all array/, ' not in ')
    .replace(/\s+/g, ' ')
    .trim();

export function describeSqlite(file: string): SchemaLines {
  const client = new BetterSqlite3(file, { readonly: true });
  const all = <Row>(text: string): Row[] => client.prepare<[], Row>(text).all();
  const tables = all<{ name: string }>(
    "select name from pragma_table_list where type = 'table' and schema = 'main' and name not like '%sqlite%' and name not like 'search_index%'",
  );
  const lines = tables.flatMap(({ name }) => {
    const columns = all<{ name: string; type: string; notnull: number; pk: number }>(
      `pragma table_info(${name})`,
    );
    const key = columns.filter(({ pk }) => pk > 0).sort((one, two) => one.pk - two.pk);
    const indexes = all<{ name: string; unique: number; origin: string }>(`pragma index_list(${name})`);
    const references = all<{ from: string; table: string; to: string; on_delete: string }>(
      `pragma foreign_key_list(${name})`,
    );
    return [
      ...columns.map(
        ({ name: column, type, notnull }) =>
          `${name}.${column} ${type.toLowerCase()} ${notnull ? 'not null' : 'null'}`,
      ),
      `${name} unique (${key.map((column) => column.name).join(', ')})`,
      ...indexes
        .filter(({ origin }) => origin === 'c')
        .map((index) => {
          const on = all<{ name: string }>(`pragma index_info(${index.name})`).map((column) => column.name);
          const text = all<{ sql: string }>(`select sql from sqlite_master where name = '${index.name}'`)[0]!
            .sql;
          const where = predicate(text.split(/ WHERE /i)[1] ?? '');
          return `${name} ${index.unique ? 'unique' : 'index'} (${on.join(', ')})${where && ` where ${where}`}`;
        }),
      ...references.map(
        (each) => `${name}.${each.from} -> ${each.table}.${each.to} ${each.on_delete.toLowerCase()}`,
      ),
    ];
  });
  client.close();
  return lines.sort();
}

export async function describePostgres(url: string): Promise<SchemaLines> {
  const columns = await query(
    url,
    "select table_name, column_name, data_type, is_nullable from information_schema.columns where table_schema = 'public'",
  );
  const indexes = await query(
    url,
    `select t.relname as table_name, i.indisunique as is_unique, pg_get_expr(i.indpred, i.indrelid) as predicate,
       array(select a.attname::text from unnest(i.indkey) with ordinality as k(n, o)
             join pg_attribute a on a.attrelid = t.oid and a.attnum = k.n order by k.o) as columns
     from pg_index i join pg_class t on t.oid = i.indrelid join pg_namespace n on n.oid = t.relnamespace
     where n.nspname = 'public' and i.indexprs is null`,
  );
  const references = await query(
    url,
    `select t.relname as from_table, a.attname as from_column, f.relname as to_table, b.attname as to_column,
       case c.confdeltype when 'c' then 'cascade' else 'no action' end as on_delete
     from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_class f on f.oid = c.confrelid
     join pg_attribute a on a.attrelid = t.oid and a.attnum = c.conkey[1]
     join pg_attribute b on b.attrelid = f.oid and b.attnum = c.confkey[1] where c.contype = 'f'`,
  );
  return [
    ...columns.map(
      (row) =>
        `${row.table_name}.${row.column_name} ${types[String(row.data_type)] ?? row.data_type} ${row.is_nullable === 'NO' ? 'not null' : 'null'}`,
    ),
    ...indexes.map((row) => {
      const where = predicate(String(row.predicate ?? ''));
      const on = (row.columns as string[]).join(', ');
      return `${row.table_name} ${row.is_unique ? 'unique' : 'index'} (${on})${where && ` where ${where}`}`;
    }),
    ...references.map(
      (row) => `${row.from_table}.${row.from_column} -> ${row.to_table}.${row.to_column} ${row.on_delete}`,
    ),
  ].sort();
}
