// One element of contract 1: what `sohoa digitize --json` says of a paper.
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { AppError } from '../core/errors.ts';
import type { Box, Fact, PageReading, PaperState, Problem, RightAngle } from '../core/model.ts';
import type { FileRow, PaperRow } from '../core/ports.ts';
import type { DigitizePorts, PaperWork } from './paper.ts';

export interface DigitizedPaper {
  readonly source: string;
  readonly dossier: string | null;
  readonly pages: readonly { number: number; blank: boolean; rotation: RightAngle; text: string }[];
  readonly type: { readonly code: string; readonly confidence: number } | null;
  readonly fields: Readonly<Record<string, { value: string; confidence: number; page?: number; box?: Box }>>;
  readonly code: string | null;
  readonly status: PaperState;
  readonly alreadyFiled: boolean;
  /** Came signed. */
  readonly signed: boolean;
  readonly problems: readonly Problem[];
  readonly files: { readonly legalCopy?: string };
  readonly qr: readonly string[];
  /** ULID; absent where nothing was filed. */
  readonly id: string | null;
  readonly milliseconds: number;
}

export interface Reporting {
  readonly ports: DigitizePorts;
  readonly out: string | null;
}

/** Text of a page: one printed line a `\n`, reading order. */
export const pageText = (page: PageReading): string =>
  page.text.lines
    .map((l) => l.words.map((w) => w.text).join(' '))
    .join('\n')
    .normalize('NFC');

export const pagesOf = (pages: readonly PageReading[]) =>
  pages.map((p) => ({ number: p.number, blank: p.blank, rotation: p.rotation, text: pageText(p) }));

export const qrOf = (pages: readonly PageReading[]) => pages.flatMap((p) => p.marks.map((m) => m.text));

const rounded = (confidence: number) => Math.round(confidence * 1000) / 1000;

export const fieldsOf = (facts: readonly Fact[]): DigitizedPaper['fields'] =>
  Object.fromEntries(
    // Further owners of a role that repeats (`ho_ten#2`) are owners of the paper, not fields of the contract.
    facts
      .filter((f) => !f.key.includes('#'))
      .map((f) => [
        f.key,
        {
          value: f.value,
          confidence: rounded(f.confidence),
          ...(f.page === undefined ? {} : { page: f.page }),
          ...(f.box === undefined ? {} : { box: f.box }),
        },
      ]),
  );

/** Says what became of a paper that went through the steps. */
export async function digitizedPaper(
  work: PaperWork,
  reporting: Reporting & { milliseconds: number },
): Promise<DigitizedPaper> {
  const { filed, understanding } = work;
  return {
    source: work.original.source,
    dossier: work.dossier?.code ?? null,
    pages: pagesOf(work.pages),
    type: understanding
      ? { code: understanding.kind.code, confidence: rounded(understanding.kind.confidence) }
      : null,
    fields: fieldsOf(understanding?.facts ?? []),
    code: filed?.code ?? null,
    status: filed?.state ?? work.state ?? 'failed',
    alreadyFiled: false,
    signed: work.original.signed,
    problems: work.problems,
    files: filed ? await legalCopyOf(filed, reporting) : {},
    qr: qrOf(work.pages),
    id: filed?.id ?? null,
    milliseconds: reporting.milliseconds,
  };
}

/** Refused input, or a paper that failed: nothing of it is filed, its bytes stay where they are. */
export function failedPaper(
  source: string,
  error: AppError,
  pages: readonly PageReading[] = [],
): DigitizedPaper {
  return {
    source,
    dossier: null,
    pages: pagesOf(pages),
    type: null,
    fields: {},
    code: null,
    status: error.kind === 'input' ? 'refused' : 'failed',
    alreadyFiled: false,
    signed: false,
    problems: [{ code: error.code, params: error.params }],
    files: {},
    qr: [],
    id: null,
    milliseconds: 0,
  };
}

/** A paper with pages that could not be read: nothing of it is filed. Null where all of its pages were. */
export function unreadPaper(
  source: string,
  pages: readonly PageReading[],
  unread: ReadonlyMap<number, AppError>,
): DigitizedPaper | null {
  const [first] = pages.flatMap(({ number }) => unread.get(number) ?? []);
  if (!first) return null;
  const problems = pages.flatMap(({ number }) => {
    const error = unread.get(number);
    return error ? [{ code: error.code, params: { ...error.params, source }, page: number }] : [];
  });
  return { ...failedPaper(source, first, pages), problems };
}

/** Where the legal copy lies: a copy in `out`, the store's own file, or the store's key. */
export async function legalCopyOf(
  paper: PaperRow,
  { ports, out }: Reporting,
): Promise<{ legalCopy?: string }> {
  const row = (await ports.registry.files(paper.id)).find((f) => f.role === 'legal-copy');
  if (!row) return {};
  if (out !== null) return { legalCopy: await writeOut(row, paper, ports, out) };
  return { legalCopy: (await ports.objects.localPath(row.key)) ?? `store:${row.key}` };
}

async function writeOut(row: FileRow, paper: PaperRow, ports: DigitizePorts, out: string): Promise<string> {
  const blame = (cause: NodeJS.ErrnoException): never => {
    if (cause instanceof AppError) throw cause;
    throw new AppError('dependency', 'fault.out', { params: { folder: out, why: cause.code ?? '' }, cause });
  };
  await mkdir(out, { recursive: true }).catch(blame);
  // The ending stays in: 01.jpg and 01.pdf are two files.
  const stem = paper.sourceName.replace(/[^\p{L}\p{N}.-]+/gu, '_');
  const file = resolve(join(out, `${stem}_${String(paper.pages[0] ?? 1).padStart(3, '0')}.pdf`));
  await writeFile(file, await ports.objects.get(row.key)).catch(blame);
  return file;
}
