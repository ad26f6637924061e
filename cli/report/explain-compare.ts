// Scan against legal copy in a report: one picture over the other with a slider, the map of what differs, the numbers.
import { type Language, message } from '../../core/messages/index.ts';
import type { Comparison } from '../../pipeline/pictures/compare.ts';
import type { ExplainedPage } from '../explain/explain-pictures.ts';
import { decimal } from '../print/words.ts';
import { type Html, html } from './html.ts';
import { dataUri, image } from './picture.ts';
import { bytesWord, degreesWord, millimetres } from './sizes.ts';

export function pageComparison(lang: Language, page: ExplainedPage): Html {
  const { reading, compared } = page;
  const say = (key: string, params = {}) => message(lang, key, params);
  const title = html`<h3>${say('report.page', { page: reading.number })}</h3>`;
  const numbers = numberList(lang, page);
  if (!compared.comparison) {
    const alt = say('report.page.alt', { page: reading.number });
    const why = page.asItCame ? 'explain.compare.as-it-came' : 'explain.compare.other-version';
    return html`<section class="panel">${title}<p class="soft">${say(why)}</p><div class="compare"><figure>${image(compared.pictures.page, { alt, className: 'page' })}</figure><div>${numbers}</div></div></section>`;
  }
  const id = `page${reading.number}`;
  return html`<section class="panel">${title}
<div class="compare">${sliderFigure(lang, id, compared.comparison)}${heatFigure(lang, id, compared.comparison)}</div>
${numbers}</section>
`;
}

/** The frame in which both pictures lie: the scan's, enlarged where what is filed reaches beyond it. */
function frameOf({ scan, place }: Comparison) {
  const { width, height } = scan;
  const x = Math.min(0, place.left * width);
  const y = Math.min(0, place.top * height);
  const right = Math.max(width, (place.left + place.width) * width);
  const bottom = Math.max(height, (place.top + place.height) * height);
  return { x, y, width: right - x, height: bottom - y };
}

const digits = (value: number): string => value.toFixed(1);

/** Attributes of what lies where the legal picture lies. */
function placeOf({ scan, place }: Comparison): Html {
  return html`x="${digits(place.left * scan.width)}" y="${digits(place.top * scan.height)}" width="${digits(place.width * scan.width)}" height="${digits(place.height * scan.height)}"`;
}

/** What was cut away: everything of the frame but the legal picture. */
function cutaway(comparison: Comparison): Html {
  const { scan, place } = comparison;
  const frame = frameOf(comparison);
  const [left, top] = [place.left * scan.width, place.top * scan.height];
  const [right, bottom] = [left + place.width * scan.width, top + place.height * scan.height];
  const outer = `M${digits(frame.x)} ${digits(frame.y)}h${digits(frame.width)}v${digits(frame.height)}h${digits(-frame.width)}z`;
  const inner = `M${digits(left)} ${digits(top)}V${digits(bottom)}H${digits(right)}V${digits(top)}z`;
  return html`<path class="cutaway" fill-rule="evenodd" d="${outer}${inner}"/><rect class="edge" ${placeOf(comparison)}/>`;
}

const viewBox = (comparison: Comparison): string => {
  const { x, y, width, height } = frameOf(comparison);
  return [x, y, width, height].map(digits).join(' ');
};

