// The commands of sohoa, in the order the help shows them.
import type { CommandSpec } from '../command.ts';
import { completion } from './completion.ts';
import { demo } from './demo.ts';
import { digitize } from './digitize.ts';
import { doctor } from './doctor.ts';
import { explain } from './explain.ts';
import { keys } from './keys.ts';
import { lookup } from './lookup.ts';
import { open } from './open.ts';
import { papers } from './papers.ts';
import { reuse } from './reuse.ts';
import { review } from './review.ts';
import { search } from './search.ts';
import { separators } from './separators.ts';
import { show } from './show.ts';
import { sweep } from './sweep.ts';
import { tryCommand } from './try.ts';
import { verify } from './verify.ts';
import { watch } from './watch.ts';

export const commands: readonly CommandSpec[] = [
  tryCommand,
  digitize,
  watch,
  papers,
  lookup,
  show,
  explain,
  open,
  search,
  reuse,
  review,
  verify,
  keys,
  doctor,
  sweep,
  separators,
  demo,
  completion,
];
