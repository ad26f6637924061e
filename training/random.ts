// A seeded source of chance: the same seed gives the same pages, line by line.
import { mulberry32 } from '../samples/draw/random.ts';

export interface Chance {
  /** In [0, 1). */
  next(): number;
  /** In [from, to). */
  between(from: number, to: number): number;
  /** Whole number from `from` to `to`, both possible. */
  whole(from: number, to: number): number;
  of<T>(items: readonly T[]): T;
  /** One of the items, each as likely as its weight says. */
  weighted<T>(items: readonly (readonly [weight: number, item: T])[]): T;
  yes(probability: number): boolean;
  /** About normal, mean 0, deviation 1. */
  normal(): number;
}

export function chance(seed: number): Chance {
  const next = mulberry32(seed);
  const between = (from: number, to: number) => from + (to - from) * next();
  const whole = (from: number, to: number) => Math.floor(between(from, to + 1));
  const of = <T>(items: readonly T[]): T => items[whole(0, items.length - 1)]!;
  return {
    next,
    between,
    whole,
    of,
    weighted(items) {
      let left = next() * items.reduce((sum, [weight]) => sum + weight, 0);
      for (const [weight, item] of items) {
        left -= weight;
        if (left < 0) return item;
      }
      return items[items.length - 1]![1];
    },
    yes: (probability) => next() < probability,
    // Twelve uniforms have variance 1.
    normal: () => Array.from({ length: 12 }, next).reduce((sum, one) => sum + one) - 6,
  };
}
