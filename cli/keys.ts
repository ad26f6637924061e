// The keys a run signs with: a P12 by the environment, else the data folder's, made once for trying out.
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../core/errors.ts';
import type { Signer } from '../core/ports.ts';
import { lock } from '../pipeline/lock-folder.ts';
import { createDevelopmentKeys } from '../signing/keys/development-keys.ts';
import {
  hasKeyFolder,
  type KeyFiles,
  keyFiles,
  loadKeyFolder,
  loadP12,
  writeKeyFolder,
} from '../signing/keys/key-folder.ts';
import { asUsage } from './as-usage.ts';
import type { ShownKey } from './print/certificates.ts';

/** A P12 that an authority issued, as the environment names it. */
export interface P12Setting {
  readonly file: string;
  /** File whose first line is the password; none: empty password. */
  readonly passwordFile: string | null;
}

export interface NewKeys {
  readonly organisation: string;
  readonly officer: string;
  readonly agency: string;
  readonly now: Date;
}

/** Makes development keys in a folder. @throws AppError conflict `signing.keys-exist`. */
export function makeKeys(folder: string, keys: NewKeys): Promise<KeyFiles> {
  return alone(folder, async () => {
    if (hasKeyFolder(folder)) throw new AppError('conflict', 'signing.keys-exist', { params: { folder } });
    const password = randomBytes(24).toString('base64url');
    return writeKeyFolder(folder, createDevelopmentKeys({ ...keys, password }), password);
  });
}

export interface SignerRequest {
  readonly folder: string;
  /** Papers may have been sealed: keys that are missing are not made anew. */
  readonly used: boolean;
  readonly p12: P12Setting | null;
  readonly production: boolean;
  readonly newKeys: NewKeys;
}

export interface OpenedSigner {
  readonly signer: Signer;
  /** Keys were made just now. */
  readonly made: boolean;
}

/**
 * The copying officer's signer.
 * @throws AppError usage: `cli.no-keys` and `signing.development-key` in production, `signing.*` where keys are no use.
 */
export async function openSigner({
  folder,
  used,
  p12,
  production,
  newKeys,
}: SignerRequest): Promise<OpenedSigner> {
  const { now } = newKeys;
  if (p12) {
    const signer = asUsage(() => loadP12(p12.file, passwordOf(p12), now));
    return { signer: allowed(signer, production), made: false };
  }
  const there = hasKeyFolder(folder);
  if (!there && production) throw new AppError('usage', 'cli.no-keys');
  if (!there && used && existsSync(keyFiles(folder).ca))
    throw new AppError('usage', 'fault.keys-missing', { params: { file: keyFiles(folder).officer } });
  const made = !there && (await madeHere(folder, newKeys));
  return { signer: allowed(asUsage(() => loadKeyFolder(folder, now)).officer, production), made };
}

/** What `openSigner` would sign with, and the agency's key beside it; empty where there are no keys. */
export function keysInUse(folder: string, p12: P12Setting | null, now: Date): ShownKey[] {
  if (p12) {
    const signer = asUsage(() => loadP12(p12.file, passwordOf(p12), now));
    return [{ use: 'officer', file: p12.file, signer }];
  }
  if (!hasKeyFolder(folder)) return [];
  const [files, loaded] = [keyFiles(folder), asUsage(() => loadKeyFolder(folder, now))];
  return (['officer', 'agency'] as const).map((use) => ({ use, file: files[use], signer: loaded[use] }));
}

/** False where another process was quicker: then its keys are there. */
async function madeHere(folder: string, newKeys: NewKeys): Promise<boolean> {
  try {
    await makeKeys(folder, newKeys);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'signing.keys-exist') return false;
    throw error;
  }
}

function allowed(signer: Signer, production: boolean): Signer {
  if (production && signer.development) throw new AppError('usage', 'signing.development-key');
  return signer;
}

function passwordOf({ passwordFile }: P12Setting): string {
  if (passwordFile === null) return '';
  try {
    return readFileSync(passwordFile, 'utf8').split(/\r?\n/, 1)[0] ?? '';
  } catch (cause) {
    throw new AppError('usage', 'signing.key-file-missing', { params: { file: passwordFile }, cause });
  }
}

export const secretIn = (folder: string): string => join(folder, 'objects.secret');

/** The secret that makes object keys opaque: 32 random bytes, made once; without it no object is found again. */
export async function objectSecret(folder: string): Promise<Uint8Array> {
  const file = secretIn(folder);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return alone(folder, async () => {
    const known = await readFile(file).catch(() => null);
    if (known?.length === 32) return new Uint8Array(known);
    if (known) throw new AppError('integrity', 'cli.secret-damaged', { params: { file } });
    const secret = new Uint8Array(randomBytes(32));
    // Renamed when whole: a secret cut short would lose every object.
    await writeFile(`${file}.new`, secret, { mode: 0o600, flush: true });
    await rename(`${file}.new`, file);
    return secret;
  });
}

/** Nobody else makes keys in this folder meanwhile. */
async function alone<Result>(folder: string, work: () => Promise<Result>): Promise<Result> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { signal } = new AbortController();
  const held = await lock(join(folder, '.making'), { signal, onWait: () => undefined });
  try {
    return await work();
  } finally {
    await held.release();
  }
}
