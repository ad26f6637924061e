// Builds the commander program from the list of commands, every word of it in the user's language.
import { Argument, Command, Help, Option } from 'commander';
import { hasMessage, type Language, message } from '../core/messages/index.ts';
import type { ArgumentSpec, CommandSpec, Given, OptionSpec } from './command.ts';

/** Known before and after the name of a command. */
export const globalOptions: readonly OptionSpec[] = [
  { flags: '--data <DIR>', about: 'cli.opt.data' },
  { flags: '--registry <URL>', about: 'cli.opt.registry' },
  { flags: '--kinds <FILE>', about: 'cli.opt.kinds' },
  { flags: '--gate <FILE>', about: 'cli.opt.gate' },
  { flags: '--lang <LANG>', about: 'cli.opt.lang', choices: ['vi', 'en', 'auto'] },
  { flags: '--verbose', about: 'cli.opt.verbose' },
];

export interface ProgramOptions {
  readonly commands: readonly CommandSpec[];
  readonly lang: Language;
  readonly version: string;
  /** Where help goes. */
  out(text: string): void;
  err(text: string): void;
  /** Called with the command the user named. */
  run(command: CommandSpec, given: Given): Promise<void>;
}

/** Never exits and prints no error itself: `parseAsync` throws CommanderError, see usage-error.ts. */
export function buildProgram(options: ProgramOptions): Command {
  const { lang, out, err } = options;
  const say = (key: string): string => message(lang, key);
  const program = new Command('sohoa')
    .exitOverride()
    .configureOutput({ writeOut: out, writeErr: err, outputError: () => undefined })
    .configureHelp(helpIn(lang))
    .helpOption('-h, --help', say('cli.opt.help'))
    .version(options.version, '-V, --version', say('cli.opt.version'))
    .description(say('cli.sohoa'))
    .usage(say('cli.usage.program'))
    .addHelpText('after', examples(lang, 'cli.sohoa'));
  program.helpCommand(`help [${say('cli.meta.COMMAND')}]`, say('cli.opt.help-command'));
  for (const option of globalOptions) program.addOption(toOption(option, lang));
  for (const spec of options.commands) addCommand(program, spec, options);
  return program;
}

function addCommand(parent: Command, spec: CommandSpec, options: ProgramOptions): void {
  const { lang } = options;
  const key = `cli.${spec.name.replaceAll(' ', '.')}`;
  const command = parent
    .command(spec.name.split(' ').at(-1) ?? spec.name)
    .description(message(lang, key))
    .addHelpText('after', examples(lang, key))
    .usage(usageOf(spec, lang));
  for (const argument of spec.arguments) command.addArgument(toArgument(argument, lang));
  for (const option of spec.options) command.addOption(toOption(option, lang));
  for (const below of spec.commands ?? []) addCommand(command, below, options);
  if (spec.commands) command.helpCommand(false);
  if (!spec.run) return;
  command.action(async (...values: unknown[]) => {
    const words = values.slice(0, spec.arguments.length).flat();
    const given = {
      words: words.filter((word) => typeof word === 'string'),
      options: command.optsWithGlobals(),
    };
    await options.run(spec, given);
  });
}

function usageOf(spec: CommandSpec, lang: Language): string {
  if (spec.commands) return message(lang, 'cli.usage.group');
  const words = spec.arguments.map(({ flags }) => translated(flags, lang));
  return [message(lang, 'cli.usage.options'), ...words].join(' ');
}

function examples(lang: Language, key: string): string {
  if (!hasMessage(`${key}.examples`)) return '';
  const lines = message(lang, `${key}.examples`).split('\n');
  return `\n${message(lang, 'cli.help.examples')}\n${lines.map((line) => `  ${line}`).join('\n')}`;
}

/** `<FILE|DIR...>`: each word in capitals as the language calls it. */
const translated = (flags: string, lang: Language): string =>
  flags.replace(/(?<=[<[|])[A-Z]+(?=[|.\]>])/g, (word) =>
    hasMessage(`cli.meta.${word}`) ? message(lang, `cli.meta.${word}`) : word,
  );

function toArgument({ flags, about, choices }: ArgumentSpec, lang: Language): Argument {
  const argument = new Argument(translated(flags, lang), message(lang, about));
  return choices ? argument.choices(choices) : argument;
}

function toOption({ flags, about, choices, repeatable, required }: OptionSpec, lang: Language): Option {
  const option = new Option(translated(flags, lang), message(lang, about));
  if (choices) option.choices(choices);
  // Not commander's variadic option: that one would swallow the arguments behind it.
  if (repeatable) option.argParser((value: string, before: string[] = []) => [...before, value]);
  if (required) option.makeOptionMandatory();
  return option;
}

/** Titles are translated, and what commander adds to descriptions in English is left out. */
function helpIn(lang: Language): Partial<Help> {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': 'cli.help.usage',
    'Arguments:': 'cli.help.arguments',
    'Options:': 'cli.help.options',
    'Global Options:': 'cli.help.global-options',
    'Commands:': 'cli.help.commands',
  };
  return {
    showGlobalOptions: true,
    styleTitle: (title) => message(lang, titles[title] ?? title),
    optionDescription: ({ description, argChoices }) =>
      argChoices ? `${description} (${argChoices.join(' | ')})` : description,
    argumentDescription: ({ description, argChoices }) =>
      argChoices ? `${description} (${argChoices.join(' | ')})` : description,
    subcommandDescription: (command) => command.description().split('\n')[0] ?? '',
    subcommandTerm: (command) =>
      [command.name(), ...command.registeredArguments.map((each) => new Help().argumentTerm(each))].join(' '),
  };
}
