// Seconds and bytes a page of `sohoa digitize`, beside ocrmypdf on the same scans, in turns: npm run bench -- --scans DIR
// Options: --scans FOLDER (default samples) --rounds N (default 2) --ocr auto|wasm|native --no-peer
// --pages N (the first scans, until there are N pages) --source (runs cli/bin.ts; default: the built program)
// In three minutes: npm run bench -- --pages 6 --rounds 1 --no-peer
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fewerPages } from './fewer-pages.ts';
import { measure } from './measure.ts';
import { peerMissing, runPeer, wrapScans } from './ocrmypdf.ts';
import { countPages, type DossierFolder, dossierFolders, ROOT, sohoa } from './scans.ts';
import { measureShares, type Shares } from './shares.ts';

interface Run {
  readonly wallSeconds: number;
  readonly cpuSeconds: number | null;
  readonly bytes: number;
  readonly note: string;
}

const { values } = parseArgs({
  options: {
    scans: { type: 'string', default: join(ROOT, 'samples') },
    rounds: { type: 'string', default: '2' },
    ocr: { type: 'string', default: 'auto' },
    'no-peer': { type: 'boolean', default: false },
    pages: { type: 'string' },
    source: { type: 'boolean', default: false },
  },
});
const ocr = values.ocr === 'wasm' || values.ocr === 'native' ? values.ocr : 'auto';
const work = await mkdtemp(join(tmpdir(), 'sohoa-bench-'));
try {
  const all = dossierFolders(values.scans);
  const folders = values.pages ? await fewerPages(all, Number(values.pages), join(work, 'scans')) : all;
  if (folders.length === 0) throw new Error(`no dossier with scans/ below ${values.scans}`);
  await bench(folders);
} finally {
  await rm(work, { recursive: true, force: true });
}

async function bench(folders: readonly DossierFolder[]): Promise<void> {
  const files = folders.flatMap((folder) => folder.files);
  const pages = await countPages(files);
  const missing = values['no-peer'] ? 'left out by --no-peer' : peerMissing();
  const wrapped = missing ? [] : await wrapScans(files, join(work, 'wrapped'));
  const [ours, peers, alone]: [Run[], Run[], Shares[]] = [[], [], []];
  // In turns, so that a machine that slows down slows all.
  for (let round = 0; round < Number(values.rounds); round += 1) {
    console.error(`round ${round + 1}: sohoa`);
    ours.push(await runSohoa(folders, join(work, `sohoa-${round}`)));
    console.error(`round ${round + 1}: finder and reader alone`);
    alone.push(await measureShares(files, ocr, work));
    if (missing) continue;
    console.error(`round ${round + 1}: ocrmypdf`);
    const peer = await runPeer(wrapped, join(work, `peer-${round}`));
    peers.push({ ...peer, note: peer.refused > 0 ? `${peer.refused} files refused` : '' });
  }
  console.log(
    `${files.length} files, ${pages} pages, ${cpus().length} cores, ${ours.length} rounds in turns, best of each\n`,
  );
  console.log('| | wall s/page | CPU s/page | KB/page | |\n|---|---|---|---|---|');
  const best = (runs: readonly Run[]) => runs.toSorted((a, b) => a.wallSeconds - b.wallSeconds)[0]!;
  console.log(row('sohoa digitize: clean to filed', best(ours), pages));
  for (const line of aloneRows(alone.toSorted((a, b) => a.both.cpu - b.both.cpu)[0]!, best(ours)))
    console.log(line);
  if (missing) console.log(`| ocrmypdf | – | – | – | ${missing} |`);
  else {
    console.log(row('ocrmypdf', best(peers), pages));
    console.log(ratio(best(ours), best(peers)));
  }
}

function aloneRows(shares: Shares, ours: Run): string[] {
  const { pages, both, finder, reading, reader, workers, lines } = shares;
  const each = (seconds: number) => (seconds / pages).toFixed(2);
  const times = (mine: number | null, other: number) => (mine === null ? '–' : (mine / other).toFixed(2));
  const clean = 'over our cleaned pictures';
  return [
    `| finder and reader alone, ${workers} workers | ${each(both.wall)} | ${each(both.cpu)} | | one pass each ${clean}, ${lines} lines |`,
    `| – line finder | | ${each(finder.cpu)} | | |`,
    `| – line reader (${reader}) | | ${each(reading.cpu)} | | |`,
    `| clean to filed ÷ alone | ${times(ours.wallSeconds, both.wall)} | ${times(ours.cpuSeconds, both.cpu)} | | start of the program included |`,
  ];
}

async function runSohoa(dossiers: readonly DossierFolder[], folder: string): Promise<Run> {
  const paths = dossiers.map((dossier) => dossier.path);
  const places = ['--data', join(folder, 'data'), '--out', join(folder, 'out')];
  const command = sohoa('digitize', ...paths, '--json', '--ocr', ocr, ...places);
  if (values.source) command[1] = join(ROOT, 'cli/bin.ts');
  const run = await measure(command);
  if (run.code !== 0 && run.code !== 2)
    throw new Error(`sohoa digitize ended with ${run.code}:\n${run.stderr}`);
  const documents: { status: string; files?: { legalCopy?: string } }[] = JSON.parse(run.stdout).documents;
  let bytes = 0;
  for (const { files } of documents) if (files?.legalCopy) bytes += (await stat(files.legalCopy)).size;
  const failed = documents.filter(({ status }) => status === 'failed' || status === 'refused').length;
  return { ...run, bytes, note: failed > 0 ? `${failed} papers failed or refused` : '' };
}

function row(name: string, run: Run, pages: number): string {
  const cpu = run.cpuSeconds === null ? '–' : (run.cpuSeconds / pages).toFixed(2);
  const size = (run.bytes / pages / 1000).toFixed(0);
  return `| ${name} | ${(run.wallSeconds / pages).toFixed(2)} | ${cpu} | ${size} | ${run.note} |`;
}

function ratio(ours: Run, peer: Run): string {
  const cpu = ours.cpuSeconds && peer.cpuSeconds ? (ours.cpuSeconds / peer.cpuSeconds).toFixed(2) : '–';
  const [wall, size] = [ours.wallSeconds / peer.wallSeconds, ours.bytes / peer.bytes];
  return `| ratio | ${wall.toFixed(2)} | ${cpu} | ${size.toFixed(2)} | below 1: sohoa needs less |`;
}
