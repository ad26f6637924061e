// The work folder of one original: its bytes, kept before anything else happens, and the results of finished steps.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { hashOfJson } from '../core/canonical-json.ts';
import { AppError } from '../core/errors.ts';
import type { PageReading, Sha256 } from '../core/model.ts';
import type { BlobCipher } from '../core/ports.ts';
import type { Bytes } from './intake/source.ts';
import type { InkLayer, LegalPicture } from './layers/legal-picture.ts';
import { bytesOf, workFiles } from './work-files.ts';

export type { LegalPicture };

export interface WorkFolder {
  /**
   * Copies the original in, once; safe against a kill at any instant. `bytes`: instead of the file's.
   * @throws AppError input `fault.file-changed` where the file is no longer what was hashed.
   */
  keepOriginal(path: string, bytes?: Bytes): Promise<void>;
  /** Where it lies; what is in it may be sealed. */
  readonly place: string;
  /** The bytes of the original as they were kept. */
  readOriginal(): AsyncIterable<Uint8Array>;
  /** Result of reading a page under these options, or null. */
  reading(page: number): Promise<PageReading | null>;
  putPage(page: number, reading: PageReading, picture: LegalPicture): Promise<void>;
  picture(page: number): Promise<LegalPicture>;
  /** Everything is filed: the work is thrown away. */
  remove(): Promise<void>;
}

export interface WorkPlace {
  /** Folder for all work. */
  readonly root: string;
  /** Seals what lies there; null: it lies plain. */
  readonly cipher: BlobCipher | null;
}

/**
 * `options`: what the result of a step depends on beside the original (name, version, settings), so that a rerun with
 * the same takes what is there and any change reads anew. What cannot be opened, since it was cut off by a failing disk
 * or sealed by a key that is no longer here, counts as not there.
 */
export async function openWorkFolder(
  { root, cipher }: WorkPlace,
  sha256: Sha256,
  options: unknown,
): Promise<WorkFolder> {
  const folder = join(root, sha256);
  const steps = join(folder, hashOfJson(options).slice(0, 16));
  await mkdir(steps, { recursive: true, mode: 0o700 });
  const original = join(folder, 'original');
  const files = workFiles(cipher, (path) => `work ${sha256} ${relative(folder, path)}`);
  const file = (page: number, ending: string) => join(steps, `${String(page).padStart(4, '0')}.${ending}`);
  const pageOf = async (page: number): Promise<StoredPage> =>
    JSON.parse((await bytesOf(files.read(file(page, 'json')))).toString('utf8')) as StoredPage;
  return {
    place: folder,
    readOriginal: () => files.read(original),
    async keepOriginal(path, bytes = () => createReadStream(path)) {
      if (await isKept(files.read(original), sha256)) return;
      const kept = files.write(original, hashed(bytes, sha256, basename(path)));
      await kept.catch(async (error: unknown) => {
        // Nothing was begun: no later run should take it for work that was stopped.
        if (error instanceof AppError) await rm(folder, { recursive: true, force: true });
        throw error;
      });
    },
    // The reading is written last: where it is, the picture is.
    reading: (page) =>
      pageOf(page).then(
        ({ reading }) => reading,
        () => null,
      ),
    async putPage(page, reading, picture) {
      const { jpeg, inks = [], ...size } = picture;
      if (jpeg) await files.write(file(page, 'jpg'), once(jpeg));
      for (const [index, { g4 }] of inks.entries()) await files.write(file(page, inkFile(index)), once(g4));
      const layers = { jpeg: jpeg !== null, colours: inks.map(({ colour }) => colour) };
      const stored: StoredPage = { reading, size, layers };
      await files.write(file(page, 'json'), once(Buffer.from(JSON.stringify(stored))));
    },
    async picture(page) {
      const { size, layers } = await pageOf(page);
      const jpeg = layers.jpeg ? await bytesOf(files.read(file(page, 'jpg'))) : null;
      const inks: InkLayer[] = [];
      for (const [index, colour] of layers.colours.entries())
        inks.push({ g4: await bytesOf(files.read(file(page, inkFile(index)))), colour });
      return { ...size, jpeg, ...(inks.length > 0 ? { inks } : {}) };
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

interface StoredPage {
  readonly reading: PageReading;
  readonly size: Omit<LegalPicture, 'jpeg' | 'inks'>;
  /** Whether there is a JPEG, and the inks' colours: the masks lie beside it. */
  readonly layers: { readonly jpeg: boolean; readonly colours: readonly InkLayer['colour'][] };
}

const inkFile = (index: number): string => `${index}.g4`;

/** Whether work on an original was begun and not thrown away. */
export const hasWork = (root: string, sha256: Sha256): Promise<boolean> => exists(join(root, sha256));

/** Work on a file that failed is kept longer than that of a stopped run: somebody will want to know why. */
export const FAILED = 'failed';

/** No error where there is no such folder. */
export async function markFailed(folder: string): Promise<void> {
  await writeFile(join(folder, FAILED), '', { mode: 0o600 }).catch(() => undefined);
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/**
 * Passes bytes on; what is kept is what was hashed: a scanner may have written on. The file is opened when it is first
 * read from: nobody would hear the error of a stream that fails before.
 */
async function* hashed(bytes: Bytes, sha256: Sha256, file: string): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  for await (const part of bytes()) {
    hash.update(part);
    yield part;
  }
  if (hash.digest('hex') !== sha256) throw new AppError('input', 'fault.file-changed', { params: { file } });
}

async function isKept(bytes: AsyncIterable<Uint8Array>, sha256: Sha256): Promise<boolean> {
  const hash = createHash('sha256');
  try {
    for await (const part of bytes) hash.update(part);
  } catch {
    return false;
  }
  return hash.digest('hex') === sha256;
}
