// Many files at once: order kept, never more than allowed, stopped by an abort, the same bytes one after the other.
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { eachFile, oneAtATime } from './each-file.ts';

const never = new AbortController().signal;

test('results come in the order of the files, whoever ends first', async () => {
  const waits = [30, 1, 20, 5, 10];
  const results = await eachFile(waits, { busy: 2, signal: never }, async (wait) => {
    await pause(wait);
    return wait;
  });
  expect(results).toEqual(waits);
});

test.each([1, 2, 5])('busy %d: one more is in flight, no two more', async (busy) => {
  let [now, most] = [0, 0];
  await eachFile(Array.from({ length: 12 }), { busy, signal: never }, async () => {
    most = Math.max(most, ++now);
    await pause(2);
    now--;
  });
  expect(most).toBe(busy + 1);
});

test('after an abort nothing more is begun', async () => {
  const stop = new AbortController();
  const begun: number[] = [];
  const results = await eachFile([1, 2, 3, 4, 5, 6], { busy: 1, signal: stop.signal }, async (file) => {
    begun.push(file);
    await pause(1);
    if (file === 2) stop.abort();
    return file;
  });
  expect(begun.length).toBeLessThan(6);
  expect(results).toEqual(begun);
});

test('an error is thrown when all have ended', async () => {
  let ended = 0;
  const work = eachFile([1, 2, 3], { busy: 3, signal: never }, async (file) => {
    await pause(file * 3);
    ended++;
    if (file === 1) throw new Error('first');
  });
  await expect(work).rejects.toThrow('first');
  expect(ended).toBe(3);
});

test('work on one original waits for work on the same, even where that failed; others do not wait', async () => {
  const inTurn = oneAtATime();
  const told: string[] = [];
  const say =
    (text: string, wait: number, fails = false) =>
    async () => {
      told.push(`${text} begins`);
      await pause(wait);
      told.push(`${text} ends`);
      if (fails) throw new Error(text);
    };
  const all = [inTurn('a', say('a1', 20, true)), inTurn('a', say('a2', 1)), inTurn('b', say('b1', 1))];
  const ends = await Promise.allSettled(all);
  expect(ends.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
  expect(told.indexOf('a1 ends')).toBeLessThan(told.indexOf('a2 begins'));
  expect(told.indexOf('b1 begins')).toBeLessThan(told.indexOf('a1 ends'));
});
