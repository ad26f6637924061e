// Moves a file away once all papers cut from it are told: filed ones to the done, the others with a reason to the failed.

import { AppError } from '../../core/errors.ts';
import type { Language } from '../../core/messages/index.ts';
import { message } from '../../core/messages/index.ts';
import type { DigitizedPaper } from '../../pipeline/run.ts';
import { hintLine, problemLine } from '../print/problems.ts';
import { today } from '../print/words.ts';
import { lookAgain, type SeenFile } from './listing.ts';
import { bothLanguages, moveToDone, moveToFailed } from './places.ts';
import type { Watch } from './watch.ts';

/** What a file says that is still being written, or that met a passing trouble: it is looked at once more after a while. */
const UNFINISHED =
  /^intake\.(truncated|broken|empty|no-pages|unknown)$|^fault\.(file-changed|input-denied|input-unreadable)$/;
const PASSING = /^(page\.crashed|intake\.crashed|error\.unexpected)$/;
/** Times the settling time that such a file is given. */
const MORE = 10;

export interface Departures {
  /** The papers of one file come in one go. */
  onPaper(paper: DigitizedPaper): void;
  /** Everything that was told is moved. @throws AppError `watch.cannot-move`. */
  end(): Promise<void>;
}

export function openDepartures(watch: Watch, files: ReadonlyMap<string, SeenFile>): Departures {
  const papers = new Map<string, DigitizedPaper[]>();
  let moving: Promise<void> = Promise.resolve();
  let fault: unknown = null;
  const leave = (source: string): void => {
    const file = files.get(source);
    if (!file) return;
    moving = moving
      .then(() => depart(watch, file, papers.get(source) ?? []))
      .catch((thrown: unknown) => {
        fault ??= thrown;
      });
  };
  return {
    onPaper(paper) {
      const known = papers.get(paper.source);
      if (known) {
        known.push(paper);
        return;
      }
      papers.set(paper.source, [paper]);
      setImmediate(leave, paper.source);
    },
    async end() {
      await new Promise((resolve) => setImmediate(resolve));
      await moving;
      if (fault !== null) throw fault;
    },
  };
}

async function depart(watch: Watch, file: SeenFile, papers: readonly DigitizedPaper[]): Promise<void> {
  const { cli, places, counts } = watch;
  const { source } = file;
  const now = await lookAgain(file);
  if (now === null) return cli.screen.tell(cli.say('watch.gone', { source }));
  const bad = papers.filter(({ status }) => status === 'refused' || status === 'failed');
  if (isGivenTime(watch, file, bad)) return;
  const leaving = { ...file, day: today(cli.clock.now()) };
  const place = bad.length === 0 ? 'done' : 'failed';
  try {
    const target =
      place === 'done'
        ? await moveToDone(places, leaving)
        : await moveToFailed(
            places,
            leaving,
            bothLanguages((lang) => reasonLines(lang, bad)),
          );
    if (target === null) return cli.screen.tell(cli.say('watch.changed', { source }));
  } catch (cause) {
    const why = (cause as NodeJS.ErrnoException).code ?? '';
    throw new AppError('transient', 'watch.cannot-move', { params: { source, why }, cause });
  }
  counts.files += 1;
  counts[place] += 1;
  if (bad.length > 0) cli.screen.tell(cli.say('watch.moved-failed', { source, folder: places.failed }));
}

/** Once for each file, as long as it stays the same. */
function isGivenTime(watch: Watch, file: SeenFile, bad: readonly DigitizedPaper[]): boolean {
  const { cli, order, settling } = watch;
  const says = (pattern: RegExp): boolean =>
    bad.some(({ problems }) => problems.some(({ code }) => pattern.test(code)));
  const unfinished = says(UNFINISHED);
  if (order.once || !(unfinished || says(PASSING))) return false;
  const more = order.quiet * MORE;
  if (!settling.giveTime(file, performance.now(), more)) return false;
  const params = { source: file.source, seconds: Math.ceil(more / 1000) };
  cli.screen.tell(cli.say(unfinished ? 'watch.unfinished' : 'watch.once-more', params));
  return true;
}

function reasonLines(lang: Language, papers: readonly DigitizedPaper[]): string[] {
  const lines = papers.flatMap(({ problems }) =>
    problems.flatMap((problem) => [problemLine(lang, problem), ...hintLine(lang, problem)]),
  );
  return [...lines, message(lang, 'watch.reason.again')];
}
