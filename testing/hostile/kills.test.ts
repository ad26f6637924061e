// The kill harness in short: a few SIGKILLs of `digitize` and of `watch`, each followed by the same command, and what
// stands then is what an undisturbed run filed. In full: node testing/kills.ts.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seeded } from '../../samples/draw/random.ts';
import { type KillOrder, killPass, reference } from './kill-pass.ts';
import { makeSmallDossiers } from './small-dossiers.ts';

const LONG = 900_000;
const work = mkdtempSync(join(tmpdir(), 'sohoa-kills-'));
const scans = join(work, 'scans');
beforeAll(() => makeSmallDossiers(scans), LONG);
afterAll(() => rmSync(work, { recursive: true, force: true }));

test.each([
  ['digitize', 4],
  ['watch', 3],
] as const)(
  '%s killed %i times: every paper filed once, signed once, equal to an undisturbed run',
  async (command, kills) => {
    const told: string[] = [];
    const random = seeded(`kills of ${command}`);
    const order: KillOrder = { command, scans, work, options: [], random, tell: (line) => told.push(line) };
    const known = await reference(order);
    expect(known.state.faults).toEqual([]);
    // Two of single scans, one of a fax, two of a run through the feeder.
    expect(known.state.papers.size).toBe(5);
    const pass = await killPass(order, known, kills);
    expect({ faults: pass.faults, told }).toEqual({ faults: [], told });
    expect(pass.kills.length).toBeGreaterThan(0);
  },
  LONG,
);
