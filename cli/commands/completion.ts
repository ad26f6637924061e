// sohoa completion: a script that completes commands and options in a shell.
import type { CommandSpec } from '../command.ts';
import { bashScript } from '../completion/bash.ts';
import { fishScript } from '../completion/fish.ts';
import type { CommandTree } from '../completion/tree.ts';
import { zshScript } from '../completion/zsh.ts';
import { EXIT } from '../exit-codes.ts';

const SCRIPTS: Readonly<Record<string, (tree: CommandTree) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
};

export const completion: CommandSpec = {
  name: 'completion',
  arguments: [{ flags: '<SHELL>', about: 'cli.arg.shell', choices: Object.keys(SCRIPTS) }],
  options: [],
  async run({ screen, tree }, given) {
    const script = SCRIPTS[given.words[0] ?? ''];
    if (script) screen.print(script(tree()).trimEnd());
    return EXIT.done;
  },
};
