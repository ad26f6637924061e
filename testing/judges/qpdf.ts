// qpdf: whether a PDF's structure is sound, and a way to make encrypted or broken ones for tests.
import { type Availability, answers, run } from './program.ts';

export const available = (): Availability => answers('qpdf', '--version', 'qpdf (Debian: qpdf)');

/** Empty where `qpdf --check` finds nothing, else what it says. */
export function faultsOf(file: string): string {
  const result = run('qpdf', ['--check', file]);
  return result.status === 0 ? '' : `${result.stdout}${result.stderr}`.trim();
}

/** Encrypts a file with AES-256; an empty user password makes one that opens but forbids. */
export function encrypt(file: string, out: string, userPassword: string): void {
  const result = run('qpdf', ['--encrypt', userPassword, 'owner', '256', '--', file, out]);
  if (result.status !== 0) throw new Error(`qpdf failed: ${result.stderr}`);
}
