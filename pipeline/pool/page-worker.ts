// What a worker process of the page pool does: opens its tools once, then reads page after page; nothing carries over.
import { AppError } from '../../core/errors.ts';
import { type PageInput, type PageTools, readPage } from '../read-page.ts';
import { detectorDefaults, openDetector } from '../recognise/detector.ts';
import {
  type NativeSettings,
  type NativeTesseract,
  openNativeReader,
} from '../recognise/tesseract-native.ts';
import { openWasmReader } from '../recognise/tesseract-wasm.ts';
import { openUpsideJudge } from '../recognise/upside.ts';
import type { WorkerAnswer } from './page-pool.ts';

/** What the pool tells its workers. */
export interface WorkerSettings extends NativeSettings {
  /** Reads with the installed tesseract instead of the bundled WebAssembly. */
  readonly native: NativeTesseract | null;
}

let given: WorkerSettings = { native: null };
export function open(settings: WorkerSettings): void {
  given = settings;
}

// Direction needs no small print: a smaller picture does.
const scoutSide = 960;

let tools: Promise<PageTools> | null = null;

async function openTools(): Promise<PageTools> {
  const { native, ...settings } = given;
  return {
    scout: await openDetector({ ...detectorDefaults, longSide: scoutSide }),
    finder: await openDetector(),
    judge: await openUpsideJudge(),
    reader: native ? await openNativeReader(native, settings) : await openWasmReader(),
  };
}

export default async function work(input: PageInput): Promise<WorkerAnswer> {
  // What failed to open (a full disk, say) is opened anew for the next page.
  tools ??= openTools().catch((thrown: unknown) => {
    tools = null;
    throw thrown;
  });
  try {
    return { ok: await readPage(input, await tools) };
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.kind === 'input')
      return { error: { kind: 'input', code: thrown.code } };
    return { crash: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown) };
  }
}
