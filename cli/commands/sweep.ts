// sohoa sweep: clears up what runs left behind, or says what it would.
import type { Cleared } from '../../pipeline/sweep-work.ts';
import type { ClearedUp } from '../clear-up.ts';
import { type Cli, type CommandSpec, isSet } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { decimal } from '../print/words.ts';

export const sweep: CommandSpec = {
  name: 'sweep',
  arguments: [],
  options: [
    { flags: '--dry-run', about: 'cli.opt.dry-run' },
    { flags: '--json', about: 'cli.opt.json' },
  ],
  async run(cli, given) {
    const { screen, say, wiring } = cli;
    const dryRun = isSet(given, 'dryRun');
    const cleared = await wiring.clearUp(dryRun);
    if (isSet(given, 'json')) {
      screen.print(JSON.stringify({ dryRun, ...cleared }));
      return EXIT.done;
    }
    const lines = linesOf(cli, cleared);
    if (lines.length === 0) screen.print(say('cli.sweep.nothing'));
    else screen.print(say(dryRun ? 'cli.sweep.would' : 'cli.sweep.done'));
    for (const line of lines) screen.print(`  ${line}`);
    return EXIT.done;
  },
};

function linesOf({ say, lang, config }: Cli, cleared: ClearedUp): string[] {
  const sort = (key: string, { count, bytes }: Cleared, more = {}): string[] => {
    const size = `${decimal(lang, bytes / 1e6, 1)} MB`;
    return count === 0 ? [] : [say(`cli.sweep.${key}`, { count, size, ...more })];
  };
  const plain = (key: string, count: number): string[] =>
    count === 0 ? [] : [say(`cli.sweep.${key}`, { count })];
  return [
    ...sort('failed-work', cleared.failed, { days: config.keepFailed }),
    ...sort('stopped-work', cleared.stopped, { hours: config.keepWork }),
    ...sort('temporaries', cleared.temporaries),
    ...sort('scratch', cleared.scratch),
    ...plain('deposits', cleared.deposits),
    ...plain('objects', cleared.objects),
  ];
}