function sliderFigure(lang: Language, id: string, comparison: Comparison): Html {
  const say = (key: string, params = {}) => message(lang, key, params);
  const { scan, legal } = comparison;
  const frame = frameOf(comparison);
  const half = digits(frame.width / 2);
  const middle = digits(frame.x + frame.width / 2);
  return html`<figure><div class="sides"><span>${say('explain.compare.scan')}</span><span>${say('explain.compare.legal')}</span></div>
<svg viewBox="${viewBox(comparison)}" role="img" aria-label="${say('explain.compare.slider')}">
<defs><clipPath id="${id}clip"><rect x="${middle}" y="${digits(frame.y)}" width="${half}" height="${digits(frame.height)}"/></clipPath></defs>
<image href="${dataUri(scan)}" x="0" y="0" width="${scan.width}" height="${scan.height}"/>
<g clip-path="url(#${id}clip)"><rect x="${digits(frame.x)}" y="${digits(frame.y)}" width="${digits(frame.width)}" height="${digits(frame.height)}" fill="#fff"/><image id="${id}legal" href="${dataUri(legal)}" ${placeOf(comparison)} preserveAspectRatio="none"/>${cutaway(comparison)}</g>
<line class="divider" x1="${middle}" x2="${middle}" y1="${digits(frame.y)}" y2="${digits(frame.y + frame.height)}"/>
</svg>
<input type="range" min="0" max="100" value="50" step="0.5" data-left="${digits(frame.x)}" data-width="${digits(frame.width)}" aria-label="${say('explain.compare.slider')}" hidden>
<figcaption>${say('explain.compare.slider-note')}</figcaption></figure>`;
}

function heatFigure(lang: Language, id: string, comparison: Comparison): Html {
  const say = (key: string, params = {}) => message(lang, key, params);
  const { heat } = comparison;
  const steps = [0, 1, 2].map(
    (step) => html`<li><i class="s${step}"></i>${say(`explain.heat.${step}`)}</li>`,
  );
  return html`<figure><div class="sides"><span>${say('explain.heat.title')}</span></div>
<svg viewBox="${viewBox(comparison)}" role="img" aria-label="${say('explain.heat.title')}"><use href="#${id}legal" opacity="0.28"/><image href="${dataUri(heat)}" ${placeOf(comparison)} preserveAspectRatio="none"/>${cutaway(comparison)}</svg>
<ul class="legend">${steps}<li><i class="cut"></i>${say('explain.heat.cut')}</li></ul>
<figcaption>${say('explain.heat.note')}</figcaption></figure>`;
}

function numberList(lang: Language, { reading, compared, legalBytes }: ExplainedPage): Html {
  const say = (key: string, params = {}) => message(lang, key, params);
  const { turn, kept, full, comparison } = compared;
  const { dpi } = reading.text;
  const mm = (pixels: number) => decimal(lang, Math.max(0, millimetres(pixels, dpi)), 1);
  const cuts = {
    left: mm(kept.left),
    top: mm(kept.top),
    right: mm(full.width - kept.left - kept.width),
    bottom: mm(full.height - kept.top - kept.height),
  };
  const share = (value: number) =>
    value === 0
      ? '0 %'
      : value < 0.00001
        ? `< 0${lang === 'vi' ? ',' : '.'}001 %`
        : `${decimal(lang, value * 100, value < 0.001 ? 3 : 1)} %`;
  const rows: [string, string][] = [
    [say('explain.number.turned'), `${turn.rotation}°`],
    [say('explain.number.level'), `${degreesWord(lang, turn.skew)}°`],
    [say('explain.number.cut'), say('explain.number.cut.value', cuts)],
    [
      say('explain.number.size'),
      say('explain.number.size.value', {
        width: mm(kept.width),
        height: mm(kept.height),
        dpi: Math.round(dpi),
      }),
    ],
  ];
  if (legalBytes !== null) rows.push([say('explain.number.jpeg'), bytesWord(lang, legalBytes)]);
  if (comparison) {
    const { difference } = comparison;
    const [faint, seen, strong] = difference.shares;
    rows.push([
      say('explain.number.same'),
      say('explain.number.same.value', { same: share(1 - faint), dpi: difference.dpi }),
    ]);
    rows.push([
      say('explain.number.apart'),
      say('explain.number.apart.value', {
        faint: share(faint - seen),
        seen: share(seen - strong),
        strong: share(strong),
        mean: decimal(lang, difference.mean, 1),
        most: difference.most,
      }),
    ]);
  }
  return html`<dl class="pairs">${rows.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
}
