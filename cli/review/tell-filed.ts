// What became of a paper a clerk accepted: its code on stdout, the rest for the person in front of it.
import type { PaperRow } from '../../core/ports.ts';
import { needsSecondPerson } from '../../lists/index.ts';
import type { Cli } from '../command.ts';
import { stateWord } from '../print/words.ts';

export function tellFiled(cli: Cli, paper: PaperRow): void {
  const { screen, say, wiring, config } = cli;
  screen.print(paper.code ?? paper.id);
  screen.tell(screen.paintError('green', say('review.now', { state: stateWord(cli, paper.state) })));
  const kind = paper.kind === null ? undefined : wiring.lists().kind(paper.kind);
  if (needsSecondPerson(kind, config.secondPerson) && paper.approval === 'pending')
    screen.tell(say('review.wants-approval'));
}
