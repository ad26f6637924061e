// Reads line pictures with Tesseract's LSTM compiled to WebAssembly, inside the calling thread; nothing is downloaded.
// tesseract.js-core is used without tesseract.js's own worker: our pool already gives every page a thread of its own.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';
import type { GreyImage, LineReader, ReadWord } from '../../core/ports.ts';
import { modelFile } from './model.ts';
import { toPgm } from './pgm.ts';

const require = createRequire(import.meta.url);

interface TesseractApi {
  Init(path: null, language: string, engine: number): number;
  SetVariable(name: string, value: string): void;
  SetImageFile(exif: number, angle: number): number;
  Recognize(monitor: null): number;
  GetTSVText(page: number): string;
  Clear(): void;
  End(): void;
}
interface TesseractModule {
  FS: { writeFile(path: string, data: Uint8Array): void };
  TessBaseAPI: new () => TesseractApi;
}
type Core = (options: object) => Promise<TesseractModule>;

const lstmOnly = 1;
export const singleLine = '7';
// Node 24 has relaxed SIMD on every architecture it runs on.
const core = require('tesseract.js-core/tesseract-core-relaxedsimd-lstm') as Core;

/** Opens a reader; `variables` are Tesseract's own and `model` a gzipped traineddata, for trials. */
export async function openWasmReader(
  variables: Readonly<Record<string, string>> = {},
  model = modelFile(),
): Promise<LineReader> {
  const tesseract = await core({ printErr: () => undefined });
  tesseract.FS.writeFile('vie.traineddata', gunzipSync(await readFile(model)));
  const api = new tesseract.TessBaseAPI();
  if (api.Init(null, 'vie', lstmOnly) !== 0) throw new Error('tesseract: model not loaded');
  const settings = { tessedit_pageseg_mode: singleLine, ...variables };
  for (const [name, value] of Object.entries(settings)) api.SetVariable(name, value);
  const readOne = (line: GreyImage): ReadWord[] => {
    tesseract.FS.writeFile('/input', toPgm(line));
    if (api.SetImageFile(1, 0) !== 0) throw new Error('tesseract: picture not taken');
    api.Recognize(null);
    const words = wordsOfTsv(api.GetTSVText(0));
    api.Clear();
    return words;
  };
  return {
    name: 'tesseract-wasm',
    async read(lines, signal) {
      return lines.map((line) => {
        signal?.throwIfAborted();
        return readOne(line);
      });
    },
    async close() {
      api.End();
    },
  };
}

/** Words (level 5) of Tesseract's tab-separated output. */
export function wordsOfTsv(tsv: string): ReadWord[] {
  const words: ReadWord[] = [];
  for (const row of tsv.split('\n')) {
    const cell = row.split('\t');
    const text = cell[11]?.trim().normalize('NFC');
    if (cell[0] !== '5' || !text) continue;
    words.push({ text, x: Number(cell[6]), width: Number(cell[8]), confidence: Number(cell[10]) / 100 });
  }
  return words;
}
