// Opaque keys of the object store: nobody who sees a key learns the hash of a paper, let alone a name or number.
import { createHmac } from 'node:crypto';
import type { FileRole, Sha256 } from '../../core/model.ts';

/** 64 hex digits: HMAC-SHA-256 of role and hash. The same bytes in the same role are the same object. */
export const objectKey = (secret: string | Uint8Array, sha256: Sha256, role: FileRole): string =>
  createHmac('sha256', secret).update(`${role}:${sha256}`).digest('hex');

const segment = /^[a-z0-9_-][a-z0-9._-]*$/;
const LONGEST = 200;

/** True for a key of `[a-z0-9/._-]`, no empty segment, none that begins with a dot, at most 200 characters. */
export const isObjectKey = (key: string): boolean =>
  key.length <= LONGEST && key.split('/').every((part) => segment.test(part) && !part.includes('..'));
