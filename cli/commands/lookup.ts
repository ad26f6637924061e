// sohoa lookup: what an owner's Kho holds.
import { collect } from '../collect.ts';
import { type CommandSpec, isSet } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { allPapers, registryToAsk, requireOwner } from '../find-paper.ts';
import { printPapers } from '../print/paper-row.ts';
import { readWord } from '../read-word.ts';

export const lookup: CommandSpec = {
  name: 'lookup',
  arguments: [{ flags: '[NUMBER]', about: 'cli.arg.owner' }],
  options: [{ flags: '--json', about: 'cli.opt.json-lines' }],
  async run(cli, given) {
    const registry = await registryToAsk(cli);
    const owner = await requireOwner(registry, await readWord(cli, given.words[0], 'cli.ask.owner'));
    const papers = await collect(allPapers(registry, { ownerId: owner.id }));
    const json = isSet(given, 'json');
    if (!json) {
      const numbers = owner.identifiers.map(
        ({ scheme, number }) => `${cli.say(`cli.scheme.${scheme}`)} ${number}`,
      );
      const name = owner.name ?? cli.say('cli.nameless');
      cli.screen.print(`${cli.screen.paint('bold', name)} · ${numbers.join(' · ')}`);
      cli.screen.print(cli.say('cli.kho-holds', { count: papers.length }));
      cli.screen.print('');
    }
    await printPapers(cli, papers.toReversed(), json);
    return EXIT.done;
  },
};
