// Opens mutated files as the product opens them and counts how each ended; anything but a page or a clear refusal counts
// as a failure, whose file is kept.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '../../core/errors.ts';
import { hasMessage } from '../../core/messages/index.ts';
import { packageRoot } from '../../lists/index.ts';
import { defaultLimits, type PagePicture } from '../../pipeline/intake/source.ts';
import { openSourcePool, type SourcePool } from '../../pipeline/intake/source-pool.ts';
import { TaskEnded, type WorkerProcess, workerProcess } from '../../pipeline/pool/worker-process.ts';
import { seeded } from '../../samples/draw/random.ts';
import type { DecodeAnswer } from './decode-worker.ts';
import { digitizeSome } from './fuzz-whole-way.ts';
import { mutate } from './mutate.ts';
import { type SeedFile, seedFiles } from './seed-files.ts';

export interface FuzzOrder {
  readonly seed: number;
  /** Files are numbered; `from` lets a failure be made again. */
  readonly from: number;
  readonly count: number;
  /** Ends after so long, however many files are left; what was done is told. */
  readonly seconds?: number | undefined;
  /** Every so many files one goes the whole way to the registry; 0: none. */
  readonly wholeWay: number;
  readonly processes: number;
  /** Where files that failed are kept. */
  readonly keep: string;
  readonly tell: (line: string) => void;
}

export interface FuzzReport {
  /** How files ended: `ok`, codes of refusal, `page: <code>`, `decode: <end>`, `filed`, … with how many. */
  readonly ends: ReadonlyMap<string, number>;
  /** Files that were opened. */
  readonly files: number;
  readonly pages: number;
  /** Seed, index and what happened. */
  readonly failures: readonly string[];
  /** Megabytes of this process, every so many files. */
  readonly memory: readonly number[];
  readonly openFiles: readonly number[];
  /** The longest that one file took. */
  readonly slowest: { readonly index: number; readonly seconds: number };
}

/** Seconds for one file or page; a file's few pages and their decoding fit in what is allowed in all. */
const SECONDS = 20;
const HANG_SECONDS = 150;
const MEGABYTES = 1024;
/** Memory and open files are noted so often. */
const NOTE_EVERY = 250;
const MOST_PAGES = 3;
const MOST_RISE = { megabytes: 150, openFiles: 20 };

interface Tools {
  readonly sources: SourcePool;
  readonly decoders: WorkerProcess[];
}

/** The bytes of one file of a fuzz: the same for the same seed and index. */
export function fuzzedFile(
  seed: number,
  index: number,
  pool: readonly SeedFile[],
): { name: string; bytes: Buffer } {
  const random = seeded(`${seed}/${index}`);
  const { name, bytes } = pool[Math.floor(random.next() * pool.length)]!;
  const others = pool.map((file) => file.bytes);
  return { name: `${index}-${name.replaceAll('/', '-')}`, bytes: mutate(bytes, random, others) };
}

export async function fuzz(order: FuzzOrder): Promise<FuzzReport> {
  const folder = mkdtempSync(join(tmpdir(), 'sohoa-fuzz-'));
  const pool = await seedFiles();
  const here = join(packageRoot(), 'testing', 'hostile');
  const cage = { memoryMegabytes: MEGABYTES, writable: [here] };
  const module = new URL('./decode-worker.ts', import.meta.url);
  const tools: Tools = {
    sources: openSourcePool({
      processes: order.processes,
      limits: defaultLimits,
      memoryMegabytes: MEGABYTES,
      seconds: SECONDS,
    }),
    decoders: Array.from({ length: order.processes }, () => workerProcess({ module, settings: null, cage })),
  };
  const found = collection(order);
  const before = temporaryFiles();
  let next = order.from;
  const until = performance.now() + (order.seconds ?? Number.POSITIVE_INFINITY) * 1000;
  const wholeWay: { path: string; source: string }[] = [];
  const lane = async (decoder: WorkerProcess): Promise<void> => {
    while (next < order.from + order.count && performance.now() < until) {
      const index = next;
      next += 1;
      const { name, bytes } = fuzzedFile(order.seed, index, pool);
      const path = join(folder, name);
      writeFileSync(path, bytes);
      const failed = await watched(index, found, () => openOne(path, { ...tools, decoder }, found));
      if (failed) found.failure(index, failed, bytes);
      if (order.wholeWay > 0 && index % order.wholeWay === 0) wholeWay.push({ path, source: name });
      else rmSync(path);
      if ((index - order.from + 1) % NOTE_EVERY === 0) found.note(index - order.from + 1);
    }
  };
  try {
    await Promise.all(tools.decoders.map(lane));
    for (const failed of await digitizeSome(wholeWay, found.end)) found.failure(-1, failed, null);
  } finally {
    await tools.sources.close();
    await Promise.all(tools.decoders.map((decoder) => decoder.close()));
    rmSync(folder, { recursive: true, force: true });
  }
  for (const grown of found.growth()) found.failure(-1, grown, null);
  for (const name of temporaryFiles()) if (!before.has(name)) found.failure(-1, `left behind: ${name}`, null);
  return found.report();
}

