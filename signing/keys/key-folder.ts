// Keeps a set of development keys in a folder, and opens P12 files with the password that lies beside them.
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../core/errors.ts';
import type { Signer } from '../../core/ports.ts';
import type { DevelopmentKeys } from './development-keys.ts';
import { p12Signer } from './p12-signer.ts';

export interface KeyFiles {
  readonly ca: string;
  readonly officer: string;
  readonly agency: string;
  readonly password: string;
}

/** Absolute or relative paths of a key folder's files, whether they exist or not. */
export function keyFiles(folder: string): KeyFiles {
  return {
    ca: join(folder, 'ca.pem'),
    officer: join(folder, 'officer.p12'),
    agency: join(folder, 'agency.p12'),
    password: join(folder, 'password.txt'),
  };
}

export const hasKeyFolder = (folder: string): boolean => existsSync(keyFiles(folder).officer);

/** Writes development keys, readable by their owner only; throws `signing.keys-exist` rather than replace a key. */
export function writeKeyFolder(folder: string, keys: DevelopmentKeys, password: string): KeyFiles {
  if (hasKeyFolder(folder)) throw new AppError('conflict', 'signing.keys-exist', { params: { folder } });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const files = keyFiles(folder);
  const contents: [string, string | Uint8Array][] = [
    [files.ca, keys.caPem],
    [files.agency, keys.agencyP12],
    [files.password, `${password}\n`],
    // Last: its presence says that the folder is complete.
    [files.officer, keys.officerP12],
  ];
  for (const [path, content] of contents) {
    writeFileSync(path, content, { mode: 0o600 });
    chmodSync(path, 0o600);
  }
  return files;
}

export interface LoadedKeys {
  readonly officer: Signer;
  readonly agency: Signer;
  /** PEM trust anchors. */
  readonly trust: readonly string[];
}

/** Opens a folder that `writeKeyFolder` made. */
export function loadKeyFolder(folder: string, now: Date = new Date()): LoadedKeys {
  const files = keyFiles(folder);
  const password = readKeyFile(files.password).toString('utf8').trimEnd();
  return {
    officer: signerIn(files.officer, password, now),
    agency: signerIn(files.agency, password, now),
    trust: [readKeyFile(files.ca).toString('utf8')],
  };
}

/** Signer of any P12 file. */
export function loadP12(path: string, password: string, now: Date = new Date()): Signer {
  return signerIn(path, password, now);
}

/** Errors name the file. */
function signerIn(path: string, password: string, now: Date): Signer {
  const bytes = readKeyFile(path);
  try {
    return p12Signer(bytes, password, now);
  } catch (error) {
    if (!(error instanceof AppError))
      throw new AppError('input', 'signing.p12-unreadable', { params: { file: path }, cause: error });
    throw new AppError(error.kind, error.code, {
      params: { ...error.params, file: path },
      cause: error.cause,
    });
  }
}

function readKeyFile(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new AppError('not-found', 'signing.key-file-missing', { params: { file: path }, cause });
  }
}
