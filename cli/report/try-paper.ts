// One paper in the report of `sohoa try`: what it is, what would become of it, its pages and facts.
import type { Language } from '../../core/messages/index.ts';
import { message } from '../../core/messages/index.ts';
import { evidenceWords } from './evidence-words.ts';
import { factRows, percent } from './fact-rows.ts';
import { hintWords, problemWords } from './fact-view.ts';
import { type Html, html } from './html.ts';
import { image } from './picture.ts';
import { bytesWord, degreesWord, secondsOf } from './sizes.ts';
import type { PageView, PaperView } from './try-data.ts';

export const stateOf = ({ paper }: Pick<PaperView, 'paper'>): 'filed' | 'review' | 'refused' =>
  paper.state === 'filed'
    ? 'filed'
    : paper.state === 'refused' || paper.state === 'failed'
      ? 'refused'
      : 'review';

const tones = { filed: 'good', review: 'look', refused: 'bad' } as const;

export const stateBadge = (lang: Language, view: PaperView): Html => {
  const state = stateOf(view);
  return html`<span class="badge ${tones[state]}">${message(lang, `report.state.${state}`)}</span>`;
};

export const kindOf = (lang: Language, { paper }: PaperView): string =>
  paper.kind?.name ?? paper.understanding?.kind.code ?? message(lang, 'report.column.paper');

/** `3`, `3–5`. */
export function pagesWord(lang: Language, { paper }: PaperView): string {
  const [first, last] = [paper.pages[0]?.number ?? 1, paper.pages.at(-1)?.number ?? 1];
  return message(lang, 'report.pages', { pages: first === last ? first : `${first}–${last}` });
}

export function paperSection(lang: Language, view: PaperView, anchor: string): Html {
  const { paper, facts, pages, source } = view;
  const say = (key: string, params = {}) => message(lang, key, params);
  const told = [
    `${source}, ${pagesWord(lang, view)}`,
    ...(paper.dossier ? [say('report.dossier', { code: paper.dossier.code })] : []),
    ...(paper.signed ? [say('report.signed-input')] : []),
    ...(paper.copyBytes === null
      ? []
      : [say('report.copy-size', { size: bytesWord(lang, paper.copyBytes) })]),
  ];
  return html`<article class="panel paper" id="${anchor}" data-of="${stateOf(view)}">
<header><h3>${kindOf(lang, view)}</h3> ${stateBadge(lang, view)} <span class="soft small">${told.join(' · ')}</span></header>
<p class="soft small">${kindLine(lang, view)}</p>
<div class="body">
<div class="pages">${pages.map((page) => pageFigure(lang, page))}${withoutPicture(lang, view)}</div>
<div>${problemList(lang, view)}${factRows(lang, facts)}</div>
</div>
</article>
`;
}

function withoutPicture(lang: Language, { paper, pages }: PaperView): Html | null {
  if (stateOf({ paper }) === 'refused' || pages.some(({ picture }) => picture !== null)) return null;
  const why = paper.copyBytes === null ? 'report.picture-not-kept' : 'report.picture-left-out';
  return html`<p class="soft small">${message(lang, why)}</p>`;
}

function kindLine(lang: Language, { paper }: PaperView): string {
  const kind = paper.understanding?.kind;
  const why = kind ? evidenceWords(lang, kind.evidence).join('; ') : '';
  const told = message(lang, 'report.kind-by', { why: why || message(lang, 'report.kind-nothing') });
  return kind ? `${told} (${percent(lang, kind.confidence)})` : told;
}

function problemList(lang: Language, { paper }: PaperView): Html | null {
  if (paper.problems.length === 0) return null;
  return html`<div class="problems"><b>${message(lang, 'report.problems')}</b><ul class="plain">${paper.problems.map(
    (problem) =>
      html`<li>${problemWords(lang, problem, paper.kind)} <span class="soft small">${hintWords(lang, problem)}</span></li>`,
  )}</ul></div>`;
}

function pageFigure(lang: Language, { reading, picture, milliseconds }: PageView): Html {
  const say = (key: string, params = {}) => message(lang, key, params);
  const { number, text } = reading;
  const told = [
    say('report.page', { page: number }),
    ...(reading.blank ? [say('report.page.blank')] : []),
    ...(reading.rotation === 0 ? [] : [say('report.page.turned', { degrees: reading.rotation })]),
    ...(reading.skew === 0 ? [] : [say('report.page.level', { degrees: degreesWord(lang, reading.skew) })]),
    say('report.page.dpi', { dpi: Math.round(text.dpi) }),
    ...(milliseconds === null
      ? []
      : [say('report.page.seconds', { seconds: secondsOf(lang, milliseconds) })]),
  ];
  const alt = say('report.page.alt', { page: number });
  return html`<figure>${
    picture &&
    html`<button type="button" class="zoom" aria-label="${say('report.page.zoom', { page: number })}">${image(picture, { alt, className: 'page' })}</button>`
  }<figcaption>${told.join(' · ')}${reading.marks.map(
    (mark) =>
      html`<div class="mark">${mark.format === 'QRCode' ? 'QR' : 'Barcode'}: ${shortened(mark.text)}</div>`,
  )}</figcaption></figure>`;
}

/** Codes of cards hold a person's whole record, which stands among the facts. */
const shortened = (text: string): string => (text.length > 48 ? `${text.slice(0, 47)}…` : text);
