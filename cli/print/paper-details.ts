// Everything of one paper, for reading: its row, owners, facts with where they come from, files, signatures, events.
import type { Fact } from '../../core/model.ts';
import type { EventRow, FileRow, OwnerRow, PaperRow } from '../../core/ports.ts';
import { needsSecondPerson } from '../../lists/index.ts';
import type { SignatureReport } from '../../signing/verify.ts';
import { standingOn } from '../../warehouse/validity.ts';
import type { Cli } from '../command.ts';
import { problemLine } from './problems.ts';
import { signatureLines } from './signatures.ts';
import { tableLines } from './table.ts';
import {
  dateWord,
  fieldName,
  kindName,
  localTime,
  stateColour,
  stateWord,
  today,
  validityWord,
} from './words.ts';

export interface PaperDetails {
  readonly paper: PaperRow;
  readonly dossier: string | null;
  readonly owners: readonly (OwnerRow & { role: string; lead: boolean })[];
  readonly facts: readonly Fact[];
  /** `path` null where the bytes do not lie in a local file. */
  readonly files: readonly (Omit<FileRow, 'paperId'> & { path: string | null })[];
  readonly signatures: readonly SignatureReport[];
  readonly events: readonly EventRow[];
}

export function showLines(cli: Cli, details: PaperDetails): string[] {
  const sections: [title: string, lines: string[]][] = [
    ['owners', ownerLines(cli, details)],
    ['facts', factLines(cli, details)],
    ['problems', details.paper.problems.map((problem) => `  ${problemLine(cli.lang, problem)}`)],
    ['files', fileLines(cli, details)],
    ['signatures', signatureLines(cli, details.signatures)],
    ['events', eventLines(cli, details)],
  ];
  const told = sections.filter(([, lines]) => lines.length > 0);
  return [
    ...summaryLines(cli, details),
    ...told.flatMap(([title, lines]) => [
      '',
      cli.screen.paint('bold', cli.say(`cli.show.${title}`)),
      ...lines,
    ]),
  ];
}

function summaryLines(cli: Cli, { paper, dossier }: PaperDetails): string[] {
  const { say, screen } = cli;
  const confidence = paper.kindConfidence === null ? '' : ` (${percent(paper.kindConfidence)})`;
  const rows: [string, string][] = [
    ['code', paper.code ?? '–'],
    ['id', paper.id],
    ['kind', `${kindName(cli.wiring.lists(), paper.kind)}${confidence}`],
    ['title', paper.title ?? '–'],
    ['number', paper.number ?? '–'],
    ['issued', dateWord(paper.issued)],
    ['issuer', paper.issuerPrinted ?? '–'],
    ['signer', paper.signer ?? '–'],
    ['valid', validityWord(cli, paper)],
    ['legal-status', legalStatusWord(cli, paper)],
    ...approvalRow(cli, paper),
    ['state', screen.paint(stateColour[paper.state], stateWord(cli, paper.state))],
    ['dossier', dossier ?? '–'],
    ['received', dateWord(paper.received)],
    ['source', `${paper.sourceName} ${say('cli.pages', { pages: paper.pages.join(', ') })}`],
  ];
  const heads = rows.map(([name]) => say(`cli.column.${name}`));
  const width = Math.max(...heads.map((head) => head.length));
  return rows.map(([, value], index) => `${(heads[index] ?? '').padEnd(width)}  ${value}`);
}

/** As it stands today: a term that ran out needs nobody to write it down. */
function legalStatusWord({ say, clock }: Cli, paper: PaperRow): string {
  const expired = paper.legalStatus === 'effective' && standingOn(paper, today(clock.now())) === 'expired';
  return say(`cli.legal-status.${expired ? 'expired' : paper.legalStatus}`);
}

/** Told where somebody has decided, or somebody must. */
function approvalRow({ say, wiring, config }: Cli, paper: PaperRow): [string, string][] {
  const kind = paper.kind === null ? undefined : wiring.lists().kind(paper.kind);
  const asked = needsSecondPerson(kind, config.secondPerson);
  if (paper.approval === 'pending' && !asked) return [];
  const by = paper.approvedBy === null ? '' : ` · ${paper.approvedBy}`;
  return [['approval', `${say(`cli.approval.${paper.approval}`)}${by}`]];
}

function ownerLines({ say }: Cli, { owners }: PaperDetails): string[] {
  return owners.map(({ name, birth, identifiers, role, lead }) => {
    const numbers = identifiers.map(({ scheme, number }) => `${say(`cli.scheme.${scheme}`)} ${number}`);
    const born = birth ? say('cli.born', { date: dateWord(birth) }) : null;
    const parts = [name ?? say('cli.nameless'), ...numbers, born, lead ? say('cli.lead', { role }) : role];
    return `  ${parts.filter((part) => part !== null).join(' · ')}`;
  });
}

function factLines({ say, screen, lang }: Cli, { facts }: PaperDetails): string[] {
  const head = ['fact', 'value', 'confidence', 'page', 'evidence'].map((name) => say(`cli.column.${name}`));
  const rows = facts.map((fact) => [
    `  ${fieldName(lang, fact.key)}`,
    fact.value,
    screen.paint(fact.confidence < 0.9 ? 'yellow' : 'green', percent(fact.confidence)),
    fact.page === undefined ? '–' : String(fact.page),
    [say(`cli.origin.${fact.origin}`), ...fact.evidence].join('; '),
  ]);
  return tableLines([`  ${head[0]}`, ...head.slice(1)], rows);
}

function fileLines({ say }: Cli, { files }: PaperDetails): string[] {
  const rows = files.map(({ role, size, sha256, path, key }) => [
    `  ${say(`cli.file.${role}`)}`,
    say('cli.bytes', { size }),
    sha256.slice(0, 16),
    path ?? `store:${key}`,
  ]);
  const head = ['file', 'size', 'sha256', 'place'].map((name) => say(`cli.column.${name}`));
  return tableLines([`  ${head[0]}`, ...head.slice(1)], rows);
}

const eventLines = ({ say }: Cli, { events }: PaperDetails): string[] =>
  tableLines(
    [`  ${say('cli.column.when')}`, say('cli.column.what'), say('cli.column.who')],
    events.map(({ at, kind, actor }) => [`  ${localTime(at)}`, say(`cli.event.${kind}`), actor]),
  );

const percent = (share: number): string => `${Math.round(share * 100)} %`;
