// Loads the code lists this package ships and the kinds an operator adds, checked before anything uses them.
import { z } from 'zod';
import { AppError } from '../core/errors.ts';
import type { IsoDate } from '../core/model.ts';
import { type Agency, agencySchema, findAgency } from './agency.ts';
import { checkKinds, checkReferences } from './check-lists.ts';
import agenciesJson from './data/agencies.json' with { type: 'json' };
import kindsJson from './data/kinds.json' with { type: 'json' };
import proceduresJson from './data/procedures.json' with { type: 'json' };
import { holds } from './day.ts';
import { type Gate, loadGate } from './gate.ts';
import { type Kind, kindSchema } from './kind.ts';
import { type Procedure, procedureSchema } from './procedure.ts';

/** Every code list, with the lookups the steps need. */
export interface Lists {
  readonly kinds: readonly Kind[];
  readonly procedures: readonly Procedure[];
  readonly agencies: readonly Agency[];
  /** What is not digitised. */
  readonly gate: Gate;
  kind(code: string): Kind | undefined;
  /** The version in force on the day of reception; a local code (`2.000815.000.00.00.H55`) finds its national one. */
  procedureInForce(code: string, day: IsoDate): Procedure | undefined;
  agency(code: string): Agency | undefined;
  /** The agency printed like this on that day; none where it is unknown or ambiguous. */
  agencyByPrintedName(name: string, day?: IsoDate): Agency | undefined;
}

export interface ListsOptions {
  /** Kinds in the shape of kinds.json (one, or an array); one with the code of a shipped kind takes its place. */
  readonly extraKinds?: unknown;
  /** A site's choices for the gate, by rule: `{"plain-copy": {"action": "skip"}}`. */
  readonly gate?: unknown;
}

function parseList<T>(list: string, schema: z.ZodType<T>, data: unknown): T[] {
  const result = z.array(schema).min(1).safeParse(data);
  if (result.success) return result.data;
  const path = result.error.issues[0]?.path ?? [];
  const entry = Array.isArray(data) && typeof path[0] === 'number' ? data[path[0]] : undefined;
  const code = typeof entry?.code === 'string' ? entry.code : String(path[0] ?? '');
  const params = { list, entry: code, where: path.slice(1).map(String).join('.') || '–' };
  throw new AppError('input', 'lists.shape', { params, cause: result.error });
}

let shipped: { kinds: Kind[]; procedures: Procedure[]; agencies: Agency[] } | undefined;

/** The lists of this package, parsed once a process. */
function shippedLists(): NonNullable<typeof shipped> {
  shipped ??= {
    kinds: parseList('kinds.json', kindSchema, kindsJson),
    procedures: parseList('procedures.json', procedureSchema, proceduresJson),
    agencies: parseList('agencies.json', agencySchema, agenciesJson),
  };
  return shipped;
}

/** Lists from parts, cross-checked. Throws AppError input (`lists.*`) naming the entry that is wrong. */
export function makeLists(
  kinds: readonly Kind[],
  procedures: readonly Procedure[],
  agencies: readonly Agency[],
): Lists {
  checkKinds(kinds);
  checkReferences(kinds, procedures, agencies);
  const byCode = new Map(kinds.map((kind) => [kind.code, kind]));
  const agencyByCode = new Map(agencies.map((agency) => [agency.code, agency]));
  const inForce = (code: string, day: IsoDate): Procedure | undefined =>
    procedures.find((procedure) => procedure.code === code && holds(procedure, day));
  return {
    kinds,
    procedures,
    agencies,
    gate: loadGate(),
    kind: (code) => byCode.get(code),
    procedureInForce: (code, day) => inForce(code, day) ?? inForce(code.slice(0, 8), day),
    agency: (code) => agencyByCode.get(code),
    agencyByPrintedName: (name, day) => findAgency(agencies, name, day),
  };
}

/** The shipped lists and what the operator adds. Throws AppError input (`lists.*`) naming the entry that is wrong. */
export function loadLists(options: ListsOptions = {}): Lists {
  const { procedures, agencies } = shippedLists();
  return { ...makeLists(kindsWith(options.extraKinds), procedures, agencies), gate: loadGate(options.gate) };
}

function kindsWith(extraKinds: unknown): Kind[] {
  const { kinds } = shippedLists();
  if (extraKinds === undefined) return kinds;
  const extra = parseList('--kinds', kindSchema, Array.isArray(extraKinds) ? extraKinds : [extraKinds]);
  const replaced = new Set(extra.map((kind) => kind.code));
  return [...kinds.filter((kind) => !replaced.has(kind.code)), ...extra];
}
