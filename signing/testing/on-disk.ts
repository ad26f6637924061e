// Writes a test's bytes where another program can read them.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Absolute path of the written file, in a folder of its own. */
export function onDisk(bytes: Uint8Array | string, name = 'paper.pdf'): string {
  const path = join(mkdtempSync(join(tmpdir(), 'sohoa-sign-')), name);
  writeFileSync(path, bytes);
  return path;
}
