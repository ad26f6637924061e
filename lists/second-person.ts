// Kinds whose papers are approved by somebody who had no hand in them.
import type { Kind } from './kind.ts';

/** `further`: codes of kinds that an office adds to those whose entry says so. */
export const needsSecondPerson = (kind: Kind | undefined, further: readonly string[]): boolean =>
  kind !== undefined && (kind.secondPerson === true || further.includes(kind.code));
