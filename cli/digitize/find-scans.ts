// Finds the scans in what the user named: files, folders of scans, dossiers, folders of dossiers; says what it leaves.
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { basename, extname, join, relative, resolve, sep } from 'node:path';
import { AppError } from '../../core/errors.ts';
import type { DossierInput } from '../../core/model.ts';
import { DOSSIER_FILE, readDossierFile } from './dossier-file.ts';

export interface FoundFile {
  readonly path: string;
  /** `/`-separated, relative to the folder given. */
  readonly source: string;
}

/** Files that belong together. */
export interface FoundBatch {
  readonly files: readonly FoundFile[];
  /** Of its dossier.json; null: the batch has none. */
  readonly dossier: DossierInput | null;
}

export interface SkippedFile {
  readonly source: string;
  /** Key of the reason, `cli.skipped.<reason>`. */
  readonly reason: 'hidden' | 'link' | 'unknown' | 'special' | 'own';
}

export interface FoundScans {
  readonly batches: readonly FoundBatch[];
  readonly skipped: readonly SkippedFile[];
}

const SCANS = 'scans';
const KNOWN = new Set(['.pdf', '.tif', '.tiff', '.jpg', '.jpeg', '.png']);
/** By its ending; what it is, its bytes say. */
export const isScanName = (name: string): boolean => KNOWN.has(extname(name).toLowerCase());

/** Numbers by value: scan 2 before scan 10. */
const natural = new Intl.Collator('en', { numeric: true });
export const naturalOrder = (one: string, other: string): number =>
  natural.compare(one, other) || (one < other ? -1 : one > other ? 1 : 0);

/**
 * In the order given, inside folders in natural order. A file that is named outright is taken whatever it is called.
 * `ownFolders` (the data folder, the folder for copies) are left out where they lie inside: what we wrote is no scan.
 * Sources are relative to the folder given, or to `root` where there is one.
 * @throws AppError usage `cli.no-such-file`, `cli.dossier-*`.
 */
export async function findScans(
  paths: readonly string[],
  ownFolders: readonly string[] = [],
  root?: string,
): Promise<FoundScans> {
  const own = new Set(await Promise.all(ownFolders.map(realPath)));
  const batches: FoundBatch[] = [];
  const skipped: SkippedFile[] = [];
  const named: FoundFile[] = [];
  for (const path of paths) {
    const info = await stat(path).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'ENOENT' && cause.code !== 'ENOTDIR') return unreadable(path)(cause);
      throw new AppError('usage', 'cli.no-such-file', { params: { file: path }, cause });
    });
    if (!info.isDirectory()) named.push({ path, source: basename(path) });
    else {
      const loose: FoundFile[] = [];
      await walk(path, { root: root ?? path, own, batches, skipped, loose });
      if (loose.length > 0) batches.push({ files: loose, dossier: null });
    }
  }
  return { batches: named.length > 0 ? [{ files: named, dossier: null }, ...batches] : batches, skipped };
}

const realPath = (path: string): Promise<string> => realpath(path).catch(() => resolve(path));

interface Walk {
  readonly root: string;
  /** Real paths of folders that are ours. */
  readonly own: ReadonlySet<string>;
  readonly batches: FoundBatch[];
  readonly skipped: SkippedFile[];
  /** Where files that belong to no dossier go. */
  readonly loose: FoundFile[];
}

async function walk(folder: string, found: Walk): Promise<void> {
  const names = (await readdir(folder).catch(unreadable(folder))).sort(naturalOrder);
  const hasDossier = names.includes(DOSSIER_FILE);
  const own: FoundFile[] = [];
  const inside = hasDossier || names.includes(SCANS) ? { ...found, loose: own } : found;
  for (const name of names) {
    const path = join(folder, name);
    if (name === DOSSIER_FILE) continue;
    await visit(path, name, inside);
  }
  if (own.length === 0) return;
  const dossier = hasDossier ? await readDossierFile(join(folder, DOSSIER_FILE)) : null;
  found.batches.push({ files: own, dossier });
}

/** A folder that may not be read, or that goes away while it is looked through. */
const unreadable = (folder: string) => (cause: NodeJS.ErrnoException) => {
  throw new AppError('usage', 'fault.input-folder', { params: { folder, why: cause.code ?? '' }, cause });
};

async function visit(path: string, name: string, found: Walk): Promise<void> {
  const source = relative(found.root, path).split(sep).join('/');
  const skip = (reason: SkippedFile['reason']): void => void found.skipped.push({ source, reason });
  if (name.startsWith('.')) return skip('hidden');
  const info = await lstat(path).catch(() => null);
  if (info === null) {
    // Gone meanwhile, or a name that is no UTF-8: a scan among others, whose trouble is told when it is opened.
    if (isScanName(name)) found.loose.push({ path, source });
    return;
  }
  if (info.isSymbolicLink()) skip('link');
  else if (info.isDirectory()) {
    if (found.own.has(await realPath(path))) skip('own');
    else await walk(path, found);
  } else if (!info.isFile()) skip('special');
  else if (!isScanName(name)) skip('unknown');
  else found.loose.push({ path, source });
}
