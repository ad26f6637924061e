// The answer to "what must be handed in", in the words a clerk says over the counter.
import { printedDate } from '../../core/dates.ts';
import type { ReuseComponent } from '../../warehouse/reuse.ts';
import type { Cli } from '../command.ts';
import type { AskedReuse } from '../commands/reuse.ts';
import type { Colour } from './screen.ts';

type Shows = Pick<Cli, 'say' | 'screen' | 'lang'>;

const COLOURS: Readonly<Record<ReuseComponent['state'], Colour>> = {
  'in-kho': 'green',
  unclear: 'yellow',
  expired: 'red',
  'only-shown': 'dim',
  'national-db': 'yellow',
  missing: 'red',
};

/** The procedure, each component with what it means for the citizen, and the sum. */
export function reuseLines(cli: Shows, { answer, procedureName, known }: AskedReuse): string[] {
  const { say, screen } = cli;
  const { procedure, on, components } = answer;
  const free = components.filter(({ state }) => state === 'in-kho').length;
  return [
    screen.paint(
      'bold',
      say('cli.reuse.title', { code: procedure, name: procedureName, on: printedDate(on) }),
    ),
    ...(known ? [] : [say('cli.reuse.no-kho')]),
    ...components.flatMap((component) => componentLines(cli, component)),
    '',
    say(free > 0 ? 'cli.reuse.sum' : 'cli.reuse.sum-none', { free, all: components.length }),
  ];
}

function componentLines({ say, screen, lang }: Shows, component: ReuseComponent): string[] {
  const { state, kinds, paper, required, condition } = component;
  const names = kinds.map(({ name }) => name).join(say('cli.or'));
  const sentence = screen.paint(COLOURS[state], say(sentenceKey(component), sentenceWords(component)));
  const lines = [`- ${names}: ${sentence}`];
  if (paper) lines.push(`    ${say('cli.reuse.paper', { code: paper.code ?? paper.id })}`);
  // The lists say when it is needed in English; who asks in Vietnamese is told that it depends.
  if (lang === 'en' && condition !== null) lines.push(`    ${condition}`);
  else if (!required && state !== 'missing') lines.push(`    ${say('cli.reuse.optional')}`);
  return lines;
}

function sentenceKey({ state, perpetual, validTo, form, required }: ReuseComponent): string {
  if (state === 'in-kho')
    return perpetual || validTo === null ? 'cli.reuse.in-kho-for-good' : 'cli.reuse.in-kho';
  if (state === 'expired' && validTo === null) return 'cli.reuse.expired-unknown';
  if (state === 'missing' && !required) return 'cli.reuse.missing-optional';
  if (state === 'missing') return `cli.reuse.missing.${form}`;
  return `cli.reuse.${state}`;
}

const sentenceWords = ({ validTo }: ReuseComponent): Record<string, string> =>
  validTo === null ? {} : { until: printedDate(validTo) };
