// Counts, bounds and thresholds.
import { describe, expect, test } from 'vitest';
import { shippedReliability } from '../../lists/index.ts';
import {
  addedCurves,
  chosenPolicy,
  chosenThreshold,
  curvesOf,
  edges,
  outlook,
  wilson,
} from './reliability.ts';

const facts = (type: string, confidence: number, right: number, wrong = 0) => [
  ...Array.from({ length: right }, () => ({ type, confidence, right: true })),
  ...Array.from({ length: wrong }, () => ({ type, confidence, right: false })),
];

test('every fact is counted in the bin of its confidence', () => {
  const curves = curvesOf([...facts('date', 0.9, 2, 1), ...facts('date', 0.919, 1), ...facts('name', 1, 1)]);
  expect(curves).toEqual({
    date: [{ from: 0.9, count: 4, right: 3 }],
    name: [{ from: 0.995, count: 1, right: 1 }],
  });
  expect(addedCurves(curves, curvesOf(facts('date', 0.9, 1)))).toEqual({
    date: [{ from: 0.9, count: 5, right: 4 }],
    name: [{ from: 0.995, count: 1, right: 1 }],
  });
});

test.each([
  // Wilson score interval, z = 1.96, as published tables give it.
  [0, 0, 0, 1],
  [0, 100, 0, 0.037],
  [50, 100, 0.4038, 0.5962],
  [99, 100, 0.9455, 0.9982],
])('%i of %i lies between %f and %f', (hits, count, low, high) => {
  expect(wilson(hits, count).low).toBeCloseTo(low, 3);
  expect(wilson(hits, count).high).toBeCloseTo(high, 3);
});

describe('a threshold', () => {
  const bins = curvesOf([
    ...facts('x', 0.6, 50, 50),
    ...facts('x', 0.9, 97, 3),
    ...facts('x', 0.95, 199, 1),
    ...facts('x', 0.99, 600),
  ]).x!;

  test('says what is looked at and what goes wrong unseen', () => {
    expect(outlook(bins, 0.9)).toMatchObject({ looked: 0.1, passed: 900, wrong: 4, error: 4 / 900 });
    expect(outlook(bins, 0.9).bound).toBeGreaterThan(4 / 900);
    // Between two edges it counts from the lower one.
    expect(outlook(bins, 0.905).passed).toBe(900);
  });

  test('is the lowest that keeps the share of errors', () => {
    expect(chosenThreshold(bins, 0.005)).toMatchObject({ threshold: 0.7, wrong: 4 });
    expect(chosenThreshold(bins, 0.002)).toMatchObject({ threshold: 0.92, wrong: 1 });
    expect(chosenThreshold(bins, 0)).toMatchObject({ threshold: 0.96, wrong: 0, looked: 0.4 });
    expect(chosenThreshold(curvesOf(facts('x', 1, 5, 5)).x!, 0.1)).toBeNull();
    expect(chosenThreshold([], 0.1)).toBeNull();
  });

  test('is its own for a type seen often enough, the kind aside', () => {
    const curves = curvesOf([
      ...facts('date', 0.8, 500, 1),
      ...facts('name', 0.8, 30, 10),
      ...facts('name', 0.97, 40),
      ...facts('kind', 0.99, 500),
    ]);
    const policy = chosenPolicy(curves, 0.005)!;
    expect(Object.keys(policy.byType)).toEqual(['date']);
    expect(policy.rest.threshold).toBe(0.85);
    expect(policy.whole).toMatchObject({ passed: 541, wrong: 1, looked: 40 / 581 });
    expect(policy.whole.error).toBeLessThanOrEqual(0.005);
  });
});

test('what is shipped is whole: every bin begins at an edge and holds no more right facts than facts', () => {
  const { curves, papers } = shippedReliability();
  const bins = Object.values(curves).flat();
  expect(papers).toBeGreaterThan(30);
  expect(bins.every(({ from }) => edges.includes(from))).toBe(true);
  expect(bins.every(({ count, right }) => right <= count)).toBe(true);
});
