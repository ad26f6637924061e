// A run through the feeder becomes papers at separator sheets (contract 3); a file without any is one paper.
import type { PageReading } from '../../core/model.ts';
import { fold } from '../../core/text.ts';
import { dossierPrefix, dossierTexts, separatorText, separatorTexts } from './sheet-texts.ts';

export interface PaperPages {
  readonly pages: readonly PageReading[];
  /** Dossier named by the last dossier sheet before it. */
  readonly dossierCode: string | null;
}

// Other makers' sheets carry a heading, and a clerk may have pencilled a few words on one.
const mostForeignWords = 12;
// The QR of a sheet is large: one in a letter's margin is not.
const leastWidth = 0.12;

const plain = (text: string) => fold(text).replace(/[^a-z0-9]/g, '');
const ownWords = new Set(
  [separatorTexts, dossierTexts('')].flatMap((t) => [t.heading, ...t.lines].join(' ').split(' ').map(plain)),
);

export type Sheet = { readonly kind: 'separator' } | { readonly kind: 'dossier'; readonly code: string };

/** The sheet this page is, or null: obeyed only where nothing else is on it. */
export function sheetOf(page: PageReading): Sheet | null {
  const mark = page.marks.find((m) => m.text === separatorText || m.text.startsWith(dossierPrefix));
  if (!mark || page.marks.length > 1 || mark.box[2] < leastWidth) return null;
  const words = page.text.lines.flatMap((l) => l.words).map((w) => plain(w.text));
  const foreign = words.filter((w) => w.length > 1 && !ownWords.has(w) && !plain(mark.text).includes(w));
  if (foreign.length > mostForeignWords) return null;
  return mark.text === separatorText
    ? { kind: 'separator' }
    : { kind: 'dossier', code: mark.text.slice(dossierPrefix.length) };
}

/** Papers in order. A blank page right behind a sheet is that sheet's back and belongs to none. */
export function splitRun(pages: readonly PageReading[]): PaperPages[] {
  const papers: { pages: PageReading[]; dossierCode: string | null }[] = [];
  let current: PageReading[] = [];
  let dossierCode: string | null = null;
  let behindSheet = false;
  const finish = () => {
    if (current.length > 0) papers.push({ pages: current, dossierCode });
    current = [];
  };
  for (const page of pages) {
    const sheet = sheetOf(page);
    if (sheet) {
      finish();
      if (sheet.kind === 'dossier') dossierCode = sheet.code;
    } else if (!(behindSheet && page.blank)) current.push(page);
    behindSheet = sheet !== null;
  }
  finish();
  return papers;
}
