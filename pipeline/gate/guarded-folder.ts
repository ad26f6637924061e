// A work folder that keeps nothing on the disk from the first forbidden page on: what it held is wiped, the rest of the
// run stays in memory, and the original is the clerk's own file.
import { createReadStream } from 'node:fs';
import type { PageReading } from '../../core/model.ts';
import type { Bytes } from '../intake/source.ts';
import type { LegalPicture, WorkFolder } from '../work-folder.ts';
import { wipeFolder } from './wipe.ts';

interface Held {
  readonly reading: PageReading;
  readonly picture: LegalPicture;
}

/** `forbids`: nothing of the file this page stands in may lie on our disk. */
export function guardedFolder(folder: WorkFolder, forbids: (page: PageReading) => boolean): WorkFolder {
  const held = new Map<number, Held>();
  const stored = new Set<number>();
  let given: Bytes | null = null;
  let closed = false;
  // One after the other: a page must not be written while the folder is being wiped.
  let last: Promise<unknown> = Promise.resolve();
  const alone = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };

  async function close(): Promise<void> {
    closed = true;
    for (const page of stored) {
      const reading = await folder.reading(page);
      // Papers of the same run that may be kept need their pages still.
      if (reading && !forbids(reading)) held.set(page, { reading, picture: await folder.picture(page) });
    }
    await wipeFolder(folder.place);
  }

  return {
    keepOriginal: (path, bytes = () => createReadStream(path)) => {
      given = bytes;
      return folder.keepOriginal(path, bytes);
    },
    place: folder.place,
    readOriginal: () => (closed && given !== null ? given() : folder.readOriginal()),
    reading: (page) =>
      alone(async () => {
        if (closed) return held.get(page)?.reading ?? null;
        const reading = await folder.reading(page);
        if (reading) stored.add(page);
        if (reading && forbids(reading)) await close();
        return reading;
      }),
    putPage: (page, reading, picture) =>
      alone(async () => {
        if (forbids(reading)) {
          if (!closed) await close();
        } else if (closed) held.set(page, { reading, picture });
        else {
          await folder.putPage(page, reading, picture);
          stored.add(page);
        }
      }),
    picture: async (page) => held.get(page)?.picture ?? folder.picture(page),
    remove: async () => {
      held.clear();
      if (!closed) await folder.remove();
    },
  };
}
