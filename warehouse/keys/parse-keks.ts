// Key-encryption keys as they are written: 32 raw bytes, or lines of base64 or hex, the key for new data first.
import { AppError } from '../../core/errors.ts';
import { KEK_BYTES, kekIdOf } from './keyring.ts';

/**
 * Keys in the order of the file; empty lines and those that begin with `#` say nothing.
 * @throws AppError usage `at-rest.kek-invalid` naming `source`, never what is in it.
 */
export function parseKeks(bytes: Uint8Array, source: string): Uint8Array[] {
  if (bytes.byteLength === KEK_BYTES) return [Uint8Array.from(bytes)];
  const lines = Buffer.from(bytes).toString('latin1').split(/\r?\n/);
  const keys = lines
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => keyIn(line, source));
  if (keys.length === 0) throw new AppError('usage', 'at-rest.kek-invalid', { params: { source } });
  return [...new Map(keys.map((key) => [kekIdOf(key), key])).values()];
}

function keyIn(line: string, source: string): Uint8Array {
  const hex = /^[0-9a-f]{64}$/i.test(line);
  const base64 = /^[A-Za-z0-9+/_-]{43}=?$/.test(line);
  const key = hex ? Buffer.from(line, 'hex') : base64 ? Buffer.from(line, 'base64') : null;
  // A key of one byte over and over was never drawn at random.
  if (key?.length !== KEK_BYTES || new Set(key).size < 8)
    throw new AppError('usage', 'at-rest.kek-invalid', { params: { source } });
  return new Uint8Array(key);
}

/** What `keys new-kek` writes: one line of base64 after a line that names it. */
export const kekFileText = (kek: Uint8Array, made: Date): string =>
  `# sohoa KEK ${kekIdOf(kek)}, ${made.toISOString().slice(0, 10)}\n${Buffer.from(kek).toString('base64')}\n`;
