// Makes the crash corpus into a folder to look at or to run anything on: node testing/crash-corpus.ts FOLDER [--pages N]
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeCrashCorpus } from './hostile/crash-corpus.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { pages: { type: 'string', default: '2000' } },
});
const [folder] = positionals;
if (folder === undefined) throw new Error('node testing/crash-corpus.ts FOLDER [--pages N]');
const { files } = await makeCrashCorpus(folder, { pages: Number(values.pages) });
const bytes = files.reduce((sum, { name }) => sum + statSync(join(folder, name)).blocks * 512, 0);
process.stdout.write(`${files.length} files, ${(bytes / 1e6).toFixed(0)} MB on disk: ${folder}\n`);
