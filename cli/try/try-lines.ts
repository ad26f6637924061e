// What `sohoa try` says on the terminal: the same verdict as at the top of its report.
import type { Cli } from '../command.ts';
import { decimal } from '../print/words.ts';
import type { TryReport } from '../report/try-data.ts';
import { totalsOf } from '../report/try-totals.ts';

const colours = { filed: 'green', review: 'yellow', refused: 'red' } as const;

export function tryLines(
  { screen, say, lang }: Pick<Cli, 'screen' | 'say' | 'lang'>,
  report: TryReport,
): string[] {
  const totals = totalsOf(report);
  const { papers, pages, pagesAMinute, sure, facts } = totals;
  const verdict = (['filed', 'review', 'refused'] as const).flatMap((state, index) => {
    if (state === 'refused' && totals.refused === 0) return [];
    const share = screen.paint(colours[state], `${totals.shares[index]} %`);
    const count = say('report.verdict.papers', { count: totals[state] });
    return [`  ${share} ${say(`report.verdict.${state}`)} (${count})`];
  });
  return [
    screen.paint('bold', say('report.try.files', { files: report.files, papers, pages })),
    ...verdict,
    `  ${say('report.verdict.typing', { sure, unsure: facts - sure })}`,
    ...(pagesAMinute === null
      ? []
      : [`  ${say('report.figure.speed.value', { pages: decimal(lang, pagesAMinute, 1) })}`]),
  ];
}
