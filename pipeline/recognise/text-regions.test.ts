// From a made probability map to rectangles: each blob one region, grown back, dust and weak ones left out.
import { describe, expect, test } from 'vitest';
import { regionDefaults, textRegions } from './text-regions.ts';

const width = 200;
const height = 120;

interface Blob {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly value: number;
  /** Pixels down a pixel to the right. */
  readonly slope?: number;
}

function mapOf(blobs: readonly Blob[]): Float32Array {
  const map = new Float32Array(width * height).fill(0.02);
  for (const blob of blobs)
    for (let x = blob.x; x < blob.x + blob.width; x++)
      for (let y = 0; y < blob.height; y++)
        map[(blob.y + y + Math.round((x - blob.x) * (blob.slope ?? 0))) * width + x] = blob.value;
  return map;
}

const line: Blob = { x: 30, y: 40, width: 100, height: 8, value: 0.9 };

test('a line grows by area × unclip ÷ perimeter on every side', () => {
  const [region, ...more] = textRegions(mapOf([line]), width, height);
  expect(more).toEqual([]);
  const grow = (100 * 8 * regionDefaults.unclip) / (2 * (100 + 8));
  expect(region!.rectangle.width).toBeCloseTo(100 + 2 * grow, 6);
  expect(region!.rectangle.height).toBeCloseTo(8 + 2 * grow, 6);
  expect(region!.rectangle.centre).toEqual({ x: 79.5, y: 43.5 });
  expect(region!.score).toBeCloseTo(0.9, 5);
});

test('a slanted line keeps its slant', () => {
  const [region] = textRegions(mapOf([{ ...line, slope: 0.1 }]), width, height);
  expect((region!.rectangle.angle * 180) / Math.PI).toBeCloseTo((Math.atan(0.1) * 180) / Math.PI, 0);
});

test.each([
  ['two lines apart', [line, { ...line, y: 60 }], 2],
  ['two lines that touch at a corner only', [line, { ...line, x: 130, y: 48, width: 40 }], 2],
  ['two that share an edge', [line, { ...line, y: 48 }], 1],
  ['dust', [{ ...line, width: 3, height: 3 }], 0],
  ['a hair', [{ ...line, height: 2 }], 0],
  ['a weak region', [{ ...line, value: 0.4 }], 0],
  ['one below the pixel threshold', [{ ...line, value: 0.3 }], 0],
  [
    'a line at each edge',
    [
      { ...line, x: 0, y: 0 },
      { ...line, x: 100, y: 112 },
    ],
    2,
  ],
  ['nothing', [], 0],
] as const)('%s', (_what, blobs, count) => {
  expect(textRegions(mapOf(blobs), width, height)).toHaveLength(count);
});

describe('a region that winds', () => {
  test('is taken whole, once', () => {
    const ring = [
      line,
      { ...line, y: 60 },
      { ...line, width: 5, height: 28 },
      { ...line, x: 125, width: 5, height: 28 },
    ];
    const [region, ...more] = textRegions(mapOf(ring), width, height);
    expect(more).toEqual([]);
    expect(region!.rectangle.centre.y).toBeCloseTo(53.5, 6);
  });
});
