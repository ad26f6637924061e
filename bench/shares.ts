// What the line finder and the line reader cost alone, beside which "clean to filed" is measured: one pass each over our
// cleaned pictures, as many workers as cores, with the memory settings that workers have.
import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { workerEnvironment } from '../pipeline/pool/worker-process.ts';
import type { Alone, Cost } from './alone.ts';
import { measure } from './measure.ts';
import { ROOT } from './scans.ts';

export interface Shares {
  readonly reader: string;
  readonly workers: number;
  readonly pages: number;
  readonly lines: number;
  readonly finder: Cost;
  readonly reading: Cost;
  /** Both together; `wall`: of the worker that took longest. */
  readonly both: Cost;
}

/** `folder`: for the list of files. What is opened once (models, programs) is not counted, nor is cleaning. */
export async function measureShares(files: readonly string[], ocr: string, folder: string): Promise<Shares> {
  const list = join(folder, 'scans.txt');
  await writeFile(list, files.map((file) => `${file}\n`).join(''));
  const workers = availableParallelism();
  const script = join(ROOT, 'bench/alone.ts');
  const parts = await Promise.all(
    Array.from({ length: workers }, async (_, worker) => {
      const command = [process.execPath, script, ocr, String(worker), String(workers), list];
      const { code, stdout, stderr } = await measure(command, workerEnvironment);
      if (code !== 0) throw new Error(`bench/alone.ts ended with ${code}:\n${stderr}`);
      return JSON.parse(stdout) as Alone;
    }),
  );
  const sum = (of: (part: Alone) => number) => parts.reduce((total, part) => total + of(part), 0);
  const costs = (of: (part: Alone) => Cost): Cost => ({
    wall: sum((part) => of(part).wall),
    cpu: sum((part) => of(part).cpu),
  });
  return {
    reader: parts[0]!.reader,
    workers,
    pages: sum(({ pages }) => pages),
    lines: sum(({ lines }) => lines),
    finder: costs(({ finding }) => finding),
    reading: costs(({ reading }) => reading),
    both: {
      wall: Math.max(...parts.map(({ finding, reading }) => finding.wall + reading.wall)),
      cpu: sum(({ finding, reading }) => finding.cpu + reading.cpu),
    },
  };
}
