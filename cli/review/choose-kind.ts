// Choosing the kind of a paper by a few words of its name.
import { fold } from '../../core/text.ts';
import type { Kind } from '../../lists/index.ts';
import type { Cli } from '../command.ts';
import type { Answers } from './answers.ts';

/** Kinds shown to choose from. */
const SHOWN = 9;

/** Kinds that hold every word in name, titles or code, the shortest name first. */
export function kindsLike(kinds: readonly Kind[], words: string): Kind[] {
  const asked = fold(words).split(/\s+/).filter(Boolean);
  if (asked.length === 0) return [];
  const texts = new Map(kinds.map((kind) => [kind, fold([kind.name, ...kind.titles, kind.code].join(' '))]));
  const found = kinds.filter((kind) => asked.every((word) => texts.get(kind)?.includes(word)));
  const exact = found.filter((kind) => kind.code === words.toUpperCase() || fold(kind.name) === fold(words));
  const rest = found.filter((kind) => !exact.includes(kind));
  return [...exact, ...rest.toSorted((one, other) => one.name.length - other.name.length)].slice(0, SHOWN);
}

/** Null where the clerk gives none after all. */
export async function chooseKind(cli: Cli, answers: Answers, first: string): Promise<Kind | null> {
  const { screen, say, wiring } = cli;
  let words = first;
  for (;;) {
    if (words === '') {
      screen.tell(say('review.kind-words'));
      words = (await answers.ask('> '))?.trim() ?? '';
    }
    if (words === '') return null;
    const found = kindsLike(wiring.lists().kinds, words);
    for (const [index, { name, code }] of found.entries()) screen.tell(`  ${index + 1}. ${name} (${code})`);
    screen.tell(say(found.length === 0 ? 'review.kind-none' : 'review.kind-number'));
    const answer = (await answers.ask('> '))?.trim() ?? '';
    if (answer === '') return null;
    const chosen = /^\d$/.test(answer) ? found[Number(answer) - 1] : undefined;
    if (chosen) return chosen;
    words = answer;
  }
}
