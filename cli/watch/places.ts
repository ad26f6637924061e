// Where files go when they are done with: two visible folders, a day and a dossier each, with the reason beside a failed one.
import { copyFile, mkdir, open, readFile, realpath, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { AppError } from '../../core/errors.ts';
import { message } from '../../core/messages/index.ts';
import { moveFile } from './move-file.ts';

/** Fixed words, whatever the language of a run: a later run must know them again. */
export const DEFAULT_NAMES = { done: 'da-xu-ly', failed: 'loi' } as const;

/** Lies in both folders, so that they are known as ours also when a later run is told other ones. */
const MARK = '.sohoa';
/** First line of what we put beside a failed file; by it we know our own. */
const REASON_TITLE = 'SOHOA - LÝ DO / REASON';

export interface Places {
  readonly done: string;
  readonly failed: string;
}

export interface PlaceSettings {
  readonly root: string;
  readonly done: string | undefined;
  readonly failed: string | undefined;
}

/** Makes both, marked. @throws AppError usage `watch.no-right` where they cannot be written. */
export async function openPlaces({ root, done, failed }: PlaceSettings): Promise<Places> {
  const at = (name: string): string => (isAbsolute(name) ? resolve(name) : join(root, name));
  const wanted = { done: at(done ?? DEFAULT_NAMES.done), failed: at(failed ?? DEFAULT_NAMES.failed) };
  for (const folder of Object.values(wanted)) {
    try {
      await mkdir(folder, { recursive: true });
      await (await open(join(folder, MARK), 'a')).close();
    } catch (cause) {
      const why = (cause as NodeJS.ErrnoException).code ?? '';
      const kind = why === 'ENOSPC' || why === 'EDQUOT' ? 'dependency' : 'usage';
      throw new AppError(kind, 'watch.no-right', { params: { folder, why }, cause });
    }
  }
  return { done: await realpath(wanted.done), failed: await realpath(wanted.failed) };
}

/** True for a folder that some run marked as its own. */
export const isMarked = (folder: string): Promise<boolean> =>
  readFile(join(folder, MARK)).then(
    () => true,
    () => false,
  );

export interface Departure {
  readonly path: string;
  /** `/`-separated, relative to the watched folder. */
  readonly source: string;
  /** `2026-11-22`. */
  readonly day: string;
  readonly size: number;
  readonly time: number;
}

const placeOf = (folder: string, { source, day }: Departure): string =>
  join(folder, day, ...source.split('/'));

/** What was said of it when it failed before goes with it. Null: see `moveFile`. */
export async function moveToDone(places: Places, file: Departure): Promise<string | null> {
  const target = await moveFile({ from: file.path, to: placeOf(places.done, file), wanted: file });
  if (target !== null) await removeReason(file.path);
  return target;
}

/** `reason` in every language a reader may have, or null; it is on the disk before the file moves. */
export async function moveToFailed(
  places: Places,
  file: Departure,
  reason: readonly string[] | null,
): Promise<string | null> {
  const target = await moveFile({
    from: file.path,
    to: placeOf(places.failed, file),
    wanted: file,
    before: async (chosen) => {
      if (reason) await writeReason(chosen, reason);
    },
  });
  if (target !== null) await removeReason(file.path);
  return target;
}

/** A dossier.json that more than one place needs. */
export async function copyToFailed(places: Places, file: Departure): Promise<void> {
  const target = placeOf(places.failed, file);
  await mkdir(dirname(target), { recursive: true });
  await copyFile(file.path, target);
}

/** Old programs for plain text on Windows need the mark of UTF-8 and both line ends. */
async function writeReason(target: string, reason: readonly string[]): Promise<void> {
  const text = [REASON_TITLE, basename(target), '', ...reason, ''].join('\r\n');
  await writeFile(`${target}.txt`, `\uFEFF${text}`, { flush: true });
}

async function removeReason(path: string): Promise<void> {
  const file = `${path}.txt`;
  const text = await readFile(file, 'utf8').catch(() => '');
  if (text.startsWith(`\uFEFF${REASON_TITLE}`)) await rm(file, { force: true });
}

/** Whether what lies beside scans is a reason we wrote: no word about it is needed. */
export const isReasonName = (name: string): boolean => /\.(pdf|tiff?|jpe?g|png|json)\.txt$/i.test(name);

/** Sentence and hint in both languages: who finds the file did not start the program. */
export const bothLanguages = (say: (lang: 'vi' | 'en') => readonly string[]): string[] => [
  `[${message('vi', 'watch.reason.language')}]`,
  ...say('vi'),
  '',
  `[${message('en', 'watch.reason.language')}]`,
  ...say('en'),
];

/** Removes a folder and those in it as far as nothing lies in them; false where something does. */
export async function removeEmpty(
  folder: string,
  inside: readonly string[],
  litter: readonly string[],
): Promise<boolean> {
  for (const file of litter) await rm(file, { force: true });
  const deepestFirst = [...inside].sort((one, other) => other.length - one.length);
  for (const each of [...deepestFirst, folder]) {
    const code = await rmdir(each).then(
      () => '',
      (error: NodeJS.ErrnoException) => error.code ?? 'EUNKNOWN',
    );
    if (code !== '' && code !== 'ENOENT') return false;
  }
  return true;
}
