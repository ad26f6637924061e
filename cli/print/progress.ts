// The progress line: pages done and to do, how fast, how long still; and one line a paper as each is ready.
import { oneLine } from '../../core/messages/index.ts';
import { isAboutScan, mustRescan } from '../../core/scan-quality.ts';
import type { Lists } from '../../lists/index.ts';
import type { DigitizedPaper, ProgressEvent } from '../../pipeline/run.ts';
import type { Cli } from '../command.ts';
import { problemLine } from './problems.ts';
import { padTo } from './table.ts';
import { decimal, kindName, secondsWord, stateColour, stateWord } from './words.ts';

const BAR = 20;
/** Milliseconds between two drawings of the line. */
const EVERY = 100;
/** Pages after which speed says something. */
const ENOUGH = 2;

export interface Progress {
  onProgress(event: ProgressEvent): void;
  /** Another batch begins: its pages are counted anew. */
  next(): void;
  end(): void;
}

type Shows = Pick<Cli, 'screen' | 'say' | 'lang'>;

/** Counts over all batches; draws nothing where stderr is no terminal. `now` in milliseconds. */
export function openProgress(cli: Shows, now: () => number = () => performance.now()): Progress {
  const start = now();
  const before = { done: 0, total: 0 };
  const current = { done: 0, total: 0 };
  let drawn = Number.NEGATIVE_INFINITY;
  const draw = (): void => {
    if (now() - drawn < EVERY) return;
    drawn = now();
    const [done, total] = [before.done + current.done, before.total + current.total];
    cli.screen.progress(progressLine(cli, { done, total, milliseconds: now() - start }));
  };
  return {
    onProgress(event) {
      if (event.kind === 'source') current.total += event.pages;
      if (event.kind === 'page') {
        current.done += 1;
        for (const line of scanLines(cli, event)) cli.screen.tell(line);
      }
      if (event.kind !== 'paper') draw();
    },
    next() {
      before.done += current.done;
      before.total += current.total;
      Object.assign(current, { done: 0, total: 0 });
    },
    end: () => cli.screen.progress(null),
  };
}

/** What is wrong with a page's scan, said at once: the sheet still lies beside the scanner. */
function scanLines({ screen, lang }: Shows, event: PageEvent): string[] {
  const { source, problems } = event;
  return problems.filter(isAboutScan).map((problem) => {
    const colour = mustRescan(problem) ? 'red' : 'yellow';
    return screen.paintError(colour, `${oneLine(source)} – ${problemLine(lang, problem)}`);
  });
}

type PageEvent = Extract<ProgressEvent, { kind: 'page' }>;

export interface Pace {
  readonly done: number;
  readonly total: number;
  readonly milliseconds: number;
}

export function progressLine({ say, lang }: Pick<Cli, 'say' | 'lang'>, pace: Pace): string {
  const { done, total, milliseconds } = pace;
  const filled = total === 0 ? 0 : Math.round((done / total) * BAR);
  const bar = `${'█'.repeat(filled)}${'░'.repeat(BAR - filled)}`;
  const parts = [`${bar} ${say('cli.progress.pages', { done, total })}`];
  if (done >= ENOUGH && milliseconds > 0) {
    const aMinute = (done / milliseconds) * 60_000;
    parts.push(say('cli.progress.pace', { pages: decimal(lang, aMinute, aMinute < 10 ? 1 : 0) }));
    const left = Math.ceil(((total - done) * milliseconds) / done / 1000);
    parts.push(say('cli.progress.left', { time: minutes(left) }));
  }
  return parts.join(' · ');
}

const minutes = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

export interface PaperLine {
  readonly paper: DigitizedPaper;
  readonly owners: number;
  readonly lists: Lists;
}

/** State, kind, owners, seconds, where from; what is wrong on lines of its own. */
export function paperLines(cli: Shows, { paper, owners, lists }: PaperLine): string[] {
  const { screen, say, lang } = cli;
  const state = paper.alreadyFiled ? say('cli.already-filed') : stateWord(cli, paper.status);
  const cells = [
    screen.paint(stateColour[paper.status], padTo(state, 16)),
    padTo(kindName(lists, paper.type?.code ?? null), 38),
    padTo(say('cli.owners', { count: owners }), 9),
    padTo(paper.alreadyFiled ? '–' : secondsWord({ say, lang }, paper.milliseconds), 7),
    sourceOf(cli, paper),
  ];
  const lines = [cells.join('  ').trimEnd()];
  if (paper.code !== null) lines[0] += `  →  ${paper.code}`;
  return lines;
}

function sourceOf({ say }: Shows, { source, pages }: DigitizedPaper): string {
  const [first, last] = [pages[0]?.number, pages.at(-1)?.number];
  if (first === undefined || last === undefined) return oneLine(source);
  return `${oneLine(source)} ${say('cli.pages', { pages: first === last ? first : `${first}–${last}` })}`;
}
