// The capture check: whether a scan is good enough, and cut right, to be sealed without anybody looking. Pure.
import type { PageReading, Problem } from '../../core/model.ts';
import { isAboutScan } from '../../core/scan-quality.ts';
import { fold } from '../../core/text.ts';
import { dossierPrefix, separatorText } from '../split/sheet-texts.ts';

/** Fewer words say nothing about how well a page was read. */
const LEAST_WORDS = 15;
/** Mean confidence below which most words are guesses: a page upside down, or a picture nobody can read. */
const READABLE = 0.55;
/** The national motto stands at the head of a paper's first page (Decree 30/2020). */
const MOTTO = 'cong hoa xa hoi chu nghia viet nam';
const HEAD = 0.25;

/** Every reason to look, page by page; empty where nothing is in doubt. */
export function captureDoubts(pages: readonly PageReading[]): Problem[] {
  const first = pages.find(({ blank }) => !blank);
  const headed = first !== undefined && hasMotto(first);
  return pages.flatMap((page): Problem[] => [
    ...page.problems.filter(isAboutScan),
    ...(isUnreadable(page) ? [{ code: 'capture.unreadable', page: page.number }] : []),
    ...(isSheetIgnored(page) ? [{ code: 'capture.sheet-ignored', page: page.number }] : []),
    ...(headed && page !== first && hasMotto(page) ? [{ code: 'capture.new-paper', page: page.number }] : []),
  ]);
}

function isUnreadable({ text }: PageReading): boolean {
  const words = text.lines.flatMap((line) => line.words);
  if (words.length < LEAST_WORDS) return false;
  return words.reduce((sum, { confidence }) => sum + confidence, 0) / words.length < READABLE;
}

const hasMotto = ({ text }: PageReading): boolean =>
  text.lines
    .filter(({ box }) => box[1] < HEAD)
    .some(({ words }) => fold(words.map((word) => word.text).join(' ')).includes(MOTTO));

/** A separator's code on a page that holds more than the sheet: it was not obeyed (contract 3). */
const isSheetIgnored = ({ marks }: PageReading): boolean =>
  marks.some(({ text }) => text === separatorText || text.startsWith(dossierPrefix));
