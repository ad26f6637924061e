// sohoa review list: what waits for a clerk, oldest first, and why.
import { doubtsOf, notesOf } from '../../pipeline/review/doubts.ts';
import { storedPaper } from '../../pipeline/review/stored-paper.ts';
import { type Cli, type CommandSpec, isSet, textOf } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { registryToAsk } from '../find-paper.ts';
import { dateWord, kindName } from '../print/words.ts';
import { wholeNumber } from '../whole-number.ts';
import { reasonWords, reviewJson } from './doubt-words.ts';
import { waitingOptions, waitingPapers } from './open-review.ts';

const LIMIT = 50;

export const list: CommandSpec = {
  name: 'review list',
  arguments: [],
  options: [
    ...waitingOptions,
    { flags: '--limit <N>', about: 'cli.opt.review-limit' },
    { flags: '--json', about: 'cli.opt.json' },
  ],
  async run(cli, given) {
    const limit = wholeNumber(textOf(given, 'limit'), { option: '--limit', from: 1, to: 100_000 }) ?? LIMIT;
    const registry = await registryToAsk(cli);
    if (cli.wiring.empty) {
      if (isSet(given, 'json')) cli.screen.print(JSON.stringify({ papers: [], more: false }));
      return EXIT.done;
    }
    const ports = await cli.wiring.reviewPorts();
    const found: Waiting[] = [];
    let more = false;
    for await (const paper of waitingPapers(cli, registry, given)) {
      more = found.length === limit;
      if (more) break;
      const stored = await storedPaper(ports, paper);
      const { doubts, notes } = reviewJson(cli, ports, stored);
      const dossier = stored.dossier?.code ?? null;
      const words = reasonWords(cli.lang, [
        ...doubtsOf(stored, ports.settings).flatMap((d) => d.reasons),
        ...notesOf(stored),
      ]);
      const reasons = [...doubts.flatMap((doubt) => doubt.reasons), ...notes];
      const fields = doubts.flatMap(({ field }) => field ?? []);
      found.push({ paper, dossier, doubts: doubts.length, fields, reasons, words });
    }
    if (isSet(given, 'json'))
      cli.screen.print(JSON.stringify({ papers: found.map((each) => toJson(cli, each)), more }));
    else tell(cli, found, more);
    return EXIT.done;
  },
};

interface Waiting {
  readonly paper: Parameters<typeof storedPaper>[1];
  readonly dossier: string | null;
  readonly doubts: number;
  readonly fields: readonly string[];
  readonly reasons: readonly { readonly code: string; readonly text: string }[];
  readonly words: readonly string[];
}

function toJson({ wiring }: Cli, { paper, dossier, doubts, fields, reasons }: Waiting): unknown {
  const { id, kind, kindConfidence, received, sourceName, pages, createdAt, legalCopySha256 } = paper;
  return {
    ...{ id, kind, kindName: kindName(wiring.lists(), kind), kindConfidence, received, createdAt, dossier },
    ...{ source: sourceName, pages, sealed: legalCopySha256 !== null, doubts, fields, reasons },
  };
}

/** Reasons shown of one paper; the rest is counted. */
const SHOWN = 4;

function tell({ screen, say, wiring }: Cli, found: readonly Waiting[], more: boolean): void {
  for (const { paper, dossier, words } of found) {
    const place = [dossier, `${paper.sourceName} ${say('cli.pages', { pages: paper.pages.join(', ') })}`];
    screen.print(`${paper.id}  ${screen.paint('bold', kindName(wiring.lists(), paper.kind))}`);
    screen.print(`  ${[dateWord(paper.received), ...place].filter(Boolean).join(' · ')}`);
    for (const word of words.slice(0, SHOWN)) screen.print(`  - ${word}`);
    if (words.length > SHOWN)
      screen.print(`  - ${say('review.more-reasons', { count: words.length - SHOWN })}`);
  }
  if (found.length === 0) screen.tell(say('review.none'));
  else screen.tell(say(more ? 'review.count-more' : 'review.count', { count: found.length }));
}
