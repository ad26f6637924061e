// Runs understanding over dumped page readings and writes contract-1 results for the score of the evaluation.
// node bench/understand-eval.ts CORPUS READINGS OUT [--kinds FILE.json]
// READINGS holds <dossier>/<file name>.p<page>.json, each a PageReading; pages of papers come from CORPUS' truth.json.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { OwnerRef, PageReading } from '../core/model.ts';
import { loadLists } from '../lists/index.ts';
import { understand } from '../pipeline/understand/index.ts';

const [corpus = '', readings = '', out = '', flag, kindsFile = ''] = process.argv.slice(2);
const readJson = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const lists = loadLists(flag === '--kinds' ? { extraKinds: readJson(kindsFile) } : {});
mkdirSync(out, { recursive: true });
let [milliseconds, count] = [0, 0];

interface TruthPaper {
  readonly file: string;
  readonly first_page?: number;
  readonly pages: number;
}

for (const dossier of readdirSync(corpus).filter((name) => existsSync(join(corpus, name, 'truth.json')))) {
  const truth: TruthPaper[] = readJson(join(corpus, dossier, 'truth.json'));
  const { owners, received } = readJson(join(corpus, dossier, 'dossier.json'));
  const refs: OwnerRef[] = owners.map(
    (owner: { kind: string; scheme: string; id: string; name?: string }) => ({
      kind: owner.kind,
      scheme: owner.scheme,
      number: owner.id,
      name: owner.name,
    }),
  );
  const documents = truth.map((paper) => {
    const first = paper.first_page ?? 1;
    const numbers = Array.from({ length: paper.pages }, (_, i) => first + i);
    const files = numbers.map((number) => join(readings, dossier, `${basename(paper.file)}.p${number}.json`));
    const pages: PageReading[] = files.filter(existsSync).map(readJson);
    const start = performance.now();
    const result = understand(pages, lists, { owners: refs, received });
    milliseconds += performance.now() - start;
    count += pages.length;
    const fields = result.facts.map(({ key, value, confidence, page, box, evidence }) => [
      key,
      { value, confidence, page, box, evidence },
    ]);
    const text = (page: PageReading) =>
      page.text.lines.map((line) => line.words.map((word) => word.text).join(' ')).join('\n');
    return {
      source: paper.file,
      pages: numbers.map((number) => {
        const page = pages.find((candidate) => candidate.number === number);
        return {
          number,
          blank: page?.blank ?? true,
          rotation: page?.rotation ?? 0,
          text: page ? text(page) : '',
        };
      }),
      type: { code: result.kind.code, confidence: result.kind.confidence, evidence: result.kind.evidence },
      fields: Object.fromEntries(fields),
      problems: result.problems,
    };
  });
  writeFileSync(join(out, `${dossier}.json`), JSON.stringify({ documents }));
}
console.log(`${(milliseconds / Math.max(1, count)).toFixed(1)} ms a page, ${count} pages`);
