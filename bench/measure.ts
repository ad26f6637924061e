// Runs a program and says how long it took: wall seconds, and CPU seconds of it and its children (by /usr/bin/time).
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Measured {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly wallSeconds: number;
  /** Null where /usr/bin/time is not installed. */
  readonly cpuSeconds: number | null;
}

const TIME = '/usr/bin/time';

export async function measure(
  command: readonly string[],
  environment: Record<string, string> = {},
): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  const report = join(folder, 'time');
  const timed = existsSync(TIME) ? [TIME, '-q', '-f', '%U %S', '-o', report, ...command] : command;
  const start = performance.now();
  try {
    const [program, ...rest] = timed;
    const child = spawn(program!, rest, {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [stdout, stderr, code] = await Promise.all([
      collect(child.stdout),
      collect(child.stderr),
      new Promise<number>((resolve, reject) => {
        child.once('error', reject);
        child.once('close', (status) => resolve(status ?? 1));
      }),
    ]);
    const wallSeconds = (performance.now() - start) / 1000;
    const cpu = existsSync(report) ? (await readFile(report, 'utf8')).trim().split(' ').map(Number) : null;
    return {
      code,
      stdout,
      stderr,
      wallSeconds,
      cpuSeconds: cpu ? cpu.reduce((sum, part) => sum + part, 0) : null,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Where a program lies on the search path, or null. */
export function findProgram(name: string): string | null {
  const places = (process.env.PATH ?? '').split(':').map((folder) => join(folder, name));
  return places.find((place) => existsSync(place)) ?? null;
}

async function collect(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
