// The registry by configuration, its schema up to date.
import type { Config } from '../core/config.ts';
import { AppError } from '../core/errors.ts';
import type { Registry } from '../core/ports.ts';

/** `file` null: nothing is stored yet, an empty database in memory answers. */
export async function openRegistry(config: Config, file: string | null): Promise<Registry> {
  const registry = await (async () => {
    const url = config.database;
    if (url === undefined) {
      const { sqliteRegistry } = await import('../warehouse/registry/sqlite.ts');
      return sqliteRegistry(file ?? ':memory:');
    }
    if (!/^postgres(ql)?:\/\//.test(url)) throw new AppError('usage', 'cli.registry-url');
    const { postgresRegistry } = await import('../warehouse/registry/postgres.ts');
    return postgresRegistry({ url });
  })();
  try {
    await registry.migrate();
    return registry;
  } catch (error) {
    await registry.close();
    throw error;
  }
}
