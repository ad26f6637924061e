// The same file again: papers that are there already are told, not made twice.
import type { PageReading, Sha256 } from '../../core/model.ts';
import type { PaperRow } from '../../core/ports.ts';
import {
  type DigitizedPaper,
  fieldsOf,
  legalCopyOf,
  pagesOf,
  qrOf,
  type Reporting,
} from '../digitized-paper.ts';
import type { PaperWork } from '../paper.ts';
import { hasWork } from '../work-folder.ts';

// Papers in these states do not stand in the way of trying again.
const gone = new Set(['refused', 'failed']);

/** Another cut of the scan, or another scan, has taken its place: it is not made again, and only told of where asked. */
const isReplaced = ({ state, legalStatus }: PaperRow): boolean =>
  state === 'discarded' || legalStatus === 'superseded';

/**
 * Papers of an original that was digitised to its end, else null: a run that was stopped half way is taken up again
 * (its work folder still lies there), and so is one that may hold a paper the gate refused, to refuse it again.
 */
export async function knownPapers(
  { sha256, pageCount }: { readonly sha256: Sha256; readonly pageCount: number },
  reporting: Reporting & { source: string },
): Promise<DigitizedPaper[] | null> {
  const { ports } = reporting;
  const papers = (await ports.registry.papersByOriginal(sha256)).filter((p) => !gone.has(p.state));
  if (papers.length === 0 || (await hasWork(ports.workRoot, sha256))) return null;
  if (mayHoldMore(papers, pageCount)) return null;
  const shown = papers.filter(
    (paper) =>
      paper.state !== 'discarded' &&
      !(isReplaced(paper) && papers.some((other) => !isReplaced(other) && sharesPages(paper, other))),
  );
  return Promise.all(shown.map((paper) => report(paper, reporting)));
}

const sharesPages = (one: PaperRow, other: PaperRow): boolean =>
  one.pages.some((page) => other.pages.includes(page));

/**
 * Whether pages that belong to no known paper may be a paper: more of them in one place than a sheet and its blank back,
 * or than the sheet at either end of a run. Nothing is noted of refused papers, so only the gaps tell.
 */
export function mayHoldMore(papers: readonly Pick<PaperRow, 'pages'>[], pageCount: number): boolean {
  const known = new Set(papers.flatMap(({ pages }) => pages));
  let gap = 0;
  for (let page = 1; page <= pageCount + 1; page++) {
    const [atStart, atEnd] = [page - gap === 1, page > pageCount];
    if (page <= pageCount && !known.has(page)) gap++;
    else {
      if (gap >= (atStart || atEnd ? 2 : 3)) return true;
      gap = 0;
    }
  }
  return false;
}

/** The paper of exactly these pages, where it is there already. */
export async function reportKnown(work: PaperWork, reporting: Reporting): Promise<DigitizedPaper | null> {
  const pages = work.pages.map((p) => p.number).join();
  const papers = await reporting.ports.registry.papersByOriginal(work.original.sha256);
  const same = papers
    .filter((p) => p.pages.join() === pages && !gone.has(p.state))
    // A clerk's new cut makes a paper of pages that others had before.
    .filter((p) => !work.replaces || !isReplaced(p))
    .filter((p) => !work.replaces?.some(({ id }) => id === p.id))
    .sort((one, other) => Number(isReplaced(one)) - Number(isReplaced(other)))[0];
  if (!same) return null;
  return {
    ...(await report(same, { ...reporting, source: work.original.source })),
    pages: pagesOf(work.pages),
    qr: qrOf(work.pages),
  };
}

async function report(paper: PaperRow, reporting: Reporting & { source?: string }): Promise<DigitizedPaper> {
  const { registry } = reporting.ports;
  const [facts, readings] = await Promise.all([registry.facts(paper.id), storedPages(paper, reporting)]);
  const dossier = paper.dossierId ? await registry.dossier(paper.dossierId) : null;
  return {
    source: reporting.source ?? paper.sourceName,
    dossier: dossier?.code ?? null,
    pages: readings
      ? pagesOf(readings)
      : paper.pages.map((number) => ({ number, blank: false, rotation: 0 as const, text: '' })),
    type: paper.kind ? { code: paper.kind, confidence: paper.kindConfidence ?? 0 } : null,
    fields: fieldsOf(facts),
    code: paper.code,
    status: paper.state,
    alreadyFiled: true,
    signed: paper.signedInput,
    problems: paper.problems,
    files: await legalCopyOf(paper, reporting),
    qr: readings ? qrOf(readings) : [],
    id: paper.id,
    milliseconds: 0,
  };
}

/** Readings as filed; null for a paper of which only facts are kept. */
async function storedPages(paper: PaperRow, { ports }: Reporting): Promise<PageReading[] | null> {
  const row = (await ports.registry.files(paper.id)).find((f) => f.role === 'text');
  if (!row) return null;
  const parts: Uint8Array[] = [];
  for await (const part of await ports.objects.get(row.key)) parts.push(part);
  return JSON.parse(Buffer.concat(parts).toString('utf8')) as PageReading[];
}
