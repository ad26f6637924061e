// The source worker with pages that misbehave: on 11 it dies, on 12 it hangs, on 13 it grows without end; page 14 dies
// the first time only. Page 15 tells what the process could do. Of a file named `dies-3.pdf` page 3 dies, too. Every
// other page is the real one.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import realWork, { type SourceAnswer, type SourceTask } from '../source-worker.ts';

const hoard: Buffer[] = [];
let opened = 0;

export default async function work(task: SourceTask): Promise<SourceAnswer> {
  if (task.do === 'begin') opened += 1;
  if (task.do === 'open' && taskIs('hang.')) for (;;);
  if (task.do !== 'page') {
    if (task.do === 'begin') name = task.facts.file;
    return realWork(task);
  }
  if (task.number === 11 || taskIs(`dies-${task.number}.`)) process.exit(3);
  if (task.number === 12) for (;;);
  if (task.number === 13) await grow();
  // A process that holds another file too was started for more than this one.
  if (task.number === 14 && opened > 1) process.exit(3);
  if (task.number === 15) return { ok: { ...(await page(task)), tried: attempts() } };
  return realWork(task);
}

let name = '';
const taskIs = (beginning: string): boolean => name.startsWith(beginning);

async function page(task: SourceTask): Promise<object> {
  const answer = await realWork(task);
  return 'ok' in answer ? (answer.ok as object) : {};
}

async function grow(): Promise<never> {
  for (;;) {
    hoard.push(Buffer.alloc(32 * 1024 ** 2, 1));
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** What each deed gave: `done`, or the error's code. */
function attempts(): Record<string, string> {
  const deeds: Record<string, () => unknown> = {
    'read a foreign file': () => readFileSync('/etc/passwd'),
    'list a folder': () => readdirSync('/tmp'),
    'write a file': () => writeFileSync('/tmp/sohoa-hostile', 'x'),
    'start a program': () => execFileSync('/bin/true'),
    'start a thread': () => new Worker('0', { eval: true }),
  };
  const told = Object.entries(deeds).map(([deed, act]) => {
    try {
      act();
      return [deed, 'done'];
    } catch (error) {
      return [deed, (error as NodeJS.ErrnoException).code ?? String(error)];
    }
  });
  return { ...Object.fromEntries(told), environment: Object.keys(process.env).join() };
}
