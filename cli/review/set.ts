// sohoa review set: says what a paper's facts are, one by one; a filed paper keeps its code.
import { AppError } from '../../core/errors.ts';
import type { Fact } from '../../core/model.ts';
import type { Kind } from '../../lists/index.ts';
import { checkValue } from '../../pipeline/review/check-value.ts';
import type { Correction } from '../../pipeline/review/corrections.ts';
import { type StoredPaper, storedPaper } from '../../pipeline/review/stored-paper.ts';
import { type Cli, type CommandSpec, textOf } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { problemLine } from '../print/problems.ts';
import { fieldWord } from './doubt-words.ts';
import { settleWith } from './file-paper.ts';
import { actorOf, actorOption, openPaper } from './open-review.ts';

export const set: CommandSpec = {
  name: 'review set',
  arguments: [
    { flags: '<CODE|ID>', about: 'cli.arg.paper' },
    { flags: '[CORRECTION...]', about: 'cli.arg.corrections' },
  ],
  options: [{ flags: '--kind <CODE>', about: 'cli.opt.review-kind' }, actorOption],
  async run(cli, given) {
    const [word = '', ...pairs] = given.words;
    const actor = actorOf(cli, given);
    const kind = textOf(given, 'kind');
    if (pairs.length === 0 && kind === undefined) throw new AppError('usage', 'review.nothing-to-set');
    const { ports, paper } = await openPaper(cli, word);
    const stored = await storedPaper(ports, paper);
    const corrections = correctionsOf(cli, stored, { pairs, kind });
    const settle = settleWith(cli, ports, actor);
    const now = await settle({ paper, corrections, ...(kind === undefined ? {} : { kind }), accept: false });
    cli.screen.tell(cli.say('review.saved', { count: corrections.length }));
    for (const alias of await ports.registry.aliases(now.id))
      cli.screen.tell(cli.say('review.alias', { code: alias }));
    return EXIT.done;
  },
};

interface Typed {
  readonly pairs: readonly string[];
  readonly kind: string | undefined;
}

/** Checked against the kind the paper will have. @throws AppError usage with what is wrong, naming the field alone. */
function correctionsOf(cli: Cli, stored: StoredPaper, { pairs, kind: code }: Typed): Correction[] {
  const kind = code === undefined ? stored.kind : cli.wiring.lists().kind(code);
  if (!kind)
    throw new AppError('usage', code === undefined ? 'review.kind-needed' : 'review.no-such-kind', {
      params: { id: stored.paper.id, code: code ?? '' },
    });
  const facts = new Map<string, Fact>(stored.understanding.facts.map((fact) => [fact.key, fact]));
  return pairs.map((pair) => {
    const at = pair.indexOf('=');
    if (at < 1) throw new AppError('usage', 'review.no-pair');
    const [key, typed] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    return correction(cli, { key, typed, kind, facts });
  });
}

interface Pair {
  readonly key: string;
  readonly typed: string;
  readonly kind: Kind;
  /** Grows with what is said, so that number and birth typed together are held against each other. */
  readonly facts: Map<string, Fact>;
}

function correction(cli: Cli, { key, typed, kind, facts }: Pair): Correction {
  if (typed === '' || typed === '-') {
    if (!kind.fields.some((field) => field.key === key.split('#')[0]))
      throw new AppError('usage', 'review.no-such-field', { params: { label: key } });
    return { key, value: null, how: 'typed' };
  }
  const checked = checkValue({ key, typed, kind, facts: [...facts.values()] });
  if (!checked.ok) {
    const label = fieldWord(cli.lang, key, kind);
    throw new AppError('usage', checked.problem.code, { params: { ...checked.problem.params, label } });
  }
  for (const warning of checked.warnings) cli.screen.tell(problemLine(cli.lang, warning));
  const same = facts.get(key)?.value === checked.value;
  facts.set(key, { key, value: checked.value, confidence: 1, origin: 'clerk', evidence: [] });
  return { key, value: checked.value, how: same ? 'confirmed' : 'typed' };
}
