// sohoa review split, join, rotate, rescan: new papers take the place of old ones.
import { AppError } from '../../core/errors.ts';
import type { RightAngle } from '../../core/model.ts';
import type { RecutOrder } from '../../pipeline/review/recut.ts';
import { type Cli, type CommandSpec, type Given, listOf } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { findPaper, registryToAsk } from '../find-paper.ts';
import { openProgress } from '../print/progress.ts';
import { stateWord } from '../print/words.ts';
import { wholeNumber } from '../whole-number.ts';
import { actorOf, actorOption } from './open-review.ts';

const paper = { flags: '<CODE|ID>', about: 'cli.arg.paper' };

export const split: CommandSpec = {
  name: 'review split',
  arguments: [paper],
  options: [{ flags: '--at <PAGE>', about: 'cli.opt.at', repeatable: true, required: true }, actorOption],
  async run(cli, given) {
    const at = listOf(given, 'at').flatMap(
      (text) => wholeNumber(text, { option: '--at', from: 1, to: 100_000 }) ?? [],
    );
    return carryOut(cli, given, { what: 'split', paper: await paperOf(cli, given.words[0]), at });
  },
};

export const join: CommandSpec = {
  name: 'review join',
  arguments: [{ flags: '<CODE|ID...>', about: 'cli.arg.review-papers' }],
  options: [actorOption],
  async run(cli, given) {
    if (given.words.length < 2) throw new AppError('usage', 'review.join-two');
    const papers = await Promise.all(given.words.map((word) => paperOf(cli, word)));
    return carryOut(cli, given, { what: 'join', papers });
  },
};

export const rotate: CommandSpec = {
  name: 'review rotate',
  arguments: [paper, { flags: '<TURN...>', about: 'cli.arg.turns' }],
  options: [actorOption],
  async run(cli, given) {
    const [word, ...pairs] = given.words;
    const turns = new Map(pairs.map(turnOf));
    return carryOut(cli, given, { what: 'rotate', paper: await paperOf(cli, word), turns });
  },
};

export const rescan: CommandSpec = {
  name: 'review rescan',
  arguments: [paper, { flags: '<FILE>', about: 'cli.arg.rescan' }],
  options: [actorOption],
  async run(cli, given) {
    const [word, file = ''] = given.words;
    return carryOut(cli, given, { what: 'rescan', paper: await paperOf(cli, word), file });
  },
};

const paperOf = async (cli: Cli, word = '') => findPaper(await registryToAsk(cli), word);

function turnOf(pair: string): [number, RightAngle] {
  const parts = /^(\d{1,6})=(90|180|270)$/.exec(pair);
  if (!parts) throw new AppError('usage', 'review.no-turn');
  return [Number(parts[1]), Number(parts[2]) as RightAngle];
}

type Asked = RecutOrder extends infer Order
  ? Order extends RecutOrder
    ? Omit<Order, 'actor' | 'production'>
    : never
  : never;

async function carryOut(cli: Cli, given: Given, asked: Asked): Promise<number> {
  const { wiring, config, screen, say, signal } = cli;
  const order = { ...asked, actor: actorOf(cli, given), production: config.production } as RecutOrder;
  const { signer } = await wiring.signer();
  if (signer.development) screen.tell(screen.paintError('yellow', say('cli.development-keys')));
  const ports = await wiring.digitizePorts(signer);
  const { recut } = await import('../../pipeline/review/recut.ts');
  const progress = openProgress(cli);
  try {
    const made = await recut(ports, order, { onProgress: (event) => progress.onProgress(event), signal });
    for (const { id, code, status, pages } of made) {
      const numbers = say('cli.pages', { pages: pages.map(({ number }) => number).join(', ') });
      screen.print(`${code ?? id}  ${stateWord(cli, status)}  ${numbers}`);
    }
    return EXIT.done;
  } finally {
    progress.end();
  }
}
