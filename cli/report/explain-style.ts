// Style and script of the report of `sohoa explain`, beside what both reports share.
import { heatColours } from '../../pipeline/pictures/compare.ts';
import { baseCss, lastCss } from './style.ts';

const colour = (step: 0 | 1 | 2): string => {
  const [red, green, blue] = heatColours[step];
  return `rgb(${red} ${green} ${blue})`;
};

const own = `
.compare{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:22px}
.compare figure{margin:0}
.compare svg{display:block;width:100%;height:auto;background:#fff;border:1px solid var(--line);border-radius:3px}
.compare figcaption{margin-top:6px;font-size:.875rem;color:var(--soft)}
.defs{position:absolute}
.compare use{filter:grayscale(1)}
.compare .divider{stroke:#0b4fb3;stroke-width:4;vector-effect:non-scaling-stroke}
.compare .cutaway{fill:url(#hatch)}
.compare .edge{fill:none;stroke:#0b4fb3;stroke-width:1.5;stroke-dasharray:6 4;vector-effect:non-scaling-stroke}
.compare input{width:100%;height:32px;margin:6px 0 0;accent-color:var(--mark)}
.sides{display:flex;justify-content:space-between;font-size:.875rem;color:var(--soft);margin-bottom:6px}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:4px 16px;margin:8px 0 0;padding:0;font-size:.875rem}
.legend i{display:inline-block;width:14px;height:14px;border-radius:3px;margin-right:6px;vertical-align:-2px;border:1px solid var(--line)}
.legend .s0{background:${colour(0)}}
.legend .s1{background:${colour(1)}}
.legend .s2{background:${colour(2)}}
.legend .cut{background:repeating-linear-gradient(45deg,#6b7280 0 2px,#fff 2px 6px)}
.code{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-wrap:anywhere}
.history{margin:8px 0 0;font-size:.875rem}
.history summary{color:var(--link);cursor:pointer}
@media (max-width:700px){.compare{grid-template-columns:minmax(0,1fr)}}
@media print{.compare input{display:none}.compare,.legend i{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;

export const explainCss = `${baseCss}${own}${lastCss}`;

/** The slider moves what is seen of the legal picture; without a script it stands in the middle. */
export const explainScript = `
'use strict';
for (const slider of document.querySelectorAll('input[data-width]')) {
  const figure = slider.closest('figure');
  const clip = figure.querySelector('clipPath rect');
  const divider = figure.querySelector('.divider');
  const move = () => {
    const x = Number(slider.dataset.left) + slider.value * slider.dataset.width / 100;
    clip.setAttribute('x', x);
    clip.setAttribute('width', Number(slider.dataset.left) + Number(slider.dataset.width) - x);
    divider.setAttribute('x1', x);
    divider.setAttribute('x2', x);
  };
  slider.hidden = false;
  slider.addEventListener('input', move);
  move();
}
`;
