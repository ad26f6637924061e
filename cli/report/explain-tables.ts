// What a stored paper rests on, as tables: owners, the parts of its code, signatures, evidence chain, files, events.
import { printedDate } from '../../core/dates.ts';
import { type Language, message } from '../../core/messages/index.ts';
import type { Explanation } from '../explain/explanation.ts';
import { chainWord, codeParts, roleWord, stepWord } from '../explain/reasons.ts';
import { localTime } from '../print/words.ts';
import { type Html, html } from './html.ts';
import { bytesWord } from './sizes.ts';

const badge = (fine: boolean | null, text: string): Html =>
  html`<span class="badge ${fine === null ? 'look' : fine ? 'good' : 'bad'}">${text}</span>`;

/** `stack`: on a phone its cells stand below each other; others are scrolled sideways. */
const table = (head: readonly string[], rows: readonly Html[], shape: 'stack' | 'wide' = 'wide'): Html =>
  html`<div class="scroll"><table class="${shape}"><thead><tr>${head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;

/** The short answer: what it is, and whether what it rests on holds. */
export function summary(lang: Language, explanation: Explanation): Html {
  const { paper, chain, files, signatures, dossier } = explanation;
  const say = (key: string, params = {}) => message(lang, key, params);
  const damaged = files.filter(({ intact }) => !intact);
  const valid = signatures.filter(({ indication }) => indication === 'TOTAL-PASSED').length;
  const holds = [
    badge(paper.state === 'filed' ? true : null, say(`cli.state.${paper.state}`)),
    signatures.length > 0
      ? badge(
          valid === signatures.length ? true : signatures.some(({ integrity }) => !integrity) ? false : null,
          say('explain.signed', { valid, count: signatures.length }),
        )
      : paper.legalCopySha256 !== null && badge(null, say('explain.unsigned')),
    chain && badge(chain.broken === null, chainWord(lang, chain)),
    badge(
      damaged.length === 0,
      damaged.length === 0
        ? say('explain.files.intact', { count: files.length })
        : say('explain.files.damaged', {
            files: damaged.map(({ role }) => say(`cli.file.${role}`)).join(', '),
          }),
    ),
  ];
  const pairs: [string, string][] = [
    [say('cli.column.title'), paper.title ?? '–'],
    [say('cli.column.number'), paper.number ?? '–'],
    [say('cli.column.issued'), paper.issued ? printedDate(paper.issued) : '–'],
    [say('cli.column.issuer'), paper.issuerPrinted ?? '–'],
    [
      say('cli.column.valid'),
      paper.perpetual
        ? say('cli.perpetual')
        : paper.validTo
          ? printedDate(paper.validTo)
          : say('cli.validity-unknown'),
    ],
    [say('cli.column.dossier'), dossier ?? '–'],
    [say('cli.column.source'), `${paper.sourceName} ${say('cli.pages', { pages: paper.pages.join(', ') })}`],
  ];
  return html`<div class="panel"><p>${holds.map((one) => html`${one} `)}</p><dl class="pairs">${pairs.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl></div>`;
}

export function ownerList(lang: Language, { owners }: Explanation): Html {
  const say = (key: string, params = {}) => message(lang, key, params);
  if (owners.length === 0) return html`<p>${say('explain.no-owners')}</p>`;
  return html`<ul class="plain">${owners.map(({ name, birth, identifiers, role, lead }) => {
    const word = roleWord(lang, role);
    const said = [
      ...identifiers.map(({ scheme, number }) => `${say(`cli.scheme.${scheme}`)} ${number}`),
      ...(birth ? [say('cli.born', { date: printedDate(birth) })] : []),
      lead ? say('cli.lead', { role: word }) : word,
    ];
    return html`<li><b>${name ?? say('cli.nameless')}</b> · ${said.join(' · ')}</li>`;
  })}</ul>`;
}

export function codeTable(lang: Language, explanation: Explanation, template: string): Html {
  const say = (key: string, params = {}) => message(lang, key, params);
  const parts = codeParts(lang, explanation, template);
  if (parts === null) return html`<p>${say('explain.code.none')}</p>`;
  if (parts.length === 0) return html`<p>${say('explain.code.other-template')}</p>`;
  const rows = parts.map(
    ({ part, text, why }) =>
      html`<tr><td class="code"><b>${text || '–'}</b></td><td>${say(`explain.code.part.${part}`)}</td><td class="soft">${why}</td></tr>`,
  );
  return html`<p class="code">${explanation.paper.code}</p>${table(
    ['part', 'name', 'why'].map((name) => say(`explain.code.head.${name}`)),
    rows,
    'stack',
  )}`;
}

export function signatureList(lang: Language, { signatures, paper }: Explanation): Html | null {
  const say = (key: string, params = {}) => message(lang, key, params);
  if (signatures.length === 0)
    return paper.legalCopySha256 === null ? null : html`<p>${say('explain.unsigned')}</p>`;
  return html`<ul class="plain">${signatures.map((signature) => {
    const { indication, signer, time, level, coversWholeDocument, problems } = signature;
    const fine = indication === 'TOTAL-PASSED' ? true : indication === 'TOTAL-FAILED' ? false : null;
    const said = [
      signer ?? say('cli.nameless'),
      ...(time ? [localTime(time)] : []),
      level,
      say(coversWholeDocument ? 'cli.covers-all' : 'cli.covers-part'),
    ];
    return html`<li>${badge(fine, say(`cli.indication.${indication}`))} ${said.join(' · ')}${problems.map((problem) => html`<div class="soft small">${say(`verify.${problem}`)}</div>`)}</li>`;
  })}</ul>`;
}

/** Eight signs of a hash tell two apart; the whole stands in the title. */
const hash = (sha256: string): Html =>
  html`<abbr class="code" title="${sha256}">${sha256.slice(0, 8)}…</abbr>`;

export function chainTable(lang: Language, { chain }: Explanation): Html | null {
  if (!chain) return null;
  const say = (key: string, params = {}) => message(lang, key, params);
  const rows = chain.lines.map(
    (line) =>
      html`<tr><td>${stepWord(lang, line.step)}</td><td class="num">${line.version}</td><td class="num">${localTime(line.at)}</td><td>${line.actor}</td><td>${Object.values(line.versions ?? {}).join(', ')}</td><td>${hash(line.input)} → ${hash(line.output)}</td></tr>`,
  );
  const head = ['step', 'version', 'at', 'actor', 'reader', 'hashes'].map((name) =>
    say(`explain.chain.${name}`),
  );
  return html`<p>${badge(chain.broken === null, chainWord(lang, chain))}</p><p class="soft small">${say('explain.chain.note')}</p>${table(head, rows)}`;
}

export function fileTable(lang: Language, { files }: Explanation): Html {
  const say = (key: string, params = {}) => message(lang, key, params);
  const rows = files.map(
    ({ role, size, sha256, intact }) =>
      html`<tr><td>${say(`cli.file.${role}`)}</td><td class="num">${bytesWord(lang, size)}</td><td class="code">${sha256}</td><td>${badge(intact, say(intact ? 'explain.file.intact' : 'explain.file.damaged'))}</td></tr>`,
  );
  return table([...['file', 'size', 'sha256'].map((name) => say(`cli.column.${name}`)), ''], rows);
}

export function eventTable(lang: Language, { events }: Explanation): Html {
  const say = (key: string, params = {}) => message(lang, key, params);
  const rows = events.map(
    ({ at, kind, actor }) =>
      html`<tr><td class="num">${localTime(at)}</td><td>${say(`cli.event.${kind}`)}</td><td>${actor}</td></tr>`,
  );
  return table(
    ['when', 'what', 'who'].map((name) => say(`cli.column.${name}`)),
    rows,
  );
}
