// The reader's copy: light made even, seals of colour gone, black print under them kept.
import { beforeAll, describe, expect, test } from 'vitest';
import type { GreyImage } from '../../core/ports.ts';
import { drawn, printLines } from '../testing/pages.ts';
import { estimateGround, flattenToGrey } from './flatten.ts';
import { stretchContrast } from './stretch.ts';

const size = { width: 600, height: 800 };
const light = `<defs><linearGradient id="l" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#fbfaf4"/><stop offset="1" stop-color="#8d8a80"/></linearGradient></defs><rect width="600" height="800" fill="url(#l)"/>`;
const multiply = 'style="mix-blend-mode:multiply"';
const seals = `
  <g ${multiply} fill="none" stroke-width="5">
    <circle cx="150" cy="600" r="60" stroke="#e0303c"/><circle cx="150" cy="600" r="40" stroke="#e0303c"/>
    <circle cx="430" cy="600" r="60" stroke="#8a5cd8"/><circle cx="430" cy="600" r="40" stroke="#8a5cd8"/>
  </g>
  <rect x="100" y="596" width="110" height="8" fill="#141414"/>`;

/** Least, mean and greatest value of an area. */
function spread(image: GreyImage, [left, top, width, height]: readonly [number, number, number, number]) {
  const values: number[] = [];
  for (let y = top; y < top + height; y++)
    for (let x = left; x < left + width; x++) values.push(image.data[y * image.width + x]!);
  return {
    least: Math.min(...values),
    mean: values.reduce((a, b) => a + b, 0) / values.length,
    greatest: Math.max(...values),
  };
}

describe('a page in uneven light with seals', () => {
  let black: GreyImage;
  let all: GreyImage;
  beforeAll(async () => {
    const shapes = `${light}${printLines({ x: 60, y: 60, width: 480, height: 420 })}${seals}`;
    const page = await drawn({ ...size, shapes });
    const ground = estimateGround(page, 8);
    all = flattenToGrey(page, ground, 'all');
    black = stretchContrast(flattenToGrey(page, ground, 'black'));
  });

  test.each([
    ['light corner', [5, 5, 50, 50]],
    ['middle', [280, 500, 60, 40]],
    ['dark corner', [545, 745, 50, 50]],
  ] as const)('paper is white: %s', (_where, area) => {
    expect(spread(black, area).least).toBeGreaterThan(240);
    expect(spread(all, area).least).toBeGreaterThan(240);
  });

  test.each([
    ['light', [64, 62, 10, 4]],
    ['dark', [484, 452, 10, 4]],
  ] as const)('print is black in the %s', (_where, area) => {
    expect(spread(black, area).greatest).toBeLessThan(50);
  });

  test.each([
    ['red', [94, 540, 112, 50]],
    ['violet', [374, 540, 112, 50]],
  ] as const)('a %s seal is nearly paper for the reader, ink for measuring', (_colour, area) => {
    expect(spread(black, area).least).toBeGreaterThan(170);
    expect(spread(all, area).least).toBeLessThan(150);
  });

  test('text under the red seal is as black as beside it', () => {
    expect(spread(black, [104, 598, 100, 4]).greatest).toBeLessThan(50);
  });
});

describe('stretch', () => {
  const image = (values: readonly number[]): GreyImage => ({
    width: values.length,
    height: 1,
    data: Uint8Array.from(values),
  });

  test.each([
    ['faded ink becomes black', { ink: 120, paper: 235 }, [0, 255]],
    ['paper from 222 on becomes white', { ink: 20, paper: 222 }, [0, 255]],
    ['nothing lighter than 150 becomes black', { ink: 190, paper: 250 }, [142, 255]],
  ])('%s', (_what, { ink, paper }, expected) => {
    const out = stretchContrast(image([...Array<number>(5).fill(ink), ...Array<number>(95).fill(paper)]));
    expect(Math.abs(out.data[0]! - expected[0]!)).toBeLessThan(4);
    expect(out.data[99]).toBe(expected[1]);
  });

  test('order is kept', () => {
    const out = stretchContrast(image(Array.from({ length: 256 }, (_, v) => v)));
    expect([...out.data].every((value, i) => i === 0 || value >= out.data[i - 1]!)).toBe(true);
    expect([out.data[0], out.data[255]]).toEqual([0, 255]);
  });
});
