// The tools of a page worker, opened in the test's own thread; the reader is the bundled one.

import type { PageTools } from '../read-page.ts';
import { detectorDefaults, openDetector } from '../recognise/detector.ts';
import { openWasmReader } from '../recognise/tesseract-wasm.ts';
import { openUpsideJudge } from '../recognise/upside.ts';

export async function openPageTools(): Promise<PageTools> {
  return {
    scout: await openDetector({ ...detectorDefaults, longSide: 960 }),
    finder: await openDetector(),
    judge: await openUpsideJudge(),
    reader: await openWasmReader(),
  };
}
