// sohoa keys: keys to try the product with, and what the keys in use are.
import { type CommandSpec, textOf } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { certificateLines } from '../print/certificates.ts';
import { keysAtRest } from './keys-at-rest.ts';

const init: CommandSpec = {
  name: 'keys init',
  arguments: [],
  options: [
    { flags: '--organisation <NAME>', about: 'cli.opt.organisation' },
    { flags: '--officer <NAME>', about: 'cli.opt.key-officer' },
    { flags: '--agency <NAME>', about: 'cli.opt.agency' },
  ],
  async run(cli, given) {
    const { say, screen, wiring } = cli;
    const organisation = textOf(given, 'organisation') ?? say('cli.keys.organisation');
    const files = await wiring.makeKeys({
      organisation,
      officer: textOf(given, 'officer') ?? say('cli.keys.officer'),
      agency: textOf(given, 'agency') ?? organisation,
    });
    for (const name of ['ca', 'officer', 'agency', 'password'] as const)
      screen.print(`${say(`cli.keys.file.${name}`)}: ${files[name]}`);
    screen.tell(screen.paintError('yellow', say('cli.development-keys')));
    return EXIT.done;
  },
};

const show: CommandSpec = {
  name: 'keys show',
  arguments: [],
  options: [],
  async run(cli) {
    const keys = await cli.wiring.keys();
    for (const { use, file, signer } of keys)
      for (const line of certificateLines(cli, { use, file, signer })) cli.screen.print(line);
    if (keys.length > 0) return EXIT.done;
    cli.screen.tell(cli.say('cli.keys.none', { folder: cli.wiring.layout.keys }));
    return EXIT.failed;
  },
};

export const keys: CommandSpec = {
  name: 'keys',
  arguments: [],
  options: [],
  commands: [init, show, ...keysAtRest],
};
