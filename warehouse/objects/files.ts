// The object store on a local folder: a file an object, visible only once it is whole and on the disk.
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { AppError } from '../../core/errors.ts';
import type { ObjectInfo, ObjectStore } from '../../core/ports.ts';
import { isObjectKey } from './object-key.ts';

/** Nobody has written to these for so long: their process is dead. A file that is being written gets younger all the time. */
const STALE_MS = 60 * 60 * 1000;
/** Bytes read at once. */
const READ = 1 << 20;

/**
 * Keeps objects under `folder` (made where missing) as `<first two>/<next two>/<key>`, `/` of a key written `+`.
 * Opening removes temporary files that nobody wrote to for an hour. Errors: see `ObjectStore`; `dependency` where the disk fails.
 */
export async function fileObjectStore(folder: string): Promise<ObjectStore> {
  const root = resolve(folder);
  const temporary = join(root, 'tmp');
  await guarded(async () => {
    await mkdir(temporary, { recursive: true, mode: 0o700 });
    await removeStale(temporary);
  });
  const store: ObjectStore = {
    forPaper: () => store,
    put: (key, body, size, sha256) =>
      guarded(async () => {
        const target = pathOf(root, key);
        const temp = join(temporary, randomUUID());
        try {
          await write(temp, body, { size, sha256 });
          await makeFolder(root, dirname(target));
          await rename(temp, target);
          await syncFolder(dirname(target));
        } catch (error) {
          await rm(temp, { force: true });
          throw error;
        }
      }),
    get: async (key) => {
      const path = pathOf(root, key);
      if (!(await info(path, key))) throw new AppError('not-found', 'warehouse.object-unknown');
      // Opened when first read: a stream that nobody reads would keep a file open.
      return bytesOf(path);
    },
    stat: async (key) => info(pathOf(root, key), key),
    list: (prefix) => list(root, prefix),
    remove: (key) => guarded(() => rm(pathOf(root, key), { force: true })),
    localPath: async (key) => {
      const path = pathOf(root, key);
      return (await info(path, key)) ? path : null;
    },
    close: async () => undefined,
  };
  return store;
}

/** Shards have two letters of the key, so that no folder grows without bound; `+` is no letter of a key. */
const shardOf = (letters: string): string => letters.replace(/[/.]/g, '+').padEnd(2, '+');

function pathOf(root: string, key: string): string {
  if (!isObjectKey(key)) throw new AppError('usage', 'warehouse.object-key');
  return join(root, shardOf(key.slice(0, 2)), shardOf(key.slice(2, 4)), key.replaceAll('/', '+'));
}

interface Announced {
  readonly size: number;
  /** Null: the body throws where it is wrong. */
  readonly sha256: string | null;
}

async function write(path: string, body: AsyncIterable<Uint8Array> | Uint8Array, announced: Announced) {
  const hash = createHash('sha256');
  let size = 0;
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of body instanceof Uint8Array ? [body] : body) {
      size += chunk.byteLength;
      if (size > announced.size) break;
      if (announced.sha256 !== null) hash.update(chunk);
      await writeAll(file, chunk);
    }
    const { sha256 } = announced;
    if (size !== announced.size || (sha256 !== null && hash.digest('hex') !== sha256))
      throw new AppError('integrity', 'warehouse.object-differs');
    await file.sync();
  } finally {
    await file.close();
  }
}

async function writeAll(file: FileHandle, chunk: Uint8Array): Promise<void> {
  let done = 0;
  while (done < chunk.byteLength) done += (await file.write(chunk, done)).bytesWritten;
}

/** Makes the folder and puts the names of new folders on the disk too. */
async function makeFolder(root: string, folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = folder; made !== root; made = dirname(made)) await syncFolder(dirname(made));
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function removeStale(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (found && Date.now() - found.mtimeMs > STALE_MS) await rm(path, { force: true });
  }
}

async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path, { highWaterMark: READ }) as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw isMissing(error) ? new AppError('not-found', 'warehouse.object-unknown') : asAppError(error);
  }
}

async function info(path: string, key: string): Promise<ObjectInfo | null> {
  try {
    return { key, size: (await stat(path)).size };
  } catch (error) {
    if (isMissing(error)) return null;
    throw asAppError(error);
  }
}

async function* list(root: string, prefix: string): AsyncGenerator<ObjectInfo> {
  if (/[^a-z0-9/._-]/.test(prefix)) throw new AppError('usage', 'warehouse.object-key');
  for (const first of await folders(root, prefix.slice(0, 2))) {
    for (const second of await folders(join(root, first), prefix.slice(2, 4))) {
      const folder = join(root, first, second);
      for (const name of (await readdir(folder)).sort()) {
        const key = basename(name).replaceAll('+', '/');
        const found = key.startsWith(prefix) ? await info(join(folder, name), key) : null;
        if (found) yield found;
      }
    }
  }
}

/** Shards that may hold keys whose letters at this place begin so. */
async function folders(parent: string, letters: string): Promise<string[]> {
  const names = (await readdir(parent).catch(() => [])).filter((name) => name.length === 2);
  return names.filter((name) => name.startsWith(letters.replace(/[/.]/g, '+'))).sort();
}

async function guarded<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw asAppError(error);
  }
}

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

function asAppError(error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (error instanceof AppError || typeof code !== 'string' || !code.startsWith('E')) return error;
  const full = code === 'ENOSPC' || code === 'EDQUOT';
  // The path in the error's own message is opaque, but the code says all there is.
  return new AppError('dependency', full ? 'warehouse.disk-full' : 'warehouse.object-failed', {
    cause: new Error(code),
  });
}
