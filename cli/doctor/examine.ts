// All checks in the order of the report; one that fails does not keep the others from looking.
import { existsSync } from 'node:fs';
import type { RegistryState } from '../../core/ports.ts';
import type { Cli } from '../command.ts';
import type { Environment } from '../surroundings.ts';
import { clock } from './clock.ts';
import { type Check, type Finding, type Patient, problemOf } from './finding.ts';
import { keys } from './keys.ts';
import { machine } from './machine.ts';
import { objects } from './objects.ts';
import { permissions } from './permissions.ts';
import { reading } from './reading.ts';
import { registry } from './registry.ts';
import { tools } from './tools.ts';
import { volume } from './volume.ts';

const checks: readonly Check[] = [volume, permissions, keys, clock, registry, objects, machine, tools];

export interface Room {
  readonly area: string;
  readonly findings: readonly Finding[];
}

/** Changes nothing that lasts: no data folder is made, no schema brought up to date, no key made. */
export async function* examine(
  cli: Cli,
  environment: Environment,
  /** `quick`: no trial page is read. */
  { quick }: { quick: boolean },
): AsyncGenerator<Room> {
  const patient = await admit(cli, environment);
  for (const { area, look } of quick ? checks : [...checks, reading]) {
    const findings = await look(patient).catch((error: unknown) => [problemOf(error)]);
    yield { area, findings };
  }
}

async function admit(cli: Cli, environment: Environment): Promise<Patient> {
  const { config, wiring } = cli;
  const state = await stateOf(config.database, wiring.layout.registry);
  const askable = state !== null && !state.fault && !state.newer && state.pending.length === 0;
  return { cli, environment, made: existsSync(wiring.layout.folder), registry: state, askable };
}

async function stateOf(database: string | undefined, file: string): Promise<RegistryState | null> {
  if (database !== undefined)
    return (await import('../../warehouse/registry/inspect-postgres.ts')).inspectPostgres(database);
  if (!existsSync(file)) return null;
  return (await import('../../warehouse/registry/inspect-sqlite.ts')).inspectSqlite(file);
}
