// A line cut out of the page: straightened, one height, on white, and findable again on the page.
import { describe, expect, test } from 'vitest';
import type { FoundLine, GreyImage } from '../../core/ports.ts';
import { cutDefaults, cutLine } from './cut-line.ts';
import { cornersOf } from './geometry.ts';

const options = { ...cutDefaults, below: 0 };
const lineAt = (degrees: number, size = { width: 300, height: 24 }): FoundLine => ({
  corners: cornersOf({ centre: { x: 250, y: 200 }, ...size, angle: (degrees * Math.PI) / 180 }),
  score: 1,
});

/** White, but for stripes across the line: dark where u is in [40, 50) and [200, 210) along it. */
function striped(degrees: number): GreyImage {
  const [width, height] = [500, 400];
  const angle = (degrees * Math.PI) / 180;
  const data = new Uint8Array(width * height).fill(255);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const u = (x + 0.5 - 250) * Math.cos(angle) + (y + 0.5 - 200) * Math.sin(angle) + 150;
      const v = -(x + 0.5 - 250) * Math.sin(angle) + (y + 0.5 - 200) * Math.cos(angle);
      if (Math.abs(v) < 12 && ((u >= 40 && u < 50) || (u >= 200 && u < 210))) data[y * width + x] = 0;
    }
  }
  return { width, height, data };
}

describe.each([0, 4, -7, 20, 90, 180])('a line at %i degrees', (degrees) => {
  const { picture, scale, margin } = cutLine(striped(degrees), lineAt(degrees), options);

  test('has the band’s height and its own length', () => {
    expect(picture.height).toBe(options.bandHeight + 2 * options.margin);
    expect(picture.width).toBe(Math.round(300 / scale) + 2 * margin);
    expect(scale).toBeCloseTo(24 / options.bandHeight, 6);
  });

  test('stands upright: stripes are where they were along the line, over its whole height', () => {
    const dark = (u: number, share: number) => {
      const x = Math.round(margin + u / scale);
      const y = Math.round(margin + share * options.bandHeight);
      return picture.data[y * picture.width + x]!;
    };
    for (const share of [0.1, 0.5, 0.9]) {
      for (const inked of [45, 205]) expect(dark(inked, share)).toBeLessThan(40);
      for (const bare of [20, 60, 120, 190, 220, 290]) expect(dark(bare, share)).toBeGreaterThan(215);
    }
  });

  test('has a white margin', () => {
    for (let x = 0; x < picture.width; x++) expect(picture.data[x]).toBe(255);
    for (let y = 0; y < picture.height; y++) expect(picture.data[y * picture.width + margin - 1]).toBe(255);
  });
});

test('what lies outside the page is white', () => {
  const page = { width: 100, height: 50, data: new Uint8Array(5000).fill(0) };
  const corners = cornersOf({ centre: { x: 95, y: 25 }, width: 60, height: 20, angle: 0 });
  const { picture, margin } = cutLine(page, { corners, score: 1 }, options);
  const row = Math.floor(picture.height / 2) * picture.width;
  expect(picture.data[row + margin + 5]).toBe(0);
  expect(picture.data[row + picture.width - margin - 5]).toBe(255);
});

test.each([
  ['a line of no size', { width: 0, height: 0 }],
  ['one higher than long', { width: 2, height: 60 }],
])('%s still gives a picture', (_what, size) => {
  const { picture } = cutLine(striped(0), lineAt(0, size));
  expect(picture.width).toBeGreaterThan(0);
  expect(picture.data).toHaveLength(picture.width * picture.height);
});

test('a negative share below cuts off what reaches in from the next line', () => {
  const { picture } = cutLine(striped(0), lineAt(0), { ...options, below: -0.25, above: 0.5 });
  expect(picture.height).toBe(options.bandHeight * 1.25 + 2 * options.margin);
});
