// The evidence chain of a paper: canonical JSON lines, each with the hash of the line before it.
import { canonicalJson } from '../core/canonical-json.ts';
import { sha256 } from '../core/ids.ts';
import type { Instant, Sha256 } from '../core/model.ts';

export interface EvidenceLine {
  readonly step: string;
  readonly version: number;
  readonly at: Instant;
  readonly actor: string;
  /** Hashes of what went in and what came out. */
  readonly input: Sha256;
  readonly output: Sha256;
  /** Programs and models the step used. */
  readonly versions?: Readonly<Record<string, string>>;
}

const start = '0'.repeat(64);

/** Each line canonical (RFC 8785) with `previous`, the SHA-256 of the line before; ends with a line feed. */
export function evidenceChain(lines: readonly EvidenceLine[]): string {
  let previous = start;
  return lines
    .map((line) => {
      const text = canonicalJson({ ...line, previous });
      previous = sha256(text);
      return `${text}\n`;
    })
    .join('');
}

/** Number of the first line that does not follow from the one before (1-based), or null where the chain holds. */
export function brokenLine(chain: string): number | null {
  let previous = start;
  for (const [i, text] of chain.split('\n').slice(0, -1).entries()) {
    const line: unknown = JSON.parse(text);
    const claimed = typeof line === 'object' && line !== null && 'previous' in line ? line.previous : null;
    if (claimed !== previous || canonicalJson(line) !== text) return i + 1;
    previous = sha256(text);
  }
  return null;
}
