// Outside judges over the results of bench/score.ts: node bench/judge.ts RESULTS CA.pem
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgePapers, missingJudges, type SealedPaper } from '../testing/judge-papers.ts';

const [results, root] = process.argv.slice(2);
if (!results || !root) {
  console.error('usage: node bench/judge.ts RESULTS CA.pem');
  process.exit(1);
}
const missing = missingJudges();
if (missing) {
  console.error(missing);
  process.exit(1);
}

interface Told {
  readonly documents: readonly {
    readonly signed: boolean;
    readonly files: { readonly legalCopy?: string };
    readonly pages: readonly { readonly text: string }[];
  }[];
}

const papers = readdirSync(results)
  .filter((name) => name.endsWith('.json'))
  .flatMap((name) => (JSON.parse(readFileSync(join(results, name), 'utf8')) as Told).documents)
  .flatMap((paper): SealedPaper[] =>
    paper.signed || !paper.files.legalCopy
      ? []
      : [{ file: paper.files.legalCopy, texts: paper.pages.map((page) => page.text) }],
  );
const faults = judgePapers(papers, root);
for (const fault of faults) console.log(fault);
console.log(`${papers.length} papers judged, ${faults.length} faults`);
process.exit(faults.length > 0 ? 1 : 0);
