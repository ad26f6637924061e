// Reads line pictures with an installed `tesseract`: one process for many pages where it can stay open, else one a call.
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import type { LineReader } from '../../core/ports.ts';
import { modelFile } from './model.ts';
import { toPgm } from './pgm.ts';
import { openTesseractStream, type StreamOrder, type TesseractStream } from './tesseract-stream.ts';
import { singleLine, wordsOfTsv } from './tesseract-wasm.ts';

const run = promisify(execFile);
const usualPlaces = ['/usr/bin/tesseract', '/usr/local/bin/tesseract', '/opt/homebrew/bin/tesseract'];
const mostOutput = 64 * 1024 * 1024;
/** Pictures that one process reads before it is replaced: whatever it leaks ends with it. */
const mostPictures = 5000;
const blank = { width: 40, height: 40, data: new Uint8Array(40 * 40).fill(255) };

export interface NativeTesseract {
  /** Absolute path of the program. */
  readonly program: string;
}

export interface NativeSettings {
  /** Folder for what the program must find on the disk; whoever names it removes it, also after a thread's sudden end. */
  readonly scratch?: string;
  /** Seconds after which the program is ended: it outlives the thread that started it. */
  readonly timeout?: number;
  /** Gzipped traineddata; by default the product's own. */
  readonly model?: string;
}

/** The installed tesseract, or null. The Vietnamese model comes from our package, so that both engines read alike. */
export const findNativeTesseract = (places: readonly string[] = usualPlaces): NativeTesseract | null => {
  const program = places.find((p) => existsSync(p));
  return program ? { program } : null;
};

/** Pictures by their names below the home folder -> the program's rows on each. */
type ReadTables = (names: readonly string[], signal?: AbortSignal) => Promise<string[]>;

/** The pictures go through a folder of their own that is removed at once. */
export async function openNativeReader(
  { program }: NativeTesseract,
  { scratch = tmpdir(), timeout = 0, model = modelFile() }: NativeSettings = {},
): Promise<LineReader> {
  const home = await mkdtemp(join(scratch, 'sohoa-model-'));
  await writeFile(join(home, 'vie.traineddata'), gunzipSync(await readFile(model)));
  await writeFile(join(home, 'blank.pgm'), toPgm(blank));
  const order: StreamOrder = {
    program,
    options: ['--tessdata-dir', home, '-l', 'vie', '--oem', '1', '--psm', singleLine],
    // One thread a worker: OpenMP threads of many processes only stand in each other's way.
    env: { OMP_THREAD_LIMIT: '1' },
    folder: home,
    blank: 'blank.pgm',
  };
  const first = await openTesseractStream(order);
  const warm = first && keptOpen(first, () => openTesseractStream(order), timeout);
  const tables: ReadTables = warm?.read ?? oncePerCall(order, timeout);
  return {
    name: 'tesseract-native',
    async read(lines, signal) {
      signal?.throwIfAborted();
      if (lines.length === 0) return [];
      const folder = mkdtempSync(join(home, 'lines-'));
      try {
        const names = lines.map((_, i) => `${basename(folder)}/${i}.pgm`);
        for (const [i, name] of names.entries())
          writeFileSync(join(home, name), toPgm(lines[i]!), { mode: 0o600 });
        return (await tables(names, signal)).map(wordsOfTsv);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    async close() {
      warm?.end();
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** Reads with a process that stays; it is replaced when it has read enough, was stopped, or died. */
function keptOpen(
  first: TesseractStream,
  open: () => Promise<TesseractStream | null>,
  timeout: number,
): { read: ReadTables; end(): void } {
  let stream: TesseractStream | null = first;
  const end = () => {
    stream?.end();
    stream = null;
  };
  return {
    async read(names, signal) {
      if (stream && stream.given >= mostPictures) end();
      stream ??= await open();
      if (!stream) throw new Error('tesseract does not start again');
      const timer = timeout > 0 ? setTimeout(end, timeout * 1000) : undefined;
      signal?.addEventListener('abort', end, { once: true });
      try {
        return await stream.read(names);
      } catch (error) {
        end();
        signal?.throwIfAborted();
        throw error;
      } finally {
        clearTimeout(timer);
        signal?.removeEventListener('abort', end);
      }
    },
    end,
  };
}

function oncePerCall({ program, options, env, folder }: StreamOrder, timeout: number): ReadTables {
  return async (names, signal) => {
    const list = join(folder, names[0]!, '../list.txt');
    await writeFile(list, names.map((name) => `${name}\n`).join(''));
    const { stdout } = await run(program, [list, '-', ...options, '-c', 'tessedit_create_tsv=1'], {
      cwd: folder,
      env,
      maxBuffer: mostOutput,
      timeout: timeout * 1000,
      killSignal: 'SIGKILL',
      ...(signal ? { signal } : {}),
    });
    return perPicture(stdout, names.length);
  };
}

/** Tesseract numbers the pictures of a list as pages, from 1. */
function perPicture(tsv: string, count: number): string[] {
  const rows: string[][] = Array.from({ length: count }, () => []);
  for (const row of tsv.split('\n')) rows[Number(row.split('\t')[1]) - 1]?.push(row);
  return rows.map((r) => r.join('\n'));
}
