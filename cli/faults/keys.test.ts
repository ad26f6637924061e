// Keys that are no use: each says which file, what is wrong and what to do, and nothing is filed.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseConfig } from '../../core/config.ts';
import { createDevelopmentKeys } from '../../signing/keys/development-keys.ts';
import { writeKeyFolder } from '../../signing/keys/key-folder.ts';
import { sohoa } from '../testing/run-cli.ts';
import { openWiring } from '../wire.ts';
import { expectFault, newPlace, type Place } from './testing/place.ts';

const names = { organisation: 'UBND xã Thử', officer: 'Cán Bộ Thử', agency: 'UBND xã Thử' };
const long = 600_000;

let place: Place;
let scans: string;
let good: string;
beforeAll(() => {
  place = newPlace();
  scans = place.scans('scans', 1);
  good = keysOf('good', new Date());
});
afterAll(() => place.remove());

function keysOf(name: string, now: Date): string {
  const data = place.path(name);
  writeKeyFolder(join(data, 'keys'), createDevelopmentKeys({ ...names, now, password: 'đúng' }), 'đúng');
  return data;
}

const digitize = (data: string, environment: Record<string, string> = {}) =>
  sohoa(['digitize', scans, '--data', data], { environment });

/** Keys, and nothing made beside them. */
const nothingFiled = (data: string): void => expect(readdirSync(data).sort()).toEqual(['keys']);

describe('a P12 named by the environment', { timeout: long }, () => {
  const p12 = () => join(good, 'keys', 'officer.p12');
  const passwordFile = () => join(good, 'keys', 'password.txt');

  test('wrong password', async () => {
    const wrong = place.path('wrong.txt');
    writeFileSync(wrong, 'sai\n');
    const run = await digitize(good, { SOHOA_P12: p12(), SOHOA_P12_PASSWORD_FILE: wrong });
    expectFault(run, 'signing.p12-password', 1);
    expect(run.stderr).toContain(p12());
    nothingFiled(good);
  });

  test.each([
    ['cut off', (file: string) => truncateSync(file, 700)],
    ['rubbish', (file: string) => writeFileSync(file, readFileSync(`${scans}/1.png`).subarray(0, 300))],
    ['empty', (file: string) => truncateSync(file, 0)],
  ])('%s', async (_name, damage) => {
    const file = place.path('damaged.p12');
    cpSync(p12(), file);
    damage(file);
    const run = await digitize(good, { SOHOA_P12: file, SOHOA_P12_PASSWORD_FILE: passwordFile() });
    expectFault(run, 'signing.p12-unreadable', 1);
    expect(run.stderr).toContain(file);
    nothingFiled(good);
  });

  test('not there', async () => {
    const run = await digitize(good, { SOHOA_P12: place.path('none.p12') });
    expectFault(run, 'signing.key-file-missing', 1);
    nothingFiled(good);
  });
});

describe('the time of a certificate', { timeout: long }, () => {
  test.each([
    ['expired', new Date('2015-01-01'), 'signing.certificate-expired'],
    ['not yet valid', new Date('2090-01-01'), 'signing.certificate-not-yet'],
  ])('%s', async (name, made, code) => {
    const data = keysOf(name, made);
    expectFault(await digitize(data), code, 1);
    nothingFiled(data);
  });

  test('over while the program runs: the run stops, the paper is no refused paper', async () => {
    const data = keysOf('jump', new Date());
    let now = new Date();
    const wiring = openWiring({
      config: parseConfig({ data, workers: 1 }),
      environment: {},
      clock: { now: () => now },
      log: { debug() {}, info() {}, warn() {}, error() {} },
      names,
    });
    const { signer } = await wiring.signer();
    const ports = await wiring.digitizePorts(signer);
    const { digitize: run } = await import('../../pipeline/run.ts');
    now = new Date('2090-01-01');
    const request = {
      ...{ files: [{ path: join(scans, '1.png'), source: '1.png' }], dossier: null, out: null },
      ...{ production: false, officer: 'Cán Bộ Thử' },
    };
    const told: unknown[] = [];
    const following = {
      signal: new AbortController().signal,
      onProgress: (event: unknown) => told.push(event),
    };
    await expect(run(request, ports, following)).rejects.toMatchObject({
      kind: 'usage',
      code: 'signing.certificate-expired',
    });
    expect(told).not.toContainEqual(expect.objectContaining({ kind: 'paper' }));
    expect(await ports.registry.papers({})).toEqual([]);
    expect(await ports.registry.intents('9999')).toEqual([]);
    await wiring.close();
  });
});

describe('a folder that was signed with', { timeout: long }, () => {
  let used: string;
  beforeAll(async () => {
    used = place.path('used');
    expect((await digitize(used)).code).toBe(0);
  }, long);
  const copyOf = (name: string): string => {
    const data = place.path(name);
    mkdirSync(data);
    cpSync(used, data, { recursive: true });
    return data;
  };

  test("without the officer's key makes no new ones", async () => {
    const data = copyOf('no-officer');
    rmSync(join(data, 'keys', 'officer.p12'));
    const before = readFileSync(join(data, 'keys', 'ca.pem'), 'utf8');
    expectFault(await digitize(data), 'fault.keys-missing', 1);
    expect(readFileSync(join(data, 'keys', 'ca.pem'), 'utf8')).toBe(before);
    expect(readdirSync(join(data, 'keys'))).not.toContain('officer.p12');
  });

  test('without the secret of its objects makes no new one', async () => {
    const data = copyOf('no-secret');
    rmSync(join(data, 'keys', 'objects.secret'));
    expectFault(await digitize(data), 'fault.secret-missing', 1);
    expect(readdirSync(join(data, 'keys'))).not.toContain('objects.secret');
  });

  test('with half a secret says so', async () => {
    const data = copyOf('half-secret');
    truncateSync(join(data, 'keys', 'objects.secret'), 16);
    expectFault(await digitize(data), 'cli.secret-damaged', 1);
  });
});
