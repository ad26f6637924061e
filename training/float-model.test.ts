// The rewritten network is the shipped one: same layers, weights within rounding, flags of whole numbers gone.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { modelFile } from '../pipeline/recognise/model.ts';
import { toFloatModel } from './float-model.ts';

const tool = '/usr/bin/combine_tessdata';

test.skipIf(!existsSync(tool))(`a shipped network becomes one of real weights (needs ${tool})`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'sohoa-float-'));
  try {
    writeFileSync(join(folder, 'vie.traineddata'), gunzipSync(readFileSync(modelFile())));
    execFileSync(tool, ['-u', join(folder, 'vie.traineddata'), join(folder, 'vie.')], { stdio: 'ignore' });
    const whole = readFileSync(join(folder, 'vie.lstm'));
    const real = toFloatModel(whole);
    // Eight bytes a weight instead of one, less the scales.
    expect(real.length).toBeGreaterThan(whole.length * 6);
    // What is real already stays as it is.
    expect(Buffer.compare(toFloatModel(real), real)).toBe(0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('anything but a network is refused', () => {
  expect(() => toFloatModel(Buffer.from('no network at all, only some text'))).toThrow(/lstm component/);
});
