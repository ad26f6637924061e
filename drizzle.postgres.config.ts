// Migrations of the PostgreSQL registry; after a change of its tables: drizzle-kit generate --config drizzle.postgres.config.ts --name WHAT
import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: './warehouse/registry/schema-postgres.ts',
  out: './warehouse/registry/migrations/postgres',
  casing: 'snake_case',
});
