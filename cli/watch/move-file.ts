// Moves a file without ever losing or overwriting one, nor taking away another that came under its name meanwhile.
import { copyFile, lstat, mkdir, open, rename, rm, unlink, utimes } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';

/** The file as it was when it was decided to move it: scanners use one name again and again. */
export interface Wanted {
  readonly size: number;
  /** Milliseconds. */
  readonly time: number;
}

export interface Move {
  readonly from: string;
  readonly to: string;
  /** Null: whatever lies there. */
  readonly wanted: Wanted | null;
  /** Called with the name chosen, before anything has it. */
  before?(target: string): Promise<void>;
}

/**
 * Moves `from` to `to`, or where that is taken to `to (2)`, `to (3)`, …; folders are made. Returns the name chosen, or
 * null where another file has come under this name: it lies there still.
 */
export async function moveFile({ from, to, wanted, before }: Move): Promise<string | null> {
  const target = await freeName(to);
  const found = await lstat(from);
  if (wanted && !isSame(found, wanted)) return null;
  await mkdir(dirname(target), { recursive: true });
  await before?.(target);
  const code = await rename(from, target).then(() => '', codeOf);
  if (code === 'EXDEV') return (await copiedOver(from, target, wanted)) ? target : null;
  if (code !== '') throw Object.assign(new Error(code), { code });
  if (!wanted || isSame(await lstat(target), wanted)) return target;
  await rename(target, await freeName(from));
  return null;
}

const isSame = (info: { size: number; mtimeMs: number }, { size, time }: Wanted): boolean =>
  info.size === size && info.mtimeMs === time;

const codeOf = (error: NodeJS.ErrnoException): string => error.code ?? 'EUNKNOWN';

/** Only one program puts files there, so that a name that is free now stays so. */
async function freeName(wanted: string): Promise<string> {
  const path = shortened(wanted);
  for (let number = 1; ; number += 1) {
    const target = number === 1 ? path : numbered(path, number);
    if (!(await lstat(target).catch(() => null))) return target;
  }
}

export function numbered(path: string, number: number): string {
  const ending = extname(path);
  return join(dirname(path), `${basename(path, ending)} (${number})${ending}`);
}

/** Bytes of a name: file systems take 255, and ` (2)` and `.txt` may come to it. */
const LONGEST = 230;

function shortened(path: string): string {
  const ending = Buffer.byteLength(extname(path)) > 20 ? '' : extname(path);
  const letters = [...basename(path, ending)];
  while (Buffer.byteLength(letters.join('') + ending) > LONGEST) letters.pop();
  return join(dirname(path), letters.join('') + ending);
}

/** Onto another file system: the copy is whole and on the disk before the original goes. */
async function copiedOver(from: string, target: string, wanted: Wanted | null): Promise<boolean> {
  const temporary = join(dirname(target), `.sohoa.${process.pid}.part`);
  try {
    const { atime, mtime } = await lstat(from);
    await copyFile(from, temporary);
    await utimes(temporary, atime, mtime);
    await onDisk(temporary);
    const [now, copy] = await Promise.all([lstat(from), lstat(temporary)]);
    if (now.size !== copy.size || (wanted && !isSame(now, wanted))) return false;
    await rename(temporary, target);
    await onDisk(dirname(target)).catch(() => undefined);
    await unlink(from);
    return true;
  } finally {
    await rm(temporary, { force: true });
  }
}

async function onDisk(path: string): Promise<void> {
  const handle = await open(path, 'r');
  await handle.sync().finally(() => handle.close());
}
