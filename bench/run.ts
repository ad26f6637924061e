// Seconds and bytes a page of `sohoa digitize`, beside ocrmypdf on the same scans, in turns: npm run bench -- --scans DIR
// Options: --scans FOLDER (default samples) --rounds N (default 2) --ocr auto|wasm|native --no-peer
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measure } from './measure.ts';
import { peerMissing, runPeer, wrapScans } from './ocrmypdf.ts';
import { countPages, type DossierFolder, dossierFolders, ROOT, sohoa } from './scans.ts';
import { measureShares } from './shares.ts';

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
  },
});
const ocr = values.ocr === 'wasm' || values.ocr === 'native' ? values.ocr : 'auto';
const folders = dossierFolders(values.scans);
const files = folders.flatMap((folder) => folder.files);
if (files.length === 0) throw new Error(`no dossier with scans/ below ${values.scans}`);
const work = await mkdtemp(join(tmpdir(), 'sohoa-bench-'));
try {
  await bench();
} finally {
  await rm(work, { recursive: true, force: true });
}

async function bench(): Promise<void> {
  const pages = await countPages(files);
  const missing = values['no-peer'] ? 'left out by --no-peer' : peerMissing();
  const wrapped = missing ? [] : await wrapScans(files, join(work, 'wrapped'));
  const [ours, peers]: [Run[], Run[]] = [[], []];
  // In turns, so that a machine that slows down slows both.
  for (let round = 0; round < Number(values.rounds); round += 1) {
    console.error(`round ${round + 1}: sohoa`);
    ours.push(await runSohoa(folders, join(work, `sohoa-${round}`)));
    if (missing) continue;
    console.error(`round ${round + 1}: ocrmypdf`);
    const peer = await runPeer(wrapped, join(work, `peer-${round}`));
    peers.push({ ...peer, note: peer.refused > 0 ? `${peer.refused} files refused` : '' });
  }
  console.error('finder and reader alone');
  const shares = await measureShares(files, ocr);
  console.log(
    `${files.length} files, ${pages} pages, ${cpus().length} cores, ${ours.length} rounds in turns, best of each\n`,
  );
  console.log('| | wall s/page | CPU s/page | KB/page | |\n|---|---|---|---|---|');
  const best = (runs: readonly Run[]) => runs.toSorted((a, b) => a.wallSeconds - b.wallSeconds)[0]!;
  console.log(row('sohoa digitize', best(ours), pages));
  if (missing) console.log(`| ocrmypdf | – | – | – | ${missing} |`);
  else {
    console.log(row('ocrmypdf', best(peers), pages));
    console.log(ratio(best(ours), best(peers)));
  }
  const cpu = best(ours).cpuSeconds;
  const alone = (name: string, seconds: number) => {
    const share = cpu === null ? '' : `${((100 * seconds) / cpu).toFixed(0)} % of sohoa's CPU`;
    return `| ${name} alone, one thread | ${(seconds / shares.pages).toFixed(2)} | | | ${share} |`;
  };
  console.log(alone('line finder', shares.finderSeconds));
  console.log(alone(`line reader (${shares.reader})`, shares.readerSeconds));
}

async function runSohoa(dossiers: readonly DossierFolder[], folder: string): Promise<Run> {
  const paths = dossiers.map((dossier) => dossier.path);
  const places = ['--data', join(folder, 'data'), '--out', join(folder, 'out')];
  const run = await measure(sohoa('digitize', ...paths, '--json', '--ocr', ocr, ...places));
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
