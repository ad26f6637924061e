// One pass: the same command again and again on one data folder, killed each time, until it ends by itself; then compared
// with what an undisturbed run filed.
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { layoutOf } from '../../cli/data-layout.ts';
import type { DigitizedPaper } from '../../pipeline/run.ts';
import type { Random } from '../../samples/draw/random.ts';
import { type FiledState, filedState, leftovers } from './filed-state.ts';
import { type KilledAt, killedAt } from './kill-moment.ts';
import { type KillPlan, type Place, type RunEnd, run } from './kill-run.ts';

export interface KillOrder {
  readonly command: 'digitize' | 'watch';
  /** Folder of scans or dossiers; it is never written to. */
  readonly scans: string;
  /** Where data folders are made. */
  readonly work: string;
  readonly options: readonly string[];
  readonly random: Random;
  /** Called with every line worth showing. */
  readonly tell: (line: string) => void;
}

/** What an undisturbed run did. */
export interface Reference {
  readonly state: FiledState;
  readonly code: number | null;
  readonly seconds: number;
  readonly happened: RunEnd['happened'];
  /** Pages of each original, by hash. */
  readonly pagesOf: ReadonlyMap<string, number>;
  readonly keys: string;
}

interface Kill {
  readonly plan: KillPlan;
  readonly at: KilledAt | 'the run goes on';
}

export interface PassResult {
  readonly kills: readonly Kill[];
  readonly faults: readonly string[];
  readonly gaps: number;
}

/** The program may end with an error of its own after a worker was killed: so often in a row it may need to be run again. */
const MOST_TRIES = 4;

export async function reference(order: KillOrder): Promise<Reference> {
  const place = newPlace(order, 'undisturbed');
  const begun = performance.now();
  const end = await run(commandOf(order, place), place, []);
  const seconds = (performance.now() - begun) / 1000;
  if (end.code !== 0 && end.code !== 2)
    throw new Error(`the undisturbed run ended with ${end.code}:\n${end.stderr}`);
  const left = await leftovers(place);
  const state = await stateOf(order, place);
  const { happened, code } = end;
  return {
    state: { ...state, faults: [...state.faults, ...left] },
    ...{ seconds, happened, code },
    pagesOf: pagesIn(state),
    keys: layoutOf(place.data).keys,
  };
}

export async function killPass(order: KillOrder, known: Reference, mostKills: number): Promise<PassResult> {
  const place = newPlace(order, 'killed');
  // Making keys takes a second or two: now and then that is killed too.
  if (order.random.next() < 0.7) cpSync(known.keys, layoutOf(place.data).keys, { recursive: true });
  const kills: Kill[] = [];
  const faults: string[] = [];
  // Moments lie as close as so many kills in one pass ask for.
  const planned = Math.max(2, mostKills);
  for (let tries = 0; tries < MOST_TRIES; ) {
    const plans = plansOf(order.random, known, { planned, most: mostKills - kills.length });
    const end = await run(commandOf(order, place), place, plans);
    faults.push(...end.survivors.map((pid) => `process ${pid} lives on after the run it belonged to`));
    for (const plan of end.blows) {
      const at = plan.victim === 'worker' ? 'the run goes on' : await killedAt(place.data, known.pagesOf);
      kills.push({ plan, at });
      order.tell(`  ${plan.victim} after ${momentWord(plan)}: ${at}`);
    }
    if (end.code === known.code) break;
    if (end.blows.length > 0) tries = 0;
    else {
      tries += 1;
      order.tell(`  ended by itself with ${end.code}: ${end.stderr.split('\n').slice(-3).join(' ')}`);
      if (tries === MOST_TRIES)
        faults.push(`still ends with ${end.code} after ${tries} tries: ${place.data}`);
    }
  }
  const state = await stateOf(order, place);
  faults.push(...state.faults, ...differences(known.state, state));
  if (faults.length === 0) rmSync(join(place.data, '..'), { recursive: true, force: true });
  else order.tell(`  kept: ${place.data}`);
  return { kills, faults, gaps: state.gaps };
}

