// A run through the feeder becomes papers at separator sheets (contract 3); a file without any is one paper.
import type { PageReading } from '../../core/model.ts';

export const separatorText = 'SOHOA/1/SEP';
const dossierPrefix = 'SOHOA/1/DOSSIER/';

export interface PaperPages {
  readonly pages: readonly PageReading[];
  /** Dossier named by the last dossier sheet before it. */
  readonly dossierCode: string | null;
}

// What our own sheets print beside the QR, and a few words a clerk may have pencilled on one.
const mostWords = 30;
// The QR of a sheet is large: one in a letter's margin is not.
const leastWidth = 0.12;

export type Sheet = { readonly kind: 'separator' } | { readonly kind: 'dossier'; readonly code: string };

/** The sheet this page is, or null: obeyed only where nothing else is on it. */
export function sheetOf(page: PageReading): Sheet | null {
  const mark = page.marks.find((m) => m.text === separatorText || m.text.startsWith(dossierPrefix));
  if (!mark || page.marks.length > 1 || mark.box[2] < leastWidth) return null;
  const words = page.text.lines.flatMap((l) => l.words).filter((w) => /[\p{L}\p{N}]{2}/u.test(w.text));
  if (words.length > mostWords) return null;
  return mark.text === separatorText ? { kind: 'separator' } : { kind: 'dossier', code: mark.text.slice(dossierPrefix.length) };
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
