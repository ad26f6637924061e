// Filed papers before independent judges: veraPDF, pdfsig, pyHanko, qpdf and pdftotext over a sample that was digitised.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { packageRoot } from '../lists/index.ts';
import type { DigitizedPaper } from '../pipeline/run.ts';
import { judgePapers, missingJudges, type SealedPaper } from '../testing/judge-papers.ts';

const run = promisify(execFile);
const missing = missingJudges();
const folder = await mkdtemp(join(tmpdir(), 'sohoa-judged-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.skipIf(missing !== '')(`outside judges${missing && ` (${missing})`}`, () => {
  test('every sealed paper of a sample is PDF/A-2u, validly signed as a whole, sound and searchable', async () => {
    const root = packageRoot();
    const data = join(folder, 'data');
    const { stdout } = await run(
      process.execPath,
      [
        join(root, 'cli/bin.ts'),
        'digitize',
        join(root, 'samples/khai-sinh'),
        '--data',
        data,
        '--out',
        join(folder, 'out'),
        '--ocr',
        'wasm',
        '--json',
      ],
      { maxBuffer: 64 * 1024 * 1024 },
    );
    const { documents } = JSON.parse(stdout) as { documents: DigitizedPaper[] };
    const papers = documents.flatMap((paper): SealedPaper[] =>
      paper.files.legalCopy ? [{ file: paper.files.legalCopy, texts: paper.pages.map((p) => p.text) }] : [],
    );
    // All but the identity card, of which only facts are kept.
    expect(papers).toHaveLength(documents.length - 1);
    expect(judgePapers(papers, join(data, 'keys', 'ca.pem'))).toEqual([]);
  }, 180_000);
});
