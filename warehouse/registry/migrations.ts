// Reads the checked-in migrations (written by drizzle-kit) and says which a database still lacks.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AppError } from '../../core/errors.ts';

export interface Migration {
  readonly tag: string;
  readonly statements: readonly string[];
}

/** All migrations of a dialect, oldest first. */
export function loadMigrations(dialect: 'sqlite' | 'postgres'): Migration[] {
  const folder = new URL(`./migrations/${dialect}/`, import.meta.url);
  const read = (name: string): string => readFileSync(fileURLToPath(new URL(name, folder)), 'utf8');
  const journal = JSON.parse(read('meta/_journal.json')) as { entries: { tag: string }[] };
  return journal.entries.map(({ tag }) => ({
    tag,
    statements: read(`${tag}.sql`)
      .split('--> statement-breakpoint')
      .map((statement) => statement.trim())
      .filter(Boolean),
  }));
}

/**
 * The migrations still to be applied, oldest first.
 * @throws AppError usage `warehouse.database-newer` where the database knows one that this program does not.
 */
export function pendingMigrations(all: readonly Migration[], applied: readonly string[]): Migration[] {
  const known = new Set(all.map(({ tag }) => tag));
  if (applied.some((tag) => !known.has(tag))) throw new AppError('usage', 'warehouse.database-newer');
  return all.filter(({ tag }) => !applied.includes(tag));
}
