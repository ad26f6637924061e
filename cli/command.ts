// The shape of a command as data, and what it is given to run with.
import type { Config } from '../core/config.ts';
import type { MessageParams } from '../core/errors.ts';
import type { Language } from '../core/messages/index.ts';
import type { Clock, Log } from '../core/ports.ts';
import type { CommandTree } from './completion/tree.ts';
import type { Screen } from './print/screen.ts';
import type { Wiring } from './wire.ts';

export interface OptionSpec {
  /** As commander reads them; capitals in `<>` are translated (`cli.meta.<WORD>`). */
  readonly flags: string;
  /** Key of the help text. */
  readonly about: string;
  readonly choices?: readonly string[];
  /** May be given several times; the values come as a list. */
  readonly repeatable?: true;
  readonly required?: true;
}

export interface ArgumentSpec {
  /** `<FILE...>`, `[NUMBER]`: capitals are translated. */
  readonly flags: string;
  readonly about: string;
  readonly choices?: readonly string[];
}

/** Help texts: `cli.<name>` says what it does, `cli.<name>.examples` shows it; spaces of a name become dots. */
export interface CommandSpec {
  readonly name: string;
  readonly arguments: readonly ArgumentSpec[];
  readonly options: readonly OptionSpec[];
  /** Commands below this one; `run` is then what happens when none of them is named. */
  readonly commands?: readonly CommandSpec[];
  /** Goes on where nobody reads what it prints: what it does is kept elsewhere. */
  readonly goesOn?: true;
  /** Returns the exit code. */
  run?(cli: Cli, given: Given): Promise<number>;
}

/** What the user typed. */
export interface Given {
  /** Positional arguments in order; a repeated one is spread. */
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
}

export const isSet = (given: Given, name: string): boolean => given.options[name] === true;
export const textOf = (given: Given, name: string): string | undefined => {
  const value = given.options[name];
  return typeof value === 'string' ? value : undefined;
};
export const listOf = (given: Given, name: string): readonly string[] => {
  const value = given.options[name];
  return Array.isArray(value) ? value.map(String) : [];
};

/** Everything a command works with. */
export interface Cli {
  readonly lang: Language;
  readonly config: Config;
  readonly screen: Screen;
  readonly clock: Clock;
  readonly log: Log;
  readonly wiring: Wiring;
  /** Details of errors too. */
  readonly verbose: boolean;
  /** Aborted by the first Ctrl-C. */
  readonly signal: AbortSignal;
  /** The same over another data folder; closed with this one. */
  inFolder(data: string): Cli;
  /** The commands as commander has them. */
  tree(): CommandTree;
  /** A text of the catalogue in the user's language. */
  say(key: string, params?: MessageParams): string;
}
