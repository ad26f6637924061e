// A doubt in words, and as JSON for a page: docs/review.md.

import { printedDate } from '../../core/dates.ts';
import { hasMessage, type Language, message } from '../../core/messages/index.ts';
import type { Problem } from '../../core/model.ts';
import type { Kind } from '../../lists/index.ts';
import { type Doubt, doubtsOf, notesOf } from '../../pipeline/review/doubts.ts';
import type { ReviewPorts, StoredPaper } from '../../pipeline/review/stored-paper.ts';
import type { Cli } from '../command.ts';
import { problemLine } from '../print/problems.ts';
import { evidenceWords } from '../report/evidence-words.ts';

/** What a field is called: by the catalogue, else as the paper prints it. */
export function fieldWord(lang: Language, key: string | null, kind: Kind | undefined): string {
  if (key === null) return message(lang, 'review.kind');
  const [plain = key, place] = key.split('#');
  const field = kind?.fields.find((each) => each.key === plain);
  const name = hasMessage(`field.${plain}`) ? message(lang, `field.${plain}`) : (field?.labels[0] ?? plain);
  return place === undefined ? name : `${name} (${place})`;
}

/** As the clerk types it: dates the Vietnamese way. */
export function valueWord(
  cli: Pick<Cli, 'say' | 'wiring'>,
  { type, value }: Pick<Doubt, 'type' | 'value'>,
): string {
  if (value === '') return cli.say('review.nothing');
  if (type === 'date') return printedDate(value);
  if (type === 'kind') return cli.wiring.lists().kind(value)?.name ?? value;
  return value;
}

/** Reason after reason, the same words once. */
export const reasonWords = (lang: Language, reasons: readonly Problem[]): string[] => [
  ...new Set(reasons.map((reason) => problemLine(lang, reason))),
];

export const percentWord = (share: number): string => `${Math.round(share * 100)} %`;

/** The doubt in two or three lines, without its picture. */
export function doubtLines(cli: Cli, doubt: Doubt, kind: Kind | undefined): string[] {
  const { lang, say, screen } = cli;
  const name = fieldWord(lang, doubt.field, kind);
  const place = doubt.page === undefined ? '' : ` · ${say('cli.page', { page: doubt.page })}`;
  const how = [percentWord(doubt.confidence), ...evidenceWords(lang, doubt.evidence)].join('; ');
  const value = screen.paintError('bold', valueWord(cli, doubt));
  return [
    `${screen.paintError('bold', name)}${place}`,
    ...reasonWords(lang, doubt.reasons).map((reason) => `  ${screen.paintError('yellow', reason)}`),
    `  ${say('review.read', { value })}${doubt.value === '' ? '' : ` (${how})`}`,
    ...(doubt.values ? [`  ${say('review.choices', { choices: doubt.values.join(' | ') })}`] : []),
  ];
}

export interface DoubtJson extends Omit<Doubt, 'reasons'> {
  readonly name: string;
  readonly reasons: readonly ReasonJson[];
}
interface ReasonJson {
  readonly code: string;
  readonly page?: number;
  readonly text: string;
}

const reasonJson =
  (lang: Language) =>
  (problem: Problem): ReasonJson => ({
    code: problem.code,
    ...(problem.page === undefined ? {} : { page: problem.page }),
    text: problemLine(lang, problem),
  });

export interface ReviewJson {
  readonly doubts: readonly DoubtJson[];
  readonly notes: readonly ReasonJson[];
}

export function reviewJson(
  { lang }: Cli,
  ports: Pick<ReviewPorts, 'settings'>,
  stored: StoredPaper,
): ReviewJson {
  const toJson = reasonJson(lang);
  return {
    doubts: doubtsOf(stored, ports.settings).map(({ reasons, ...doubt }) => ({
      ...doubt,
      name: fieldWord(lang, doubt.field, stored.kind),
      reasons: reasons.map(toJson),
    })),
    notes: notesOf(stored).map(toJson),
  };
}
