// Reads line pictures with an installed `tesseract`: all lines of a page in one process.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import type { GreyImage, LineReader, ReadWord } from '../../core/ports.ts';
import { modelFile } from './model.ts';
import { toPgm } from './pgm.ts';
import { singleLine, wordsOfTsv } from './tesseract-wasm.ts';

const run = promisify(execFile);
const usualPlaces = ['/usr/bin/tesseract', '/usr/local/bin/tesseract', '/opt/homebrew/bin/tesseract'];
const mostOutput = 64 * 1024 * 1024;

export interface NativeTesseract {
  /** Absolute path of the program. */
  readonly program: string;
}

export interface NativeSettings {
  /** Folder for what the program must find on the disk; whoever names it removes it, also after a thread's sudden end. */
  readonly scratch?: string;
  /** Seconds after which the program is ended: it outlives the thread that started it. */
  readonly timeout?: number;
}

/** The installed tesseract, or null. The Vietnamese model comes from our package, so that both engines read alike. */
export const findNativeTesseract = (places: readonly string[] = usualPlaces): NativeTesseract | null => {
  const program = places.find((p) => existsSync(p));
  return program ? { program } : null;
};

/** One process a page: the pictures and a list of them go through a folder of their own that is removed at once. */
export async function openNativeReader(
  tesseract: NativeTesseract,
  { scratch = tmpdir(), timeout = 0 }: NativeSettings = {},
): Promise<LineReader> {
  const home = await mkdtemp(join(scratch, 'sohoa-model-'));
  await writeFile(join(home, 'vie.traineddata'), gunzipSync(await readFile(modelFile())));
  return {
    name: 'tesseract-native',
    async read(lines, signal) {
      if (lines.length === 0) return [];
      const folder = await mkdtemp(join(home, 'lines-'));
      try {
        const list = await writePictures(folder, lines);
        const { stdout } = await run(
          tesseract.program,
          [
            list,
            '-',
            '--tessdata-dir',
            home,
            '-l',
            'vie',
            '--oem',
            '1',
            '--psm',
            singleLine,
            '-c',
            'tessedit_create_tsv=1',
          ],
          // One thread a worker: OpenMP threads of many processes only stand in each other's way.
          {
            env: { OMP_THREAD_LIMIT: '1' },
            maxBuffer: mostOutput,
            timeout: timeout * 1000,
            killSignal: 'SIGKILL',
            ...(signal ? { signal } : {}),
          },
        );
        return perPicture(stdout, lines.length);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    close: () => rm(home, { recursive: true, force: true }),
  };
}

async function writePictures(folder: string, lines: readonly GreyImage[]): Promise<string> {
  const names = lines.map((_, i) => join(folder, `${i}.pgm`));
  await Promise.all(lines.map((line, i) => writeFile(names[i]!, toPgm(line), { mode: 0o600 })));
  const list = join(folder, 'list.txt');
  await writeFile(list, `${names.join('\n')}\n`);
  return list;
}

/** Tesseract numbers the pictures of a list as pages, from 1. */
function perPicture(tsv: string, count: number): ReadWord[][] {
  const rows: string[][] = Array.from({ length: count }, () => []);
  for (const row of tsv.split('\n')) rows[Number(row.split('\t')[1]) - 1]?.push(row);
  return rows.map((r) => wordsOfTsv(r.join('\n')));
}
