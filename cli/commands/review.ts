// sohoa review: what a clerk does about papers in doubt; each command below it has its file in cli/review.
import type { CommandSpec } from '../command.ts';
import { accept } from '../review/accept.ts';
import { approve, reject } from '../review/approve.ts';
import { list } from '../review/list.ts';
import { next, reviewAll } from '../review/next.ts';
import { policy } from '../review/policy.ts';
import { join, rescan, rotate, split } from '../review/recut.ts';
import { replay } from '../review/replay.ts';
import { set } from '../review/set.ts';
import { show } from '../review/show.ts';

export const review: CommandSpec = {
  name: 'review',
  arguments: [],
  options: next.options,
  commands: [next, list, show, set, accept, split, join, rotate, rescan, approve, reject, policy, replay],
  run: (cli, given) => reviewAll(cli, given),
};
