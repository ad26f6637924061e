// sohoa review accept: papers are right as they stand and are filed, each in one commit.
import { AppError } from '../../core/errors.ts';
import type { CommandSpec } from '../command.ts';
import { EXIT, exitCodeOf } from '../exit-codes.ts';
import { tellError } from '../print/problems.ts';
import { settleWith } from './file-paper.ts';
import { actorOf, actorOption, openPaper } from './open-review.ts';
import { tellFiled } from './tell-filed.ts';

export const accept: CommandSpec = {
  name: 'review accept',
  arguments: [{ flags: '<CODE|ID...>', about: 'cli.arg.review-papers' }],
  options: [actorOption],
  async run(cli, given) {
    const actor = actorOf(cli, given);
    let exit: number = EXIT.done;
    for (const word of given.words) {
      try {
        const { ports, paper } = await openPaper(cli, word);
        // The same command again after a kill: what it was to do is done.
        const done = paper.state === 'filed';
        const now = done
          ? paper
          : await settleWith(cli, ports, actor)({ paper, corrections: [], accept: true });
        tellFiled(cli, now);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        exit = Math.max(exit, exitCodeOf[tellError(error, { ...cli, verbose: cli.verbose }).kind]);
      }
    }
    return exit;
  },
};
