// The evidence chain of a paper: canonical JSON lines, each with the hash of the line before it.
import { canonicalJson } from '../../core/canonical-json.ts';
import { sha256 } from '../../core/ids.ts';
import type { Instant, Sha256 } from '../../core/model.ts';
import type { Verdict } from '../gate/gate.ts';

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
  /** Rules of the gate that held, and who let one pass. */
  readonly gate?: readonly Verdict[];
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

/** A chain that holds, one line longer. */
export function continuedChain(chain: string, line: EvidenceLine): string {
  const last = chain.trimEnd().split('\n').at(-1) ?? '';
  const previous = last === '' ? start : sha256(last);
  return `${chain}${canonicalJson({ ...line, previous })}\n`;
}

/** Number of the first line that does not follow from the one before or is cut off (1-based), or null where the chain holds. */
export function brokenLine(chain: string): number | null {
  let previous = start;
  const lines = chain.split('\n');
  const rest = lines.pop();
  for (const [i, text] of lines.entries()) {
    const line = parsed(text);
    const claimed = typeof line === 'object' && line !== null && 'previous' in line ? line.previous : null;
    if (claimed !== previous || canonicalJson(line) !== text) return i + 1;
    previous = sha256(text);
  }
  return rest === '' ? null : lines.length + 1;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
