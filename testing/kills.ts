// Kills `sohoa` at random moments, runs the same command again, and compares what stands with an undisturbed run.
// node testing/kills.ts --kills 200 [--command digitize|watch] [--corpus DIR] [--per-pass N] [--seed N] [--workers N] [--ocr ENGINE]
// Without --corpus: the samples; --small: small dossiers made for this, read in seconds. Ends with 1 and keeps the data folder where anything differs.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { packageRoot } from '../lists/index.ts';
import { seeded } from '../samples/draw/random.ts';
import { type KillOrder, killPass, type PassResult, reference } from './hostile/kill-pass.ts';
import { makeSmallDossiers } from './hostile/small-dossiers.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    'per-pass': { type: 'string', default: '10' },
    command: { type: 'string', default: 'digitize' },
    corpus: { type: 'string', default: join(packageRoot(), 'samples') },
    small: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    workers: { type: 'string' },
    ocr: { type: 'string', default: 'auto' },
  },
});
const tell = (line: string): void => void process.stdout.write(`${line}\n`);
const work = mkdtempSync(join(tmpdir(), 'sohoa-kills-'));
const scans = values.small ? join(work, 'scans') : values.corpus;
if (values.small) await makeSmallDossiers(scans);
const order: KillOrder = {
  command: values.command === 'watch' ? 'watch' : 'digitize',
  scans,
  work,
  options: ['--ocr', values.ocr, ...(values.workers ? ['--workers', values.workers] : [])],
  random: seeded(values.seed),
  tell,
};

const known = await reference(order);
const { happened } = known;
tell(
  `undisturbed: ${known.state.papers.size} papers in ${known.seconds.toFixed(0)} s, ` +
    `${happened.page} pages, ${happened.object} changes of objects, ${happened.commit} of the registry`,
);
for (const fault of known.state.faults) tell(`  FAULT ${fault}`);
const passes: PassResult[] = [];
const wanted = Number(values.kills);
const perPass = Number(values['per-pass']);
const killed = (): number => passes.reduce((sum, { kills }) => sum + kills.length, 0);
while (killed() < wanted) {
  tell(`pass ${passes.length + 1}`);
  const pass = await killPass(order, known, Math.min(perPass, wanted - killed()));
  passes.push(pass);
  for (const fault of pass.faults) tell(`  FAULT ${fault}`);
}
report();

function report(): void {
  const all = passes.flatMap(({ kills }) => kills);
  const count = (words: readonly string[]): string =>
    [...Map.groupBy(words, (word) => word)].map(([word, { length }]) => `${word} ${length}`).join(', ');
  const faults = known.state.faults.length + passes.reduce((sum, pass) => sum + pass.faults.length, 0);
  tell(`\n${all.length} kills in ${passes.length} passes of ${order.command}, ${faults} faults`);
  tell(`who: ${count(all.map(({ plan }) => plan.victim))}`);
  tell(`when: ${count(all.map(({ plan }) => plan.moment.after))}`);
  tell(`where: ${count(all.map(({ at }) => at))}`);
  tell(`numbers of codes taken and not used: ${passes.reduce((sum, { gaps }) => sum + gaps, 0)}`);
  if (faults === 0) rmSync(work, { recursive: true, force: true });
  else process.exitCode = 1;
}
