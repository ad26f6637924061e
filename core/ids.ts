// Opaque identifiers: ULIDs that grow in the order they are made, and hashes of bytes.
import { createHash } from 'node:crypto';
import { monotonicFactory } from 'ulid';
import type { Sha256, Ulid } from './model.ts';
import type { Clock } from './ports.ts';

/** A source of ULIDs by this clock; each is greater than the one before, also within a millisecond. */
export function ulidSource(clock: Clock): () => Ulid {
  const next = monotonicFactory();
  return () => next(clock.now().getTime());
}

/** True for the 26 characters of a ULID. */
export const isUlid = (text: string): boolean => /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(text);

/** Lower-case hex SHA-256 of bytes, or of a text's UTF-8. */
export const sha256 = (data: Uint8Array | string): Sha256 => createHash('sha256').update(data).digest('hex');
