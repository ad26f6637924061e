// The peer: ocrmypdf over the same scans, two files at a time, one thread each. Pictures are wrapped by img2pdf first.
import { copyFile, mkdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { findProgram, measure } from './measure.ts';

export interface PeerRun {
  readonly wallSeconds: number;
  readonly cpuSeconds: number | null;
  /** Bytes of all files written. */
  readonly bytes: number;
  /** Files it would not take (signed, born digital). */
  readonly refused: number;
}

const AT_A_TIME = 2;

/** Why the peer cannot run here, or null. */
export function peerMissing(): string | null {
  const missing = ['ocrmypdf', 'img2pdf', 'unpaper'].filter((program) => findProgram(program) === null);
  return missing.length > 0 ? `not installed: ${missing.join(', ')}` : null;
}

/** PDFs of all scans in a folder of its own; not part of what is measured. */
export async function wrapScans(files: readonly string[], folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const wrapped: string[] = [];
  for (const [index, file] of files.entries()) {
    const pdf = join(folder, `${index}-${basename(file)}.pdf`);
    if (file.endsWith('.pdf')) await copyFile(file, pdf);
    else {
      const { code, stderr } = await measure(['img2pdf', file, '-o', pdf]);
      if (code !== 0) throw new Error(`img2pdf ${basename(file)}: ${stderr}`);
    }
    wrapped.push(pdf);
  }
  return wrapped;
}

export async function runPeer(pdfs: readonly string[], folder: string): Promise<PeerRun> {
  await mkdir(folder, { recursive: true });
  const queue = [...pdfs];
  let cpuSeconds: number | null = 0;
  let bytes = 0;
  let refused = 0;
  const lane = async () => {
    for (let pdf = queue.shift(); pdf; pdf = queue.shift()) {
      const out = join(folder, basename(pdf));
      const options = ['-l', 'vie', '--rotate-pages', '--deskew', '--clean', '--jobs', '1', '--quiet'];
      const run = await measure(['ocrmypdf', ...options, pdf, out], { OMP_THREAD_LIMIT: '1' });
      if (run.code === 0) bytes += (await stat(out)).size;
      else refused += 1;
      cpuSeconds = cpuSeconds === null || run.cpuSeconds === null ? null : cpuSeconds + run.cpuSeconds;
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: AT_A_TIME }, lane));
  return { wallSeconds: (performance.now() - start) / 1000, cpuSeconds, bytes, refused };
}
