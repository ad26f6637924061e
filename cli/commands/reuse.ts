// sohoa reuse: what a citizen need not hand in again for a procedure, in the counter's words.
import { isIsoDate } from '../../core/dates.ts';
import { AppError } from '../../core/errors.ts';
import type { IsoDate } from '../../core/model.ts';
import type { ReuseAnswer } from '../../warehouse/reuse.ts';
import { type Cli, type CommandSpec, isSet, textOf } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { findOwner, registryToAsk } from '../find-paper.ts';
import { reuseLines } from '../print/reuse.ts';
import { today } from '../print/words.ts';
import { readWord } from '../read-word.ts';

export const reuse: CommandSpec = {
  name: 'reuse',
  arguments: [{ flags: '[NUMBER]', about: 'cli.arg.owner' }],
  options: [
    { flags: '--procedure <CODE>', about: 'cli.opt.procedure', required: true },
    { flags: '--on <DATE>', about: 'cli.opt.on' },
    { flags: '--json', about: 'cli.opt.json' },
  ],
  async run(cli, given) {
    const owner = await readWord(cli, given.words[0], 'cli.ask.owner');
    const procedure = textOf(given, 'procedure') ?? '';
    const on = dayOf(textOf(given, 'on')) ?? today(cli.clock.now());
    const asked = await askReuse(cli, { owner, procedure, on });
    if (isSet(given, 'json')) cli.screen.print(JSON.stringify(toJson(owner, asked), null, 2));
    else for (const line of reuseLines(cli, asked)) cli.screen.print(line);
    return EXIT.done;
  },
};

function toJson(owner: string, { answer, known }: AskedReuse): unknown {
  const { procedure, procedureVersion, on, components } = answer;
  const papers = components.map(({ paper, ...component }) => ({
    ...component,
    paper: paper && { id: paper.id, code: paper.code, number: paper.number, issued: paper.issued },
  }));
  return { owner, known, procedure, procedureVersion, on, components: papers };
}

/** `YYYY-MM-DD` or `DD/MM/YYYY`. */
function dayOf(text: string | undefined): IsoDate | undefined {
  if (text === undefined) return undefined;
  const day = text.includes('/') ? text.split('/').reverse().join('-') : text;
  if (day.length !== 10 || !isIsoDate(day))
    throw new AppError('usage', 'cli.no-date', { params: { option: '--on' } });
  return day;
}

export interface ReuseAsk {
  /** Number of the owner. */
  readonly owner: string;
  /** Code of the procedure. */
  readonly procedure: string;
  readonly on: IsoDate;
}

export interface AskedReuse {
  readonly answer: ReuseAnswer;
  readonly procedureName: string;
  /** The owner has a Kho. */
  readonly known: boolean;
}

/** @throws AppError not-found `cli.procedure-unknown`; an owner nobody knows simply has no papers. */
export async function askReuse(cli: Cli, { owner, procedure: code, on }: ReuseAsk): Promise<AskedReuse> {
  const lists = cli.wiring.lists();
  const procedure = lists.procedureInForce(code, on);
  if (!procedure) throw new AppError('not-found', 'cli.procedure-unknown', { params: { code } });
  const registry = await registryToAsk(cli);
  const found = await findOwner(registry, owner);
  const { answerReuse } = await import('../../warehouse/reuse.ts');
  const answer = await answerReuse({ registry, procedure, kinds: lists.kinds, ownerId: found?.id ?? '', on });
  return { answer, procedureName: procedure.name, known: found !== null };
}
