// veraPDF, the reference judge of PDF/A: one JVM call checks many files.
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Availability, answers, cacheFolder, run } from './program.ts';

export interface ArchiveVerdict {
  readonly file: string;
  readonly compliant: boolean;
  /** Checks done; 0 where the file could not be read. */
  readonly checks: number;
  /** One line a broken rule, `clause-test: message @ place`. */
  readonly broken: readonly string[];
}

const jars = `${cacheFolder}/verapdf`;
const program = fileURLToPath(new URL('./verapdf/Check.java', import.meta.url));

export function available(): Availability {
  const java = answers('java', '-version', 'Java 17 or later (Debian: openjdk-17-jdk-headless)');
  if (!java.ok) return java;
  const fetched = existsSync(jars) && readdirSync(jars).some((name) => name.startsWith('validation-model'));
  return { ok: fetched, reason: fetched ? '' : 'veraPDF is not fetched: run testing/judges/install.sh' };
}

/** Judges files against a flavour, `2u` unless said otherwise. Verdicts come in the order of the files. */
export function checkArchive(files: readonly string[], flavour = '2u'): ArchiveVerdict[] {
  const result = run('java', [
    '-Dfile.encoding=UTF-8',
    '-Dstdout.encoding=UTF-8',
    '-cp',
    `${jars}/*`,
    program,
    flavour,
    ...files,
  ]);
  if (result.status !== 0) throw new Error(`veraPDF failed: ${result.stderr}`);
  const lines = result.stdout.split('\n').filter((line) => line.startsWith('{'));
  return lines.map((line) => JSON.parse(line) as ArchiveVerdict);
}
