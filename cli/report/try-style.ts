// Style and script of the report of `sohoa try`, beside what both reports share.
import { baseCss, lastCss } from './style.ts';

const own = `
.shares{width:100%;height:34px;display:block;border-radius:8px;margin:14px 0 10px}
.shares .good{fill:var(--good)}
.shares .look{fill:var(--look)}
.shares .bad{fill:var(--bad)}
.verdict{display:flex;flex-wrap:wrap;gap:8px 34px;margin:0;padding:0;list-style:none}
.verdict b{font-size:1.9rem;line-height:1.1;margin-right:6px}
.verdict .good b{color:var(--good)}
.verdict .look b{color:var(--look)}
.verdict .bad b{color:var(--bad)}
.typing{font-size:1.12rem;font-weight:600;margin-top:14px}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(215px,1fr));gap:12px}
.figures .panel{margin:0}
.figures b{display:block;font-size:1.3rem;line-height:1.3}
.filters{display:flex;flex-wrap:wrap;gap:8px;margin:10px 0}
button{font:inherit;color:var(--link);background:var(--panel);border:1px solid var(--line);border-radius:8px;padding:7px 14px;cursor:pointer}
button[aria-pressed=true]{border-color:var(--mark);box-shadow:inset 0 0 0 1px var(--mark);font-weight:600}
.paper>header{display:flex;flex-wrap:wrap;gap:4px 12px;align-items:baseline}
.paper .body{display:grid;grid-template-columns:minmax(0,300px) minmax(0,1fr);gap:22px;margin-top:12px}
.pages{display:grid;gap:16px;align-content:start}
.pages figure{margin:0}
.pages figcaption{font-size:.875rem;color:var(--soft);margin-top:4px}
.pages .zoom{display:block;padding:0;border:0;background:none;border-radius:3px;width:100%}
.problems{border-left:4px solid var(--look);padding:2px 0 2px 12px;margin:0 0 14px}
.mark{font-size:.8rem;overflow-wrap:anywhere}
dialog{max-width:min(1140px,96vw);max-height:96vh;padding:10px;border:1px solid var(--line);border-radius:8px;background:var(--panel);color:var(--ink);overflow:auto}
dialog::backdrop{background:rgba(0,0,0,.6)}
dialog form{position:sticky;top:0;text-align:right;margin-bottom:8px}
@media (max-width:700px){
.paper .body{grid-template-columns:minmax(0,1fr)}
.pages{grid-template-columns:repeat(2,minmax(0,1fr));gap:10px}
.verdict{display:block}
.verdict li{margin-bottom:6px}
}
@media print{
.paper .body{grid-template-columns:56mm minmax(0,1fr)}
.shares{print-color-adjust:exact;-webkit-print-color-adjust:exact}
dialog{display:none}
}
`;

export const tryCss = `${baseCss}${own}${lastCss}`;

/** Filters and enlarging: both are hidden where no script runs. */
export const tryScript = `
'use strict';
for (const bar of document.querySelectorAll('.filters')) {
  bar.hidden = false;
  bar.addEventListener('click', (event) => {
    const button = event.target.closest('button');
    if (!button) return;
    for (const other of bar.querySelectorAll('button')) other.setAttribute('aria-pressed', String(other === button));
    const wanted = button.dataset.state;
    for (const item of document.querySelectorAll('[data-of]')) item.hidden = wanted !== '' && item.dataset.of !== wanted;
  });
}
const dialog = document.querySelector('dialog');
for (const button of document.querySelectorAll('button.zoom')) {
  button.addEventListener('click', () => {
    const picture = button.querySelector('img');
    const large = dialog.querySelector('img');
    large.src = picture.src;
    large.alt = picture.alt;
    dialog.showModal();
  });
}
if (dialog) dialog.addEventListener('click', (event) => { if (event.target === dialog) dialog.close(); });
`;
