// Every outside judge over a folder of filed papers: archive format, signature, structure, words. One list of faults.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import * as poppler from './judges/poppler.ts';
import * as pyhanko from './judges/pyhanko.ts';
import * as qpdf from './judges/qpdf.ts';
import * as verapdf from './judges/verapdf.ts';

/** A paper that we sealed: its legal copy and the text that `digitize` reported, page by page. */
export interface SealedPaper {
  readonly file: string;
  readonly texts: readonly string[];
}

/** Why no judgement can be given, or '' where every judge is there. */
export const missingJudges = (): string =>
  [poppler, pyhanko, qpdf, verapdf]
    .map((judge) => judge.available())
    .filter(({ ok }) => !ok)
    .map(({ reason }) => reason)
    .join('; ');

/** Faults of sealed papers; `root`: PEM of the authority that issued the officer's certificate. */
export function judgePapers(papers: readonly SealedPaper[], root: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'sohoa-judge-'));
  try {
    const unsigned = papers.map((paper, i) => firstRevision(paper.file, join(folder, `${i}.pdf`)));
    return [
      ...archiveFaults([...papers.map((p) => p.file), ...unsigned]),
      ...papers.flatMap((paper) => [...signatureFaults(paper.file, root), ...wordFaults(paper)]),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The file as it was before it was signed: sealing only appends. */
function firstRevision(file: string, to: string): string {
  const bytes = readFileSync(file);
  const end = bytes.indexOf('%%EOF') + '%%EOF\n'.length;
  writeFileSync(to, bytes.subarray(0, end));
  return to;
}

function archiveFaults(files: readonly string[]): string[] {
  return verapdf
    .checkArchive(files)
    .filter((v) => !v.compliant)
    .map((v) => `${basename(v.file)}: veraPDF: ${v.broken.slice(0, 3).join(' | ')}`);
}

function signatureFaults(file: string, root: string): string[] {
  const name = basename(file);
  const faults: string[] = [];
  const structure = qpdf.faultsOf(file);
  if (structure !== '') faults.push(`${name}: qpdf: ${structure}`);
  const popplerSays = poppler.signaturesOf(file);
  const [only] = popplerSays;
  if (popplerSays.length !== 1 || !only) faults.push(`${name}: pdfsig: ${popplerSays.length} signatures`);
  else if (!/is Valid/.test(only.validity) || !only.wholeDocument)
    faults.push(`${name}: pdfsig: ${only.validity}`);
  const [verdict, ...more] = pyhanko.checkSignatures(file, root);
  if (!verdict?.valid || !verdict.wholeFile || more.length > 0)
    faults.push(`${name}: pyHanko: ${verdict?.report.slice(-300) ?? 'no signature'}`);
  return faults;
}

/** The words another reader finds must be the recognised ones, each as often. */
function wordFaults({ file, texts }: SealedPaper): string[] {
  const wanted = words(texts.join('\n'));
  const found = words(poppler.textOf(file, { raw: true }));
  const left = [...found];
  const lost = wanted.filter((w) => {
    const at = left.indexOf(w);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return lost.length === 0
    ? []
    : [`${basename(file)}: pdftotext lost ${lost.length} of ${wanted.length} words`];
}

const words = (text: string): string[] => text.normalize('NFC').split(/\s+/).filter(Boolean);
