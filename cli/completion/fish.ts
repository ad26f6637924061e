// The completion script for fish.
import { type CommandTree, flat, type TreeOption } from './tree.ts';

/** To be saved as `~/.config/fish/completions/sohoa.fish`. */
export function fishScript(tree: CommandTree): string {
  const lines = flat(tree).flatMap(({ path, tree: each }) => [
    ...each.commands.map((below) => line(path, each, `-a ${below.name} -d ${quoted(below.about)}`)),
    ...each.words.map((word) => line(path, each, `-a ${word}`)),
    ...each.options.map((option) => line(path, each, optionOf(option), path.length === 0)),
    ...(each.takesFiles ? [line(path, each, '-F')] : []),
  ]);
  return `# fish completion of sohoa; made by \`sohoa completion fish\`.
complete -c sohoa -f
${lines.join('\n')}
`;
}

function line(path: readonly string[], tree: CommandTree, what: string, always = false): string {
  const seen = path.map((word) => `__fish_seen_subcommand_from ${word}`);
  const names = tree.commands.map(({ name }) => name);
  const open = names.length > 0 ? [`not __fish_seen_subcommand_from ${names.join(' ')}`] : [];
  const conditions = always ? [] : [...seen, ...open];
  return [
    'complete -c sohoa',
    ...(conditions.length > 0 ? [`-n ${quoted(conditions.join('; and '))}`] : []),
    what,
  ].join(' ');
}

function optionOf({ names, about, value, choices }: TreeOption): string {
  const flags = names.map((name) => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`));
  const values = {
    none: '',
    choice: `-x -a ${quoted(choices.join(' '))}`,
    folder: `-x -a '(__fish_complete_directories)'`,
    file: '-r -F',
    other: '-x',
  };
  return [...flags, values[value], `-d ${quoted(about)}`].filter((part) => part !== '').join(' ');
}

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", `\\'`)}'`;
