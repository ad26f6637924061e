// The work folder of one original: its bytes, kept before anything else happens, and the results of finished steps.
import { copyFile, mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hashOfJson } from '../core/canonical-json.ts';
import type { PageReading, Sha256 } from '../core/model.ts';

export interface LegalPicture {
  readonly jpeg: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly dpi: number;
}

export interface WorkFolder {
  /** Copies the original in, once; safe against a kill at any instant. */
  keepOriginal(path: string): Promise<void>;
  readonly originalPath: string;
  /** Result of reading a page under these options, or null. */
  reading(page: number): Promise<PageReading | null>;
  putPage(page: number, reading: PageReading, picture: LegalPicture): Promise<void>;
  picture(page: number): Promise<LegalPicture>;
  /** Everything is filed: the work is thrown away. */
  remove(): Promise<void>;
}

/**
 * `root`: folder for all work; `options`: what the result of a step depends on beside the original (name, version,
 * settings), so that a rerun with the same takes what is there and any change reads anew.
 */
export async function openWorkFolder(root: string, sha256: Sha256, options: unknown): Promise<WorkFolder> {
  const folder = join(root, sha256);
  const steps = join(folder, hashOfJson(options).slice(0, 16));
  await mkdir(steps, { recursive: true, mode: 0o700 });
  const originalPath = join(folder, 'original');
  const file = (page: number, ending: string) => join(steps, `${String(page).padStart(4, '0')}.${ending}`);
  return {
    originalPath,
    async keepOriginal(path) {
      if (await exists(originalPath)) return;
      const temporary = `${originalPath}.${process.pid}`;
      await copyFile(path, temporary);
      await sync(temporary);
      await rename(temporary, originalPath);
    },
    async reading(page) {
      // The reading is written last: where it is, the picture is. One that is no JSON was cut off by a failing disk.
      return readFile(file(page, 'json'), 'utf8').then(
        (text) => readingIn(text),
        () => null,
      );
    },
    async putPage(page, reading, picture) {
      const { jpeg, ...size } = picture;
      await place(file(page, 'jpg'), jpeg);
      await place(file(page, 'json'), JSON.stringify({ reading, size }));
    },
    async picture(page) {
      const { size } = JSON.parse(await readFile(file(page, 'json'), 'utf8')) as {
        size: Omit<LegalPicture, 'jpeg'>;
      };
      return { ...size, jpeg: await readFile(file(page, 'jpg')) };
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Whether work on an original was begun and not thrown away. */
export const hasWork = (root: string, sha256: Sha256): Promise<boolean> => exists(join(root, sha256));

function readingIn(text: string): PageReading | null {
  try {
    return (JSON.parse(text) as { reading: PageReading }).reading;
  } catch {
    return null;
  }
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  await handle.sync().finally(() => handle.close());
}

async function place(path: string, data: Uint8Array | string): Promise<void> {
  const temporary = `${path}.${process.pid}`;
  await writeFile(temporary, data, { mode: 0o600, flush: true });
  await rename(temporary, path);
}
