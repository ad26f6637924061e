// What the command line and the environment say, before anything is opened: language, colours, configuration.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, parseConfig } from '../core/config.ts';
import { AppError } from '../core/errors.ts';
import type { Language } from '../core/messages/index.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Vietnamese unless `--lang` or SOHOA_LANG says otherwise; `auto` follows the machine (LC_ALL, then LANG). Looked for
 * in the raw arguments, since even the help and the errors about arguments are in this language.
 */
export function languageOf(argv: readonly string[], environment: Environment): Language {
  const asked = optionIn(argv, '--lang') ?? environment.SOHOA_LANG;
  const locale = environment.LC_ALL || environment.LANG || '';
  if (asked === 'auto') return /^en/i.test(locale) ? 'en' : 'vi';
  return asked === 'en' ? 'en' : 'vi';
}

function optionIn(argv: readonly string[], name: string): string | undefined {
  const end = argv.indexOf('--');
  const options = end < 0 ? argv : argv.slice(0, end);
  const at = options.findLastIndex((word) => word === name || word.startsWith(`${name}=`));
  if (at < 0) return undefined;
  const word = options[at] ?? '';
  return word === name ? options[at + 1] : word.slice(name.length + 1);
}

/** Settings that are numbers in the configuration and text everywhere else. */
const NUMBERS = ['sure', 'workers', 'pageTimeout', 'keepFailed', 'keepWork'] as const;

const VARIABLES: Readonly<Record<string, string>> = {
  data: 'SOHOA_DATA',
  ocr: 'SOHOA_OCR',
  sure: 'SOHOA_SURE',
  paperCodeTemplate: 'SOHOA_PAPER_CODE_TEMPLATE',
  agency: 'SOHOA_AGENCY',
  officer: 'SOHOA_OFFICER',
  captureCheck: 'SOHOA_CAPTURE_CHECK',
  kinds: 'SOHOA_KINDS',
  gate: 'SOHOA_GATE',
  workers: 'SOHOA_WORKERS',
  pageTimeout: 'SOHOA_PAGE_TIMEOUT',
  production: 'SOHOA_PRODUCTION',
  trustClock: 'SOHOA_TRUST_CLOCK',
  database: 'SOHOA_REGISTRY',
  atRest: 'SOHOA_AT_REST',
  scratch: 'SOHOA_SCRATCH',
  searchText: 'SOHOA_SEARCH_TEXT',
  keepFailed: 'SOHOA_KEEP_FAILED',
  keepWork: 'SOHOA_KEEP_WORK',
};

/**
 * Options before environment before `DIR/sohoa.json` before defaults.
 * @throws AppError usage `config.invalid`, `cli.config-unreadable`.
 */
export function readConfig(options: Readonly<Record<string, unknown>>, environment: Environment): Config {
  const { registry, ...known } = options;
  const given = defined({ ...pick(known, Object.keys(VARIABLES)), database: registry });
  const fromEnvironment = defined(
    Object.fromEntries(
      Object.entries(VARIABLES).map(([name, variable]) => [name, environment[variable] || undefined]),
    ),
  );
  const here = { ...fromEnvironment, ...given };
  const merged: Record<string, unknown> = { ...fromFile(String(here.data ?? './data')), ...here };
  for (const name of NUMBERS) {
    if (typeof merged[name] === 'string') merged[name] = Number(merged[name]);
  }
  for (const name of ['production', 'trustClock']) {
    if (typeof merged[name] === 'string') merged[name] = /^(1|true|yes)$/i.test(merged[name]);
  }
  const limits = { ...limitsIn(environment.SOHOA_LIMITS?.split(/[\s,]+/)), ...limitsIn(options.limit) };
  if (Object.keys(limits).length > 0) merged.limits = { ...(merged.limits as object | undefined), ...limits };
  return parseConfig(merged);
}

/** `pages=500`: what is no number is left to the check of the configuration, which names it. */
function limitsIn(words: unknown): Record<string, unknown> {
  if (!Array.isArray(words)) return {};
  const pairs = words
    .map(String)
    .filter(Boolean)
    .map((word) => word.split('=', 2));
  return Object.fromEntries(pairs.map(([name = '', value]) => [name, Number(value || Number.NaN)]));
}

const defined = (record: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));

const pick = (record: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(names.map((name) => [name, record[name]]));

function fromFile(folder: string): Record<string, unknown> {
  const file = join(folder, 'sohoa.json');
  if (!existsSync(file)) return {};
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof content === 'object' && content !== null && !Array.isArray(content)) return { ...content };
    throw new TypeError('no object');
  } catch (cause) {
    throw new AppError('usage', 'cli.config-unreadable', { params: { file }, cause });
  }
}
