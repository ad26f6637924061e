// Opens thousands of mutated files through the product's intake: node testing/fuzz.ts --count 10000 --seed 1
// --seconds S (ends early) --from INDEX (with --count 1: one file again) --whole-way N (each Nth file through all of digitize; 0: none; default 50)
// --processes N --keep DIR (of files that failed). Ends with 1 where anything but a page or a clear refusal came out.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fuzz } from './hostile/fuzz-run.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    seconds: { type: 'string' },
    from: { type: 'string', default: '0' },
    'whole-way': { type: 'string', default: '50' },
    processes: { type: 'string', default: '2' },
    keep: { type: 'string', default: 'fuzz-failures' },
  },
});
const tell = (line: string): void => void process.stdout.write(`${line}\n`);
// Whatever is left in a folder of our own was left by us.
const temporary = mkdtempSync(join(tmpdir(), 'fuzz-'));
process.env.TMPDIR = temporary;
let uncaught = 0;
for (const event of ['uncaughtException', 'unhandledRejection'] as const)
  process.on(event, (error: unknown) => {
    uncaught += 1;
    tell(`FAILURE ${event}: ${error instanceof Error ? error.stack : String(error)}`);
  });

const begun = performance.now();
const report = await fuzz({
  seed: Number(values.seed),
  from: Number(values.from),
  count: Number(values.count),
  seconds: values.seconds === undefined ? undefined : Number(values.seconds),
  wholeWay: Number(values['whole-way']),
  processes: Number(values.processes),
  keep: values.keep,
  tell,
});
rmSync(temporary, { recursive: true, force: true });

tell('');
for (const [how, count] of [...report.ends].sort(([, one], [, other]) => other - one))
  tell(`${count}\t${how}`);
const { index, seconds } = report.slowest;
tell(
  `\n${report.files} files, ${report.pages} pages in ${((performance.now() - begun) / 1000).toFixed(0)} s`,
);
tell(`slowest: index ${index}, ${seconds.toFixed(1)} s`);
tell(`memory of the main process, MB: ${report.memory.join(' ')}`);
tell(`open files of the main process: ${report.openFiles.join(' ')}`);
tell(`${report.failures.length + uncaught} failures`);
if (report.failures.length + uncaught > 0) process.exitCode = 1;
