// The inline queue: the contract, order, how many at a time, and what it tells of errors.
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { queueContract } from '../testing/queue-contract.ts';
import { inlineQueue } from './inline.ts';

queueContract('this process', async () => inlineQueue());

test.each([1, 3])('works on %i at a time, in the order added', async (concurrency) => {
  const queue = inlineQueue({ concurrency });
  const begun: string[] = [];
  let [now, most] = [0, 0];
  await queue.process(async (id) => {
    begun.push(id);
    now += 1;
    most = Math.max(most, now);
    await wait(5);
    now -= 1;
  });
  const papers = Array.from({ length: 9 }, (_, index) => `paper ${index}`);
  for (const id of papers) await queue.add(id);
  await queue.idle();
  expect(begun).toEqual(papers);
  expect(most).toBe(concurrency);
  await queue.close();
});

test('tells of errors', async () => {
  const told: unknown[] = [];
  const queue = inlineQueue({ onError: (id, error) => told.push([id, (error as Error).message]) });
  await queue.process(async () => {
    throw new Error('unreadable');
  });
  await queue.add('paper');
  await queue.idle();
  expect(told).toEqual([['paper', 'unreadable']]);
});

test('idle at once where there is nothing to do', async () => {
  const queue = inlineQueue();
  await queue.process(async () => undefined);
  await queue.idle();
});