let places = 0;
function newPlace({ work, scans, command }: KillOrder, name: string): Place {
  places += 1;
  const folder = join(work, `${places}-${name}`);
  mkdirSync(join(folder, 'data'), { recursive: true });
  // A watching run moves the files away: it gets its own.
  if (command === 'watch') cpSync(scans, join(folder, 'scans'), { recursive: true });
  return { data: join(folder, 'data'), temporary: join(folder, 'tmp') };
}

function commandOf({ command, scans, options }: KillOrder, { data }: Place): string[] {
  if (command === 'digitize') return ['digitize', scans, '--json', ...options];
  return ['watch', join(data, '..', 'scans'), '--once', '--settle', '0.3', '--json', ...options];
}

/** Everything is filed by now: digitising the same scans once more tells what stands. */
async function stateOf(order: KillOrder, place: Place): Promise<FiledState> {
  const end = await run(['digitize', order.scans, '--json', ...order.options], place, []);
  if (end.code !== 0 && end.code !== 2) throw new Error(`what is filed cannot be told:\n${end.stderr}`);
  const { documents } = JSON.parse(end.stdout) as { documents: DigitizedPaper[] };
  const again = documents.filter(({ alreadyFiled, id }) => !alreadyFiled && id !== null);
  const state = await filedState(
    place,
    documents.filter(({ id }) => id !== null),
  );
  const faults = again.map(({ source }) => `filed only by a further run: ${source}`);
  return { ...state, faults: [...faults, ...state.faults, ...(await leftovers(place))] };
}

function pagesIn({ papers }: FiledState): Map<string, number> {
  const pages = new Map<string, number>();
  for (const key of papers.keys()) {
    const [sha256 = '', numbers = ''] = key.split(' pages ');
    pages.set(sha256, Math.max(pages.get(sha256) ?? 0, ...numbers.split(',').map(Number)));
  }
  return pages;
}

function differences(undisturbed: FiledState, killed: FiledState): string[] {
  const found: string[] = [];
  for (const [key, wanted] of undisturbed.papers) {
    const got = killed.papers.get(key);
    if (got === undefined) found.push(`not filed: ${key}`);
    else if (got !== wanted) found.push(`differs: ${key}: ${firstDifference(wanted, got)}`);
  }
  for (const key of killed.papers.keys()) if (!undisturbed.papers.has(key)) found.push(`too many: ${key}`);
  return found;
}

function firstDifference(wanted: string, got: string): string {
  let at = 0;
  while (at < wanted.length && wanted[at] === got[at]) at += 1;
  const part = (text: string) => text.slice(Math.max(0, at - 60), at + 60);
  return `…${part(wanted)}… is now …${part(got)}…`;
}

/** Blows of one run: workers, as long as it lives, then the run itself. */
function plansOf(
  random: Random,
  known: Reference,
  { planned, most }: { planned: number; most: number },
): KillPlan[] {
  const plans: KillPlan[] = [];
  while (plans.length < most) {
    const plan = planOf(random, known, planned);
    plans.push(plan);
    if (plan.victim !== 'worker') break;
  }
  return plans;
}

/** Moments spread over everything a pass does, more of them where papers are filed than their time alone would give. */
function planOf(random: Random, known: Reference, planned: number): KillPlan {
  const [by, who] = [random.next(), random.next()];
  const victim = who < 0.5 ? 'process' : who < 0.8 ? 'group' : 'worker';
  const which = random.next();
  const share = 2 / planned;
  const countOf = (what: keyof RunEnd['happened']): number =>
    1 + Math.floor(random.between(0, Math.max(1, known.happened[what] * share)));
  if (by < 0.4) {
    const then = random.between(0, known.seconds * 1000 * share);
    return { victim, which, moment: { after: 'start', then } };
  }
  const after = by < 0.6 ? 'page' : by < 0.75 ? 'object' : by < 0.9 ? 'commit' : 'line';
  const then = random.between(0, after === 'page' ? 300 : 12);
  return { victim, which, moment: { after, count: countOf(after), then } };
}

const momentWord = ({ moment }: KillPlan): string =>
  moment.after === 'start'
    ? `${(moment.then / 1000).toFixed(1)} s`
    : `${moment.after} ${moment.count} + ${moment.then.toFixed(0)} ms`;
