// One paper in front of a clerk: doubt after doubt, until it is filed, left for later, or the clerk goes home.
import type { PaperRow } from '../../core/ports.ts';
import { checkValue } from '../../pipeline/review/check-value.ts';
import type { Correction } from '../../pipeline/review/corrections.ts';
import { type Crops, openCrops } from '../../pipeline/review/crops.ts';
import { type Doubt, doubtsOf, notesOf, saidKeys } from '../../pipeline/review/doubts.ts';
import { type ReviewPorts, type StoredPaper, storedPaper } from '../../pipeline/review/stored-paper.ts';
import type { Cli } from '../command.ts';
import { problemLine } from '../print/problems.ts';
import { kindName } from '../print/words.ts';
import type { Answers } from './answers.ts';
import { chooseKind } from './choose-kind.ts';
import { doubtLines, fieldWord, reasonWords } from './doubt-words.ts';
import { showCrop } from './show.ts';

export interface Desk {
  readonly cli: Cli;
  readonly ports: ReviewPorts;
  readonly answers: Answers;
  readonly actor: string;
  /** Sure facts are asked about too. */
  readonly all: boolean;
  /** Files what was said; `accept` files the paper. */
  settle(order: {
    paper: PaperRow;
    corrections: readonly Correction[];
    kind?: string;
    accept: boolean;
  }): Promise<PaperRow>;
}

/** `left`: for later, answers kept; `ended`: no more input. */
export type Outcome =
  | { readonly how: 'filed'; readonly paper: PaperRow }
  | { readonly how: 'left' }
  | { readonly how: 'ended' };

/** What was said of this paper so far. */
interface Said {
  readonly corrections: readonly Correction[];
  /** The kind was looked at and is right. */
  readonly kind: boolean;
}
const nothing: Said = { corrections: [], kind: false };

export async function reviewOne(desk: Desk, paper: PaperRow): Promise<Outcome> {
  let stored = await storedPaper(desk.ports, paper);
  tellPaper(desk, stored);
  const before: Said[] = [];
  let said = nothing;
  const crops = openCrops(desk.ports, stored);
  const save = (accept: boolean, kind = said.kind ? stored.paper.kind : null) =>
    desk.settle({
      paper: stored.paper,
      corrections: said.corrections,
      ...(kind === null ? {} : { kind }),
      accept,
    });
  try {
    for (;;) {
      const open = questions(desk, stored).filter(({ field }) => !isAnswered(field, said));
      const [doubt] = open;
      if (!doubt && (before.length > 0 || stored.history.some(({ origin }) => origin === 'clerk')))
        return { how: 'filed', paper: await save(true) };
      const answer = await ask(desk, { stored, doubt, open: open.length, crops });
      switch (answer.what) {
        case 'said':
          before.push(said);
          said = { ...said, corrections: [...said.corrections, answer.correction] };
          break;
        case 'kind-right':
          before.push(said);
          said = { ...said, kind: true };
          break;
        case 'kind':
          stored = await storedPaper(desk.ports, await save(false, answer.kind));
          [said, before.length] = [nothing, 0];
          tellPaper(desk, stored);
          break;
        case 'undo':
          said = before.pop() ?? said;
          break;
        case 'accept':
          return { how: 'filed', paper: await save(true) };
        default:
          if (said.corrections.length > 0 || said.kind) await save(false);
          return { how: answer.what };
      }
    }
  } finally {
    await crops.close();
  }
}

const isAnswered = (field: string | null, said: Said): boolean =>
  field === null ? said.kind : said.corrections.some(({ key }) => key === field);

function tellPaper({ cli }: Desk, stored: StoredPaper): void {
  const { screen, say, wiring, lang } = cli;
  const { paper, dossier } = stored;
  const pages = say('cli.pages', { pages: paper.pages.join(', ') });
  screen.tell('');
  screen.tell(screen.paintError('bold', `■ ${kindName(wiring.lists(), paper.kind)}`));
  screen.tell(`  ${[dossier?.code, `${paper.sourceName} ${pages}`, paper.id].filter(Boolean).join(' · ')}`);
  for (const note of reasonWords(lang, notesOf(stored)))
    screen.tell(`  ${screen.paintError('yellow', note)}`);
}

