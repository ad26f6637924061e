// The commander tree as plain data: what a completion script needs to know.
import type { Command, Option } from 'commander';

export interface TreeOption {
  /** `--json`, `-o`. */
  readonly names: readonly string[];
  readonly about: string;
  /** What stands behind it. */
  readonly value: ValueKind;
  readonly choices: readonly string[];
  readonly repeatable: boolean;
}

export type ValueKind = 'none' | 'file' | 'folder' | 'choice' | 'other';

export interface CommandTree {
  readonly name: string;
  readonly about: string;
  readonly options: readonly TreeOption[];
  /** Whether its arguments are files or folders. */
  readonly takesFiles: boolean;
  /** Words its argument may be. */
  readonly words: readonly string[];
  readonly commands: readonly CommandTree[];
}

/** Options that name a folder; the other ones with a value that take a path take a file. */
const FOLDERS = new Set(['--data', '--out']);
const FILES = new Set(['--kinds', '--gate', '--trust', '--output']);

export function treeOf(command: Command): CommandTree {
  const [argument] = command.registeredArguments;
  return {
    name: command.name(),
    about: command.description().split('\n')[0] ?? '',
    options: command
      .createHelp()
      .visibleOptions(command)
      .map((option) => toTreeOption(option)),
    takesFiles: ['digitize', 'verify'].includes(command.name()),
    words: argument?.argChoices ?? [],
    commands: command.commands.map(treeOf),
  };
}

function toTreeOption(option: Option): TreeOption {
  const names = [option.long, option.short].filter((name) => name !== undefined);
  return {
    names,
    about: option.description,
    value: valueKind(option),
    choices: option.argChoices ?? [],
    repeatable: option.parseArg !== undefined && option.argChoices === undefined,
  };
}

function valueKind(option: Option): ValueKind {
  if (!option.required && !option.optional) return 'none';
  if (option.argChoices) return 'choice';
  if (FOLDERS.has(option.long ?? '')) return 'folder';
  return FILES.has(option.long ?? '') ? 'file' : 'other';
}

/** A tree and all below it, each with the words that lead to it. */
export function flat(
  tree: CommandTree,
  path: readonly string[] = [],
): { path: string[]; tree: CommandTree }[] {
  const below = tree.commands.flatMap((each) => flat(each, [...path, each.name]));
  return [{ path: [...path], tree }, ...below];
}
