// Takes units that are whole: digitises their scans, and moves each file away as soon as all its papers are filed.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AppError, toAppError } from '../../core/errors.ts';
import type { DigitizedPaper } from '../../pipeline/run.ts';
import { type Batch, type Digitizing, openDigitizing } from '../digitize/digitize-batches.ts';
import { findScans } from '../digitize/find-scans.ts';
import { toDocument } from '../print/document.ts';
import { errorLines } from '../print/problems.ts';
import { today } from '../print/words.ts';
import { openDepartures } from './departures.ts';
import type { SeenFile, Unit } from './listing.ts';
import { bothLanguages, moveToFailed } from './places.ts';
import { tellOthers } from './tell-others.ts';
import { removeFolder } from './tidy-units.ts';
import type { Watch } from './watch.ts';

/**
 * A dossier whose dossier.json is wrong goes to the failed ones as a whole.
 * @throws what broke around us; the files that were done by then are moved, the others lie where they were.
 */
export async function takeUnits(watch: Watch, units: readonly Unit[]): Promise<void> {
  const { cli, order } = watch;
  const scans = new Map(units.flatMap((unit) => unit.scans.map((file) => [file.source, file])));
  for (const { name, isFolder, scans: files } of units)
    cli.screen.tell(
      cli.say(isFolder ? 'watch.arrived' : 'watch.arrived-file', { name, count: files.length }),
    );
  for (const unit of units) tellOthers(watch, unit);
  const batches = await batchesOf(watch, units, scans);
  if (batches.length === 0) return;
  const digitizing = await openFor(watch);
  const departures = openDepartures(watch, scans);
  const onPaper = (paper: DigitizedPaper): void => {
    if (order.json) cli.screen.print(JSON.stringify(toDocument(paper)));
    departures.onPaper(paper);
  };
  const outcome = await digitizing.run({ batches, out: order.out, lines: !order.json, onPaper });
  await departures.end();
  if (outcome.ended !== null) throw outcome.ended;
}

/** Keys, clock and leftovers are looked after at opening, so a watch of weeks opens anew now and then; milliseconds. */
const FRESH = 12 * 60 * 60_000;

/** @throws AppError dependency `fault.data-lost`: a data folder that was there is never made anew. */
export async function openFor(watch: Watch): Promise<Digitizing> {
  const { wiring } = watch.cli;
  if (watch.digitizing && watch.opened !== null && performance.now() - watch.opened > FRESH) {
    await wiring.close();
    watch.digitizing = null;
  }
  if (watch.digitizing) return watch.digitizing;
  if (watch.opened !== null && !existsSync(wiring.layout.objects))
    throw new AppError('dependency', 'fault.data-lost', { params: { folder: wiring.layout.folder } });
  watch.digitizing = await openDigitizing(watch.cli);
  watch.opened = performance.now();
  return watch.digitizing;
}

/** As `digitize` would make them of the whole watched folder; only what is at rest. */
async function batchesOf(
  watch: Watch,
  units: readonly Unit[],
  scans: ReadonlyMap<string, SeenFile>,
): Promise<Batch[]> {
  const loose = units.filter(({ isFolder }) => !isFolder).flatMap((unit) => unit.scans);
  const batches: Batch[] = loose.length > 0 ? [{ files: loose, dossier: null }] : [];
  for (const unit of units.filter(({ isFolder }) => isFolder)) {
    try {
      const found = await findScans([join(watch.root, unit.name)], [...watch.own], watch.root);
      for (const { files, dossier } of found.batches) {
        const taken = files.filter(({ source }) => scans.has(source));
        if (taken.length > 0) batches.push({ files: taken, dossier });
      }
    } catch (thrown) {
      const error = toAppError(thrown);
      if (!error.code.startsWith('cli.dossier-')) throw thrown;
      await refuse(watch, unit, error);
    }
  }
  return batches;
}

async function refuse(watch: Watch, unit: Unit, error: AppError): Promise<void> {
  const { cli, places, counts } = watch;
  const [dossierFile] = unit.dossierFiles;
  const told = new AppError(error.kind, error.code, {
    params: { ...error.params, ...(dossierFile ? { file: dossierFile.source } : {}) },
    cause: error.cause,
  });
  const reason = bothLanguages((lang) => errorLines(lang, told));
  const day = today(cli.clock.now());
  for (const line of errorLines(cli.lang, told)) cli.screen.tell(cli.screen.paintError('red', line));
  for (const file of [...unit.scans, ...unit.dossierFiles]) {
    await moveToFailed(places, { ...file, day }, reason);
    counts.files += 1;
    counts.failed += 1;
  }
  await removeFolder(watch, unit, join(watch.root, unit.name));
  cli.screen.tell(cli.say('watch.moved-failed', { source: `${unit.name}/`, folder: places.failed }));
}
