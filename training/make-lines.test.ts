// The texts lines are made of: seeded, within the letters the model knows, no phrase in both parts.
import { expect, test } from 'vitest';
import { toLstmf } from './lstmf.ts';
import { chance } from './random.ts';
import { lineOf } from './text/lines.ts';
import { poolsOf } from './text/pools.ts';
import { syllable } from './text/syllables.ts';

test('the same seed gives the same lines, none longer than asked', () => {
  const pools = poolsOf('train');
  const made = () => {
    const dice = chance(7);
    return Array.from({ length: 200 }, () => lineOf(dice, pools, 60));
  };
  expect(made()).toEqual(made());
  expect(Math.max(...made().map((line) => line.length))).toBeLessThanOrEqual(60);
  expect(new Set(made()).size).toBeGreaterThan(150);
});

test('measuring uses phrases that were not trained on', () => {
  const [trained, kept] = [poolsOf('train'), poolsOf('held-out')];
  for (const key of Object.keys(trained) as (keyof typeof trained)[]) {
    expect(kept[key].length, key).toBeGreaterThan(1);
    expect(
      kept[key].filter((phrase) => trained[key].includes(phrase)),
      key,
    ).toEqual([]);
  }
});

test('syllables are written as Vietnamese is', () => {
  const dice = chance(3);
  const syllables = Array.from({ length: 2000 }, () => syllable(dice));
  for (const one of syllables) expect(one).toMatch(/^[a-zđăâêôơư\p{L}]+$/u);
  expect(syllables.filter((one) => one !== one.normalize('NFC'))).toEqual([]);
  // At most one tone a syllable.
  expect(
    syllables.filter(
      (one) => (one.normalize('NFD').match(/[\u0300\u0301\u0303\u0309\u0323]/g) ?? []).length > 1,
    ),
  ).toEqual([]);
});

test('a training line carries its picture and text', () => {
  const picture = { width: 3, height: 2, data: Uint8Array.of(0, 1, 2, 3, 4, 5) };
  const bytes = Buffer.from(toLstmf([{ picture, text: 'Số 5' }]));
  expect(bytes.readInt32LE(0)).toBe(1);
  expect(bytes.includes('P5')).toBe(true);
  expect(bytes.includes('Số 5')).toBe(true);
});
