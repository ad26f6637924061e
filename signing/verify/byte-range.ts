// Checks a ByteRange against the file's bytes, strictly: what is left out of a signature is where attackers work.

export interface CoveredBytes {
  /** The two signed parts. */
  readonly parts: readonly [Uint8Array, Uint8Array];
  /** First byte after the signed revision. */
  readonly end: number;
  readonly coversWholeDocument: boolean;
}

/**
 * A ByteRange is right when it starts at 0, leaves out exactly the hexadecimal string of /Contents, brackets included,
 * and ends where the file or a revision of it ends (ISO 32000-2, 12.8.1). Null otherwise.
 */
export function coveredBytes(
  file: Uint8Array,
  byteRange: readonly number[],
  contents: Uint8Array,
): CoveredBytes | null {
  const [start, before, after, rest] = byteRange;
  if (byteRange.length !== 4 || !byteRange.every((number) => Number.isSafeInteger(number) && number >= 0))
    return null;
  if (start !== 0 || before === undefined || after === undefined || rest === undefined) return null;
  const end = after + rest;
  if (before >= after || end > file.length) return null;
  if (!isHexStringOf(file.subarray(before, after), contents)) return null;
  const coversWholeDocument = end === file.length;
  if (!coversWholeDocument && !endsRevision(file.subarray(0, end))) return null;
  return { parts: [file.subarray(0, before), file.subarray(after, end)], end, coversWholeDocument };
}

function isHexStringOf(gap: Uint8Array, contents: Uint8Array): boolean {
  const text = Buffer.from(gap).toString('latin1');
  if (!/^<(?:[0-9A-Fa-f]{2})+>$/.test(text)) return false;
  return Buffer.from(text.slice(1, -1), 'hex').equals(contents);
}

const endsRevision = (revision: Uint8Array): boolean =>
  /%%EOF[\r\n]*$/.test(Buffer.from(revision.subarray(-16)).toString('latin1'));

/** Number of the revision that ends at an offset, counting from 1. */
export function revisionAt(file: Uint8Array, end: number): number {
  const text = Buffer.from(file.buffer, file.byteOffset, Math.min(end, file.length));
  let count = 0;
  for (let at = text.indexOf('%%EOF'); at >= 0; at = text.indexOf('%%EOF', at + 5)) count++;
  return Math.max(1, count);
}
