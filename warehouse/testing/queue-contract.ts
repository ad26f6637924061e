// The contract of the Queue port, run against every adapter.
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Queue } from '../../core/ports.ts';
import { newId } from './rows.ts';

/** `open` gives a queue of its own at every call. */
export function queueContract(name: string, open: () => Promise<Queue>): void {
  describe(`queue on ${name}`, () => {
    const opened: Queue[] = [];
    const start = async (): Promise<Queue> => {
      const queue = await open();
      opened.push(queue);
      return queue;
    };
    afterEach(() => Promise.all(opened.splice(0).map((queue) => queue.close())));

    test('works on every paper added, before and after the worker came', async () => {
      const queue = await start();
      const papers = Array.from({ length: 20 }, newId);
      const done: string[] = [];
      for (const id of papers.slice(0, 10)) await queue.add(id);
      await queue.process(async (id) => void done.push(id));
      for (const id of papers.slice(10)) await queue.add(id);
      await vi.waitFor(() => expect(new Set(done)).toEqual(new Set(papers)));
    });

    test('a paper that fails holds nobody up and is worked on at its next wake-up', async () => {
      const queue = await start();
      const [bad, good] = [newId(), newId()];
      const seen: string[] = [];
      await queue.process(async (id) => {
        seen.push(id);
        if (id === bad && seen.filter((each) => each === bad).length === 1) throw new Error('first time');
      });
      await queue.add(bad);
      await queue.add(good);
      await vi.waitFor(() => expect(seen).toContain(good));
      await queue.add(bad);
      await vi.waitFor(() => expect(seen.filter((id) => id === bad).length).toBeGreaterThanOrEqual(2));
    });

    test('a wake-up while the paper is being worked on is not lost', async () => {
      const queue = await start();
      const paper = newId();
      let runs = 0;
      let atOnce = 0;
      await queue.process(async () => {
        runs += 1;
        atOnce += 1;
        expect(atOnce).toBe(1);
        await wait(30);
        atOnce -= 1;
      });
      await queue.add(paper);
      await vi.waitFor(() => expect(runs).toBe(1));
      await queue.add(paper);
      await vi.waitFor(() => expect(runs).toBe(2));
    });

    test('closing waits for the work under way and takes up no more', async () => {
      const queue = await start();
      const ended: string[] = [];
      let begun = 0;
      await queue.process(async (id) => {
        begun += 1;
        await wait(50);
        ended.push(id);
      });
      const first = newId();
      await queue.add(first);
      await vi.waitFor(() => expect(begun).toBe(1));
      for (let index = 0; index < 5; index += 1) await queue.add(newId());
      await queue.close();
      const then = [...ended];
      expect(then).toContain(first);
      await wait(150);
      expect(ended).toEqual(then);
    });
  });
}
