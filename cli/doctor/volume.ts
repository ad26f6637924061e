// The volume the data lie on: there and writable, room for the coming days, a file system that keeps what it is given.
import { accessSync, constants } from 'node:fs';
import { decimal } from '../print/words.ts';
import { type FileSystem, fileSystemOf, nearest } from './file-system.ts';
import { type Check, type Finding, ok, type Patient, problem, warning } from './finding.ts';

/** Original, legal copy and the rest of one page, bytes: three times what the samples take, colour at 300 dpi takes it. */
const PAGE = 1_000_000;
/** Pages that one busy counter scans in a day. */
const PAGES_A_DAY = 1_000;
/** Days the room should last before somebody is warned, and at least. */
const DAYS = { warn: 14, least: 1 };
/** Each paper is up to five files. */
const FILES_A_DAY = 5 * PAGES_A_DAY;
const GIGABYTE = 1e9;

export const volume: Check = {
  area: 'volume',
  async look(patient) {
    const { folder } = patient.cli.wiring.layout;
    const there = nearest(folder);
    const place = patient.made
      ? ok('doctor.volume.folder', { folder })
      : ok('doctor.volume.to-be-made', { folder });
    try {
      accessSync(there, constants.R_OK | constants.W_OK | constants.X_OK);
    } catch (cause) {
      const why = (cause as NodeJS.ErrnoException).code ?? '';
      return [problem('doctor.volume.denied', { folder: there, why })];
    }
    const system = fileSystemOf(there);
    return [
      place,
      room(patient, system),
      ...files(system),
      ...kindOf(patient, system),
      await secrecy(patient, system),
    ];
  },
};

function room({ cli }: Patient, { freeBytes }: FileSystem): Finding {
  const days = freeBytes / (PAGE * PAGES_A_DAY);
  const params = {
    free: `${decimal(cli.lang, freeBytes / GIGABYTE, 1)} GB`,
    days: days > 999 ? '999+' : Math.floor(days),
    pages: PAGES_A_DAY,
  };
  if (days < DAYS.least) return problem('doctor.volume.full', params);
  return days < DAYS.warn ? warning('doctor.volume.soon-full', params) : ok('doctor.volume.room', params);
}

function files({ freeFiles }: FileSystem): Finding[] {
  if (freeFiles === null || freeFiles > DAYS.warn * FILES_A_DAY) return [];
  const params = { files: freeFiles };
  return [
    freeFiles < FILES_A_DAY
      ? problem('doctor.volume.no-files', params)
      : warning('doctor.volume.few-files', params),
  ];
}

function kindOf({ cli }: Patient, { kind }: FileSystem): Finding[] {
  if (kind === 'memory') return [problem('doctor.volume.memory')];
  if (kind === 'layer') return [warning('doctor.volume.layer')];
  // SQLite's locks and shared memory do not hold across a network; PostgreSQL has a server for that.
  if (kind === 'network' && cli.config.database === undefined) return [problem('doctor.volume.network')];
  return [];
}

/** Somebody must encrypt: the volume, or we the objects. */
async function secrecy({ cli, askable }: Patient, { encrypted }: FileSystem): Promise<Finding> {
  if (encrypted === 'yes') return ok('doctor.volume.encrypted');
  const sealed = askable
    ? (await (await cli.wiring.registry()).atRest()) !== null
    : cli.config.atRest !== 'plain' && (await keyringThere(cli));
  if (sealed) return ok('doctor.volume.sealed');
  if (encrypted === 'no') return warning('doctor.volume.plain');
  return warning('doctor.volume.maybe-plain');
}

/** What is wrong with the key is told where keys are looked at. */
const keyringThere = (cli: Patient['cli']): Promise<boolean> =>
  cli.wiring.keyring().then(
    (keyring) => keyring !== null,
    () => false,
  );
