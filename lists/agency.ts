// Agencies as data, and the agency a printed name means on a day.
import { z } from 'zod';
import type { IsoDate } from '../core/model.ts';
import { fold } from '../core/text.ts';
import { day, dayOrYear, holds } from './day.ts';

const text = z
  .string()
  .min(1)
  .transform((value) => value.normalize('NFC'));
const code = z.string().regex(/^[A-Z]\d{2}(\.[0-9A-Z]{1,4}){0,4}$/);

export const agencySchema = z.strictObject({
  code,
  name: text,
  kind: z.enum(['tinh', 'bo', 'so', 'xa']),
  parent: code.nullable(),
  /** Null: before the list. */
  validFrom: day.nullable(),
  /** Last day; successors take over, old papers keep the code. */
  validTo: day.nullable(),
  successors: z.array(code),
  /** First three digits of a 12-digit number registered there, for life. */
  identityPrefix: z
    .string()
    .regex(/^\d{3}$/)
    .nullable(),
  administrativeCode: z
    .string()
    .regex(/^\d{2}$/)
    .optional(),
  aliases: z.array(
    z.strictObject({ name: text, validFrom: dayOrYear.optional(), validTo: dayOrYear.optional() }),
  ),
  sample: z.literal(true).optional(),
  unverified: z.literal(true).optional(),
  unverifiedNote: text.optional(),
});

export type Agency = z.output<typeof agencySchema>;

const abbreviations: readonly (readonly [RegExp, string])[] = [
  [/\bubnd\b/g, 'uy ban nhan dan'],
  [/\bt\.?\s?p\.?\s?(?=hcm\b)/g, 'thanh pho '],
  [/\bhcm\b/g, 'ho chi minh'],
  [/\btp\b/g, 'thanh pho'],
];

/** A name as it is compared: folded, punctuation and abbreviations out of the way, old order of tone marks ignored. */
const comparable = (name: string): string => {
  const words = fold(name)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  return abbreviations
    .reduce((result, [form, full]) => result.replace(form, full), words)
    .replace(/\s+/g, ' ');
};

/** A province's people's committee, or the province itself, by its bare name. */
const bare = (name: string): string =>
  comparable(name).replace(/^(uy ban nhan dan )?((tinh|thanh pho) )?/, '');

/** The agency printed like this on that day (any day where none is given); none where it is unknown or ambiguous. */
export function findAgency(agencies: readonly Agency[], printed: string, on?: IsoDate): Agency | undefined {
  const [whole, short] = [comparable(printed), bare(printed)];
  const named = (agency: Agency, name: string): boolean =>
    comparable(name) === whole || (agency.kind === 'tinh' && bare(name) === short);
  const found = agencies.filter((agency) => {
    const inForce = on === undefined || holds(agency, on);
    if (inForce && named(agency, agency.name)) return true;
    return agency.aliases.some(
      (alias) => (on === undefined || holds(alias, on)) && inForce && named(agency, alias.name),
    );
  });
  const byName = found.filter((agency) => named(agency, agency.name));
  return byName.length === 1 ? byName[0] : found.length === 1 ? found[0] : undefined;
}
