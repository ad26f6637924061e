// The model training starts from: Debian's small Vietnamese one, with real weights and some characters more.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addedCharacters } from './added-characters.ts';
import { toFloatModel } from './float-model.ts';

/** What `apt-get download` fetches; Apache-2.0, made by the Tesseract project ("fast" models). */
const debianPackage = 'tesseract-ocr-vie';

export interface BaseModel {
  /** The shipped traineddata. */
  readonly stock: string;
  /** Its network with real weights. */
  readonly network: string;
  /** Character set, encoding and word lists of the model to come; no network. */
  readonly starter: string;
}

const run = (program: string, args: readonly string[], cwd?: string) =>
  execFileSync(program, args, { stdio: ['ignore', 'ignore', 'ignore'], ...(cwd ? { cwd } : {}) });

/** Everything training needs of the shipped model, in `folder`. */
export function baseModel(folder: string): BaseModel {
  mkdirSync(folder, { recursive: true });
  run('apt-get', ['-qq', '-o', 'APT::Sandbox::User=root', 'download', debianPackage], folder);
  run('dpkg-deb', ['-x', readdirSync(folder).find((name) => name.endsWith('.deb'))!, 'package'], folder);
  const file = readdirSync(join(folder, 'package'), { recursive: true, withFileTypes: true }).find(
    (e) => e.name === 'vie.traineddata',
  )!;
  const stock = join(folder, 'vie.traineddata');
  copyFileSync(join(file.parentPath, file.name), stock);
  run('combine_tessdata', ['-u', stock, join(folder, 'vie.')]);
  const network = join(folder, 'float.lstm');
  writeFileSync(network, toFloatModel(readFileSync(join(folder, 'vie.lstm'))));
  return { stock, network, starter: starterModel(folder) };
}

function starterModel(folder: string): string {
  const own = join(folder, 'starter');
  mkdirSync(join(own, 'vie'), { recursive: true });
  writeFileSync(
    join(own, 'unicharset'),
    withCharacters(readFileSync(join(folder, 'vie.lstm-unicharset'), 'utf8')),
  );
  // Asked for by the program; only Han characters have radicals.
  writeFileSync(join(own, 'radical-stroke.txt'), '# none\n');
  run('combine_lang_model', [
    '--input_unicharset',
    join(own, 'unicharset'),
    '--script_dir',
    own,
    '--output_dir',
    own,
    '--lang',
    'vie',
    '--version_str',
    'sohoa',
  ]);
  const starter = join(own, 'vie', 'vie.traineddata');
  // Characters were added at the end: the word lists' numbers still hold.
  const wordLists = ['punc', 'word', 'number'].map((kind) => join(folder, `vie.lstm-${kind}-dawg`));
  run('combine_tessdata', ['-o', starter, ...wordLists]);
  return starter;
}

function withCharacters(unicharset: string): string {
  const lines = unicharset.trimEnd().split('\n').slice(1);
  const known = new Set(lines.map((line) => line.split(' ')[0]));
  for (const character of addedCharacters.map(([c]) => c).filter((c) => !known.has(c))) {
    const id = lines.length;
    const code = character.codePointAt(0)!.toString(16);
    lines.push(
      `${character} 10 0,255,0,255,0,0,0,0,0,0 Common ${id} 10 ${id} ${character}\t# ${character} [${code} ]p`,
    );
  }
  return `${lines.length}\n${lines.join('\n')}\n`;
}
