// The registry: whole, of this program's age, durable. What it is was found before the checks began.
import { type Check, ok, problem, warning } from './finding.ts';

const DRIVER = { sqlite: 'SQLite', postgres: 'PostgreSQL' } as const;

export const registry: Check = {
  area: 'registry',
  async look({ registry: state }) {
    if (!state) return [ok('doctor.registry.to-be-made')];
    const { dialect, version, fault, pending, newer, durable } = state;
    const params = { database: DRIVER[dialect], version, fault: fault ?? '' };
    if (fault === 'version') return [problem('doctor.registry.too-old', params)];
    if (fault === 'SQLITE_CORRUPT' || fault === 'SQLITE_NOTADB')
      return [problem('doctor.registry.damaged', params)];
    if (fault) return [problem(`doctor.registry.unreachable-${dialect}`, params)];
    if (newer) return [problem('warehouse.database-newer')];
    const schema =
      pending.length > 0
        ? warning('doctor.registry.behind', { ...params, pending: pending.length })
        : ok('doctor.registry.sound', params);
    return durable ? [schema] : [schema, warning(`doctor.registry.not-durable-${dialect}`, params)];
  },
};
