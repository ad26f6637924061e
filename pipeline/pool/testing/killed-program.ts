// A program whose worker hangs: prints the worker's process id and waits, to be killed.
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { workerProcess } from '../worker-process.ts';

const module = new URL('./dying-worker.ts', import.meta.url);
const cage = { memoryMegabytes: 512, writable: [dirname(fileURLToPath(module))] };
const worker = workerProcess({ module, settings: null, cage });
await worker.run({ number: 1 }, { seconds: 600 });
worker.run({ number: 14 }, { seconds: 600 }).catch(() => undefined);
// By now it is in its loop, or will be before it hears anything else.
process.stdout.write(
  readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim().split(' ')[0] ?? '',
);
