// A paper as a line: JSON as contract 7 says, or a row of a table.
import type { PaperRow, Registry } from '../../core/ports.ts';
import type { Cli } from '../command.ts';
import { ownerNumbers } from '../find-paper.ts';
import { tableLines } from './table.ts';
import { dateWord, kindName, stateColour, stateWord, validityWord } from './words.ts';

export interface PaperJson {
  readonly id: string;
  readonly code: string | null;
  readonly kind: string | null;
  readonly status: string;
  readonly owners: readonly string[];
  readonly dossier: string | null;
  readonly originalSha256: string;
  readonly pages: readonly number[];
  readonly legalCopySha256: string | null;
  readonly signatures: number;
  readonly received: string;
}

/** Contract 7; dossier codes are looked up once each. */
export function paperJson(registry: Registry): (paper: PaperRow) => Promise<PaperJson> {
  const dossiers = new Map<string, string | null>();
  const dossierCode = async (id: string): Promise<string | null> => {
    if (!dossiers.has(id)) dossiers.set(id, (await registry.dossier(id))?.code ?? null);
    return dossiers.get(id) ?? null;
  };
  return async (paper) => ({
    id: paper.id,
    code: paper.code,
    kind: paper.kind,
    status: paper.state,
    owners: await ownerNumbers(registry, paper.id),
    dossier: paper.dossierId === null ? null : await dossierCode(paper.dossierId),
    originalSha256: paper.originalSha256,
    pages: paper.pages,
    legalCopySha256: paper.legalCopySha256,
    signatures: paper.signatures,
    received: paper.received,
  });
}

/** Without a code the identifier stands in its place: `show` and `open` take either. */
export function paperTable(cli: Cli, papers: readonly PaperRow[]): string[] {
  const { say, screen } = cli;
  const head = ['received', 'state', 'kind', 'number', 'valid', 'code'].map((name) =>
    screen.paint('bold', say(`cli.column.${name}`)),
  );
  const rows = papers.map((paper) => [
    dateWord(paper.received),
    screen.paint(stateColour[paper.state], stateWord(cli, paper.state)),
    kindName(cli.wiring.lists(), paper.kind),
    paper.number ?? '–',
    validityWord(cli, paper),
    paper.code ?? paper.id,
  ]);
  return tableLines(head, rows);
}

/** One JSON line a paper, or a table; a table that would be empty says so on stderr. */
export async function printPapers(cli: Cli, papers: readonly PaperRow[], json: boolean): Promise<void> {
  if (json) {
    const toJson = paperJson(await cli.wiring.registry());
    for (const paper of papers) cli.screen.print(JSON.stringify(await toJson(paper)));
    return;
  }
  for (const line of paperTable(cli, papers)) cli.screen.print(line);
  if (papers.length === 0) cli.screen.tell(cli.say('cli.no-papers'));
}
