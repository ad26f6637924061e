// Measures how often facts of each confidence are right, for lists/data/reliability.json.
// node bench/reliability.ts CORPUS RESULTS [CORPUS RESULTS …] > lists/data/reliability.json
// RESULTS as bench/score.ts writes them; a fact is matched with the truth as the score of the evaluation does it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { loadLists } from '../lists/index.ts';
import { curvesOf, type Observation } from '../pipeline/review/reliability.ts';

interface TruthPaper {
  readonly file: string;
  readonly type: string;
  readonly first_page?: number;
  readonly pages: number;
  readonly fields: Readonly<Record<string, string | null>>;
}
interface Document {
  readonly source: string;
  readonly pages: readonly { readonly number: number }[];
  readonly type: { readonly code: string; readonly confidence: number } | null;
  readonly fields: Readonly<Record<string, { readonly value: string; readonly confidence: number }>>;
}

const lists = loadLists();
const readJson = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const seen: Observation[] = [];
const count = { papers: 0, pages: 0 };

const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[.…_]{3,}/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(/^(v\/v|về việc)\s+/, '')
    .replace(/[\s.,;:]+$/g, '')
    .replace(/\s*([/.-])\s*/g, '$1');

function compare(truth: TruthPaper, documents: readonly Document[]): void {
  const first = truth.first_page ?? 1;
  const wanted = Array.from({ length: truth.pages }, (_, index) => first + index);
  const shared = ({ pages }: Document): number =>
    pages.filter(({ number }) => wanted.includes(number)).length;
  const [got] = documents
    .filter((each) => basename(each.source) === basename(truth.file) && shared(each) > 0)
    .sort((one, other) => shared(other) - shared(one));
  if (!got) return;
  count.papers += 1;
  count.pages += truth.pages;
  const { type } = got;
  if (type) seen.push({ type: 'kind', confidence: type.confidence, right: type.code === truth.type });
  const kind = lists.kind(type?.code ?? '');
  for (const [key, value] of Object.entries(truth.fields)) {
    const read = got.fields[key];
    const field = kind?.fields.find((each) => each.key === key);
    if (!read || !field) continue;
    seen.push({
      type: field.type,
      confidence: read.confidence,
      right: value !== null && plain(read.value) === plain(value),
    });
  }
}

const folders = process.argv.slice(2);
for (let i = 0; i + 1 < folders.length; i += 2) {
  const [corpus = '', results = ''] = folders.slice(i, i + 2);
  for (const dossier of readdirSync(corpus)) {
    const [truth, result] = [join(corpus, dossier, 'truth.json'), join(results, `${dossier}.json`)];
    if (!existsSync(truth) || !existsSync(result)) continue;
    const documents: Document[] = readJson(result).documents;
    for (const paper of readJson(truth) as TruthPaper[]) compare(paper, documents);
  }
}
const origin = {
  vi: `${count.papers} giấy tờ quét mô phỏng, có đáp án, không dùng khi phát triển`,
  en: `${count.papers} generated scans with known contents, kept apart from development`,
};
const measured = new Date().toISOString().slice(0, 10);
console.log(JSON.stringify({ origin, measured, ...count, curves: curvesOf(seen) }, null, 1));
