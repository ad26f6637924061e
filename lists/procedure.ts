// Procedures as data: what each asks for and gives, versioned by the day of reception.
import { z } from 'zod';
import { day } from './day.ts';

const text = z
  .string()
  .min(1)
  .transform((value) => value.normalize('NFC'));
const kindCode = z.string().regex(/^[A-Z][A-Z0-9_]{1,79}$/);

const component = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9_]{0,59}$/),
  /** Kinds that satisfy it. */
  anyOf: z.array(kindCode).min(1),
  required: z.boolean(),
  /** When it falls away: text for the clerk, no rule for the machine. */
  condition: text.nullable(),
  /** `shown`: compared and given back, never digitised for this procedure. */
  form: z.enum(['original', 'certified-copy', 'copy', 'shown']),
  copies: z.number().int().min(0),
  /** Where to look first. */
  source: z.enum(['citizen', 'store', 'nationalDb']),
  sensitive: z.boolean(),
});

export const procedureSchema = z.strictObject({
  code: z.string().regex(/^\d\.\d{6}(\.\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}(\.\d{2})?)?$/),
  version: z.number().int().min(1),
  validFrom: day.nullable(),
  /** Last day. */
  validTo: day.nullable(),
  name: text,
  field: text,
  level: z.enum(['bo', 'tinh', 'xa']),
  components: z.array(component).min(1),
  /** Kinds that may be issued, by the case. */
  results: z.array(kindCode).min(1),
  days: z.number().int().min(0).nullable(),
  daysUnit: z.enum(['working', 'calendar']).optional(),
  cutoff: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .optional(),
  note: text.optional(),
  unverified: z.literal(true).optional(),
  unverifiedNote: text.optional(),
});

export type Procedure = z.output<typeof procedureSchema>;
export type ProcedureComponent = z.output<typeof component>;
