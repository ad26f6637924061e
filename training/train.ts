// npm run train: makes our Tesseract model step by step from packages and generated text, and measures it.
//   node training/train.ts [--quick] [--work <folder>]
// Needs Debian's tesseract-ocr (training programs included), npm and apt-get; about a quarter of an hour of one core.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { openDetector } from '../pipeline/recognise/detector.ts';
import { modelFile, stockModelFile } from '../pipeline/recognise/model.ts';
import { baseModel } from './base-model.ts';
import { heldOutFamilies, trainedFamilies } from './faces.ts';
import { fetchFaces } from './find-faces.ts';
import { fineTune } from './fine-tune.ts';
import { makeSet } from './make-set.ts';
import { type Figures, heldOutLines, losses, measureModel } from './measure.ts';
import { full, type Lesson, quick } from './recipe.ts';
import { poolsOf } from './text/pools.ts';

const { values: options } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, work: { type: 'string', default: 'data/training' } },
});
const { work } = options;
const recipe = options.quick ? quick : full;
const say = (line: string) => void process.stdout.write(`${line}\n`);

mkdirSync(work, { recursive: true });
say('1. the model to start from');
const base = baseModel(join(work, 'base'));
say('2. type faces');
const faces = fetchFaces(join(work, 'faces'));
say('3. lines to learn from, through our own cleaning and line finding');
const finder = await openDetector();
const lists = new Map<string, string>();
for (const lesson of recipe.lessons) {
  const plan = { ...lesson, pools: poolsOf('train'), families: trainedFamilies, faces, finder };
  lists.set(lesson.name, await makeSet({ ...plan, folder: join(work, lesson.name), told: told(lesson) }));
}
say('4. training');
const courses = recipe.courses.map((course, i) => {
  const lines = join(work, `course-${i + 1}.txt`);
  writeFileSync(lines, course.of.map((name) => readFileSync(lists.get(name)!, 'utf8')).join(''));
  return { ...course, lines };
});
const trained = fineTune({ base, courses, folder: join(work, 'model'), told: (line) => say(`   ${line}`) });
say('5. measuring on other faces and other texts');
const measured = { ...recipe.measured, pools: poolsOf('held-out'), families: heldOutFamilies, faces, finder };
const heldOut = await heldOutLines(measured);
await finder.close();
const model = zipped(trained, 'vie.traineddata.gz');
const figures = {
  base: await measureModel(zipped(base.stock, 'base.traineddata.gz'), heldOut),
  stock: await measureModel(stockModelFile(), heldOut),
  'in place': await measureModel(modelFile(), heldOut),
  own: await measureModel(model, heldOut),
};
for (const [name, f] of Object.entries(figures)) say(`   ${name}: ${inWords(f)}`);
const lost = [...new Set([...losses(figures.base, figures.own), ...losses(figures.stock, figures.own)])];
const verdict = lost.length > 0 ? `loses in: ${lost.join(', ')}` : 'holds or gains everywhere';
// A few lines make no model: the trial shows that every step runs.
if (options.quick) say(`The trial ${verdict}; it is not put in place.`);
else if (lost.length > 0) throw new Error(`The new model ${verdict}. The one in place stays.`);
else {
  putInPlace(readFileSync(model));
  say(`Every figure holds or gains: put in place, ${modelFile()}`);
}

/** At once: whoever reads meanwhile has the old one or the new. */
function putInPlace(bytes: Uint8Array): void {
  const name = basename(modelFile());
  writeFileSync(`${modelFile()}.new`, bytes);
  renameSync(`${modelFile()}.new`, modelFile());
  writeFileSync(`${modelFile()}.sha256`, `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`);
}

function told(lesson: Lesson) {
  return (page: number) => {
    if (page % 10 === 0 || page === lesson.pages) say(`   ${lesson.name}: page ${page} of ${lesson.pages}`);
  };
}

function zipped(file: string, name: string): string {
  const to = join(work, name);
  writeFileSync(to, gzipSync(readFileSync(file), { level: 9 }));
  return to;
}

function inWords(f: Figures): string {
  const share = (value: number) => `${(100 * value).toFixed(2)} %`;
  const parts = [
    `characters wrong ${share(f.characters)}`,
    `words right ${share(f.words)}`,
    `tone errors ${share(f.tones)}`,
    `numbers wrong ${share(f.numbers)}`,
    `names wrong ${share(f.names)}`,
    `separation ${f.separation.toFixed(3)}`,
  ];
  return `${parts.join(', ')} (${f.lines} lines)`;
}
