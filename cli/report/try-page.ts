// The report of `sohoa try` as one HTML file. Pure: the same report gives the same text.
import { message } from '../../core/messages/index.ts';
import { problemLine } from '../print/problems.ts';
import { decimal, localTime } from '../print/words.ts';
import { reportDocument } from './document.ts';
import { percent } from './fact-rows.ts';
import { hintWords, problemWords } from './fact-view.ts';
import { type Html, html } from './html.ts';
import { bytesWord, secondsOf } from './sizes.ts';
import type { TryReport } from './try-data.ts';
import { kindOf, pagesWord, paperSection, stateBadge, stateOf } from './try-paper.ts';
import { tryCss, tryScript } from './try-style.ts';
import { type TryTotals, totalsOf } from './try-totals.ts';

export function tryPage(report: TryReport): string {
  const { lang } = report;
  const totals = totalsOf(report);
  const say = sayer(report);
  const body = html`<header class="top"><h1>${say('report.try.title')}</h1>
<p class="soft">${say('report.try.files', { files: report.files, papers: totals.papers, pages: totals.pages })} · ${localTime(report.at.toISOString())}</p>
<div class="notice">${say('report.personal')}</div></header>
<main>
${verdict(report, totals)}
${figures(report, totals)}
${paperList(report)}
${report.papers.map((paper, index) => paperSection(lang, paper, `p${index + 1}`))}
${refusedList(report)}
${stepTable(report, totals)}
</main>
<dialog class="noprint"><form method="dialog"><button>${say('report.close')}</button></form><img alt=""></dialog>`;
  return reportDocument({ lang, title: say('report.try.title'), body, css: tryCss, script: tryScript });
}

type Say = (key: string, params?: Readonly<Record<string, string | number>>) => string;
const sayer =
  ({ lang }: TryReport): Say =>
  (key, params) =>
    message(lang, key, params);

const states = ['filed', 'review', 'refused'] as const;
const tones = ['good', 'look', 'bad'] as const;

/** What somebody who decides wants to know, in one look. */
function verdict(report: TryReport, totals: TryTotals): Html {
  const say = sayer(report);
  const counts = states.map((state) => totals[state]);
  if (totals.papers + totals.refused === 0)
    return html`<section class="panel"><p>${say('report.verdict.none')}</p></section>`;
  const bars = states.map((state, index) => {
    const share = totals.shares[index] ?? 0;
    const before = totals.shares.slice(0, index).reduce((a, b) => a + b, 0);
    return html`<rect class="${tones[index]}" x="${before}" y="0" width="${share}" height="10"><title>${share} % ${say(`report.verdict.${state}`)}</title></rect>`;
  });
  return html`<section class="panel">
<svg class="shares" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">${bars}</svg>
<ul class="verdict">${states.map(
    (state, index) =>
      (index < 2 || (counts[index] ?? 0) > 0) &&
      html`<li class="${tones[index]}"><b class="num">${totals.shares[index]} %</b>${say(`report.verdict.${state}`)} <span class="soft">(${say('report.verdict.papers', { count: counts[index] ?? 0 })})</span></li>`,
  )}</ul>
<p class="typing">${say('report.verdict.typing', { sure: totals.sure, unsure: totals.facts - totals.sure })}</p>
<p class="soft small">${say('report.try.nothing-stored')}</p>
</section>`;
}