/** Notes how one file ends, and how long it takes. */
async function watched(
  index: number,
  found: Collection,
  work: () => Promise<string | null>,
): Promise<string | null> {
  const begun = performance.now();
  const failed = await work();
  const seconds = (performance.now() - begun) / 1000;
  found.took(index, seconds);
  return failed ?? (seconds > HANG_SECONDS ? `took ${seconds.toFixed(0)} s` : null);
}

/** What is wrong with how it ended, or null. */
async function openOne(
  path: string,
  { sources, decoder }: Tools & { decoder: WorkerProcess },
  found: Collection,
): Promise<string | null> {
  try {
    const source = await sources.open(path);
    try {
      const numbers = [...new Set([1, 2, source.pageCount])].filter((number) => number <= source.pageCount);
      let wrong: string | null = null;
      for (const number of numbers.slice(0, MOST_PAGES)) {
        const ended = await source.page(number).then(
          (picture) => {
            found.page();
            // The decoders are the same for every page: one a file is enough of the time.
            return number === 1 ? decoded(picture, decoder, found) : null;
          },
          (error: unknown) => judged(error, 'page: ', found),
        );
        wrong ??= ended;
      }
      await source.cut(numbers.slice(0, 1)).catch((error: unknown) => {
        wrong ??= judged(error, 'cut: ', found);
      });
      found.end('opened');
      return wrong;
    } finally {
      await source.close();
    }
  } catch (error) {
    return judged(error, '', found);
  }
}

/** A refusal is right when it is one of our own, about the input, and the catalogue has words for it. */
function judged(error: unknown, about: string, found: Collection): string | null {
  if (!(error instanceof AppError)) return `${about}${error instanceof Error ? error.stack : String(error)}`;
  found.end(`${about}${error.code}${ownFault(error.cause)}`);
  if (error.kind !== 'input' || !hasMessage(error.code)) return `${about}${error.kind} ${error.code}`;
  return error.params.file === undefined ? `${about}${error.code} names no file` : null;
}

/** A type error beneath a refusal is a mistake of ours that was caught: told, so that it can be mended. */
function ownFault(cause: unknown): string {
  const stack = cause instanceof Error ? (cause.stack ?? '') : '';
  if (!/^(TypeError|ReferenceError|RangeError)/.test(stack)) return '';
  const place = /\/((?:pipeline|core|signing)\/[^\s)]+)/.exec(stack)?.[1] ?? '';
  return ` (${stack.split('\n')[0]?.slice(0, 80)} ${place})`;
}

async function decoded(
  { bytes, dpi, mirrored, rotation }: PagePicture,
  decoder: WorkerProcess,
  found: Collection,
): Promise<string | null> {
  try {
    const task = { bytes, dpi, mirrored, shownTurned: rotation };
    const answer = await decoder.run<unknown, DecodeAnswer>(task, { seconds: SECONDS });
    found.end(
      'ok' in answer ? 'decode: ok' : 'error' in answer ? `decode: ${answer.error}` : 'decode: crash',
    );
    return 'crash' in answer ? `decode: ${answer.crash}` : null;
  } catch (error) {
    if (!(error instanceof TaskEnded)) throw error;
    found.end(`decode: killed (${error.end})`);
    return null;
  }
}

type Collection = ReturnType<typeof collection>;
function collection({ seed, keep, tell }: FuzzOrder) {
  const ends = new Map<string, number>();
  const failures: string[] = [];
  const [memory, openFiles]: [number[], number[]] = [[], []];
  let [files, pages] = [0, 0];
  let slowest = { index: -1, seconds: 0 };
  return {
    end: (how: string): void => void ends.set(how, (ends.get(how) ?? 0) + 1),
    page: (): void => {
      pages += 1;
    },
    took(index: number, seconds: number): void {
      files += 1;
      if (seconds > slowest.seconds) slowest = { index, seconds };
    },
    failure(index: number, what: string, bytes: Buffer | null): void {
      failures.push(`seed ${seed} index ${index}: ${what}`);
      tell(`FAILURE seed ${seed} index ${index}: ${what}`);
      if (bytes === null) return;
      mkdirSync(keep, { recursive: true });
      writeFileSync(join(keep, `${seed}-${index}`), bytes);
    },
    note(done: number): void {
      memory.push(Math.round(process.memoryUsage().rss / 1024 ** 2));
      openFiles.push(readdirSync('/proc/self/fd').length);
      tell(`${done} files, ${pages} pages, ${memory.at(-1)} MB, ${openFiles.at(-1)} open files`);
    },
    /** What went up from the first quarter of the run to the last, by more than chance does. */
    growth: (): string[] => [
      ...(rise(memory) > MOST_RISE.megabytes ? [`memory grows: ${memory.join(' ')} MB`] : []),
      ...(rise(openFiles) > MOST_RISE.openFiles ? [`open files grow: ${openFiles.join(' ')}`] : []),
    ],
    report: (): FuzzReport => ({ ends, files, pages, failures, memory, openFiles, slowest }),
  };
}

function rise(noted: readonly number[]): number {
  const quarter = Math.floor(noted.length / 4);
  const mean = (part: readonly number[]): number => part.reduce((sum, each) => sum + each, 0) / part.length;
  return quarter === 0 ? 0 : mean(noted.slice(-quarter)) - mean(noted.slice(0, quarter));
}

const temporaryFiles = (): Set<string> =>
  new Set(readdirSync(tmpdir()).filter((name) => /^sohoa-(?!fuzz-)/.test(name)));
