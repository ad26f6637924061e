// sohoa demo: the samples of this package into a fresh folder, one question about reuse, and where to look.
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { AppError } from '../../core/errors.ts';
import type { DossierInput } from '../../core/model.ts';
import { packageRoot } from '../../lists/index.ts';
import type { DigitizedPaper } from '../../pipeline/run.ts';
import type { Cli, CommandSpec } from '../command.ts';
import { digitizeBatches } from '../digitize/digitize-batches.ts';
import { findScans } from '../digitize/find-scans.ts';
import { EXIT } from '../exit-codes.ts';
import { reuseLines } from '../print/reuse.ts';
import { today } from '../print/words.ts';
import { type AskedReuse, askReuse } from './reuse.ts';

/** Legal copies under names of files, to be opened with a click. */
const COPIES = 'ban-ky-so';

export const demo: CommandSpec = {
  name: 'demo',
  arguments: [],
  options: [],
  async run(outer) {
    const samples = join(packageRoot(), 'samples');
    const folder = freshFolder();
    const cli = outer.inFolder(folder);
    const { screen, say } = cli;
    screen.print(
      screen.paint('bold', say('cli.demo.start', { samples: here(samples), folder: here(folder) })),
    );
    const { batches } = await findScans([samples]);
    const dossiers = batches.filter(({ dossier }) => dossier !== null);
    if (dossiers.length === 0)
      throw new AppError('dependency', 'cli.demo.no-samples', { params: { samples } });
    const { papers, ended } = await digitizeBatches(cli, {
      batches: dossiers,
      out: join(folder, COPIES),
      lines: true,
    });
    if (ended !== null) throw ended;
    const asked = await bestQuestion(
      cli,
      dossiers.flatMap(({ dossier }) => dossier ?? []),
    );
    if (asked) {
      screen.print('');
      screen.print(say('cli.demo.again', { owner: asked.owner }));
      for (const line of reuseLines(cli, asked.reuse)) screen.print(line);
    }
    for (const line of whereToLook(cli, folder, { papers, owner: asked?.owner })) screen.print(line);
    return papers.some(({ status }) => status === 'failed' || status === 'refused') ? EXIT.failed : EXIT.done;
  },
};

/** `data/demo-<n>` below the working folder, or a temporary one where nothing may be written there. */
function freshFolder(): string {
  try {
    accessSync(process.cwd(), constants.W_OK);
    const data = join(process.cwd(), 'data');
    mkdirSync(data, { recursive: true });
    for (let number = 1; ; number += 1) {
      const folder = join(data, `demo-${number}`);
      if (existsSync(folder)) continue;
      mkdirSync(folder);
      return folder;
    }
  } catch {
    return mkdtempSync(join(tmpdir(), 'sohoa-demo-'));
  }
}

/** As one would type it from here. */
function here(path: string): string {
  const way = relative(process.cwd(), path);
  return way === '' || way.startsWith('..') ? path : way;
}

interface Question {
  readonly owner: string;
  readonly reuse: AskedReuse;
}

/** The same person comes again for the same procedure: of the samples, the answer with most to say. */
async function bestQuestion(cli: Cli, dossiers: readonly DossierInput[]): Promise<Question | null> {
  let best: (Question & { worth: number }) | null = null;
  for (const { owners, procedure } of dossiers) {
    const [owner] = owners;
    if (!owner || procedure === undefined) continue;
    const reuse = await askReuse(cli, { owner: owner.number, procedure, on: today(cli.clock.now()) });
    const states = reuse.answer.components.map(({ state }) => state);
    if (!states.includes('in-kho')) continue;
    const worth = new Set(states).size;
    if (best === null || worth > best.worth) best = { owner: owner.number, reuse, worth };
  }
  return best;
}

interface Done {
  readonly papers: readonly DigitizedPaper[];
  readonly owner: string | undefined;
}

function whereToLook(cli: Cli, folder: string, { papers, owner }: Done): string[] {
  const filed = papers.find(({ code }) => code !== null);
  const data = `--data ${quoted(here(folder))}`;
  const commands = [
    ...(owner === undefined ? [] : [`sohoa lookup ${owner} ${data}`]),
    ...(filed?.code ? [`sohoa show ${quoted(filed.code)} ${data}`] : []),
    `sohoa search ${cli.say('cli.demo.words')} ${data}`,
  ];
  return [
    '',
    cli.screen.paint('bold', cli.say('cli.demo.look')),
    `  ${cli.say('cli.demo.copies', { folder: here(join(folder, COPIES)) })}`,
    ...commands.map((command) => `  npx --no-install ${command}`),
  ];
}

const quoted = (text: string): string =>
  /^[\w./:-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
