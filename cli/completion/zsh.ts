// The completion script for zsh.
import { type CommandTree, flat, type TreeOption } from './tree.ts';

/** To be saved as `_sohoa` in a folder of $fpath, or sourced after compinit. */
export function zshScript(tree: CommandTree): string {
  const functions = flat(tree).map(({ path, tree: each }) => functionOf(path, each, tree.options));
  return `#compdef sohoa
# zsh completion of sohoa; made by \`sohoa completion zsh\`.
${functions.join('\n')}
compdef _sohoa sohoa
[[ $funcstack[1] == _sohoa ]] && _sohoa "$@"
return 0
`;
}

function functionOf(path: readonly string[], tree: CommandTree, global: readonly TreeOption[]): string {
  const own = path.length === 0 ? tree.options : [...tree.options, ...global];
  const known = new Set<string>();
  const options = own.filter(({ names: [name = ''] }) => !known.has(name) && known.add(name));
  const specs = options.flatMap(optionSpecs);
  const name = ['_sohoa', ...path].join('_');
  if (tree.commands.length === 0) {
    const rest = tree.takesFiles
      ? [quoted('*:file:_files')]
      : tree.words.length > 0
        ? [wordSpec(tree.words)]
        : [];
    return `${name}() {\n  _arguments -s ${[...specs, ...rest].join(' \\\n    ')}\n}`;
  }
  const commands = tree.commands.map((each) => quoted(`${each.name}:${each.about}`));
  const cases = tree.commands.map((each) => `      ${each.name}) ${name}_${each.name} ;;`);
  return `${name}() {
  local curcontext=$curcontext state line
  typeset -A opt_args
  _arguments -C -s ${[...specs, quoted('1: :->command'), quoted('*:: :->rest')].join(' \\\n    ')}
  case $state in
    command)
      local -a commands=(
        ${commands.join('\n        ')}
      )
      _describe command commands
      ;;
    rest)
      case $line[1] in
${cases.join('\n')}
      esac
      ;;
  esac
}`;
}

/** `--json[about]`, `*--owner[about]:value:`; colons and brackets in texts are escaped. */
function optionSpecs({ names, about, value, choices, repeatable }: TreeOption): string[] {
  const text = about.replace(/[[\]:]/g, (sign) => `\\${sign}`);
  const actions = { none: '', file: ':file:_files', folder: ':folder:_files -/', other: ':value: ' };
  const action = value === 'choice' ? `:value:(${choices.join(' ')})` : actions[value];
  return names.map((name) => quoted(`${repeatable ? '*' : ''}${name}[${text}]${action}`));
}

const wordSpec = (words: readonly string[]): string => quoted(`1:word:(${words.join(' ')})`);
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
