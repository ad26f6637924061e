// sohoa review replay: what was reviewed here is a test set; the machine understands it anew.
import { type Replayed, replay as replayAll } from '../../pipeline/review/own-truth.ts';
import { type Cli, type CommandSpec, isSet } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { tableLines } from '../print/table.ts';

export const replay: CommandSpec = {
  name: 'review replay',
  arguments: [],
  options: [
    { flags: '--show', about: 'cli.opt.show-values' },
    { flags: '--json', about: 'cli.opt.json' },
  ],
  async run(cli, given) {
    const facts: Replayed[] = [];
    if (!cli.wiring.empty)
      for await (const fact of replayAll(await cli.wiring.reviewPorts())) facts.push(fact);
    const values = isSet(given, 'show');
    if (isSet(given, 'json')) cli.screen.print(JSON.stringify(toJson(facts, values), null, 1));
    else tell(cli, facts, values);
    return EXIT.done;
  },
};

const isRight = (value: string, { right }: Replayed): boolean => value === right;

function sumOf(facts: readonly Replayed[]) {
  return {
    papers: new Set(facts.map(({ paper }) => paper)).size,
    facts: facts.length,
    before: facts.filter((fact) => isRight(fact.before, fact)).length,
    now: facts.filter((fact) => isRight(fact.now, fact)).length,
  };
}

/** Whatever is right now and was not, or the other way round. */
const changedOf = (facts: readonly Replayed[]): Replayed[] =>
  facts.filter((fact) => isRight(fact.before, fact) !== isRight(fact.now, fact));

function toJson(facts: readonly Replayed[], values: boolean): unknown {
  const changed = changedOf(facts).map(({ paper, field, ...said }) => ({
    ...{ paper, field, right: said.now === said.right },
    ...(values ? { before: said.before, now: said.now, value: said.right } : {}),
  }));
  return { ...sumOf(facts), changed };
}

function tell(cli: Cli, facts: readonly Replayed[], values: boolean): void {
  const { screen, say } = cli;
  if (facts.length === 0) {
    screen.tell(say('review.replay.none'));
    return;
  }
  screen.print(say('review.replay.sum', sumOf(facts)));
  const rows = changedOf(facts).map((fact) => [
    fact.paper,
    fact.field,
    say(`review.replay.${isRight(fact.now, fact) ? 'better' : 'worse'}`),
    ...(values ? [fact.before || '–', fact.now || '–', fact.right || '–'] : []),
  ]);
  const head = ['paper', 'field', 'change', ...(values ? ['before', 'now', 'truth'] : [])];
  for (const line of tableLines(
    head.map((name) => say(`review.replay.column.${name}`)),
    rows,
  ))
    screen.print(line);
}
