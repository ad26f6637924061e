// The report of `sohoa explain` as one HTML file. Pure: the same explanation gives the same text.
import type { Config } from '../../core/config.ts';
import { type Language, message } from '../../core/messages/index.ts';
import type { Fact } from '../../core/model.ts';
import type { ExplainPictures } from '../explain/explain-pictures.ts';
import type { Explanation } from '../explain/explanation.ts';
import { kindReason, validityReasons } from '../explain/reasons.ts';
import { localTime } from '../print/words.ts';
import { reportDocument } from './document.ts';
import { pageComparison } from './explain-compare.ts';
import { explainCss, explainScript } from './explain-style.ts';
import {
  chainTable,
  codeTable,
  eventTable,
  fileTable,
  ownerList,
  signatureList,
  summary,
} from './explain-tables.ts';
import { factRows, percent } from './fact-rows.ts';
import { type FactView, factName, isSure, problemWords, shownValue, wordsIn } from './fact-view.ts';
import { type Html, type HtmlValue, html } from './html.ts';

export interface ExplainReport {
  readonly lang: Language;
  readonly at: Date;
  readonly config: Pick<Config, 'sure' | 'sureByType' | 'paperCodeTemplate'>;
  readonly explanation: Explanation;
  /** Null where no picture is kept. */
  readonly pictures: ExplainPictures | null;
}

export function explainPage(report: ExplainReport): string {
  const { lang, explanation, pictures, config } = report;
  const { paper, kind } = explanation;
  const say = (key: string, params = {}) => message(lang, key, params);
  const title = kind?.name ?? paper.kind ?? say('explain.title');
  const views = explanation.facts.map((fact) => viewOf(report, fact));
  const section = (key: string, content: HtmlValue) =>
    content !== null && html`<h2>${say(`explain.${key}`)}</h2><div class="panel">${content}</div>`;
  const lines = (texts: readonly string[]) =>
    texts.length > 0 ? html`<ul class="plain">${texts.map((text) => html`<li>${text}</li>`)}</ul>` : null;
  const body = html`<header class="top"><h1>${title}</h1>
<p class="soft code">${paper.code ?? paper.id}</p>
<p class="soft small">${say('explain.made', { time: localTime(report.at.toISOString()) })}</p>
<div class="notice">${say('report.personal')}</div></header>
<main>
${summary(lang, explanation)}
${section('problems', lines(paper.problems.map((problem) => problemWords(lang, problem, kind))))}
${section('kind', kindLines(lang, explanation))}
${section(
  'facts',
  factRows(lang, views, (view) => factMore(report, view)),
)}
${section('validity', lines(validityReasons(lang, explanation)))}
${section('owners', ownerList(lang, explanation))}
${section('code', codeTable(lang, explanation, config.paperCodeTemplate))}
<h2>${say('explain.compare')}</h2>
${pictures ? [hatch, pictures.pages.map((page) => pageComparison(lang, page))] : html`<div class="panel"><p>${say(noPictures(explanation))}</p></div>`}
${section('signatures', signatureList(lang, explanation))}
${section('chain', chainTable(lang, explanation))}
${section('files', fileTable(lang, explanation))}
${section('events', eventTable(lang, explanation))}
</main>`;
  return reportDocument({
    lang,
    title: `${title} ${paper.code ?? ''}`.trim(),
    body,
    css: explainCss,
    script: explainScript,
  });
}

/** Why there is no picture to compare. */
const noPictures = ({ files }: Explanation): string =>
  files.every(({ intact }) => intact) ? 'explain.facts-only' : 'explain.pictures-damaged';

/** What was cut away is hatched, wherever a page shows it. */
const hatch = html`<svg class="defs" width="0" height="0" aria-hidden="true"><defs><pattern id="hatch" width="14" height="14" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="14" height="14" fill="#fff" fill-opacity="0.55"/><rect width="4" height="14" fill="#4b5563" fill-opacity="0.75"/></pattern></defs></svg>`;

function viewOf({ lang, explanation, pictures, config }: ExplainReport, fact: Fact): FactView {
  const { kind, pages } = explanation;
  return {
    fact,
    name: factName(lang, fact.key, kind),
    shown: shownValue(fact, kind),
    sure: isSure(fact, kind, config),
    words: wordsIn(
      pages?.find(({ number }) => number === fact.page),
      fact.box,
    ),
    crop: pictures?.crops.get(fact) ?? null,
  };
}

function kindLines(lang: Language, explanation: Explanation): Html {
  const { paper, kind } = explanation;
  const confidence = paper.kindConfidence === null ? '' : ` (${percent(lang, paper.kindConfidence)})`;
  return html`<p><b>${kind?.name ?? paper.kind ?? '–'}</b>${confidence}</p>
<p class="soft">${kindReason(lang, explanation)}</p>`;
}

/** The words as read, each with the reader's own confidence; then what was said of the fact before. */
function factMore({ lang, explanation }: ExplainReport, { fact, words }: FactView): Html {
  const say = (key: string, params = {}) => message(lang, key, params);
  const versions = explanation.versions.filter(({ key }) => key === fact.key);
  const read =
    words &&
    words.length > 0 &&
    html`<div class="small soft">${say('explain.words')}</div><div class="words">${words.map(
      (word) =>
        html`<span class="${word.confidence < 0.7 ? 'doubt' : ''}">${word.text} <small>${percent(lang, word.confidence)}</small></span>`,
    )}</div>`;
  const history =
    versions.length > 1 &&
    html`<details class="history" open><summary>${say('explain.changed', { count: versions.length })}</summary><ul class="plain">${versions.map(
      (version) =>
        html`<li>${localTime(version.at)} · ${say(`cli.origin.${version.origin}`)} · <b>${version.value === '' ? say('explain.taken-away') : shownValue(version, explanation.kind)}</b> (${percent(lang, version.confidence)})</li>`,
    )}</ul></details>`;
  return html`${read}${history}`;
}
