// sohoa review approve, reject: whether a filed paper counts, said by a second person where its kind asks for one.
import { AppError } from '../../core/errors.ts';
import { decide } from '../../pipeline/review/approve.ts';
import { type Cli, type CommandSpec, type Given, textOf } from '../command.ts';
import { EXIT, exitCodeOf } from '../exit-codes.ts';
import { tellError } from '../print/problems.ts';
import { actorOf, actorOption, openPaper } from './open-review.ts';

const papers = [{ flags: '<CODE|ID...>', about: 'cli.arg.review-papers' }];

export const approve: CommandSpec = {
  name: 'review approve',
  arguments: papers,
  options: [actorOption],
  run: (cli, given) => decideAll(cli, given, 'approved'),
};

export const reject: CommandSpec = {
  name: 'review reject',
  arguments: papers,
  options: [{ flags: '--reason <TEXT>', about: 'cli.opt.reason', required: true }, actorOption],
  run: (cli, given) => decideAll(cli, given, 'rejected'),
};

async function decideAll(cli: Cli, given: Given, verdict: 'approved' | 'rejected'): Promise<number> {
  const actor = actorOf(cli, given);
  const reason = textOf(given, 'reason');
  const { secondPerson } = cli.config;
  let exit: number = EXIT.done;
  for (const word of given.words) {
    try {
      const { ports, paper } = await openPaper(cli, word);
      await decide(ports, { paper, verdict, actor, secondPerson, ...(reason ? { reason } : {}) });
      cli.screen.print(`${paper.code ?? paper.id}  ${cli.say(`cli.approval.${verdict}`)}`);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      exit = Math.max(exit, exitCodeOf[tellError(error, { ...cli, verbose: cli.verbose }).kind]);
    }
  }
  return exit;
}
