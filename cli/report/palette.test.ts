// Text can be read on its ground, light and dark: contrast of WCAG 2.2.
import { describe, expect, test } from 'vitest';
import { dark, light, textPairs } from './palette.ts';

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [bright = 0, dim = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (bright + 0.05) / (dim + 0.05);
}

test('the measure itself: black on white is 21, white on white 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 1);
  expect(contrast('#ffffff', '#ffffff')).toBe(1);
});

describe.each([
  ['light', light],
  ['dark', dark],
])('%s', (_name, shades) => {
  test.each(textPairs)('%s on %s', (text, ground) => {
    expect(contrast(shades[text], shades[ground])).toBeGreaterThanOrEqual(4.5);
  });
});
