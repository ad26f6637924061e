// What the clerk knows of a dossier: from its dossier.json, or from the command line.
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { isIsoDate } from '../../core/dates.ts';
import { parseDossierCode } from '../../core/dossier-code.ts';
import { AppError } from '../../core/errors.ts';
import {
  parseCmnd,
  parsePassport,
  parsePersonalNumber,
  parseTaxCode,
  schemeOf,
} from '../../core/identifiers.ts';
import type { DossierInput, IdentifierScheme, OwnerRef } from '../../core/model.ts';
import { parseProcedureCode } from '../../core/procedure-code.ts';

export const DOSSIER_FILE = 'dossier.json';

/** Agencies number their dossiers in many ways; what a QR and a file name can carry is allowed. */
const dossierCode = z.string().regex(/^[\w.-]{1,80}$/);
const procedureCode = z.string().refine((text) => parseProcedureCode(text) !== null);
const fullDate = z.string().refine((text) => text.length === 10 && isIsoDate(text));

const parsers: Readonly<Record<IdentifierScheme, (text: string) => string | null>> = {
  SDD: (text) => parsePersonalNumber(text)?.number ?? null,
  CMND: parseCmnd,
  MST: (text) => parseTaxCode(text)?.number ?? null,
  passport: parsePassport,
};

const owner = z
  .object({
    kind: z.enum(['citizen', 'organisation']),
    scheme: z.enum(['SDD', 'CMND', 'MST', 'passport']),
    id: z.string(),
    name: z.string().trim().min(1).optional(),
    birth: z.string().refine(isIsoDate).optional(),
  })
  .transform(({ id, name, birth, ...rest }, context): OwnerRef => {
    const number = parsers[rest.scheme](id);
    if (number === null) context.addIssue({ code: 'custom', path: ['id'] });
    const known = { ...(name ? { name: name.normalize('NFC') } : {}), ...(birth ? { birth } : {}) };
    return { ...rest, number: number ?? '', ...known };
  });

/** Other members are left alone: systems of origin write more than we need. */
const dossierSchema = z.object({
  code: dossierCode,
  received: fullDate.optional(),
  procedure: procedureCode.optional(),
  owners: z.array(owner).default([]),
  /** The form single files were handed in, where the clerk says so: the gate goes by it. */
  papers: z
    .array(
      z.object({
        source: z.string().min(1),
        form: z.enum(['original', 'copy', 'certified-copy', 'shown']),
      }),
    )
    .optional(),
});

/** @throws AppError usage `cli.dossier-unreadable`, `cli.dossier-invalid` with the place that is wrong, never its value. */
export async function readDossierFile(file: string): Promise<DossierInput> {
  const content = await readFile(file, 'utf8')
    .then((text): unknown => JSON.parse(text.replace(/^\uFEFF/, '')))
    .catch((cause: unknown) => {
      // What is wrong with JSON is said by quoting it: no cause to keep.
      const kept = cause instanceof SyntaxError ? {} : { cause };
      throw new AppError('usage', 'cli.dossier-unreadable', { params: { file }, ...kept });
    });
  const result = dossierSchema.safeParse(content);
  if (!result.success) {
    const where = result.error.issues[0]?.path.map(String).join('.') || '{}';
    throw new AppError('usage', 'cli.dossier-invalid', { params: { file, where } });
  }
  return withDay(result.data);
}

export interface DossierWords {
  readonly dossier?: string | undefined;
  readonly procedure?: string | undefined;
  readonly owners: readonly string[];
}

/**
 * `found` with what the command line says instead; null where neither knows a dossier.
 * @throws AppError usage `cli.dossier-code`, `cli.procedure-code`, `cli.owner-number`, `cli.needs-dossier`.
 */
export function dossierOf(found: DossierInput | null, words: DossierWords): DossierInput | null {
  const owners = words.owners.map(ownerOfNumber);
  const code = words.dossier ?? found?.code;
  const procedure = words.procedure ?? found?.procedure;
  if (code === undefined) {
    if (procedure === undefined && owners.length === 0) return null;
    throw new AppError('usage', 'cli.needs-dossier');
  }
  if (!dossierCode.safeParse(code).success)
    throw new AppError('usage', 'cli.dossier-code', { params: { code } });
  if (procedure !== undefined && parseProcedureCode(procedure) === null)
    throw new AppError('usage', 'cli.procedure-code', { params: { code: procedure } });
  const received = words.dossier === undefined ? found?.received : undefined;
  return withDay({
    code,
    received,
    procedure,
    owners: owners.length > 0 ? owners : (found?.owners ?? []),
    papers: found?.papers,
  });
}

/** The scheme follows from the form of the number. The number stays out of the error. */
function ownerOfNumber(text: string): OwnerRef {
  const number = text.replace(/[\s.]/g, '').toUpperCase();
  const scheme = schemeOf(number);
  if (scheme === null) throw new AppError('usage', 'cli.owner-number');
  return { kind: scheme === 'MST' ? 'organisation' : 'citizen', scheme, number };
}

/** The day of reception stands in the code of a dossier. */
function withDay({
  code,
  received = parseDossierCode(code)?.received,
  procedure,
  owners,
  papers,
}: {
  code: string;
  received?: string | undefined;
  procedure?: string | undefined;
  owners: readonly OwnerRef[];
  papers?: DossierInput['papers'] | undefined;
}): DossierInput {
  return {
    code,
    owners,
    ...(received ? { received } : {}),
    ...(procedure ? { procedure } : {}),
    ...(papers && papers.length > 0 ? { papers } : {}),
  };
}
