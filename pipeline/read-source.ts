// All pages of one source file through the pool; finished pages are taken from the work folder.
import { hashOfJson } from '../core/canonical-json.ts';
import { AppError } from '../core/errors.ts';
import type { PageReading } from '../core/model.ts';
import type { PagePicture, Source } from './intake/source.ts';
import type { DigitizePorts } from './paper.ts';
import { readStep } from './pipeline.ts';
import { openWorkFolder, type WorkFolder } from './work-folder.ts';

export interface ReadSource {
  readonly folder: WorkFolder;
  /** In page order, all of them: one page that cannot be read fails its source, since nothing may be filed without it. */
  readonly pages: readonly PageReading[];
  /** Milliseconds that reading each page took now, by page number; nothing for pages that were read before. */
  readonly milliseconds: ReadonlyMap<number, number>;
}

export interface ReadOrder {
  readonly path: string;
  readonly source: Source;
  readonly signal: AbortSignal;
  onPage(page: number): void;
}

/** What the result of a page depends on beside its bytes. */
const optionsOf = (ports: DigitizePorts) => ({
  ...readStep,
  reader: ports.pages.reader,
  jpegQuality: ports.settings.jpegQuality,
});

export const readOptionsHash = (ports: DigitizePorts): string => hashOfJson(optionsOf(ports));

/** Keeps the original first, then reads; one page more than there are workers is in memory, encoded. */
export async function readSource(order: ReadOrder, ports: DigitizePorts): Promise<ReadSource> {
  const { source, path, signal } = order;
  const folder = await openWorkFolder(ports.workRoot, source.sha256, optionsOf(ports));
  await folder.keepOriginal(path);
  const pages: PageReading[] = [];
  const milliseconds = new Map<number, number>();
  const running = new Set<Promise<void>>();
  for (let number = 1; number <= source.pageCount; number++) {
    signal.throwIfAborted();
    const task = readOne(number).then((reading) => {
      pages[number - 1] = reading;
      order.onPage(number);
    });
    const tracked = task.finally(() => running.delete(tracked));
    // Errors are met below; here they must not count as unhandled while others run.
    tracked.catch(() => undefined);
    running.add(tracked);
    if (running.size >= ports.pages.size + 1) await Promise.race(running);
  }
  await Promise.all(running);
  return { folder, pages, milliseconds };

  async function readOne(number: number): Promise<PageReading> {
    const known = await folder.reading(number);
    if (known) return known;
    const picture = await source.page(number);
    const output = await ports.pages.read(inputOf(picture, ports), signal);
    const reading = { ...output.reading, problems: [...picture.problems, ...output.reading.problems] };
    const ms = Math.round(total(output.timings));
    milliseconds.set(number, ms);
    ports.log.info('page', { page: number, ms, ...rounded(output.timings) });
    await folder.putPage(number, reading, output.legal);
    return reading;
  }
}

const inputOf = (picture: PagePicture, ports: DigitizePorts) => ({
  number: picture.number,
  bytes: picture.bytes,
  dpi: picture.dpi,
  mirrored: picture.mirrored,
  shownTurned: picture.rotation,
  ...(picture.nativeText ? { nativeText: picture.nativeText } : {}),
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
