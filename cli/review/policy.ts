// sohoa review policy: what the threshold costs, and the one a share of errors asks for.
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../core/errors.ts';
import { shippedReliability } from '../../lists/index.ts';
import { ownObservations } from '../../pipeline/review/own-truth.ts';
import {
  addedBins,
  addedCurves,
  type Bin,
  type Curves,
  chosenPolicy,
  curvesOf,
  type Outlook,
  outlook,
  wilson,
} from '../../pipeline/review/reliability.ts';
import { type Cli, type CommandSpec, isSet, textOf } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { tableLines } from '../print/table.ts';
import { decimal } from '../print/words.ts';

export const policy: CommandSpec = {
  name: 'review policy',
  arguments: [],
  options: [
    { flags: '--target-error <SHARE>', about: 'cli.opt.target-error' },
    { flags: '--apply', about: 'cli.opt.apply' },
    { flags: '--json', about: 'cli.opt.json' },
  ],
  async run(cli, given) {
    const asked = textOf(given, 'targetError');
    const target = asked === undefined ? null : shareOf(asked);
    if (target === null && isSet(given, 'apply')) throw new AppError('usage', 'review.apply-what');
    const measured = await measure(cli);
    const made = target === null ? null : chosenPolicy(measured.facts, target);
    const { whole: chosen = null, byType = {} } = made ?? {};
    if (isSet(given, 'json'))
      cli.screen.print(JSON.stringify(toJson(cli, measured, { target, chosen, byType }), null, 1));
    else tell(cli, measured, { target, chosen, byType });
    if (target !== null && chosen === null)
      throw new AppError('conflict', 'review.policy.unreachable', {
        params: { target: percent(cli, target) },
      });
    if (chosen && isSet(given, 'apply')) await apply(cli, chosen, byType);
    else if (chosen && !isSet(given, 'json')) cli.screen.tell(cli.say('review.policy.applied-not'));
    return EXIT.done;
  },
};

/** `0.5%`, `0,5 %` or `0.005`. */
function shareOf(text: string): number {
  const parts = /^(\d{1,3}(?:[.,]\d{1,6})?)\s*(%?)$/.exec(text.trim());
  const value = parts ? Number(parts[1]?.replace(',', '.')) / (parts[2] ? 100 : 1) : Number.NaN;
  if (value >= 0 && value < 1) return value;
  throw new AppError('usage', 'review.no-share', { params: { option: '--target-error' } });
}

interface Measured {
  /** By type of field, the kind aside. */
  readonly facts: Curves;
  /** All types together. */
  readonly bins: readonly Bin[];
  readonly shipped: number;
  readonly own: number;
}

/** The shipped curve and this place's own reviews, each fact counting once. */
async function measure(cli: Cli): Promise<Measured> {
  const seen = cli.wiring.empty ? [] : await ownObservations(await cli.wiring.registry(), cli.wiring.lists());
  const factsOnly = ({ kind: _, ...facts }: Curves): Curves => facts;
  const [shipped, own] = [factsOnly(shippedReliability().curves), curvesOf(seen)];
  const facts = addedCurves(shipped, own);
  const countIn = (curves: Curves) =>
    Object.values(curves)
      .flat()
      .reduce((sum, { count }) => sum + count, 0);
  return { facts, bins: addedBins(...Object.values(facts)), shipped: countIn(shipped), own: countIn(own) };
}

interface Choice {
  readonly target: number | null;
  readonly chosen: Outlook | null;
  readonly byType: Readonly<Record<string, Outlook>>;
}

const percent = ({ lang }: Cli, share: number, digits = 1): string =>
  `${decimal(lang, 100 * share, digits)} %`;

function tell(cli: Cli, { bins, shipped, own }: Measured, { target, chosen, byType }: Choice): void {
  const { screen, say, lang, config } = cli;
  const { origin, measured } = shippedReliability();
  screen.print(say('review.policy.source', { count: shipped + own, shipped, own }));
  screen.print(say('review.policy.shipped', { origin: `${origin[lang]} (${measured})` }));
  const head = ['bin', 'facts', 'right', 'share', 'bound'].map((name) => say(`review.policy.${name}`));
  const rows = bins.map(({ from, count, right }) => [
    `≥ ${decimal(lang, from, 3)}`,
    String(count),
    String(right),
    percent(cli, right / count),
    percent(cli, wilson(right, count).low),
  ]);
  for (const line of tableLines(head, rows)) screen.print(line);
  const words = (view: Outlook) => ({
    sure: decimal(lang, view.threshold, 3),
    looked: percent(cli, view.looked),
    error: percent(cli, view.error, 2),
    bound: percent(cli, view.bound, 2),
  });
  screen.print(say('review.policy.now', words(outlook(bins, config.sure))));
  if (target === null || chosen === null) return;
  screen.print(say('review.policy.chosen', { target: percent(cli, target, 2), ...words(chosen) }));
  for (const [type, view] of Object.entries(byType))
    screen.print(say('review.policy.type', { type, ...words(view) }));
  if (chosen.bound > target) screen.tell(say('review.policy.bound-misses'));
}

function toJson(
  { config }: Cli,
  { facts, bins, shipped, own }: Measured,
  { target, chosen, byType }: Choice,
): unknown {
  const withBound = (list: readonly Bin[]) =>
    list.map((bin) => ({ ...bin, share: bin.right / bin.count, low: wilson(bin.right, bin.count).low }));
  const curves = Object.fromEntries(Object.entries(facts).map(([type, list]) => [type, withBound(list)]));
  return {
    shipped,
    own,
    bins: withBound(bins),
    curves,
    now: outlook(bins, config.sure),
    target,
    chosen,
    byType,
  };
}

/** Into the data folder's settings, whole or not at all; what else stands there stays. */
async function apply({ wiring, screen, say }: Cli, chosen: Outlook, byType: Choice['byType']): Promise<void> {
  const file = join(wiring.layout.folder, 'sohoa.json');
  const before: unknown = await readFile(file, 'utf8').then(
    (text) => JSON.parse(text),
    () => ({}),
  );
  const sureByType = Object.fromEntries(
    Object.entries(byType).map(([type, { threshold }]) => [type, threshold]),
  );
  const settings = { ...(before as object), sure: chosen.threshold, sureByType };
  await writeFile(`${file}.new`, `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600, flush: true });
  await rename(`${file}.new`, file);
  screen.tell(say('review.policy.applied', { file }));
}
