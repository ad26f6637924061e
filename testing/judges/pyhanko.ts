// pyHanko: an independent judge of PAdES signatures and of what was added after them.
import { existsSync } from 'node:fs';
import { type Availability, cacheFolder, run } from './program.ts';

const program = `${cacheFolder}/pyhanko/bin/pyhanko`;

export function available(): Availability {
  const ok = existsSync(program);
  return { ok, reason: ok ? '' : 'pyHanko is not installed: run testing/judges/install.sh (needs python3)' };
}

export interface SignatureVerdict {
  readonly field: string;
  /** Intact, trusted, and nothing forbidden added after it. */
  readonly valid: boolean;
  readonly sound: boolean;
  readonly wholeFile: boolean;
  /** What pyHanko prints, for the failure message of a test. */
  readonly report: string;
}

/** Judges every signature of a file against one trusted root (PEM or DER file); revocation is not asked for. */
export function checkSignatures(file: string, trustedRoot?: string): SignatureVerdict[] {
  const trust = trustedRoot ? ['--trust', trustedRoot] : [];
  const { stdout } = run(program, [
    'sign',
    'validate',
    '--pretty-print',
    '--no-revocation-check',
    ...trust,
    file,
  ]);
  const sections = stdout.split(/^=+\nField \d+: /m).slice(1);
  return sections.map((report) => ({
    field: report.split('\n')[0]?.trim() ?? '',
    valid: report.includes('The signature is judged VALID'),
    sound: report.includes('The signature is cryptographically sound'),
    wholeFile: report.includes('The signature covers the entire file'),
    report,
  }));
}
