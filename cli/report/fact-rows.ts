// Facts as rows: name, value, how sure, why, and the cut-out beside it.
import type { Language } from '../../core/messages/index.ts';
import { message } from '../../core/messages/index.ts';
import { decimal } from '../print/words.ts';
import { evidenceWords } from './evidence-words.ts';
import type { FactView } from './fact-view.ts';
import { type Html, type HtmlValue, html } from './html.ts';
import { image } from './picture.ts';

/** `98 %`, `99,5 %`; never 100 where a doubt was left. */
export function percent(lang: Language, share: number): string {
  if (share < 0.99 || share >= 1) return `${Math.round(share * 100)} %`;
  return `${decimal(lang, Math.min(99.9, Math.floor(share * 1000) / 10), 1)} %`;
}

export const sureBadge = (lang: Language, fact: Pick<FactView, 'sure'>, confidence: number): Html =>
  html`<span class="badge ${fact.sure ? 'good' : 'look'}">${percent(lang, confidence)} ${message(lang, fact.sure ? 'report.sure' : 'report.unsure')}</span>`;

/** `more`: what else is said of a fact, below it. */
export function factRows(
  lang: Language,
  facts: readonly FactView[],
  more: (view: FactView) => HtmlValue = () => null,
): Html {
  if (facts.length === 0) return html`<p class="soft">${message(lang, 'report.no-facts')}</p>`;
  return html`<div class="facts">${facts.map((view) => factRow(lang, view, more(view)))}</div>`;
}

function factRow(lang: Language, view: FactView, more: HtmlValue): Html {
  const { fact, name, shown, crop } = view;
  const why = evidenceWords(lang, fact.evidence).join('; ');
  return html`<div class="fact${crop ? '' : ' plain'}"><div>
<div class="name">${name}${fact.page !== undefined && ` · ${message(lang, 'report.pages', { pages: fact.page })}`}</div>
<div class="value">${shown}</div>
<div>${sureBadge(lang, view, fact.confidence)} <span class="soft small">${why}</span></div>
${more}</div>
<div class="cut">${crop && image(crop, { alt: message(lang, 'report.crop', { name }), className: 'crop' })}</div></div>
`;
}
