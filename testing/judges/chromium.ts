// Chromium without a window: what a page becomes in a browser, what the browser complains of, what it looks like.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Availability, answers, run } from './program.ts';

export const available = (): Availability => answers('chromium', '--version', 'chromium (Debian: chromium)');

export interface LoadedPage {
  /** The document after its scripts ran. */
  readonly dom: string;
  /** Lines of the browser's console, errors of scripts and refused requests among them. */
  readonly console: readonly string[];
}

/** Loads a local file with every name of the network unresolved, so that a request would fail and be seen. */
export function load(file: string): LoadedPage {
  const { stdout, stderr } = chromium(file, ['--dump-dom', '--enable-logging=stderr', '--v=0']);
  return { dom: stdout, console: stderr.split('\n').filter((line) => line.includes(':CONSOLE')) };
}

/** A PNG of the top of the page. */
export function screenshot(file: string, { width, height }: { width: number; height: number }): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'sohoa-chromium-'));
  try {
    const picture = join(folder, 'page.png');
    chromium(file, [`--screenshot=${picture}`, `--window-size=${width},${height}`, '--hide-scrollbars']);
    return readFileSync(picture);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function chromium(file: string, options: readonly string[]) {
  const profile = mkdtempSync(join(tmpdir(), 'sohoa-chromium-'));
  try {
    const result = run('chromium', [
      '--headless=new',
      // Containers and root know no sandbox of their own; the page is ours.
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      `--user-data-dir=${profile}`,
      '--host-resolver-rules=MAP * ~NOTFOUND',
      ...options,
      pathToFileURL(file).href,
    ]);
    if (result.status !== 0) throw new Error(`chromium failed: ${result.stderr.slice(-2000)}`);
    return result;
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
