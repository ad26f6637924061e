// Runs sohoa over a corpus into a results folder, one <dossier>.json each: node bench/score.ts CORPUS RESULTS [option…]
// Further options go to `sohoa digitize` (--ocr native, --kinds FILE). Legal copies are written to RESULTS/<dossier>/.
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { measure } from './measure.ts';
import { dossierFolders, sohoa } from './scans.ts';

const [corpus, results, ...options] = process.argv.slice(2);
if (!corpus || !results) {
  console.error('usage: node bench/score.ts CORPUS RESULTS [options of sohoa digitize]');
  process.exit(1);
}

const data = await mkdtemp(join(tmpdir(), 'sohoa-score-'));
let failed = 0;
try {
  await mkdir(results, { recursive: true });
  for (const { name, path } of dossierFolders(corpus)) {
    const out = resolve(results, name);
    const command = sohoa('digitize', path, '--json', '--data', data, '--out', out, ...options);
    const { code, stdout, stderr, wallSeconds } = await measure(command);
    // 0: all filed or in review; 2: some failed or refused, which the score must see too (contract 1).
    const answered = (code === 0 || code === 2) && isResult(stdout);
    if (answered) await writeFile(join(results, `${name}.json`), stdout);
    else failed += 1;
    console.log(`${name}\texit ${code}\t${wallSeconds.toFixed(1)} s${answered ? '' : `\n${stderr}`}`);
  }
  // The authority of this run's development keys, for the judges.
  await copyFile(join(data, 'keys', 'ca.pem'), join(results, 'ca.pem')).catch(() => undefined);
} finally {
  await rm(data, { recursive: true, force: true });
}
process.exit(failed > 0 ? 1 : 0);

function isResult(text: string): boolean {
  try {
    return Array.isArray(JSON.parse(text).documents);
  } catch {
    return false;
  }
}
