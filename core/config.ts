// The configuration: every setting with its default and its check. Pure; cli/wire.ts fills it from files and environment.
import { z } from 'zod';
import { AppError } from './errors.ts';
import { defaultPaperCodeTemplate, paperCodeTemplateFaults } from './paper-code.ts';

const agencyCode = /^[A-Z]\d{2}(\.[0-9A-Z]{1,4}){0,4}$/;

export const configSchema = z.strictObject({
  /** Folder of registry, objects, keys; made when missing. */
  data: z.string().min(1).default('./data'),
  lang: z.enum(['vi', 'en']).default('vi'),
  /** `auto`: an installed tesseract with our model, else WebAssembly. */
  ocr: z.enum(['auto', 'wasm', 'native']).default('auto'),
  /** Confidence from which a fact needs no clerk. */
  sure: z.number().gt(0).max(1).default(0.9),
  paperCodeTemplate: z
    .string()
    .default(defaultPaperCodeTemplate)
    .refine((template) => paperCodeTemplateFaults(template).length === 0),
  /** The receiving agency: opens the code of kinds that have no national code. */
  agency: z.string().regex(agencyCode).default('H00'),
  /** Who digitises: the actor of events and evidence, and the name on trial keys; the stamp names the key's holder. */
  officer: z.string().min(1).optional(),
  /** File of kinds added to the lists, in the shape of document-types.json. */
  kinds: z.string().min(1).optional(),
  /** Worker threads; default as many as cores. */
  workers: z.number().int().min(1).max(256).optional(),
  /** Seconds after which reading one page is given up. */
  pageTimeout: z.number().positive().default(120),
  /** Refuses development keys. */
  production: z.boolean().default(false),
  /** SQLite in the data folder where absent. */
  database: z.string().min(1).optional(),
});

export type Config = z.output<typeof configSchema>;

/** Fills in defaults; throws AppError usage `config.invalid` naming the first setting that is wrong. */
export function parseConfig(input: unknown): Config {
  const result = configSchema.safeParse(input);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const setting =
    issue?.code === 'unrecognized_keys' ? issue.keys.join(', ') : (issue?.path.map(String).join('.') ?? '');
  throw new AppError('usage', 'config.invalid', {
    params: { setting: setting || '(gốc)' },
    cause: result.error,
  });
}
