// What commander finds wrong with the arguments, said in our words.
import type { CommanderError } from 'commander';
import type { MessageParams } from '../core/errors.ts';
import { AppError } from '../core/errors.ts';

/** commander's English sentences, of which we take what is quoted. */
const PATTERNS: Readonly<Record<string, RegExp>> = {
  'commander.unknownOption':
    /unknown option '(?<what>.+?)'(?:\n\(Did you mean (?:one of )?(?<similar>.+)\?\))?/s,
  'commander.unknownCommand':
    /unknown command '(?<what>.+?)'(?:\n\(Did you mean (?:one of )?(?<similar>.+)\?\))?/s,
  'commander.missingArgument': /argument '(?<what>.+)'/,
  'commander.optionMissingArgument': /option '(?<what>.+)' argument missing/,
  'commander.missingMandatoryOptionValue': /required option '(?<what>.+)' not specified/,
  'commander.excessArguments': /Expected (?<expected>\d+) arguments? but got (?<got>\d+)/,
  'commander.invalidArgument':
    /(?:'(?<what>[^']+)' argument '.*' is invalid|is invalid for argument '(?<argument>[^']+)')\. Allowed choices are (?<choices>.*)\./s,
  'commander.conflictingOption': /(?<what>'.+') cannot be used with .*?(?<other>'.+')/,
};

/** Null for what is no error: help and version were printed. What the user typed as a value is left out. */
export function usageError(error: CommanderError): AppError | null {
  if (error.exitCode === 0) return null;
  const pattern = PATTERNS[error.code];
  const found = pattern?.exec(error.message)?.groups;
  if (!found) return new AppError('usage', 'cli.usage');
  const params: MessageParams = Object.fromEntries(
    Object.entries(found).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  const what = found.what ?? found.argument ?? '';
  const named = { ...params, what: error.code.startsWith('commander.unknown') ? typed(what) : what };
  const name = error.code.replace('commander.', '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const key = `cli.usage.${name}${'similar' in params ? '-similar' : ''}`;
  // Commander's own error is no cause to keep: its sentence repeats every word that was typed.
  return new AppError('usage', key, { params: named });
}

/** A mistyped command or option is repeated; a number or a name that went astray is not. */
const typed = (word: string): string =>
  /^-{0,2}[a-z][a-z-]*$/i.exec(word.split('=', 1)[0] ?? '')?.[0] ?? '“…”';
