// Is there anything on the page: print and a signature are, dust, punch holes and the sheet's edge are not.
import { describe, expect, test } from 'vitest';
import { asPage, drawn, printLines, samplePage } from '../testing/pages.ts';
import { measureInk } from './blank.ts';
import { openPage } from './clean-page.ts';

const size = { width: 1060, height: 1500, paper: '#f6f4ee', noise: 3 };
/** Cells of ink below which read-page.ts calls a page without any line blank. */
const blankCells = 60;

const dust = Array.from(
  { length: 60 },
  (_, i) =>
    `<rect x="${100 + ((i * 397) % 860)}" y="${100 + ((i * 211) % 1300)}" width="2" height="2" fill="#222"/>`,
).join('');
const holes = [400, 1100].map((y) => `<circle cx="40" cy="${y}" r="20" fill="#555"/>`).join('');
const edge = '<rect x="0" y="0" width="12" height="1500" fill="#777"/>';
const shine = `<g opacity="0.06">${printLines({ x: 120, y: 200, width: 800, height: 1100 })}</g>`;

describe('made pages', () => {
  test.each([
    ['nothing', '', 0],
    ['dust', dust, 0],
    ['punch holes and an edge', holes + edge, 0],
    ['print shining through', shine, 0],
  ])('%s: blank', async (_what, shapes, most) => {
    const { smallAll } = await openPage(await asPage(await drawn({ ...size, shapes }), 130));
    expect(measureInk(smallAll).cells).toBeLessThanOrEqual(most);
  });

  test.each([
    ['print', printLines({ x: 120, y: 200, width: 800, height: 200 })],
    [
      'writing in pencil',
      `<path d="M200 700${'q30 -60 60 0t60 0'.repeat(5)}" stroke="#777" stroke-width="4" fill="none"/>`,
    ],
    ['a red seal', '<circle cx="700" cy="1100" r="110" fill="none" stroke="#d03040" stroke-width="6"/>'],
  ])('%s: ink', async (_what, shapes) => {
    const { smallAll } = await openPage(await asPage(await drawn({ ...size, shapes }), 130));
    const { cells, share } = measureInk(smallAll);
    expect(cells).toBeGreaterThan(25);
    expect(share).toBeGreaterThan(0.0003);
  });
});

test.each([
  ['the blank back', 2, 0, blankCells - 1],
  ['the printed face', 1, 1000, Number.POSITIVE_INFINITY],
])('sample 04.pdf, %s', async (_what, number, least, most) => {
  const { smallAll } = await openPage(await samplePage('khai-sinh/04.pdf', number));
  const { cells } = measureInk(smallAll);
  expect(cells).toBeGreaterThanOrEqual(least);
  expect(cells).toBeLessThanOrEqual(most);
});
