// Memory of `sohoa digitize`, summed over all its processes: peak, and over time. node bench/memory.ts [FILE...]
// Without files: a PDF made of the samples' pages. Options: --pages N (default 200; 2000 shows whether it is flat)
// --separators (the samples' separator sheets too: many papers; default: all one paper)
// --tiny (small pieces of pages, quickly read: 2,000 of them end within the hour)
// --workers N --ocr auto|wasm|native --every MS (default 200) --rows N (of the table, default 20)
// --limit MB (exit 1 above this peak) --source (runs cli/bin.ts; default: the built program) --keep (prints the folder)
import { spawn } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { smallScan } from '../testing/hostile/small-scan.ts';
import { jpegScans, type Scan, writeLargePdf } from './large-pdf.ts';
import { type ProcessMemory, processTree } from './process-tree.ts';
import { dossierFolders, ROOT } from './scans.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pages: { type: 'string', default: '200' },
    workers: { type: 'string' },
    ocr: { type: 'string', default: 'auto' },
    tiny: { type: 'boolean', default: false },
    separators: { type: 'boolean', default: false },
    every: { type: 'string', default: '200' },
    rows: { type: 'string', default: '20' },
    limit: { type: 'string' },
    source: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
});
const MB = 1024 ** 2;

interface Sample {
  readonly seconds: number;
  readonly pagesDone: number;
  readonly processes: readonly ProcessMemory[];
}

const work = await mkdtemp(join(tmpdir(), 'sohoa-memory-'));
try {
  const files = positionals.length > 0 ? positionals : [await madePdf(Number(values.pages))];
  const samples = await digitizing(files);
  print(samples);
} finally {
  if (values.keep) console.error(`kept: ${work}`);
  else await rm(work, { recursive: true, force: true });
}

async function madePdf(pages: number): Promise<string> {
  const files = dossierFolders(join(ROOT, 'samples')).flatMap((folder) => folder.files);
  const scans = files.filter((file) => values.separators || basename(file) !== 'batch.pdf');
  const path = join(work, `${pages}-pages.pdf`);
  writeLargePdf(path, values.tiny ? [await tinyScan()] : await jpegScans(scans), pages);
  console.error(`${pages} pages, ${((await stat(path)).size / MB).toFixed(0)} MB: ${path}`);
  return path;
}

async function tinyScan(): Promise<Scan> {
  const colour = (await smallScan()).toColourspace('srgb').jpeg({ quality: 80 });
  const { data, info } = await colour.toBuffer({ resolveWithObject: true });
  return { jpeg: data, width: info.width, height: info.height, dpi: 200 };
}

/** Runs the program to its end and looks at it all the while. */
async function digitizing(files: readonly string[]): Promise<Sample[]> {
  const program = join(ROOT, values.source ? 'cli/bin.ts' : 'dist/cli/bin.js');
  const workers = values.workers ? ['--workers', values.workers] : [];
  const places = ['--data', join(work, 'data')];
  const args = ['digitize', ...files, ...places, '--ocr', values.ocr, ...workers, '--verbose'];
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const start = performance.now();
  let [pagesDone, tail] = [0, ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => process.stderr.write(text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    pagesDone += text.split('"msg":"page"').length - 1;
    tail = (tail + text).slice(-2000);
  });
  const samples: Sample[] = [];
  const look = setInterval(() => {
    const processes = processTree(child.pid!, { pss: samples.length % 5 === 0 });
    if (processes.length > 0)
      samples.push({ seconds: (performance.now() - start) / 1000, pagesDone, processes });
  }, Number(values.every));
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  clearInterval(look);
  if (code !== 0) console.error(`sohoa digitize ended with ${code}:\n${tail}`);
  if (samples.length === 0) throw new Error('nothing was seen: this needs /proc');
  return samples;
}

function rssOf({ processes }: Sample): number {
  return processes.reduce((sum, { rss }) => sum + rss, 0);
}

function pssOf({ processes }: Sample): number | null {
  const known = processes.flatMap(({ pss }) => pss ?? []);
  return known.length > 0 ? known.reduce((sum, pss) => sum + pss, 0) : null;
}

function megabytes(bytes: number): string {
  return (bytes / MB).toFixed(0);
}

function print(samples: readonly Sample[]): void {
  const roles = [...new Set(samples.flatMap(({ processes }) => processes.map(({ role }) => role)))];
  const rows = Math.min(Number(values.rows), samples.length);
  console.log('Each row: the highest of its stretch of time, MB.\n');
  console.log(`| until s | pages | all RSS | all PSS | ${roles.join(' | ')} |`);
  console.log(`|${'---|'.repeat(4 + roles.length)}`);
  for (let row = 0; row < rows; row += 1) {
    const part = samples.slice(
      Math.floor((row * samples.length) / rows),
      Math.floor(((row + 1) * samples.length) / rows),
    );
    const last = part.at(-1)!;
    const pss = part.flatMap((sample) => pssOf(sample) ?? []);
    const most = (role: string) =>
      Math.max(...part.map((sample) => rssOf({ ...sample, processes: ofRole(sample, role) })));
    const cells = [
      last.seconds.toFixed(0),
      last.pagesDone,
      megabytes(Math.max(...part.map(rssOf))),
      pss.length > 0 ? megabytes(Math.max(...pss)) : '–',
      ...roles.map((role) => megabytes(most(role))),
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
  const peak = samples.reduce((most, sample) => (rssOf(sample) > rssOf(most) ? sample : most));
  const shares = peak.processes.map(({ role, rss }) => `${role} ${megabytes(rss)}`).join(', ');
  const pss = Math.max(...samples.flatMap((sample) => pssOf(sample) ?? []));
  console.log(`\npeak RSS ${megabytes(rssOf(peak))} MB after ${peak.seconds.toFixed(0)} s (${shares})`);
  console.log(`peak PSS ${megabytes(pss)} MB (shared pages counted once; looked at each fifth time)`);
  console.log(`${samples.at(-1)!.pagesDone} pages in ${samples.at(-1)!.seconds.toFixed(0)} s`);
  if (values.limit && rssOf(peak) > Number(values.limit) * MB) process.exitCode = 1;
}

function ofRole({ processes }: Sample, role: string): ProcessMemory[] {
  return processes.filter((process_) => process_.role === role);
}
