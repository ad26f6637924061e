// The machine: cores and memory against the workers, names of files in Vietnamese, what earlier runs left behind.
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { decimal } from '../print/words.ts';
import { type Check, type Finding, ok, type Patient, problem, problemOf, warning } from './finding.ts';

/** Resident memory of one process that reads pages at 300 dpi (0.7 to 1 GB seen), and of the rest of a run; bytes. */
const WORKER = 900e6;
const REST = 500e6;
const GIGABYTE = 1e9;
/** Letters that are one code point or two, by who writes them. */
const NAME = 'hồ sơ – Giấy khai sinh ế.tmp';

export const machine: Check = {
  area: 'machine',
  look: async (patient) => [...memory(patient), await names(patient), ...(await leftovers(patient))],
};

function memory({ cli }: Patient): Finding[] {
  const cores = availableParallelism();
  const workers = cli.config.workers ?? cores;
  // A container may have less than the machine; where it has no limit the system gives a number beyond all memory.
  const bytes = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
  const needed = workers * WORKER + REST;
  const params = {
    cores,
    workers,
    memory: `${decimal(cli.lang, bytes / GIGABYTE, 1)} GB`,
    needed: `${decimal(cli.lang, needed / GIGABYTE, 1)} GB`,
  };
  return [
    bytes < needed ? warning('doctor.machine.little-memory', params) : ok('doctor.machine.memory', params),
    ...(workers > cores ? [warning('doctor.machine.too-many-workers', params)] : []),
  ];
}

/** Whether a file in Vietnamese keeps its name: composed letters come back composed. */
async function names({ cli, made }: Patient): Promise<Finding> {
  const root = made ? cli.wiring.layout.folder : tmpdir();
  let folder: string | null = null;
  try {
    folder = await mkdtemp(join(root, '.sohoa-doctor-'));
    await writeFile(join(folder, NAME.normalize('NFC')), '', { mode: 0o600 });
    const [found = ''] = await readdir(folder);
    if (found === NAME.normalize('NFC')) return ok('doctor.machine.names');
    return found.normalize('NFC') === NAME.normalize('NFC')
      ? warning('doctor.machine.names-decomposed')
      : problem('doctor.machine.names-lost');
  } catch (error) {
    return problem('doctor.machine.names-refused', { why: (error as NodeJS.ErrnoException).code ?? '' });
  } finally {
    if (folder) await rm(folder, { recursive: true, force: true });
  }
}

async function leftovers({ cli, made, registry, askable }: Patient): Promise<Finding[]> {
  if (!made || (registry && !askable)) return [];
  try {
    const { failed, stopped, temporaries, scratch, deposits, objects } = await cli.wiring.clearUp(true);
    const count = failed.count + stopped.count + temporaries.count + scratch.count + deposits + objects;
    return [count === 0 ? ok('doctor.machine.tidy') : warning('doctor.machine.leftovers', { count })];
  } catch (error) {
    return [problemOf(error)];
  }
}
