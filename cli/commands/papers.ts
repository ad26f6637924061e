// sohoa papers: every paper of the registry, one line each (contract 7).
import type { PaperState } from '../../core/model.ts';
import type { PaperRow } from '../../core/ports.ts';
import { collect } from '../collect.ts';
import { type Cli, type CommandSpec, isSet, textOf } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { allPapers, findOwner, registryToAsk } from '../find-paper.ts';
import { paperJson, printPapers } from '../print/paper-row.ts';

const STATES = [
  'received',
  'awaiting-signature',
  'review',
  'filed',
  'refused',
  'failed',
  'discarded',
] as const satisfies readonly PaperState[];

export const papers: CommandSpec = {
  name: 'papers',
  arguments: [],
  options: [
    { flags: '--json', about: 'cli.opt.json-lines' },
    { flags: '--owner <NUMBER>', about: 'cli.opt.owner-filter' },
    { flags: '--status <STATE>', about: 'cli.opt.status', choices: STATES },
  ],
  async run(cli, given) {
    const found = papersOf(cli, textOf(given, 'owner'), textOf(given, 'status') as PaperState | undefined);
    if (!isSet(given, 'json')) {
      await printPapers(cli, await collect(found), false);
      return EXIT.done;
    }
    // As they come: a registry may hold more papers than memory.
    const toJson = paperJson(await cli.wiring.registry());
    for await (const paper of found) cli.screen.print(JSON.stringify(await toJson(paper)));
    return EXIT.done;
  },
};

async function* papersOf(
  cli: Cli,
  number: string | undefined,
  state: PaperState | undefined,
): AsyncGenerator<PaperRow> {
  const registry = await registryToAsk(cli);
  const owner = number === undefined ? undefined : await findOwner(registry, number);
  if (owner === null) return;
  yield* allPapers(registry, { ...(owner ? { ownerId: owner.id } : {}), ...(state ? { state } : {}) });
}
