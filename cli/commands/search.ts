// sohoa search: papers that hold all words, with or without diacritics, newest first.
import { AppError } from '../../core/errors.ts';
import { type CommandSpec, isSet, textOf } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { findOwner, registryToAsk } from '../find-paper.ts';
import { printPapers } from '../print/paper-row.ts';
import { readWord } from '../read-word.ts';
import { wholeNumber } from '../whole-number.ts';

const LIMIT = 20;
const MOST = 1000;

export const search: CommandSpec = {
  name: 'search',
  arguments: [{ flags: '<WORDS...>', about: 'cli.arg.words' }],
  options: [
    { flags: '--owner <NUMBER>', about: 'cli.opt.owner-filter' },
    { flags: '--limit <N>', about: 'cli.opt.limit' },
    { flags: '--json', about: 'cli.opt.json-lines' },
  ],
  async run(cli, given) {
    const limit = wholeNumber(textOf(given, 'limit'), { option: '--limit', from: 1, to: MOST }) ?? LIMIT;
    const text = given.words.join(' ');
    const query = await readWord(cli, text, 'cli.ask.words');
    if (!/[\p{L}\p{N}]/u.test(query)) throw new AppError('usage', 'cli.nothing-typed');
    const registry = await registryToAsk(cli);
    const number = textOf(given, 'owner');
    const owner = number === undefined ? undefined : await findOwner(registry, number);
    const hits =
      owner === null ? [] : await registry.search(query, { limit, ...(owner ? { ownerId: owner.id } : {}) });
    await printPapers(
      cli,
      hits.map(({ paper }) => paper),
      isSet(given, 'json'),
    );
    if (hits.length === limit && !isSet(given, 'json')) cli.screen.tell(cli.say('cli.more-hits', { limit }));
    return EXIT.done;
  },
};
