// Group 4 written here, read back by libtiff: every pixel the same, whatever the runs.
import { expect, test } from 'vitest';
import type { GreyImage } from '../../core/ports.ts';
import { decodeG4, encodeG4 } from './g4.ts';
import { drawnRuns, inkRuns } from './ink-runs.ts';

const paper = (width: number, height: number): GreyImage => ({
  width,
  height,
  data: new Uint8Array(width * height).fill(255),
});

async function back(picture: GreyImage): Promise<boolean> {
  const { width, height, data } = picture;
  const runs = inkRuns(picture, 128);
  expect(Buffer.compare(drawnRuns(runs).data, data)).toBe(0);
  const again = await decodeG4(encodeG4(runs), width, height);
  return Buffer.compare(again.data, data) === 0;
}

/** Numbers that look like chance and are always the same. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

test('every length of run, white and black, in both orders', async () => {
  // Rows of one run on a row that has nothing near: each is coded by its length.
  const picture = paper(6000, 700);
  for (let y = 0; y < 700; y++) {
    const length = y < 320 ? y : (y - 320) * 15;
    const from = y % 2 === 0 ? 5999 - length : Math.min(5999, length);
    picture.data.fill(0, y * 6000 + from, y * 6000 + Math.min(6000, from + length + 1));
  }
  expect(await back(picture)).toBe(true);
});

test.each([0.002, 0.03, 0.2, 0.5, 0.9])('specks on %d of the pixels', async (share) => {
  for (const width of [1, 7, 8, 333]) {
    const picture = paper(width, 120);
    const next = chance(width * 1000 + share * 1000);
    for (let i = 0; i < picture.data.length; i++) if (next() < share) picture.data[i] = 0;
    expect(await back(picture), `width ${width}`).toBe(true);
  }
});

test('slanted strokes, filled rows, nothing at all', async () => {
  const strokes = paper(500, 300);
  for (let y = 0; y < 300; y++)
    for (let x = (y * 2) % 60; x < 500; x += 60)
      strokes.data.fill(0, y * 500 + x, y * 500 + Math.min(500, x + 5));
  expect(await back(strokes)).toBe(true);
  const filled = paper(100, 40);
  filled.data.fill(0, 1000, 3000);
  expect(await back(filled)).toBe(true);
  expect(await back(paper(2480, 3508))).toBe(true);
});
