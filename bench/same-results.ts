// Whether a change that should only be faster changes nothing: node bench/same-results.ts FILE [SCAN...]
// The first run keeps a hash of each page's reading and of its picture in FILE; later runs compare with it and end with
// 1 where anything differs. Default: eight pages of the samples. Options: --ocr auto|wasm|native
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { openSource } from '../pipeline/intake/open-source.ts';
import { openPagePool } from '../pipeline/pool/page-pool.ts';
import { findNativeTesseract } from '../pipeline/recognise/tesseract-native.ts';
import { dossierFolders, ROOT } from './scans.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { ocr: { type: 'string', default: 'auto' } },
});
const [kept, ...given] = positionals;
if (!kept) throw new Error('usage: node bench/same-results.ts FILE [SCAN...]');
const samples = dossierFolders(join(ROOT, 'samples')).flatMap((folder) => folder.files);
const files = given.length > 0 ? given : samples.filter((file) => basename(file) !== 'batch.pdf');

const results: Record<string, { reading: string; picture: string }> = {};
const pool = openPagePool({ settings: { native: values.ocr === 'wasm' ? null : findNativeTesseract() } });
try {
  for (const file of files) {
    const source = await openSource(file);
    for await (const { rotation, ...picture } of source.pages()) {
      const name = `${basename(dirname(dirname(file)))}/${basename(file)} ${picture.number}`;
      const { reading, legal } = await pool.read({ ...picture, shownTurned: rotation, jpegQuality: 17 });
      results[name] = { reading: hash(reading), picture: hash(legal) };
    }
    await source.close();
  }
} finally {
  await pool.close();
}
if (!existsSync(kept)) {
  writeFileSync(kept, `${JSON.stringify(results, null, 1)}\n`);
  console.log(`${Object.keys(results).length} pages kept in ${kept}`);
} else {
  const before: typeof results = JSON.parse(readFileSync(kept, 'utf8'));
  for (const [name, { reading, picture }] of Object.entries(results)) {
    const words = [
      ...(before[name]?.reading === reading ? [] : ['reading']),
      ...(before[name]?.picture === picture ? [] : ['picture']),
    ];
    console.log(`${name}\t${words.length === 0 ? 'the same' : `other ${words.join(' and ')}`}`);
    if (words.length > 0) process.exitCode = 1;
  }
}

function hash(value: unknown): string {
  const digest = createHash('sha256');
  digest.update(
    JSON.stringify(value, (_, part: unknown) =>
      part instanceof Uint8Array ? createHash('sha256').update(part).digest('hex') : part,
    ),
  );
  return digest.digest('hex').slice(0, 16);
}
