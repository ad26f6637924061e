// Line finder and line reader alone, one pass each over our cleaned pictures: node bench/alone.ts OCR WORKER OF FILE...
// Takes each OF-th page from the WORKER-th on; prints what the two cost, cleaning left out. See shares.ts.
import { readFileSync } from 'node:fs';
import { cleanPage, openPage } from '../pipeline/clean/clean-page.ts';
import { openSource } from '../pipeline/intake/open-source.ts';
import { cpuSeconds } from '../pipeline/pool/cpu-clock.ts';
import { confirmUpright } from '../pipeline/recognise/confirm-upright.ts';
import { cutLine } from '../pipeline/recognise/cut-line.ts';
import { detectorDefaults, openDetector } from '../pipeline/recognise/detector.ts';
import { orientation } from '../pipeline/recognise/orientation.ts';
import { findNativeTesseract, openNativeReader } from '../pipeline/recognise/tesseract-native.ts';
import { openWasmReader } from '../pipeline/recognise/tesseract-wasm.ts';
import { openUpsideJudge } from '../pipeline/recognise/upside.ts';

/** Seconds; `cpu` with the programs that were started. */
export interface Cost {
  wall: number;
  cpu: number;
}
export interface Alone {
  readonly reader: string;
  pages: number;
  lines: number;
  readonly finding: Cost;
  readonly reading: Cost;
}

if (process.argv[1] === import.meta.filename) {
  const [ocr = 'auto', worker = '0', of = '1', list = ''] = process.argv.slice(2);
  const files = readFileSync(list, 'utf8').split('\n').filter(Boolean);
  console.log(JSON.stringify(await passAlone(files, ocr, (page) => page % Number(of) === Number(worker))));
}

async function passAlone(
  files: readonly string[],
  ocr: string,
  isMine: (page: number) => boolean,
): Promise<Alone> {
  const finder = await openDetector();
  const scout = await openDetector({ ...detectorDefaults, longSide: 960 });
  const judge = await openUpsideJudge();
  const native = ocr === 'wasm' ? null : findNativeTesseract();
  const reader = native ? await openNativeReader(native) : await openWasmReader();
  const finding = { wall: 0, cpu: 0 };
  const reading = { wall: 0, cpu: 0 };
  const total: Alone = { reader: reader.name, pages: 0, lines: 0, finding, reading };
  let index = 0;
  for (const file of files) {
    const source = await openSource(file);
    for (let number = 1; number <= source.pageCount; number += 1, index += 1) {
      if (!isMine(index)) continue;
      const page = await source.page(number);
      total.pages += 1;
      // Read by nobody: it has its own text.
      if (page.nativeText) continue;
      const opened = await openPage({ ...page, shownTurned: page.rotation });
      const found = await orientation(opened.smallBlack, scout, judge);
      const cleaned = await cleanPage(
        opened,
        await confirmUpright(found, opened.smallBlack, { scout, reader }),
      );
      const lines = await counted(finding, () => finder.find(cleaned.reader));
      await counted(reading, () => reader.read(lines.map((line) => cutLine(cleaned.reader, line).picture)));
      total.lines += lines.length;
    }
    await source.close();
  }
  await Promise.all([finder.close(), scout.close(), judge.close(), reader.close()]);
  return total;
}

async function counted<T>(cost: Cost, work: () => Promise<T>): Promise<T> {
  const [start, before] = [performance.now(), cpu()];
  const result = await work();
  cost.wall += (performance.now() - start) / 1000;
  cost.cpu += cpu() - before;
  return result;
}

function cpu(): number {
  const { user, system } = process.cpuUsage();
  return cpuSeconds(process.pid) ?? (user + system) / 1e6;
}
