// The configuration: every setting with its default and its check. Pure; cli/wire.ts fills it from files and environment.
import { z } from 'zod';
import { AppError } from './errors.ts';
import { defaultPaperCodeTemplate, paperCodeTemplateFaults } from './paper-code.ts';

const agencyCode = /^[A-Z]\d{2}(\.[0-9A-Z]{1,4}){0,4}$/;

/**
 * What a hostile file may cost at most; a counter never meets them. Files beyond are refused with a word to the clerk,
 * before they are decoded wherever that can be known.
 */
const limitsSchema = z.strictObject({
  fileMegabytes: z.number().positive().default(1024),
  /** Pages of one file. */
  pages: z.number().int().positive().default(5000),
  /** Millions of pixels of one picture: 100 is A3 at 700 dpi, A1 at 360 dpi. */
  megapixels: z.number().positive().default(100),
  /** What one stream of a PDF may grow to when it is unpacked; pictures are held to `megapixels` instead. */
  streamMegabytes: z.number().positive().default(128),
  /** Objects of a PDF. */
  objects: z.number().int().positive().default(500_000),
  /** Depth of a PDF's arrays and dictionaries, and of its page tree. */
  nesting: z.number().int().positive().default(64),
  /** Memory of one process that opens files or reads pages. */
  memoryMegabytes: z.number().min(256).default(1536),
  /** Of CPU, for opening a file, and for taking one page out of it; reading a page has `pageTimeout`. */
  seconds: z.number().positive().default(60),
  /** Pages of one file that cannot be read before the file is given up. */
  unreadPages: z.number().int().positive().default(20),
});
export type Limits = z.output<typeof limitsSchema>;

export const configSchema = z.strictObject({
  /** Folder of registry, objects, keys; made when missing. */
  data: z.string().min(1).default('./data'),
  lang: z.enum(['vi', 'en']).default('vi'),
  /** `auto`: an installed tesseract with our model, else WebAssembly. */
  ocr: z.enum(['auto', 'wasm', 'native']).default('auto'),
  /** Confidence from which a fact needs no clerk. */
  sure: z.number().gt(0).max(1).default(0.9),
  /** The same for fields of one type; `sohoa review policy --apply` writes both. */
  sureByType: z
    .partialRecord(z.enum(['id', 'name', 'date', 'place', 'number', 'text', 'enum']), z.number().gt(0).max(1))
    .optional(),
  /**
   * A scan that is in doubt: `ask` has a clerk look at it before it is sealed, `auto` after, and only where it must be
   * scanned again; `off` does neither.
   */
  captureCheck: z.enum(['auto', 'ask', 'off']).default('auto'),
  /** Kinds of paper whose facts a second person approves. */
  secondPerson: z.array(z.string().min(1)).default([]),
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
  /** File of a site's choices for the gate at intake: `{"plain-copy": {"action": "skip"}}`. */
  gate: z.string().min(1).optional(),
  /** Worker threads; default as many as cores. */
  workers: z.number().int().min(1).max(256).optional(),
  /**
   * Seconds of CPU after which reading one page is given up, so that a busy machine refuses no sound page; of the wall
   * clock ten times as many, for one that hangs without doing anything.
   */
  pageTimeout: z.number().positive().default(120),
  limits: limitsSchema.prefault({}),
  /** Refuses development keys. */
  production: z.boolean().default(false),
  /** How files lie on the disk; default: encrypted where there is a key-encryption key, else plain. */
  atRest: z.enum(['plain', 'encrypted']).optional(),
  /**
   * Where temporary pictures of the installed reader go: `memory` (a file system in memory, else the bundled reader),
   * `disk`, or `auto`: memory where there is one, the disk only while nothing is encrypted.
   */
  scratch: z.enum(['auto', 'memory', 'disk']).default('auto'),
  /** What of a paper the search index holds; default: `facts` where files are encrypted, else `full`. */
  searchText: z.enum(['full', 'facts', 'none']).optional(),
  /** Days that work on a file that failed is kept. */
  keepFailed: z.number().positive().default(7),
  /** Hours that work of a stopped run is kept: it may hold pictures that may not be filed, such as identity cards. */
  keepWork: z.number().min(1).default(24),
  /** The clock of this computer is right even where it is behind what is filed. */
  trustClock: z.boolean().default(false),
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
