// An installed tesseract that stays open: the same words in any order, from one process; broken off it starts again.
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GreyImage, LineReader } from '../../core/ports.ts';
import { toGrey } from '../clean/raster.ts';
import { drawn } from '../testing/pages.ts';
import { findNativeTesseract, openNativeReader } from './tesseract-native.ts';
import { openTesseractStream } from './tesseract-stream.ts';

const native = findNativeTesseract();

test('a program that cannot work this way is told apart', async () => {
  const order = { options: [], env: {}, folder: tmpdir(), blank: 'blank.pgm' };
  expect(await openTesseractStream({ ...order, program: '/bin/false' })).toBe(null);
  expect(await openTesseractStream({ ...order, program: '/nowhere/tesseract' })).toBe(null);
});

describe.skipIf(!native)('the installed one (install tesseract to run)', () => {
  let reader: LineReader;
  let lines: GreyImage[];
  beforeAll(async () => {
    reader = await openNativeReader(native!);
    lines = await Promise.all(
      ['Hà Nội', '036194008214', 'Số: 15'].map(async (text) =>
        toGrey(
          await drawn({
            width: 420,
            height: 68,
            shapes: `<text x="20" y="48" font-size="38" font-family="serif">${text}</text>`,
          }),
        ),
      ),
    );
  });
  afterAll(() => reader.close());

  test('gives each picture its own words, whatever was read before, and keeps no picture', async () => {
    const all = await reader.read(lines);
    expect(all.map((words) => words.map(({ text }) => text).join(' '))[1]).toContain('0361');
    expect(await reader.read([...lines].reverse())).toEqual([...all].reverse());
    const [one, two] = await Promise.all([reader.read(lines.slice(0, 1)), reader.read(lines.slice(1))]);
    expect([...one, ...two]).toEqual(all);
    expect(await reader.read([])).toEqual([]);
    const homes = readdirSync(tmpdir()).filter((name) => name.startsWith('sohoa-model-'));
    const left = homes.flatMap((home) => readdirSync(`${tmpdir()}/${home}`));
    expect(left.filter((name) => name.startsWith('lines-'))).toEqual([]);
  });

  test('broken off it says so, and reads on', async () => {
    const before = await reader.read(lines);
    const stop = new AbortController();
    const reading = reader.read(
      Array.from({ length: 60 }, () => lines[1]!),
      stop.signal,
    );
    stop.abort();
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
    expect(await reader.read(lines)).toEqual(before);
  });
});
