// sohoa watch: digitises what comes into a folder, for as long as it runs.
import { resolve } from 'node:path';
import { AppError } from '../../core/errors.ts';
import { type CommandSpec, type Given, isSet, textOf } from '../command.ts';
import { watchFolder } from '../watch/watch-folder.ts';

const SETTLE_SECONDS = { fallback: 3, from: 0.1, to: 3600 };

export const watch: CommandSpec = {
  name: 'watch',
  goesOn: true,
  arguments: [{ flags: '<DIR>', about: 'cli.arg.watched' }],
  options: [
    { flags: '--settle <SECONDS>', about: 'cli.opt.settle' },
    { flags: '--once', about: 'cli.opt.once' },
    { flags: '--done <DIR>', about: 'cli.opt.done' },
    { flags: '--failed <DIR>', about: 'cli.opt.failed' },
    { flags: '--out <DIR>', about: 'cli.opt.out' },
    { flags: '--ocr <ENGINE>', about: 'cli.opt.ocr', choices: ['auto', 'wasm', 'native'] },
    { flags: '--workers <N>', about: 'cli.opt.workers' },
    { flags: '--officer <NAME>', about: 'cli.opt.officer' },
    { flags: '--production', about: 'cli.opt.production' },
    { flags: '--json', about: 'cli.opt.json-lines' },
  ],
  run: (cli, given) =>
    watchFolder(cli, {
      root: resolve(given.words[0] ?? ''),
      quiet: settleSeconds(given) * 1000,
      once: isSet(given, 'once'),
      json: isSet(given, 'json'),
      out: textOf(given, 'out') ?? null,
      done: textOf(given, 'done'),
      failed: textOf(given, 'failed'),
    }),
};

function settleSeconds(given: Given): number {
  const { fallback, from, to } = SETTLE_SECONDS;
  const text = textOf(given, 'settle');
  if (text === undefined) return fallback;
  const seconds = /^\d{1,4}([.,]\d{1,3})?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
  if (seconds >= from && seconds <= to) return seconds;
  throw new AppError('usage', 'watch.seconds', { params: { option: '--settle', from, to } });
}
