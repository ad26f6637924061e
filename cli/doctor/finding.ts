// What the doctor finds, and what a check is given to look at.
import type { AppError } from '../../core/errors.ts';
import { type MessageParams, toAppError } from '../../core/errors.ts';
import type { RegistryState } from '../../core/ports.ts';
import type { Cli } from '../command.ts';
import type { Environment } from '../surroundings.ts';

export type Level = 'ok' | 'warning' | 'problem';

export interface Finding {
  readonly level: Level;
  /** Key of the catalogue: what was found; `<code>.hint` says what to do. */
  readonly code: string;
  readonly params?: MessageParams;
}

export interface Patient {
  readonly cli: Cli;
  readonly environment: Environment;
  /** The data folder is there. */
  readonly made: boolean;
  /** What the registry is; null where there is none yet. */
  readonly registry: RegistryState | null;
  /** The registry is whole and its schema is this program's: it may be asked. */
  readonly askable: boolean;
}

/** One room of the report. A check may throw an AppError: that is a problem found, and the others go on. */
export interface Check {
  /** Heading: key `doctor.area.<area>`; also the area in JSON. */
  readonly area: string;
  look(patient: Patient): Promise<readonly Finding[]>;
}

export const ok = (code: string, params?: MessageParams): Finding => finding('ok', code, params);
export const warning = (code: string, params?: MessageParams): Finding => finding('warning', code, params);
export const problem = (code: string, params?: MessageParams): Finding => finding('problem', code, params);

const finding = (level: Level, code: string, params: MessageParams = {}): Finding => ({
  level,
  code,
  params,
});

/** An error that a check ran into, as what was found. */
export function problemOf(thrown: unknown): Finding {
  const { code, params }: AppError = toAppError(thrown);
  return problem(code, params);
}
