// sohoa review: the next doubt, and the next, until nothing waits. Reads lines, so a pipe can answer too.
import { AppError } from '../../core/errors.ts';
import type { PaperRow } from '../../core/ports.ts';
import { collect } from '../collect.ts';
import { type Cli, type CommandSpec, type Given, isSet } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { findPaper, registryToAsk } from '../find-paper.ts';
import { tellError } from '../print/problems.ts';
import { type Answers, openAnswers } from './answers.ts';
import { settleWith } from './file-paper.ts';
import { actorOf, actorOption, waitingOptions, waitingPapers } from './open-review.ts';
import { type Desk, reviewOne } from './session.ts';
import { tellFiled } from './tell-filed.ts';

export const next: CommandSpec = {
  name: 'review next',
  arguments: [{ flags: '[CODE|ID...]', about: 'cli.arg.review-papers' }],
  options: [...waitingOptions, { flags: '--all', about: 'cli.opt.review-all' }, actorOption],
  run: (cli, given) => reviewAll(cli, given),
};

/** Exit 0: whatever was left waits on, in order. */
export async function reviewAll(cli: Cli, given: Given): Promise<number> {
  const actor = actorOf(cli, given);
  const registry = await registryToAsk(cli);
  const papers =
    given.words.length > 0
      ? await Promise.all(given.words.map((word) => findPaper(registry, word)))
      : await collect(waitingPapers(cli, registry, given));
  if (papers.length === 0) {
    cli.screen.tell(cli.say('review.none'));
    return EXIT.done;
  }
  const ports = await cli.wiring.reviewPorts();
  const answers = openAnswers(cli.signal);
  const desk = {
    cli,
    ports,
    answers,
    actor,
    all: isSet(given, 'all'),
    settle: settleWith(cli, ports, actor),
  };
  cli.screen.tell(cli.say('review.begin', { count: papers.length }));
  if (answers.terminal) cli.screen.tell(cli.say('review.keys'));
  try {
    const filed = await inTurn(desk, papers, answers);
    cli.screen.tell(cli.say('review.end', { filed, left: papers.length - filed }));
  } finally {
    answers.close();
  }
  return EXIT.done;
}

/** How many were filed. One paper that cannot be filed is told and left; the next one comes. */
async function inTurn(desk: Desk, papers: readonly PaperRow[], answers: Answers): Promise<number> {
  const { cli, ports } = desk;
  let filed = 0;
  for (const paper of papers) {
    // It may have waited here for long: somebody else may have been quicker.
    const now = await ports.registry.paper(paper.id);
    if (now?.state !== 'review') {
      cli.screen.tell(cli.say('review.not-open', { id: paper.id }));
      continue;
    }
    try {
      const outcome = await reviewOne(desk, now);
      if (outcome.how === 'ended') break;
      if (outcome.how === 'left') continue;
      filed += 1;
      tellFiled(cli, outcome.paper);
    } catch (error) {
      if (!(error instanceof AppError && ['conflict', 'integrity', 'input'].includes(error.kind)))
        throw error;
      tellError(error, { ...cli, verbose: cli.verbose });
      if (!answers.terminal) throw error;
    }
  }
  return filed;
}
