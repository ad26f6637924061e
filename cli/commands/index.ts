// The commands of sohoa, in the order the help shows them.
import type { CommandSpec } from '../command.ts';
import { completion } from './completion.ts';
import { demo } from './demo.ts';
import { digitize } from './digitize.ts';
import { keys } from './keys.ts';
import { lookup } from './lookup.ts';
import { open } from './open.ts';
import { papers } from './papers.ts';
import { reuse } from './reuse.ts';
import { search } from './search.ts';
import { separators } from './separators.ts';
import { show } from './show.ts';
import { verify } from './verify.ts';

export const commands: readonly CommandSpec[] = [
  digitize,
  papers,
  lookup,
  show,
  open,
  search,
  reuse,
  verify,
  keys,
  separators,
  demo,
  completion,
];
