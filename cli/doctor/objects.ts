// The object store: takes, gives back and removes bytes; a sample of what it holds is still what the registry says.
import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { decodeTime, encodeTime } from 'ulid';
import type { FileRow, ObjectStore, Registry } from '../../core/ports.ts';
import { type Check, type Finding, ok, type Patient, problem, problemOf } from './finding.ts';

/** Papers whose files are hashed: the newest, the oldest, and others by chance. */
const SAMPLE = { ends: 3, between: 6 };
/** Keys of what is written for trial. */
const PROBE = 'doctor-';
/** Bytes of a sample at most: the doctor is no audit. */
const MOST_BYTES = 200_000_000;

export const objects: Check = {
  area: 'objects',
  async look(patient) {
    const { layout } = patient.cli.wiring;
    if (!existsSync(layout.objects)) return [ok('doctor.objects.to-be-made')];
    return [await probe(layout.objects), ...(patient.askable ? [await sample(patient)] : [])];
  },
};

/** On the folder itself: what encrypts above it writes nothing of its own. */
async function probe(folder: string): Promise<Finding> {
  const { fileObjectStore } = await import('../../warehouse/objects/files.ts');
  const bytes = randomBytes(64 * 1024);
  const [key, sha256] = [`${PROBE}${randomBytes(16).toString('hex')}`, hashOf(bytes)];
  try {
    const store = await fileObjectStore(folder);
    // Of a doctor that was killed at work: no row names them, nobody else would remove them.
    for await (const left of store.list(PROBE)) await store.remove(left.key);
    try {
      await store.put(key, bytes, bytes.length, sha256);
      if ((await hashAt(store, key)) !== sha256) return problem('doctor.objects.differs');
    } finally {
      await store.remove(key);
    }
    return (await store.stat(key)) === null ? ok('doctor.objects.works') : problem('doctor.objects.stays');
  } catch (error) {
    return problemOf(error);
  }
}

async function sample({ cli }: Patient): Promise<Finding> {
  const store = await cli.wiring.objects();
  const files = await sampled(await cli.wiring.registry());
  if (files.length === 0) return ok('doctor.objects.none-yet');
  const wrong = { missing: 0, changed: 0 };
  let bytes = 0;
  let seen = 0;
  for (const { key, sha256, size } of files) {
    if (bytes + size > MOST_BYTES) continue;
    bytes += size;
    seen += 1;
    const found = await hashAt(store, key).catch(() => null);
    if (found === null) wrong.missing += 1;
    else if (found !== sha256) wrong.changed += 1;
  }
  const params = { files: seen, ...wrong };
  return wrong.missing + wrong.changed > 0
    ? problem('doctor.objects.lost', params)
    : ok('doctor.objects.sample', params);
}

/** Files of some papers, each once. ULIDs sort by time: one made up between the first and the last meets any paper. */
async function sampled(registry: Registry): Promise<FileRow[]> {
  const [first] = await registry.papers({ limit: 1 });
  if (!first) return [];
  const ids = new Set((await registry.papers({ limit: SAMPLE.ends })).map(({ id }) => id));
  const from = decodeTime(first.id);
  const span = Date.now() - from;
  for (let i = 0; i < SAMPLE.between + SAMPLE.ends; i++) {
    // The last ones from the newest tenth: what a failing disk loses is mostly what was written last.
    const part = i < SAMPLE.between ? Math.random() : 0.9 + Math.random() / 10;
    const [paper] = await registry.papers({ limit: 1, after: idAt(from + part * span) });
    if (paper) ids.add(paper.id);
  }
  const files: FileRow[] = [];
  for (const id of ids) files.push(...(await registry.files(id)));
  return files;
}

/** Smallest identifier of an instant. */
const idAt = (milliseconds: number): string => encodeTime(Math.floor(milliseconds), 10).padEnd(26, '0');

async function hashAt(store: ObjectStore, key: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of await store.get(key)) hash.update(part);
  return hash.digest('hex');
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
