// What lies in the watched folder: each folder at its top is one unit, taken as a whole; each file there is one of its own.
import type { Stats } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DOSSIER_FILE } from '../digitize/dossier-file.ts';
import { isScanName, naturalOrder } from '../digitize/find-scans.ts';

/** A file as it was when looked at. */
export interface SeenFile {
  readonly path: string;
  /** `/`-separated, relative to the watched folder. */
  readonly source: string;
  readonly size: number;
  /** Milliseconds; only ever compared for equality: the clock is the file server's. */
  readonly time: number;
}

export interface Unit {
  /** Name at the top of the watched folder; `.` where that is itself one dossier. */
  readonly name: string;
  readonly isFolder: boolean;
  readonly scans: readonly SeenFile[];
  readonly dossierFiles: readonly SeenFile[];
  /** What is no scan and stays where it is. */
  readonly others: readonly SeenFile[];
  /** Changes whenever a file comes, grows, changes or goes, also one that is not taken. */
  readonly stamp: string;
}

/** Names under which programs write before they rename; `~$` are locks of office programs. */
const TEMPORARY =
  /^~|~$|\.(part|partial|filepart|tmp|temp|crdownload|download|opdownload|lock|swp|writing)$/i;
export const isTemporary = (name: string): boolean => TEMPORARY.test(name);

/** Put by the desktops of Windows and macOS into any folder they show. */
export const isDesktopLitter = (name: string): boolean =>
  /^(thumbs\.db|desktop\.ini|\.ds_store)$/i.test(name);

/**
 * Links and hidden files are never looked into. `isOwn`: folders that are ours, by path.
 * @throws errors of the file system about the watched folder itself; what vanishes meanwhile is left out.
 */
export async function listUnits(root: string, isOwn: (path: string) => boolean): Promise<Unit[]> {
  const names = (await readdir(root)).sort(naturalOrder);
  const units: Unit[] = [];
  for (const name of names) {
    const path = join(root, name);
    const info = name.startsWith('.') || isOwn(path) ? null : await look(path);
    if (info?.isDirectory()) units.push(unitOf(name, true, await filesIn(path, name, isOwn)));
    else if (info?.isFile()) units.push(unitOf(name, false, [seen(path, name, info)]));
  }
  const wholeDossier = units.some(({ name, isFolder }) => !isFolder && name === DOSSIER_FILE);
  return wholeDossier ? [joined(units)] : units;
}

/** A dossier.json at the top: the watched folder is one dossier, as `digitize` takes it. */
const joined = (units: readonly Unit[]): Unit => ({
  name: '.',
  isFolder: true,
  scans: units.flatMap(({ scans }) => scans),
  dossierFiles: units.flatMap(({ dossierFiles }) => dossierFiles),
  others: units.flatMap(({ others }) => others),
  stamp: units.map(({ stamp }) => stamp).join('\n'),
});

function unitOf(name: string, isFolder: boolean, files: readonly SeenFile[]): Unit {
  const scans: SeenFile[] = [];
  const dossierFiles: SeenFile[] = [];
  const others: SeenFile[] = [];
  for (const file of files) {
    const base = file.source.split('/').at(-1) ?? '';
    if (base === DOSSIER_FILE) dossierFiles.push(file);
    else if (!base.startsWith('.') && !isTemporary(base) && isScanName(base)) scans.push(file);
    else others.push(file);
  }
  const stamp = files.map(fileStamp).join('\n');
  return { name, isFolder, scans, dossierFiles, others, stamp };
}

/** The same as long as the file is. */
export const fileStamp = ({ source, size, time }: SeenFile): string => `${source}\t${size}\t${time}`;

async function filesIn(folder: string, above: string, isOwn: (path: string) => boolean): Promise<SeenFile[]> {
  const names = await readdir(folder).catch(() => []);
  const found: SeenFile[] = [];
  for (const name of names.sort(naturalOrder)) {
    const path = join(folder, name);
    const source = `${above}/${name}`;
    const info = await look(path);
    if (info?.isFile()) found.push(seen(path, source, info));
    else if (info?.isDirectory() && !name.startsWith('.') && !isOwn(path))
      found.push(...(await filesIn(path, source, isOwn)));
  }
  return found;
}

const seen = (path: string, source: string, info: Stats): SeenFile => ({
  path,
  source,
  size: info.size,
  time: info.mtimeMs,
});

const look = (path: string): Promise<Stats | null> => lstat(path).catch(() => null);

/** The file as it is now; null where it is gone or no file any more. */
export async function lookAgain({ path, source }: SeenFile): Promise<SeenFile | null> {
  const info = await look(path);
  return info?.isFile() ? seen(path, source, info) : null;
}
