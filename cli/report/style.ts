// The style sheet that both reports share: from a phone to paper, light and dark. No style attributes are used, since
// the page allows none.
import { paletteCss } from './palette.ts';

const frame = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif}
main,header.top{max-width:1240px;margin:0 auto;padding:0 20px}
main{padding-bottom:60px}
h1{font-size:1.9rem;line-height:1.2;margin:28px 0 4px}
h2{font-size:1.35rem;line-height:1.3;margin:36px 0 12px}
h3{font-size:1.12rem;line-height:1.3;margin:0}
h4{font-size:1rem;margin:20px 0 8px}
p{margin:6px 0}
a{color:var(--link)}
a:focus-visible,button:focus-visible,input:focus-visible,summary:focus-visible{outline:3px solid var(--mark);outline-offset:2px}
.soft{color:var(--soft)}
.small{font-size:.875rem}
.num{font-variant-numeric:tabular-nums;white-space:nowrap}
.notice{border:1px solid var(--look);background:var(--lookBack);color:var(--look);border-radius:8px;padding:10px 14px;margin:14px 0}
.panel{background:var(--panel);border:1px solid var(--line);border-radius:10px;padding:16px 18px;margin:14px 0}
.badge{display:inline-block;border-radius:999px;padding:1px 10px;font-size:.875rem;font-weight:600;white-space:nowrap}
.badge.good{background:var(--goodBack);color:var(--good)}
.badge.look{background:var(--lookBack);color:var(--look)}
.badge.bad{background:var(--badBack);color:var(--bad)}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.94rem}
th,td{text-align:left;vertical-align:top;padding:7px 10px 7px 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
th{color:var(--soft);font-weight:600;overflow-wrap:normal}
tr:last-child>td{border-bottom:0}
ul.plain{list-style:none;margin:0;padding:0}
ul.plain>li{padding:3px 0}
img{max-width:100%;height:auto;display:block}
img.page,img.crop{background:#fff;border:1px solid var(--line);border-radius:3px}
dl.pairs{display:grid;grid-template-columns:max-content 1fr;gap:4px 18px;margin:8px 0}
dl.pairs dt{color:var(--soft)}
dl.pairs dd{margin:0;overflow-wrap:anywhere}
[hidden]{display:none!important}
`;

const facts = `
.facts{display:grid;gap:0}
.fact{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:6px 18px;padding:10px 0;border-bottom:1px solid var(--line)}
.fact.plain{grid-template-columns:minmax(0,1fr)}
.fact:last-child{border-bottom:0}
.fact .name{color:var(--soft);font-size:.875rem}
.fact .value{font-weight:600;overflow-wrap:anywhere}
.fact .crop{max-height:120px;width:auto}
.fact .cut{align-self:center}
.words{display:flex;flex-wrap:wrap;gap:4px}
.words span{border:1px solid var(--line);border-radius:4px;padding:0 5px;font-size:.875rem}
.words span.doubt{border-color:var(--look);background:var(--lookBack);color:var(--look)}
`;

const phone = `
@media (max-width:700px){
main,header.top{padding-left:14px;padding-right:14px}
h1{font-size:1.5rem}
.panel{padding:12px 12px}
.fact{grid-template-columns:minmax(0,1fr)}
dl.pairs{grid-template-columns:1fr;gap:0}
dl.pairs dd{margin-bottom:8px}
table.wide{min-width:620px}
table.stack thead{display:none}
table.stack tr{display:block;border-bottom:1px solid var(--line);padding:8px 0}
table.stack td{display:block;border:0;padding:1px 0}
table.stack td[data-name]::before{content:attr(data-name);color:var(--soft)}
}
@media print{
body{font-size:11pt}
main,header.top{max-width:none;padding:0}
.fact,figure,tr,section.panel,.figures .panel{break-inside:avoid}
h2,h3,h4{break-after:avoid}
.noprint{display:none!important}
a{color:inherit;text-decoration:none}
}
`;

export const baseCss = `${paletteCss}${frame}${facts}`;
export const lastCss = phone;
