// One run of the command line: arguments in, exit code out. The process's own edges (signals, pipes) are here.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommanderError } from 'commander';
import { AppError } from '../core/errors.ts';
import { message } from '../core/messages/index.ts';
import { packageRoot } from '../lists/index.ts';
import type { Cli, CommandSpec, Given } from './command.ts';
import { commands } from './commands/index.ts';
import { treeOf } from './completion/tree.ts';
import { EXIT, exitCodeOf } from './exit-codes.ts';
import { openLog } from './log.ts';
import { type ErrorReport, tellError } from './print/problems.ts';
import { openScreen } from './print/screen.ts';
import { buildProgram } from './program.ts';
import { type Environment, languageOf, readConfig } from './surroundings.ts';
import { asSystemError } from './system-error.ts';
import { usageError } from './usage-error.ts';
import { openWiring, type Wiring } from './wire.ts';

/** Never throws. */
export async function main(argv: readonly string[]): Promise<number> {
  const environment = process.env;
  const lang = languageOf(argv, environment);
  const colours = !environment.NO_COLOR;
  const screen = openScreen({ out: process.stdout, err: process.stderr, colours });
  const verbose = argv.includes('--verbose');
  let running: CommandSpec | null = null;
  onUnwritable({ lang, screen, verbose, goesOn: () => running?.goesOn === true });
  let exitCode: number = EXIT.done;
  const program = buildProgram({
    commands,
    lang,
    version: version(),
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    run: async (command, given) => {
      running = command;
      exitCode = await runCommand(command, given, { lang, screen, verbose, tree: () => treeOf(program) });
    },
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (thrown) {
    if (thrown instanceof CommanderError && thrown.code === 'commander.help') return thrown.exitCode;
    const error = thrown instanceof CommanderError ? usageError(thrown) : thrown;
    if (error === null) return EXIT.done;
    return exitCodeOf[tellError(error, { lang, screen, verbose }).kind];
  }
}

const version = (): string => JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')).version;

type Base = Pick<Cli, 'lang' | 'screen' | 'verbose' | 'tree'>;

async function runCommand(command: CommandSpec, given: Given, base: Base): Promise<number> {
  const log = openLog(base.screen, base.verbose);
  const signal = stopOnSignals();
  const opened: Wiring[] = [];
  const say: Cli['say'] = (key, params) => message(base.lang, key, params);
  const over = (options: Readonly<Record<string, unknown>>, environment: Environment): Cli => {
    const clock = { now: () => new Date() };
    const config = readConfig({ ...options, lang: base.lang }, environment);
    const names = {
      organisation: say('cli.keys.organisation'),
      officer: config.officer ?? say('cli.keys.officer'),
      agency: say('cli.keys.organisation'),
    };
    const wiring = openWiring({ config, environment, clock, log, names });
    opened.push(wiring);
    return {
      ...base,
      config,
      clock,
      log,
      wiring,
      say,
      signal,
      inFolder: (data) => over({ ...options, data, registry: undefined }, withoutOffice(environment)),
    };
  };
  try {
    return (await command.run?.(over(given.options, process.env), given)) ?? EXIT.done;
  } catch (error) {
    const { name, code } = error as NodeJS.ErrnoException;
    const fields = { command: command.name, error: name, code };
    const known = asSystemError(error);
    if (known instanceof AppError) log.info('command failed', fields);
    else log.error('command failed', fields);
    throw known;
  } finally {
    base.screen.progress(null);
    for (const wiring of opened) await wiring.close();
  }
}

/** What is tried out must not end up in the office's registry, nor under its officer's signature. */
function withoutOffice(environment: Environment): Environment {
  const office = /^(SOHOA_(REGISTRY|P12|PRODUCTION|KEK|KEK_FILE|KEK_FD|AT_REST)|CREDENTIALS_DIRECTORY)$/;
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !office.test(name)));
}

/** The first Ctrl-C asks to stop, the second stops at once. Listens to the end, so that a late one breaks nothing off. */
function stopOnSignals(): AbortSignal {
  const controller = new AbortController();
  const onSignal = (signal: NodeJS.Signals): void => {
    if (!controller.signal.aborted) {
      controller.abort();
      return;
    }
    // As the system does it: an orderly exit would wait for native work in the threads, or break on it.
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return controller.signal;
}

interface Unwritable extends ErrorReport {
  /** What is done counts more than what is printed of it. */
  goesOn(): boolean;
}

/** `sohoa papers | head`: nobody reads any more, that is no error. What cannot be written for other reasons is one. */
function onUnwritable({ goesOn, ...report }: Unwritable): void {
  process.stderr.on('error', () => undefined);
  let told = false;
  process.stdout.on('error', (cause: NodeJS.ErrnoException) => {
    const unread = cause.code === 'EPIPE';
    if (unread && !goesOn()) process.exit(EXIT.done);
    if (unread || told) return;
    told = true;
    tellError(
      new AppError('dependency', 'fault.output', { params: { why: cause.code ?? '' }, cause }),
      report,
    );
    if (!goesOn()) process.exit(EXIT.usage);
    process.once('exit', () => {
      process.exitCode = EXIT.usage;
    });
  });
}
