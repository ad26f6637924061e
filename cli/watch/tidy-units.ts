// A dossier's dossier.json follows its scans once nothing is left of them, and the empty folder goes.
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { today } from '../print/words.ts';
import { isDesktopLitter, listUnits, type SeenFile, type Unit } from './listing.ts';
import { copyToFailed, isReasonName, moveToDone, moveToFailed, type Places, removeEmpty } from './places.ts';
import { tellOthers } from './tell-others.ts';
import type { Watch } from './watch.ts';

/**
 * Only a folder that had its dossier.json is removed: one without may be where a scanner always writes. What lies on
 * the disk decides, so a run that was killed half way is tidied up after by the next.
 */
export async function tidyUnits(watch: Watch, atRest: (name: string) => boolean): Promise<void> {
  const units = await listUnits(watch.root, (path) => watch.own.has(path));
  for (const unit of units.filter(({ name }) => atRest(name))) {
    tellOthers(watch, unit);
    await tidy(watch, unit);
  }
}

async function tidy(watch: Watch, unit: Unit): Promise<void> {
  const day = today(watch.cli.clock.now());
  for (const file of unit.dossierFiles) {
    if (staysFor(unit, file)) continue;
    const { done, failed } = await whereScansWent(watch.places, file);
    if (!done && !failed) continue;
    const leaving = { ...file, day };
    if (done && failed) await copyToFailed(watch.places, leaving);
    if (done) await moveToDone(watch.places, leaving);
    else await moveToFailed(watch.places, leaving, null);
    await removeFolder(watch, unit, dirname(file.path));
    const place = relative(watch.root, done ? watch.places.done : watch.places.failed);
    const name = basename(dirname(file.path));
    watch.cli.screen.tell(watch.cli.say('watch.dossier-done', { name, place }));
  }
}

const under = (folder: string) => (file: SeenFile) => file.path.startsWith(join(folder, '/'));
const nameOf = ({ source }: SeenFile): string => source.split('/').at(-1) ?? '';
const isLitter = (file: SeenFile): boolean => isDesktopLitter(nameOf(file)) || isReasonName(nameOf(file));

/** As long as anything of the dossier is there, its dossier.json is. */
const staysFor = (unit: Unit, file: SeenFile): boolean =>
  [...unit.scans, ...unit.others.filter((other) => !isLitter(other))].some(under(dirname(file.path)));

/** A dossier.json newer than what was moved belongs to scans that are still to come. */
async function whereScansWent(places: Places, file: SeenFile): Promise<{ done: boolean; failed: boolean }> {
  const written = (await stat(file.path)).ctimeMs;
  const went = async (place: string): Promise<boolean> => {
    const days = await readdir(place).catch(() => []);
    for (const day of days) {
      const newest = await newestFolder(join(place, day, dirname(file.source)));
      if (newest >= written) return true;
    }
    return false;
  };
  return { done: await went(places.done), failed: await went(places.failed) };
}

/** Milliseconds of the last file put into a folder or one inside it; 0 where there is none. */
async function newestFolder(folder: string): Promise<number> {
  const info = await stat(folder).catch(() => null);
  if (!info?.isDirectory()) return 0;
  const entries = await readdir(folder, { withFileTypes: true });
  const inside = entries.filter((entry) => entry.isDirectory());
  const times = await Promise.all(inside.map(({ name }) => newestFolder(join(folder, name))));
  return Math.max(info.mtimeMs, ...times);
}

/** As far as nothing lies in it but what desktops put there. */
export async function removeFolder(watch: Watch, unit: Unit, folder: string): Promise<void> {
  if (folder === watch.root) return;
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const inside = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
  const litter = unit.others.filter(isLitter).filter(under(folder));
  await removeEmpty(
    folder,
    inside,
    litter.map(({ path }) => path),
  );
}
