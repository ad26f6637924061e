// All pages of one source file through the pool; finished pages are taken from the work folder.
import { basename } from 'node:path';
import { hashOfJson } from '../core/canonical-json.ts';
import { AppError } from '../core/errors.ts';
import type { PageReading, RightAngle } from '../core/model.ts';
import { stopsAtPage } from './gate/gate-of-pages.ts';
import { guardedFolder } from './gate/guarded-folder.ts';
import type { GateOverride } from './gate/override.ts';
import type { PagePicture, Source, StoredScan } from './intake/source.ts';
import type { ReadingPorts } from './paper.ts';
import { readStep } from './pipeline.ts';
import { openWorkFolder, type WorkFolder } from './work-folder.ts';

export interface ReadSource {
  readonly folder: WorkFolder;
  /** In page order, all of them; one that could not be read stands empty in its place. */
  readonly pages: readonly PageReading[];
  /** Why pages could not be read, by number: the papers they belong to may not be filed, the others may. */
  readonly unread: ReadonlyMap<number, AppError>;
  /** Milliseconds that reading each page took now, by page number; nothing for pages that were read before. */
  readonly milliseconds: ReadonlyMap<number, number>;
  /** The same by step. */
  readonly timings: ReadonlyMap<number, Readonly<Record<string, number>>>;
}

export interface ReadOrder {
  readonly path: string;
  readonly stored?: StoredScan;
  readonly source: Source;
  readonly signal: AbortSignal;
  /** A rule of the gate that somebody lets pass in this run. */
  readonly override?: GateOverride | null;
  /** Pages wanted, where not all of them are. */
  readonly wanted?: readonly number[];
  /** Degrees clockwise that make a page upright, where a clerk said so. */
  readonly turns?: ReadonlyMap<number, RightAngle>;
  onPage(page: number, reading: PageReading): void;
}

/** What the result of a page depends on beside its bytes. */
const optionsOf = (ports: ReadingPorts) => ({
  ...readStep,
  reader: ports.pages.reader,
  jpegQuality: ports.settings.jpegQuality,
});

export const readOptionsHash = (ports: ReadingPorts): string => hashOfJson(optionsOf(ports));

/**
 * Keeps the original first, then reads; one page more than there are workers is in memory, encoded.
 * @throws AppError where no page or too many could not be read (`intake.many-unread`).
 */
export async function readSource(order: ReadOrder, ports: ReadingPorts): Promise<ReadSource> {
  const { source, path, signal } = order;
  const folder = guardedFolder(
    await openWorkFolder({ root: ports.workRoot, cipher: ports.cipher ?? null }, source.sha256, {
      ...optionsOf(ports),
      ...(order.turns?.size ? { turns: [...order.turns] } : {}),
    }),
    stopsAtPage(ports.lists, order.override ?? null),
  );
  await folder.keepOriginal(path, order.stored?.bytes);
  source.readFrom(() => folder.readOriginal());
  const pages: PageReading[] = [];
  const milliseconds = new Map<number, number>();
  const timings = new Map<number, Readonly<Record<string, number>>>();
  const unread = new Map<number, AppError>();
  const running = new Set<Promise<void>>();
  const wanted = order.wanted ?? Array.from({ length: source.pageCount }, (_, index) => index + 1);
  for (const number of wanted) {
    signal.throwIfAborted();
    const task = readOrMiss(number).then((reading) => {
      pages[number - 1] = reading;
      order.onPage(number, reading);
    });
    const tracked = task.finally(() => running.delete(tracked));
    // Errors are met below; here they must not count as unhandled while others run.
    tracked.catch(() => undefined);
    running.add(tracked);
    if (running.size >= ports.pages.size + 1) await Promise.race(running);
  }
  await Promise.all(running);
  const [first] = unread.values();
  if (first && unread.size === wanted.length) throw first;
  return { folder, pages: pages.filter(Boolean), unread, milliseconds, timings };

  async function readOrMiss(number: number): Promise<PageReading> {
    try {
      return await readOne(number);
    } catch (error) {
      if (!isOfPage(error)) throw error;
      ports.log.error('page failed', { page: number, code: error.code });
      unread.set(number, error);
      const params = { file: basename(path), count: unread.size };
      if (unread.size >= ports.settings.mostUnread && unread.size < wanted.length)
        throw new AppError('input', 'intake.many-unread', { params, cause: error });
      return missing(number, error);
    }
  }

  async function readOne(number: number): Promise<PageReading> {
    const known = await folder.reading(number);
    if (known) return known;
    const picture = await source.page(number);
    const output = await ports.pages.read(inputOf(picture, ports, order.turns?.get(number)), signal);
    const reading = { ...output.reading, problems: [...picture.problems, ...output.reading.problems] };
    const ms = Math.round(total(output.timings));
    milliseconds.set(number, ms);
    timings.set(number, output.timings);
    ports.log.info('page', { page: number, ms, ...rounded(output.timings) });
    await folder.putPage(number, reading, output.legal);
    return reading;
  }
}

/** Trouble of one page; anything else is the file's or the machine's. */
const isOfPage = (error: unknown): error is AppError =>
  error instanceof AppError &&
  error.params.page !== undefined &&
  ['input', 'dependency'].includes(error.kind);

/** Holds the place of a page that could not be read, so that the run is split as if it were there. */
const missing = (number: number, { code, params }: AppError): PageReading => ({
  number,
  blank: false,
  rotation: 0,
  skew: 0,
  text: { width: 1, height: 1, dpi: 1, lines: [] },
  marks: [],
  problems: [{ code, params, page: number }],
});

const inputOf = (picture: PagePicture, ports: ReadingPorts, turn: RightAngle | undefined) => ({
  number: picture.number,
  bytes: picture.bytes,
  dpi: picture.dpi,
  mirrored: picture.mirrored,
  shownTurned: picture.rotation,
  // A page that is turned by hand is read as a picture: its own text lies the way it was shown.
  ...(picture.nativeText && turn === undefined ? { nativeText: picture.nativeText } : {}),
  ...(turn === undefined ? {} : { turn }),
  jpegQuality: ports.settings.jpegQuality,
});

const total = (timings: Readonly<Record<string, number>>) =>
  Object.values(timings).reduce((a, b) => a + b, 0);
const rounded = (timings: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(timings).map(([k, v]) => [k, Math.round(v)]));

/** The error of a source that cannot be taken, with its file named. */
export function inputError(thrown: unknown, source: string): AppError {
  if (thrown instanceof AppError)
    return new AppError(thrown.kind, thrown.code, {
      params: { ...thrown.params, source },
      cause: thrown.cause,
      retryable: thrown.retryable,
    });
  return new AppError('dependency', 'error.unexpected', { params: { source }, cause: thrown });
}
