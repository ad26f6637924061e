// sohoa digitize: scans in, filed papers out (contract 1).
import { AppError } from '../../core/errors.ts';
import type { PaperState } from '../../core/model.ts';
import { overrideOf } from '../../pipeline/gate/override.ts';
import type { DigitizedPaper } from '../../pipeline/run.ts';
import { type Cli, type CommandSpec, type Given, isSet, listOf, textOf } from '../command.ts';
import { type Batch, type DigitizeOutcome, digitizeBatches } from '../digitize/digitize-batches.ts';
import { dossierOf } from '../digitize/dossier-file.ts';
import { type FoundScans, findScans } from '../digitize/find-scans.ts';
import { EXIT, exitCodeOf } from '../exit-codes.ts';
import { toDocument } from '../print/document.ts';
import { tellError } from '../print/problems.ts';
import { secondsWord, stateWord } from '../print/words.ts';

export const digitize: CommandSpec = {
  name: 'digitize',
  goesOn: true,
  arguments: [{ flags: '<FILE|DIR...>', about: 'cli.arg.scans' }],
  options: [
    { flags: '--dossier <CODE>', about: 'cli.opt.dossier' },
    { flags: '--procedure <CODE>', about: 'cli.opt.procedure' },
    { flags: '--owner <NUMBER>', about: 'cli.opt.owner', repeatable: true },
    { flags: '--out <DIR>', about: 'cli.opt.out' },
    { flags: '--ocr <ENGINE>', about: 'cli.opt.ocr', choices: ['auto', 'wasm', 'native'] },
    { flags: '--workers <N>', about: 'cli.opt.workers' },
    { flags: '--limit <LIMIT>', about: 'cli.opt.limit', repeatable: true },
    { flags: '--officer <NAME>', about: 'cli.opt.officer' },
    { flags: '--production', about: 'cli.opt.production' },
    { flags: '--override <RULE>', about: 'cli.opt.override' },
    { flags: '--role <ROLE>', about: 'cli.opt.role' },
    { flags: '--reason <TEXT>', about: 'cli.opt.reason' },
    { flags: '--json', about: 'cli.opt.json' },
  ],
  async run(cli, given) {
    const json = isSet(given, 'json');
    const out = textOf(given, 'out') ?? null;
    const override = overrideIn(cli, given);
    const found = await findScans(given.words, [cli.wiring.layout.folder, ...(out === null ? [] : [out])]);
    const batches = batchesOf(found, given);
    for (const { source, reason } of found.skipped)
      cli.screen.tell(cli.say('cli.skipped', { source, why: cli.say(`cli.skipped.${reason}`) }));
    if (batches.length === 0) throw new AppError('usage', 'cli.nothing-to-digitise');
    const start = performance.now();
    const outcome = await digitizeBatches(cli, { batches, out, override, lines: !json });
    if (json) cli.screen.print(JSON.stringify({ documents: outcome.papers.map(toDocument) }));
    else cli.screen.tell(summary(cli, outcome.papers, performance.now() - start));
    return exitCode(cli, outcome);
  },
};

/** Said in full and allowed, or the run does not begin. */
const overrideIn = (cli: Cli, given: Given) =>
  overrideOf(
    { rule: textOf(given, 'override'), role: textOf(given, 'role'), reason: textOf(given, 'reason') },
    cli.wiring.lists().gate,
  );

/** The command line's dossier is one dossier: with several found it would be a mistake. */
function batchesOf({ batches }: FoundScans, given: Given): Batch[] {
  const words = {
    dossier: textOf(given, 'dossier'),
    procedure: textOf(given, 'procedure'),
    owners: listOf(given, 'owner'),
  };
  const typed = words.dossier !== undefined || words.procedure !== undefined || words.owners.length > 0;
  const dossiers = batches.filter(({ dossier }) => dossier !== null).length;
  if (typed && dossiers > 0 && batches.length > 1) throw new AppError('usage', 'cli.several-dossiers');
  return batches.map(({ files, dossier }) => ({ files, dossier: dossierOf(dossier, words) }));
}

/** An error that ended the run early has been told; Ctrl-C is one of them. */
function exitCode(cli: Cli, { papers, ended }: DigitizeOutcome): number {
  if (cli.signal.aborted) {
    cli.screen.tell(cli.say('cli.stopped', { count: papers.length }));
    return EXIT.cancelled;
  }
  if (ended !== null) return exitCodeOf[tellError(ended, { ...cli, verbose: cli.verbose }).kind];
  const failed = papers.some(({ status }) => status === 'refused' || status === 'failed');
  return failed ? EXIT.failed : EXIT.done;
}

function summary(cli: Cli, papers: readonly DigitizedPaper[], milliseconds: number): string {
  const counts = new Map<PaperState, number>();
  for (const { status } of papers) counts.set(status, (counts.get(status) ?? 0) + 1);
  const pages = papers.reduce((sum, paper) => sum + paper.pages.length, 0);
  const states = [...counts].map(([state, count]) => `${count} ${stateWord(cli, state)}`).join(', ');
  const time = secondsWord(cli, milliseconds);
  return cli.say('cli.summary', { papers: papers.length, pages, time, states: states || '–' });
}
