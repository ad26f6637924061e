// Migrations of the SQLite registry; after a change of its tables: drizzle-kit generate --config drizzle.sqlite.config.ts --name WHAT
import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: './warehouse/registry/schema-sqlite.ts',
  out: './warehouse/registry/migrations/sqlite',
  casing: 'snake_case',
});
