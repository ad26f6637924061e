// Where key-encryption keys come from: a file, a descriptor, systemd's credentials, or, for trying out, the environment.
import { closeSync, existsSync, fstatSync, openSync, readFileSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../core/errors.ts';
import type { Environment } from './surroundings.ts';

export interface KekSource {
  /** As the user named it, for messages. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

const CREDENTIAL = 'sohoa-kek';

/**
 * The first of SOHOA_KEK_FILE, SOHOA_KEK_FD, `sohoa-kek` in CREDENTIALS_DIRECTORY, SOHOA_KEK that there is; else null.
 * @throws AppError usage `at-rest.kek-unreadable`, `at-rest.kek-open`, `at-rest.kek-environment`.
 */
export function kekSource(environment: Environment, production: boolean): KekSource | null {
  const {
    SOHOA_KEK_FILE: file,
    SOHOA_KEK_FD: descriptor,
    CREDENTIALS_DIRECTORY,
    SOHOA_KEK: key,
  } = environment;
  if (file) return { name: file, bytes: kekFile(file) };
  if (descriptor) return { name: `SOHOA_KEK_FD=${descriptor}`, bytes: fromDescriptor(descriptor) };
  const credential = CREDENTIALS_DIRECTORY ? join(CREDENTIALS_DIRECTORY, CREDENTIAL) : null;
  // Who may read a credential is systemd's to say.
  if (credential !== null && existsSync(credential)) return { name: credential, bytes: readOr(credential) };
  if (!key) return null;
  if (production) throw new AppError('usage', 'at-rest.kek-environment');
  return { name: 'SOHOA_KEK', bytes: Buffer.from(key) };
}

/** A key file of the operator's own. @throws AppError usage `at-rest.kek-unreadable`, `at-rest.kek-open`. */
export function kekFile(file: string): Uint8Array {
  const params = { source: file };
  let descriptor: number;
  try {
    descriptor = openSync(file, 'r');
  } catch (cause) {
    throw new AppError('usage', 'at-rest.kek-unreadable', { params, cause });
  }
  try {
    // Of the file that is open, so that nobody exchanges it between look and read.
    if (isOpenToOthers(fstatSync(descriptor))) throw new AppError('usage', 'at-rest.kek-open', { params });
    return readOr(descriptor, file);
  } finally {
    closeSync(descriptor);
  }
}

/** Read once in the life of a process: a pipe gives its bytes only once. */
const read = new Map<string, Uint8Array>();

function fromDescriptor(descriptor: string): Uint8Array {
  const known = read.get(descriptor);
  if (known) return known;
  const name = `SOHOA_KEK_FD=${descriptor}`;
  if (!/^\d{1,4}$/.test(descriptor))
    throw new AppError('usage', 'at-rest.kek-unreadable', { params: { source: name } });
  const bytes = readOr(Number(descriptor), name);
  read.set(descriptor, bytes);
  return bytes;
}

function readOr(from: string | number, name = String(from)): Uint8Array {
  try {
    return readFileSync(from);
  } catch (cause) {
    throw new AppError('usage', 'at-rest.kek-unreadable', { params: { source: name }, cause });
  }
}

/** Windows has no such bits; there the folder's rights count. */
const isOpenToOthers = ({ mode }: Stats): boolean => process.platform !== 'win32' && (mode & 0o077) !== 0;