function figures(report: TryReport, totals: TryTotals): Html {
  const { lang, speed, sure } = report;
  const say = sayer(report);
  const { blank, turned, level, pagesAMinute } = totals;
  const each = (bytes: number, pages: number) => (pages > 0 ? bytesWord(lang, bytes / pages) : '–');
  const scanned = report.sheets + totals.pages;
  const boxes: [name: string, value: string, note: string][] = [
    [
      say('report.figure.speed'),
      pagesAMinute === null
        ? '–'
        : say('report.figure.speed.value', { pages: decimal(lang, pagesAMinute, pagesAMinute < 20 ? 1 : 0) }),
      say('report.figure.speed.note', {
        cores: speed.workers,
        reader: speed.reader,
        seconds: secondsOf(lang, speed.wall),
      }),
    ],
    [
      say('report.figure.facts'),
      String(totals.facts),
      say('report.figure.facts.note', {
        sure: totals.sure,
        unsure: totals.facts - totals.sure,
        least: percent(lang, sure),
      }),
    ],
    [
      say('report.figure.pages'),
      String(totals.pages),
      say('report.figure.pages.note', { blank, turned, level, sheets: report.sheets, marks: totals.marks }),
    ],
    [
      say('report.figure.size'),
      totals.copyPages > 0
        ? say('report.figure.size.value', { size: each(totals.copyBytes, totals.copyPages) })
        : '–',
      say('report.figure.size.note', { original: each(report.bytes, scanned) }),
    ],
  ];
  return html`<section class="figures">${boxes.map(
    ([name, value, note]) =>
      html`<div class="panel"><span class="soft">${name}</span><b class="num">${value}</b><span class="soft small">${note}</span></div>`,
  )}</section>`;
}

function paperList(report: TryReport): Html | null {
  const { lang, papers } = report;
  const say = sayer(report);
  if (papers.length === 0) return null;
  const head = ['paper', 'state', 'source', 'facts', 'why'].map((name) => say(`report.column.${name}`));
  const used = states.filter((state) => papers.some((paper) => stateOf(paper) === state));
  const row = (paper: (typeof papers)[number], index: number) => {
    const [first] = paper.paper.problems;
    const part = paper.facts.filter((fact) => fact.sure).length;
    return html`<tr data-of="${stateOf(paper)}"><td><a href="#p${index + 1}">${kindOf(lang, paper)}</a></td><td>${stateBadge(lang, paper)}</td>
<td>${paper.source}, ${pagesWord(lang, paper)}</td><td data-name="${say('report.column.facts')}: ">${say('report.of', { part, whole: paper.facts.length })}</td>
<td class="soft">${first && problemWords(lang, first, paper.paper.kind)}${paper.paper.problems.length > 1 && ` (+${paper.paper.problems.length - 1})`}</td></tr>`;
  };
  return html`<h2>${say('report.list')}</h2>
<div class="filters noprint" role="group" aria-label="${say('report.filter.label')}" hidden><button type="button" data-state="" aria-pressed="true">${say('report.filter.all')}</button>${used.map(
    (state) =>
      html`<button type="button" data-state="${state}" aria-pressed="false">${say(`report.state.${state}`)}</button>`,
  )}</div>
<div class="panel scroll"><table class="stack"><thead><tr>${head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>${papers.map(row)}</tbody></table></div>`;
}

function refusedList(report: TryReport): Html | null {
  const { lang, refused, skipped } = report;
  const say = sayer(report);
  if (refused.length + skipped.length === 0) return null;
  const list = (title: string, lines: readonly Html[]) =>
    lines.length > 0 && html`<h2>${title}</h2><div class="panel"><ul class="plain">${lines}</ul></div>`;
  return html`${list(
    say('report.try.refused'),
    refused.map(
      ({ source, problem }) =>
        html`<li><b>${source}</b><br>${problemLine(lang, problem)} <span class="soft">${hintWords(lang, problem)}</span></li>`,
    ),
  )}${list(
    say('report.try.skipped'),
    skipped.map(({ source, reason }) => html`<li><b>${source}</b>: ${say(`cli.skipped.${reason}`)}</li>`),
  )}`;
}

function stepTable(report: TryReport, { steps }: TryTotals): Html | null {
  const { lang } = report;
  const say = sayer(report);
  if (steps.length === 0) return null;
  const total = steps.reduce((sum, [, ms]) => sum + ms, 0);
  return html`<h2>${say('report.steps')}</h2><div class="panel"><table>${steps.map(
    ([step, ms]) =>
      html`<tr><td>${say(`report.step.${step}`)}</td><td class="num">${secondsOf(lang, ms, 2)} s</td><td class="num">${Math.round((ms * 100) / total)} %</td></tr>`,
  )}</table><p class="soft small">${say('report.steps.note', { total: secondsOf(lang, total, 2) })}</p></div>`;
}
