#!/usr/bin/env node
// Starts sohoa, on Node 24 whatever the machine has: node@24 lies beside the package. Loads nothing before it knows.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

const NEEDED = 24;
const major = Number(process.versions.node.split('.')[0]);

if (major >= NEEDED) {
  const { enableCompileCache } = await import('node:module');
  enableCompileCache();
  // Should anything of this process load onnxruntime: it sends usage to its maker unless told not to.
  process.env.ORT_DISABLE_TELEMETRY = '1';
  const { main } = await import('./main.ts');
  process.exitCode = await main(process.argv.slice(2));
} else {
  const newer = findNode(import.meta.dirname ?? dirname(new URL(import.meta.url).pathname));
  if (newer) runOn(newer);
  else {
    console.error(`sohoa cần Node.js ${NEEDED} trở lên; máy này có ${process.versions.node}.`);
    console.error(`sohoa needs Node.js ${NEEDED} or later; this machine has ${process.versions.node}.`);
    process.exitCode = 1;
  }
}

/** The `node` package's binary in this folder's node_modules or that of one above. */
function findNode(folder: string): string | null {
  const file = join(
    folder,
    'node_modules',
    'node',
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  if (existsSync(file)) return file;
  return dirname(folder) === folder ? null : findNode(dirname(folder));
}

function runOn(node: string): void {
  const child = spawn(node, process.argv.slice(1), { stdio: 'inherit' });
  // A terminal sends Ctrl-C to both; the child decides when it has stopped cleanly.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
  });
  child.on('error', (error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
