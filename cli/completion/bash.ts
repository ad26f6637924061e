// The completion script for bash 4 and later.
import { type CommandTree, flat, type TreeOption } from './tree.ts';

/** To be sourced: `source <(sohoa completion bash)`. */
export function bashScript(tree: CommandTree): string {
  const all = flat(tree);
  const options = all.flatMap((each) => each.tree.options);
  const valued = unique(options.filter(({ value }) => value !== 'none').flatMap(({ names }) => names));
  const steps = all.slice(1).map(({ path }) => {
    const before = path.slice(0, -1).join(' ');
    return `          '${before} ${path.at(-1)}') command='${path.join(' ')}' ;;`;
  });
  return `# bash completion of sohoa; made by \`sohoa completion bash\`.
_sohoa() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD - 1]}
  local command='' word='' skip='' words='' options='' files='' i
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    if [[ $skip ]]; then skip=''; continue; fi
    case $word in
      ${valued.join(' | ')}) skip=1 ;;
      -*) ;;
      *)
        case "$command $word" in
${steps.join('\n')}
        esac
        ;;
    esac
  done
  case $prev in
${valueCases(options).join('\n')}
  esac
  case $command in
${all.map(commandCase(tree.options)).join('\n')}
  esac
  if [[ $cur == -* ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$cur"))
  elif [[ $files ]]; then
    compopt -o filenames
    mapfile -t COMPREPLY < <(compgen -f -- "$cur")
  else
    COMPREPLY=($(compgen -W "$words" -- "$cur"))
  fi
}
complete -F _sohoa sohoa
`;
}

const unique = (texts: readonly string[]): string[] => [...new Set(texts)].sort();

function valueCases(options: readonly TreeOption[]): string[] {
  const lines = options.flatMap(({ names, value, choices }) => {
    if (value === 'none') return [];
    const answers = {
      choice: `COMPREPLY=($(compgen -W '${choices.join(' ')}' -- "$cur"))`,
      folder: 'compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- "$cur")',
      file: 'compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- "$cur")',
      other: ':',
    };
    return `    ${names.join(' | ')}) ${answers[value]}; return ;;`;
  });
  return unique(lines);
}

const commandCase =
  (global: readonly TreeOption[]) =>
  ({ path, tree }: { path: string[]; tree: CommandTree }): string => {
    const words = unique([...tree.commands.map(({ name }) => name), ...tree.words]);
    const options = unique([...tree.options, ...global].flatMap(({ names }) => names));
    const files = tree.takesFiles ? ' files=1' : '';
    return `    '${path.join(' ')}') words='${words.join(' ')}' options='${options.join(' ')}'${files} ;;`;
  };
