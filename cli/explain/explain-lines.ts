// An explanation on the terminal: a compact table of facts, then what the paper rests on.
import type { Cli } from '../command.ts';
import { tableLines } from '../print/table.ts';
import { kindName, stateWord } from '../print/words.ts';
import { evidenceWords } from '../report/evidence-words.ts';
import { percent } from '../report/fact-rows.ts';
import { factName, isSure, problemWords, shownValue, wordsIn } from '../report/fact-view.ts';
import type { Explanation } from './explanation.ts';
import { chainWord, codeParts, kindReason, roleWord, validityReasons } from './reasons.ts';

type Shows = Pick<Cli, 'screen' | 'say' | 'lang' | 'config' | 'wiring'>;

export function explainLines(cli: Shows, explanation: Explanation): string[] {
  const { screen, say, lang } = cli;
  const { paper, kind } = explanation;
  const sections: [key: string, lines: string[]][] = [
    ['facts', factLines(cli, explanation)],
    ['problems', paper.problems.map((problem) => `  ${problemWords(lang, problem, kind)}`)],
    ['validity', validityReasons(lang, explanation).map((line) => `  ${line}`)],
    ['owners', ownerLines(cli, explanation)],
    ['code', codeLines(cli, explanation)],
    ['rests-on', restLines(cli, explanation)],
  ];
  return [
    screen.paint('bold', `${kindName(cli.wiring.lists(), paper.kind)} · ${stateWord(cli, paper.state)}`),
    `${say('cli.column.code')}: ${paper.code ?? '–'}`,
    kindLine(cli, explanation),
    ...sections
      .filter(([, lines]) => lines.length > 0)
      .flatMap(([key, lines]) => ['', screen.paint('bold', say(`explain.${key}`)), ...lines]),
  ];
}

function kindLine({ lang }: Shows, explanation: Explanation): string {
  const { kindConfidence } = explanation.paper;
  const told = kindReason(lang, explanation);
  return kindConfidence === null ? told : `${told} (${percent(lang, kindConfidence)})`;
}

function factLines(cli: Shows, { facts, kind, pages, versions }: Explanation): string[] {
  const { say, lang, screen, config } = cli;
  const head = ['fact', 'value', 'confidence'].map((name) => say(`cli.column.${name}`));
  const rows = facts.map((fact) => {
    const words = wordsIn(
      pages?.find(({ number }) => number === fact.page),
      fact.box,
    );
    const read = words?.map((word) => word.text).join(' ');
    const changed = versions.filter(({ key }) => key === fact.key).length;
    const why = [
      fact.origin === 'machine'
        ? evidenceWords(lang, fact.evidence).join('; ')
        : say(`cli.origin.${fact.origin}`),
      ...(read && !read.includes(fact.value) ? [say('explain.read-as', { text: read })] : []),
      ...(changed > 1 ? [say('explain.changed', { count: changed })] : []),
    ];
    return [
      `  ${factName(lang, fact.key, kind)}`,
      shownValue(fact, kind),
      screen.paint(isSure(fact, kind, config) ? 'green' : 'yellow', percent(lang, fact.confidence)),
      why.join('; '),
    ];
  });
  return tableLines([`  ${head[0]}`, ...head.slice(1), say('cli.column.evidence')], rows);
}

const ownerLines = ({ say, lang }: Shows, { owners }: Explanation): string[] =>
  owners.map(({ name, identifiers, role, lead }) => {
    const numbers = identifiers.map(({ scheme, number }) => `${say(`cli.scheme.${scheme}`)} ${number}`);
    const word = roleWord(lang, role);
    return `  ${[name ?? say('cli.nameless'), ...numbers, lead ? say('cli.lead', { role: word }) : word].join(' · ')}`;
  });

function codeLines({ say, lang, config }: Shows, explanation: Explanation): string[] {
  const parts = codeParts(lang, explanation, config.paperCodeTemplate);
  if (parts === null) return [`  ${say('explain.code.none')}`];
  if (parts.length === 0) return [`  ${say('explain.code.other-template')}`];
  const rows = parts.map(({ part, text, why }) => [
    `  ${say(`explain.code.part.${part}`)}`,
    text || '–',
    why,
  ]);
  return tableLines(rows[0] ?? [], rows.slice(1));
}

/** What one can check: chain, files, signatures. */
function restLines(cli: Shows, { chain, files, signatures, paper }: Explanation): string[] {
  const { say, screen, lang } = cli;
  const good = (fine: boolean, text: string) => `  ${screen.paint(fine ? 'green' : 'red', text)}`;
  const damaged = files.filter(({ intact }) => !intact);
  return [
    ...(chain === null ? [] : [good(chain.broken === null, chainWord(lang, chain))]),
    damaged.length === 0
      ? good(true, say('explain.files.intact', { count: files.length }))
      : good(
          false,
          say('explain.files.damaged', {
            files: damaged.map(({ role }) => say(`cli.file.${role}`)).join(', '),
          }),
        ),
    ...signatures.map((signature) =>
      good(
        signature.indication === 'TOTAL-PASSED',
        `${say(`cli.indication.${signature.indication}`)} · ${signature.signer ?? say('cli.nameless')}`,
      ),
    ),
    ...(signatures.length === 0 && paper.legalCopySha256 ? [`  ${say('explain.unsigned')}`] : []),
  ];
}
