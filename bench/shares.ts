// Seconds of the line finder and of the line reader alone: one pass each over our cleaned pictures, one page at a time.
import { cleanPage, openPage } from '../pipeline/clean/clean-page.ts';
import { openSource } from '../pipeline/intake/open-source.ts';
import { confirmUpright } from '../pipeline/recognise/confirm-upright.ts';
import { cutLine } from '../pipeline/recognise/cut-line.ts';
import { detectorDefaults, openDetector } from '../pipeline/recognise/detector.ts';
import { orientation } from '../pipeline/recognise/orientation.ts';
import { findNativeTesseract, openNativeReader } from '../pipeline/recognise/tesseract-native.ts';
import { openWasmReader } from '../pipeline/recognise/tesseract-wasm.ts';
import { openUpsideJudge } from '../pipeline/recognise/upside.ts';

export interface Shares {
  readonly reader: string;
  readonly pages: number;
  readonly lines: number;
  /** Wall seconds in one thread over all pages; what is opened once is not counted. */
  readonly finderSeconds: number;
  readonly readerSeconds: number;
}

export async function measureShares(
  files: readonly string[],
  ocr: 'auto' | 'wasm' | 'native',
): Promise<Shares> {
  // Loaded in this process: see docs/decisions/0018.
  process.env.ORT_DISABLE_TELEMETRY = '1';
  const finder = await openDetector();
  const scout = await openDetector({ ...detectorDefaults, longSide: 960 });
  const judge = await openUpsideJudge();
  const native = ocr === 'wasm' ? null : findNativeTesseract();
  const reader = native ? await openNativeReader(native) : await openWasmReader();
  const total = { pages: 0, lines: 0, finderSeconds: 0, readerSeconds: 0 };
  try {
    for (const file of files) {
      const source = await openSource(file);
      for await (const page of source.pages()) {
        const opened = await openPage({ ...page, shownTurned: page.rotation });
        const found = await orientation(opened.smallBlack, scout, judge);
        const way = await confirmUpright(found, opened.smallBlack, { scout, reader });
        const cleaned = await cleanPage(opened, way);
        const [lines, finding] = await timed(() => finder.find(cleaned.reader));
        const cuts = lines.map((line) => cutLine(cleaned.reader, line).picture);
        const [, reading] = await timed(() => reader.read(cuts));
        total.pages += 1;
        total.lines += lines.length;
        total.finderSeconds += finding;
        total.readerSeconds += reading;
      }
      await source.close();
    }
    return { reader: reader.name, ...total };
  } finally {
    await Promise.all([finder.close(), scout.close(), reader.close()]);
  }
}

async function timed<T>(work: () => Promise<T>): Promise<[T, seconds: number]> {
  const start = performance.now();
  const result = await work();
  return [result, (performance.now() - start) / 1000];
}