/** The doubts; with `all` every other field too, so that sure facts are measured as well. */
function questions({ ports, all }: Desk, stored: StoredPaper): Doubt[] {
  const doubts = doubtsOf(stored, ports.settings);
  if (!all) return doubts;
  const known = new Set([...doubts.map(({ field }) => field), ...saidKeys(stored)]);
  const rest = stored.understanding.facts.filter(({ key }) => !known.has(key));
  return [
    ...doubts,
    ...rest.map(({ key, origin: _, ...fact }): Doubt => {
      const field = stored.kind?.fields.find((each) => each.key === key.split('#')[0]);
      const { type = 'text', required = false, values } = field ?? {};
      return { ...fact, field: key, reasons: [], type, required, ...(values ? { values } : {}) };
    }),
  ];
}

type Answer =
  | { readonly what: 'said'; readonly correction: Correction }
  | { readonly what: 'kind'; readonly kind: string }
  | { readonly what: 'kind-right' | 'undo' | 'accept' | 'left' | 'ended' };

interface Question {
  readonly stored: StoredPaper;
  /** Absent where nothing is in doubt: only the paper as a whole is to be accepted. */
  readonly doubt: Doubt | undefined;
  readonly open: number;
  readonly crops: Crops;
}

/** Asks until the answer is one. */
async function ask(desk: Desk, question: Question): Promise<Answer> {
  const { cli, answers } = desk;
  const { doubt, stored, open, crops } = question;
  cli.screen.tell('');
  if (doubt) {
    const [name = '', ...lines] = doubtLines(cli, doubt, stored.kind);
    for (const line of [`${name} (${cli.say('review.open', { open })})`, ...lines]) cli.screen.tell(line);
    await showCrop(crops, doubt, (text) => process.stderr.write(text), answers.terminal);
  } else cli.screen.tell(cli.say('review.no-doubt'));
  for (;;) {
    const line = await answers.ask('> ');
    const answer =
      line === null ? ({ what: 'ended' } as const) : await understood(desk, question, line.trim());
    if (answer) return answer;
  }
}

/** Null where the line says nothing that can be done; the clerk was told why. */
async function understood(desk: Desk, { doubt, stored }: Question, line: string): Promise<Answer | null> {
  const { cli, answers } = desk;
  const [word = '', ...words] = line.split(/\s+/);
  switch (word) {
    case '?':
      cli.screen.tell(cli.say('review.keys'));
      return null;
    case 'q':
      return { what: 'ended' };
    case 's':
      return { what: 'left' };
    case 'u':
      return { what: 'undo' };
    case 'k': {
      const kind = await chooseKind(cli, answers, words.join(' '));
      return kind ? { what: 'kind', kind: kind.code } : null;
    }
  }
  if (!doubt) return line === '' ? { what: 'accept' } : told(cli, 'review.keys');
  if (doubt.field === null) return kindAnswer(desk, stored, line);
  return fieldAnswer(cli, { doubt, key: doubt.field, stored }, line);
}

function told(cli: Cli, key: string): null {
  cli.screen.tell(cli.say(key));
  return null;
}

async function kindAnswer({ cli, answers }: Desk, stored: StoredPaper, line: string): Promise<Answer | null> {
  if (line === '') return stored.kind ? { what: 'kind-right' } : told(cli, 'review.kind-words');
  const kind = await chooseKind(cli, answers, line);
  if (!kind) return null;
  return kind.code === stored.paper.kind ? { what: 'kind-right' } : { what: 'kind', kind: kind.code };
}

function fieldAnswer(
  cli: Cli,
  { doubt, key, stored }: { doubt: Doubt; key: string; stored: StoredPaper },
  line: string,
): Answer | null {
  const said = (value: string | null, how: Correction['how']): Answer => ({
    what: 'said',
    correction: { key, value, how },
  });
  if (line === '-') return said(null, 'typed');
  if (line === '')
    return doubt.value === '' ? told(cli, 'review.type-or-dash') : said(doubt.value, 'confirmed');
  const { kind, understanding } = stored;
  if (!kind) return null;
  const number = doubt.values && /^\d$/.test(line) ? doubt.values[Number(line) - 1] : undefined;
  const typed = number ?? line.replace(/^=/, '');
  const checked = checkValue({ key, typed, kind, facts: understanding.facts });
  const named = { label: fieldWord(cli.lang, key, kind) };
  if (!checked.ok) {
    cli.screen.tell(
      cli.screen.paintError('red', cli.say(checked.problem.code, { ...checked.problem.params, ...named })),
    );
    return null;
  }
  for (const warning of checked.warnings)
    cli.screen.tell(cli.screen.paintError('yellow', problemLine(cli.lang, warning)));
  return said(checked.value, checked.value === doubt.value ? 'confirmed' : 'typed');
}
