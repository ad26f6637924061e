// Canonical JSON (RFC 8785): the same value gives the same text, so that its hash means something.
import canonicalize from 'canonicalize';
import { sha256 } from './ids.ts';
import type { Sha256 } from './model.ts';

/** Members sorted, no white space, numbers as ECMAScript prints them. Throws TypeError for what JSON cannot hold. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('value has no JSON form');
  return text;
}

/** SHA-256 of the canonical text. */
export const hashOfJson = (value: unknown): Sha256 => sha256(canonicalJson(value));
