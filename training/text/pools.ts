// What lines are made of, in two parts that share no phrase: one to train on, one to measure with.
import { readFileSync } from 'node:fs';
import { givenNames, prosePhrases } from '../../lists/name-words.ts';
import * as words from './words.ts';

export interface Pools {
  readonly families: readonly string[];
  readonly givenNames: readonly string[];
  readonly places: readonly string[];
  readonly titles: readonly string[];
  readonly subjects: readonly string[];
  readonly deeds: readonly string[];
  readonly tails: readonly string[];
  readonly singles: readonly string[];
  readonly labels: readonly string[];
  readonly heads: readonly string[];
  readonly prosePhrases: readonly string[];
  readonly streets: readonly string[];
  readonly bodies: readonly string[];
  readonly forms: readonly string[];
}

export type Part = 'train' | 'held-out';

/** Every fifth phrase is kept for measuring. Places and titles come from the product's lists. */
export function poolsOf(part: Part): Pools {
  const names = (list: string) =>
    (
      JSON.parse(readFileSync(new URL(`../../lists/data/${list}.json`, import.meta.url), 'utf8')) as {
        name: string;
      }[]
    ).map((entry) => entry.name);
  const all: Pools = {
    ...words,
    givenNames,
    prosePhrases,
    places: names('agencies'),
    titles: names('kinds'),
  };
  const mine = (_: string, i: number) => (i % 5 === 2) === (part === 'held-out');
  const shared = Object.entries(all).map(([key, items]) => [key, items.filter(mine)] as const);
  return Object.fromEntries(shared) as Record<keyof Pools, readonly string[]>;
}
